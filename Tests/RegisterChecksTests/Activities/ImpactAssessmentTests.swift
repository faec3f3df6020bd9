import RegisterChecks
import Testing

private let role = "<party id=\"r\" name=\"Director\" kind=\"role\"/>"
private let targets = "<targets mtpd=\"P1D\"/>"

@Suite("BIA-011")
struct ImpactOutdatedTests {
  static func found(_ assessed: String, changes: String = "") throws -> [String] {
    try impactMessages(
      ImpactOutdated(),
      """
      <service id="V" name="Care"/>
      \(activityText("<supports ref=\"V\"/>\(targets)<needs><on ref=\"S\"/></needs>\(assessed)"))
      <asset id="S" name="Record"><needs><on ref="T"/></needs></asset><asset id="T" name="Power"/>
      \(changes)
      """)
  }

  @Test("Twelve months to the day are in time, a day more is not; a new day clears it")
  func age() throws {
    #expect(try Self.found("<assessed on=\"2025-11-24\"/>") == [])
    #expect(
      try Self.found("<assessed on=\"2025-11-23\"/>") == [
        "A: the impact analysis of 'Triage' is of 2025-11-23 and was due again on 2026-11-23, 1 day ago"
      ])
  }

  @Test("Without a day, the day is asked for; of an activity not judged at all it is not")
  func undated() throws {
    #expect(
      try Self.found("") == ["A: nobody has said when the impact analysis of 'Triage' was made"])
    #expect(try impactMessages(ImpactOutdated(), activityText("")) == [])
  }

  @Test(
    "A change to the activity, its service, what it needs, or everything, makes it old",
    arguments: ["A", "V", "S", nil])
  func change(affected: String?) throws {
    let affects = affected.map { "<affects ref=\"\($0)\"/>" } ?? ""
    let change = "<change id=\"c\" name=\"New wing\" on=\"2026-06-02\">\(affects)</change>"
    #expect(
      try Self.found("<assessed on=\"2026-06-01\"/>", changes: change) == [
        "A: the impact analysis of 'Triage' is of 2026-06-01, before the change c 'New wing' of 2026-06-02"
      ])
    #expect(try Self.found("<assessed on=\"2026-06-02\"/>", changes: change) == [])
  }

  @Test("A change elsewhere, one to come and one without a day say nothing")
  func otherChanges() throws {
    let changes = """
      <change id="c1" name="Power" on="2026-06-02"><affects ref="T"/></change>
      <change id="c2" name="Move" on="2026-11-25"/><change id="c3" name="Merger"/>
      """
    #expect(try Self.found("<assessed on=\"2026-06-01\"/>", changes: changes) == [])
  }
}

@Suite("BIA-014")
struct ImpactUnapprovedTests {
  static func found(_ assessed: String) throws -> [String] {
    try impactMessages(ImpactUnapproved(), role + activityText(targets + assessed))
  }

  @Test("An analysis that nobody approved is found; who and when clear it")
  func fires() throws {
    #expect(try Self.found("") == ["A: the impact analysis of 'Triage' has not been approved"])
    #expect(
      try Self.found("<assessed approvedBy=\"r\"/>")
        == ["A: the impact analysis of 'Triage' doesn't say when it was approved"])
    #expect(
      try Self.found("<assessed approvedOn=\"2026-06-01\"/>")
        == ["A: the impact analysis of 'Triage' doesn't say who approved it"])
    #expect(try Self.found("<assessed approvedBy=\"r\" approvedOn=\"2026-06-01\"/>") == [])
  }

  @Test("What was made anew must be approved anew")
  func older() throws {
    #expect(
      try Self.found("<assessed on=\"2026-06-02\" approvedBy=\"r\" approvedOn=\"2026-06-01\"/>")
        == [
          "A: the impact analysis of 'Triage' was approved on 2026-06-01 and made anew on 2026-06-02"
        ])
    #expect(
      try Self.found("<assessed on=\"2026-06-01\" approvedBy=\"r\" approvedOn=\"2026-06-01\"/>")
        == [])
  }

  @Test("Where nothing is judged, there is nothing to approve")
  func empty() throws { #expect(try impactMessages(ImpactUnapproved(), activityText("")) == []) }
}
