import RegisterModel
import RiskScoring
import TestSupport
import Testing

struct ScaleMigrationTests {
  private let target = BuiltInCriteria.sp80030G3.criteria(in: euro)

  /// Something in every place that a level can stand in.
  private func sample() throws -> Register {
    var criteria = BuiltInCriteria.decade5x5.criteria(in: euro)
    criteria.authorities = [
      ApprovalAuthority(rating: level(2), role: try Identifier("r-head")),
      ApprovalAuthority(rating: level(4), role: try Identifier("r-board")),
    ]
    return try Register(
      """
      <party id="r-head" name="Head" kind="role"/>
      <party id="r-board" name="Board" kind="role"/>
      <activity id="A-1" name="Dispatch" owner="r-head">
        <impact category="service" at="PT4H" level="2"/>
        <impact category="service" at="P1D" level="4"/>
        <impact category="money" at="P1D"><because><p>Nobody has looked.</p></because></impact>
      </activity>
      <risk id="R-1" owner="r-head" status="open"><title>The river floods the plant room</title>
        <score stage="inherent" likelihood="4"><impact category="money" level="4"/></score>
        <score stage="current" likelihood="3"><impact category="money" level="4"/></score>
        <score stage="target" likelihood="2"><impact category="money" level="3"/></score>
        <override field="rating" value="Critical" by="r-head" on="2026-01-01"/>
      </risk>
      <risk id="R-2" status="draft"><title>Nobody has judged it</title></risk>
      <treatment id="T-1" name="Build a wall">
        <treats ref="R-1" likelihood="2"><impact category="money" level="3"/></treats>
      </treatment>
      <acceptance id="AC-1" risk="R-1" rating="3" by="r-board" on="2026-01-01" until="2026-12-31">
        <justification><p>Until the wall stands.</p></justification>
      </acceptance>
      <session id="W-1" name="Spring">
        <participant pseudonym="fox"/>
        <idea id="I-1" by="fox">Flood</idea>
        <round number="1">
          <ballot by="fox" idea="I-1" likelihood="5"><impact category="safety" level="1"/></ballot>
        </round>
      </session>
      """, criteria: criteria)
  }

  /// Likelihoods go down a level, impacts stay, ratings go up by one.
  private func mapping() throws -> ScaleMapping {
    var mapping = ScaleMapping.proposed(
      from: BuiltInCriteria.decade5x5.criteria(in: euro), to: target, currency: euro)
    mapping.ratings = levelMap([1: 2, 2: 3, 3: 4, 4: 5])
    return mapping
  }

  @Test("Every level in the register becomes what the mapping says, and no other field changes")
  func everywhere() throws {
    let register = try sample()
    let migration = ScaleMigration(of: register, to: target, by: try mapping())
    #expect(migration.findings.isEmpty)
    let migrated = try register.applying(migration.edits)
    let scores = migrated.risks[0].scores
    #expect(scores.map(\.likelihood) == [level(3), level(2), level(1)])
    #expect(scores.map(\.impacts[0].level) == [level(4), level(4), level(3)])
    #expect(migrated.risks[0].overrides[0].value.text == "Very High")
    #expect(migrated.treatments[0].treats[0].likelihood == level(1))
    #expect(migrated.acceptances[0].rating == level(4))
    #expect(migrated.sessions[0].rounds[0].ballots[0].likelihood == level(4))
    #expect(migrated.activities[0].impacts.map(\.level) == [level(2), level(4), nil])
    #expect(migrated.criteria?.set?.text == "sp800-30-g3")
    #expect(migrated.risks[1].scores.isEmpty)
    #expect(Set(migration.edits.compactMap(\.entity)) == ["R-1", "T-1", "AC-1", "W-1"])
  }

  @Test(
    "What the organisation decided about ratings is mapped; what it didn't say comes with the set")
  func decisions() throws {
    let migration = ScaleMigration(of: try sample(), to: target, by: try mapping())
    let after = migration.after
    #expect(after.appetites.map(\.rating) == [level(3)])
    #expect(after.appetites.map(\.tolerance) == [level(4)])
    #expect(after.highFrom == level(4))
    #expect(after.authorities.map(\.rating) == [level(3), level(5)])
    #expect(
      after.impacts.map(\.intolerable)
        == BuiltInCriteria.decade5x5.criteria(in: euro).impacts.map(\.intolerable))
    // The lowest new rating is no old one's, so its own interval holds.
    #expect(after.reviews.map(\.rating) == [level(1), level(2), level(3), level(4), level(5)])
    #expect(after.reviews.map(\.every.days) == [365, 365, 180, 90, 30])
  }

  @Test("Where two ratings become one, the interval of the higher holds and authorities merge")
  func merged() throws {
    var mapping = try mapping()
    mapping.ratings = levelMap([1: 1, 2: 3, 3: 3, 4: 3])
    let after = ScaleMigration(of: try sample(), to: target, by: mapping).after
    #expect(after.reviews.first { $0.rating == level(3) }?.every.days == 30)
    #expect(after.authorities.map(\.role.text) == ["r-head", "r-board"])
  }

  @Test("The inverse edits take it back, to the last field")
  func inverse() throws {
    let register = try sample()
    let edits = ScaleMigration(of: register, to: target, by: try mapping()).edits
    let migrated = try register.applying(edits)
    #expect(!register.edits(to: migrated).isEmpty)
    let back = try migrated.applying(edits.reversed().map(\.inverse))
    #expect(register.edits(to: back).isEmpty)
  }

  @Test("A level in use that nobody decided on is a finding, once, and nothing changes at all")
  func unmapped() throws {
    let register = try sample()
    var mapping = try mapping()
    mapping.likelihood[level(2)] = nil
    mapping.ratings[level(4)] = nil
    let migration = ScaleMigration(of: register, to: target, by: mapping)
    #expect(migration.edits.isEmpty && migration.ratingChanges.isEmpty)
    #expect(migration.findings.map(\.rule) == ["MIG-001", "MIG-001"])
    #expect(
      migration.findings.map(\.message) == [
        "nobody has said what the rating '4 Critical' becomes; it is used in criteria/review[4]/rating, and 2 more places",
        "nobody has said what the likelihood '2 Unlikely' becomes; it is used here, and 1 more place",
      ])
    #expect(migration.findings[1].entity == "R-1")
    #expect(migration.findings[1].field == "score[target]/likelihood")
  }

  @Test("A level that nothing uses needs no counterpart")
  func unused() throws {
    var mapping = try mapping()
    mapping.likelihood[level(1)] = nil
    #expect(ScaleMigration(of: try sample(), to: target, by: mapping).findings.isEmpty)
  }

  @Test("A category in use needs a counterpart; one that nothing uses goes, and is named")
  func categories() throws {
    var mapping = try mapping()
    mapping.categories.removeAll { $0.from.text == "reputation" || $0.from.text == "safety" }
    let migration = ScaleMigration(of: try sample(), to: target, by: mapping)
    #expect(
      migration.findings.map(\.message) == [
        "nobody has said what the impact category 'safety' becomes; it is used here"
      ])
    #expect(migration.droppedCategories.map(\.text) == ["safety", "reputation"])
  }

  @Test("A category may become another one, everywhere, unless two would become one")
  func renamed() throws {
    var new = target
    new.impacts[2].category = try Identifier("supply")
    var decided = ScaleMapping()
    decided.categories = [
      ScaleMapping.Category(
        from: try Identifier("service"), to: try Identifier("supply"),
        levels: .identity(count: 5))
    ]
    let register = try sample()
    let mapping = try mapping().overridden(by: decided)
    let migrated = try register.applying(ScaleMigration(of: register, to: new, by: mapping).edits)
    #expect(Set(migrated.activities[0].impacts.map(\.category.text)) == ["money", "supply"])
    #expect(!(migrated.criteria?.impacts.contains { $0.category.text == "service" } ?? true))
    decided.categories[0] = ScaleMapping.Category(
      from: try Identifier("service"), to: try Identifier("money"), levels: .identity(count: 5))
    let two = ScaleMigration(
      of: register, to: target, by: try self.mapping().overridden(by: decided))
    #expect(two.findings.map(\.message) == ["two impact categories would become 'money'"])
  }

  @Test("A category of the organisation's own stays with its scale")
  func kept() throws {
    let register = try sample()
    var new = target
    new.impacts.removeAll { $0.category.text == "service" }
    let migration = ScaleMigration(
      of: register, to: new,
      by: ScaleMapping.proposed(from: register.criteria!, to: new, currency: euro)
        .overridden(by: try mapping()))
    #expect(migration.findings.isEmpty)
    let migrated = try register.applying(migration.edits)
    #expect(migrated.criteria?.impacts.last?.levels.last?.name.text == "Severe")
  }

  @Test("Levels can't change places, leave their scale, or come from nowhere")
  func nonsense() throws {
    var mapping = try mapping()
    mapping.likelihood = levelMap([1: 1, 2: 4, 3: 3, 4: 4, 5: 6, 7: 7])
    mapping.categories.append(
      ScaleMapping.Category(
        from: try Identifier("mony"), to: try Identifier("money"), levels: LevelMap()))
    let migration = ScaleMigration(of: try sample(), to: target, by: mapping)
    #expect(migration.edits.isEmpty)
    #expect(
      migration.findings.map(\.message) == [
        "likelihood 2 would come to lie above likelihood 3",
        "there is no likelihood 6: the new scale has 5 levels",
        "there is no likelihood 7: the old scale has 5 levels",
        "there is no likelihood 7: the new scale has 5 levels",
        "the register's criteria have no impact category 'mony'",
      ])
    #expect(migration.findings.last?.hint == "did you mean 'money'?")
  }

  @Test("A rating that follows otherwise than it was is listed, at every stage")
  func ratings() throws {
    let migration = ScaleMigration(of: try sample(), to: target, by: try mapping())
    // 4 × 4 was Critical, to become Very High; by the new matrix 3 × 4 is Moderate.
    let inherent = try #require(migration.ratingChanges.first)
    #expect(inherent.stage == .inherent && inherent.risk.text == "R-1" && inherent.index == 0)
    #expect(inherent.before == level(4) && inherent.after == level(3))
    #expect(inherent.stateBefore == .exceedsTolerance && inherent.stateAfter == .withinAppetite)
    #expect(migration.ratingChanges.map(\.stage) == [.inherent, .current, .target])
  }

  @Test("To the same criteria by the identity nothing changes")
  func same() throws {
    let register = try sample()
    let criteria = try #require(register.criteria)
    let migration = ScaleMigration(
      of: register, to: criteria,
      by: .proposed(from: criteria, to: criteria, currency: euro))
    #expect(migration.edits.isEmpty && migration.findings.isEmpty)
    #expect(migration.changes.isEmpty && migration.ratingChanges.isEmpty)
  }

  @Test("Without criteria there is nothing to migrate from")
  func noCriteria() throws {
    let migration = ScaleMigration(
      of: register([risk("R-1", likelihood: 1)], nil), to: target, by: try mapping())
    #expect(migration.findings.map(\.rule) == ["MIG-002"] && migration.edits.isEmpty)
  }
}
