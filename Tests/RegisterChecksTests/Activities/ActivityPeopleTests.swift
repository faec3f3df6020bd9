import RegisterChecks
import Testing

@Suite("BIA-002")
struct ActivityWithoutOwnerTests {
  @Test("An activity without owner is found; an owner clears it")
  func fires() throws {
    #expect(
      try impactMessages(ActivityWithoutOwner(), activityText(""))
        == ["A: nobody owns the activity 'Triage'"])
    #expect(
      try impactMessages(
        ActivityWithoutOwner(),
        "<party id=\"r\" name=\"Head\"/>" + activityText("", attributes: "owner=\"r\"")) == [])
  }
}

@Suite("BIA-015")
struct StaffingUnstatedTests {
  static func found(
    _ owner: String, staff: String = "<staff role=\"t\" atLeast=\"2\"/>", mtpd: String = "P1D"
  ) throws -> [String] {
    try impactMessages(
      StaffingUnstated(),
      """
      <party id="p" name="Ann" kind="person"/><party id="q" name="Ben" kind="person"/>
      <party id="d" name="Cat" kind="person"><deputy ref="p"/></party>
      <party id="one" name="Head" kind="role"><holder ref="p"/></party>
      <party id="two" name="Heads" kind="role"><holder ref="p"/><holder ref="q"/></party>
      <party id="deputised" name="Chief" kind="role"><holder ref="p"/><deputy ref="q"/></party>
      <party id="through" name="Lead" kind="role"><holder ref="d"/></party>
      <party id="org" name="Firm" kind="organisation"/><party id="t" name="Nurses" kind="team"/>
      \(activityText("<targets mtpd=\"\(mtpd)\"/>" + staff, attributes: "owner=\"\(owner)\""))
      """)
  }

  @Test("Who has nobody to stand in is found", arguments: ["p", "one", "t"])
  func alone(owner: String) throws { #expect(try Self.found(owner).count == 1) }

  @Test(
    "A deputy, a second holder or a deputised holder clears it",
    arguments: ["two", "deputised", "through", "d", "org"])
  func substitutes(owner: String) throws { #expect(try Self.found(owner) == []) }

  @Test("No staffing is found; an entry clears it, also one of nobody")
  func staffing() throws {
    #expect(
      try Self.found("two", staff: "")
        == ["A: nobody has said how many people 'Triage' needs at least"])
    #expect(try Self.found("two", staff: "<staff role=\"t\" atLeast=\"0\"/>") == [])
  }

  @Test("Both in one; an activity that is not prioritised is not asked")
  func both() throws {
    #expect(
      try Self.found("one", staff: "") == [
        "A: nobody has said how many people 'Triage' needs at least and nobody stands in for its owner one 'Head'"
      ])
    #expect(
      try Self.found("one") == ["A: nobody stands in for one 'Head', who owns 'Triage'"])
    #expect(try Self.found("one", staff: "", mtpd: "P9D") == [])
  }
}
