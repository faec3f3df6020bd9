import RegisterAnalysis
import RegisterChecks
import RegisterModel
import TestSupport
import Testing

@Suite("STR-004")
struct MaterialChangeWithoutReasonTests {
  /// An edit as the history has it.
  static func edit(_ record: String, _ field: String, to: String? = nil) -> RecordedEdit {
    var edit = RecordedEdit(kind: .set)
    edit.ref = Line(record)
    edit.field = Line(field)
    edit.to = to.flatMap { Line($0) }
    return edit
  }

  /// Where the rule fires after entries of the history, each an edit and its reason.
  static func found(
    _ text: String, _ history: [(edit: RecordedEdit, because: String?)]
  ) throws -> [Finding] {
    var register = try Register(text, criteria: standardCriteria)
    for (index, entry) in history.enumerated() {
      var written = HistoryEntry(
        number: Count(index + 1)!, at: Moment(secondsSince1970: 1_790_000_000)!, by: Line("Ann")!,
        because: entry.because.flatMap { Line($0) },
        content: SHA256Digest(hexadecimal: String(repeating: "0", count: 64))!)
      written.edits = [entry.edit]
      register.history.append(written)
    }
    return MaterialChangeWithoutReason().findings(
      in: CompiledRegister(register, today: today))
  }

  static func scored(because: String = "") -> String {
    """
    <risk id="R-1" status="open">
      <title>It burns</title>
      <score stage="current" likelihood="2">\(because)</score>
    </risk>
    """
  }

  @Test("A new score without a reason is found at the score; its rationale clears it")
  func score() throws {
    let edits = [(Self.edit("R-1", "score[current]/likelihood", to: "2"), nil as String?)]
    let found = try Self.found(Self.scored(), edits)
    #expect(found.map(\.entity) == ["R-1"] && found.map(\.field) == ["score[current]"])
    #expect(
      found.map(\.message) == [
        "the current score of 'It burns' was changed on 2026-09-21 by Ann without a reason"
      ])
    #expect(try Self.found(Self.scored(because: "<because><p>A test</p></because>"), edits) == [])
  }

  @Test("A reason in the history is enough")
  func reasonInHistory() throws {
    let edits = [(Self.edit("R-1", "score[current]/likelihood", to: "2"), "after the exercise")]
    #expect(try Self.found(Self.scored(), edits as [(RecordedEdit, String?)]) == [])
  }

  @Test("Of several changes of one score the last counts")
  func lastCounts() throws {
    let edit = Self.edit("R-1", "score[current]/likelihood", to: "2")
    #expect(try Self.found(Self.scored(), [(edit, nil), (edit, "after the exercise")]) == [])
    #expect(try Self.found(Self.scored(), [(edit, "after the exercise"), (edit, nil)]).count == 1)
  }

  @Test("Closing a risk needs a reason, in the history or in a note; other states don't")
  func closing() throws {
    let closed = #"<risk id="R-1" status="closed"><title>It burns</title></risk>"#
    let found = try Self.found(closed, [(Self.edit("R-1", "status", to: "closed"), nil)])
    #expect(found.map(\.field) == ["status"])
    #expect(
      try Self.found(
        closed.replacing("</risk>", with: "<note><p>Sold the shed</p></note></risk>"),
        [(Self.edit("R-1", "status", to: "closed"), nil)]) == [])
    #expect(try Self.found(Self.scored(), [(Self.edit("R-1", "status", to: "open"), nil)]) == [])
  }

  @Test("New terms of an acceptance need a reason; a new date of review doesn't")
  func acceptance() throws {
    let text = """
      <risk id="R-1"><title>It burns</title></risk>
      <acceptance id="X-1" risk="R-1" until="2027-01-01"/>
      """
    #expect(
      try Self.found(text, [(Self.edit("X-1", "until", to: "2027-01-01"), nil)]).map(\.field)
        == ["until"])
    #expect(
      try Self.found(
        text.replacing("01\"/>", with: "01\"><note><p>Asked again</p></note></acceptance>"),
        [(Self.edit("X-1", "until", to: "2027-01-01"), nil)]) == [])
    #expect(try Self.found(text, [(Self.edit("X-1", "revalidated"), nil)]) == [])
  }

  @Test("What is not material, and what is no longer there, needs no reason")
  func immaterial() throws {
    #expect(
      try Self.found(
        Self.scored(),
        [
          (Self.edit("R-1", "title", to: "It burns"), nil),
          (Self.edit("R-9", "score[current]/likelihood"), nil),
          (Self.edit("R-1", "score[target]/likelihood"), nil),
          (Self.edit("R-1", "score[soon]/likelihood"), nil),
        ]) == [])
  }

  @Test("An override without a reason is found at the override, whatever the history says")
  func override() throws {
    let text = """
      <risk id="R-1"><title>It burns</title><override field="rating" value="2"/></risk>
      <activity id="A-1" name="Baking"><override field="mtpd" value="PT4H"/></activity>
      """
    #expect(
      try places(MaterialChangeWithoutReason(), in: text)
        == ["A-1 override[mtpd]", "R-1 override[rating]"])
    #expect(
      try places(
        MaterialChangeWithoutReason(),
        in: text.replacing("\"/>", with: "\"><because><p>The board</p></because></override>")) == []
    )
  }
}
