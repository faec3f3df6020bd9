import RegisterAnalysis
import RegisterModel
import RiskScoring
import TestSupport
import Testing

@Suite("Movement since an earlier revision")
struct RegisterMovementTests {
  private static let standard = BuiltInCriteria.standard.criteria(in: Currency("EUR")!)
  private static let today = CalendarDate(text: "2026-11-24")!

  private func risk(
    _ id: String, _ likelihood: Int?, _ impact: Int?, status: String = "open"
  ) -> String {
    let level = likelihood.map { " likelihood=\"\($0)\"" } ?? ""
    let impact = impact.map { "<impact category=\"money\" level=\"\($0)\"/>" } ?? ""
    return """
      <risk id="\(id)" status="\(status)"><title>It floods</title>\
      <score stage="current"\(level)>\(impact)</score></risk>
      """
  }

  private func movement(
    from old: String, to new: String, oldCriteria: Criteria = standard,
    newCriteria: Criteria = standard
  ) throws -> RegisterMovement {
    RegisterMovement(
      from: CompiledRegister(try Register(old, criteria: oldCriteria), today: Self.today),
      to: CompiledRegister(try Register(new, criteria: newCriteria), today: Self.today))
  }

  @Test("A register against itself shows nothing")
  func nothing() throws {
    let text = risk("R-1", 2, 3) + risk("R-2", nil, nil)
    let movement = try movement(from: text, to: text)
    #expect(movement.changes.isEmpty && movement.new.isEmpty && movement.gone.isEmpty)
    #expect(movement.unchanged == 2)
    #expect(movement.areRatingsComparable && movement.criteria.isEmpty)
  }

  @Test("New and removed risks are found between others, by the order of identifiers")
  func newAndGone() throws {
    let movement = try movement(
      from: risk("R-2", 1, 1) + risk("R-10", 1, 1), to: risk("R-1", 1, 1) + risk("R-10", 1, 1))
    #expect(movement.new == [0])
    #expect(movement.gone == [0])
    #expect(movement.unchanged == 1)
  }

  @Test(
    "A rating goes up, down, appears or disappears",
    arguments: [
      (2, 5, RiskMovement.Direction.higher), (5, 2, .lower), (nil, 2, .assessed),
      (2, nil, .unassessed),
    ] as [(Int?, Int?, RiskMovement.Direction)])
  func directions(_ old: Int?, _ new: Int?, _ direction: RiskMovement.Direction) throws {
    let movement = try movement(from: risk("R-1", old, 5), to: risk("R-1", new, 5))
    let change = try #require(movement.changes.first)
    #expect(change.direction == direction)
    #expect(change.likelihood?.before?.rank == old.map(Int16.init))
    #expect(change.status == nil)
  }

  @Test("A level that changes without the rating is a change without a direction")
  func levelOnly() throws {
    let movement = try movement(from: risk("R-1", 1, 1), to: risk("R-1", 2, 1))
    #expect(movement.changes.first?.direction == nil)
    #expect(movement.changes.first?.likelihood?.after == Level(2))
  }

  @Test("A status that changes is a change")
  func status() throws {
    let movement = try movement(
      from: risk("R-1", 1, 1), to: risk("R-1", 1, 1, status: "closed"))
    #expect(movement.changes.first?.status?.before == .open)
    #expect(movement.changes.first?.status?.after == .closed)
    #expect(movement.changes.first?.rating == nil)
  }

  @Test("Other bounds, ratings or categories make ratings incomparable; other words don't")
  func criteria() throws {
    var other = Self.standard
    other.likelihood?.levels[0].name = Line("Hardly ever")!
    other.matrix?.ratings[0].colour = Colour("#000000")
    let text = risk("R-1", 1, 1)
    #expect(try movement(from: text, to: text, newCriteria: other).criteria.isEmpty)

    other = Self.standard
    other.likelihood?.levels[0].to = AnnualRate(0.02)
    other.matrix?.rows[0].ratings[0] = Level(2)!
    let category = other.impacts.removeLast().category
    let changed = try movement(from: text, to: text, newCriteria: other)
    #expect(changed.criteria == [.likelihood, .impact(category), .matrix])
    #expect(!changed.areRatingsComparable)
  }

  @Test("Another tolerance changes what states mean, not ratings")
  func appetite() throws {
    var other = Self.standard
    other.appetites[0].tolerance = Level(2)!
    let text = risk("R-1", 3, 4)
    let movement = try movement(from: text, to: text, newCriteria: other)
    #expect(movement.criteria == [.appetite])
    #expect(movement.areRatingsComparable)
    #expect(movement.changes.first?.state?.after == .exceedsTolerance)
  }

  @Test("The history says why, if it goes back to the earlier revision")
  func reasons() throws {
    var old = try Register(risk("R-1", 1, 5), criteria: Self.standard)
    var new = try Register(risk("R-1", 5, 5), criteria: Self.standard)
    old.history = [entry(1, "a", [])]
    new.history = [
      entry(1, "a", []), entry(2, "b", ["owner"]), entry(3, "c", ["score[current]/likelihood"]),
    ]
    let compiled = (
      CompiledRegister(old, today: Self.today), CompiledRegister(new, today: Self.today)
    )
    let movement = RegisterMovement(from: compiled.0, to: compiled.1)
    #expect(movement.isAncestor == true)
    #expect(movement.changes.first?.entries == [2])

    old.history = [entry(1, "f", [])]
    let foreign = RegisterMovement(
      from: CompiledRegister(old, today: Self.today), to: compiled.1)
    #expect(foreign.isAncestor == false)
    #expect(foreign.changes.first?.entries == [])
  }

  private func entry(_ number: Int, _ hash: String, _ fields: [String]) -> HistoryEntry {
    var entry = HistoryEntry(
      number: Count(number)!, at: Moment(secondsSince1970: 0)!, by: Line("Ada")!, because: nil,
      content: SHA256Digest(hexadecimal: String(repeating: hash, count: 64))!)
    entry.edits = fields.map { field in
      var edit = RecordedEdit(kind: .set)
      edit.ref = Line("R-1")
      edit.field = Line(field)
      return edit
    }
    return entry
  }
}
