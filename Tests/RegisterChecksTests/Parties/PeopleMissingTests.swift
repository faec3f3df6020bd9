import RegisterChecks
import RegisterModel
import Testing

@Suite("REC-005")
struct PeopleMissingTests {
  static func found(_ supply: String, second: String = "PT0S") throws -> [String] {
    try impactMessages(
      PeopleMissing(),
      """
      <party id="t" name="Scientists" kind="team"/>
      \(activityText("<staff role=\"t\" atLeast=\"2\"/>"))
      \(activityText("<staff role=\"t\" from=\"\(second)\" atLeast=\"2\"/>", id: "B"))
      <asset id="S" name="On call" kind="people" owner="t">\(supply)</asset>
      """)
  }

  @Test("Three where four are needed are one too few; a fourth, or waiting, clears it")
  func fires() throws {
    #expect(
      try Self.found("<supply amount=\"3\"/>") == [
        "t: from the start 1 more of 'Scientists' is needed than there are: A 'Triage' and B 'Triage' need them"
      ])
    #expect(try Self.found("<supply amount=\"4\"/>") == [])
    #expect(
      try Self.found("<supply amount=\"2\"/><supply from=\"PT4H\" amount=\"4\"/>", second: "PT4H")
        == [])
  }

  @Test("The time of the shortage is named; where nobody is stated nothing is said")
  func span() throws {
    #expect(
      try Self.found("<supply amount=\"3\"/><supply from=\"PT4H\" amount=\"4\"/>") == [
        "t: from the start until 4 hours 1 more of 'Scientists' is needed than there are: A 'Triage' and B "
          + "'Triage' need them"
      ])
    #expect(try Self.found("") == [])
  }

  @Test("One person named for two roles is there once")
  func shared() throws {
    func found(_ more: String) throws -> [String] {
      try impactMessages(
        PeopleMissing(),
        """
        <party id="p" name="Ann" kind="person"/><party id="q" name="Ben" kind="person"/>
        <party id="dba" name="Databases" kind="role"><holder ref="p"/></party>
        <party id="net" name="Network" kind="role"><holder ref="p"/>\(more)</party>
        \(activityText("<staff role=\"dba\" atLeast=\"1\"/><staff role=\"net\" atLeast=\"1\"/>"))
        """)
    }
    #expect(
      try found("") == [
        "dba: from the start dba and net need 2 people together, and only 1 are named for any of them: p"
      ])
    #expect(try found("<holder ref=\"q\"/>") == [])
  }

  @Test("Work that occupies more of a crew than there is, is found; more of it clears it")
  func crew() throws {
    func found(_ capacity: Int) throws -> [String] {
      try impactMessages(
        PeopleMissing(),
        """
        <recoveryResource id="C" name="Crew" capacity="\(capacity)"/>
        <asset id="S" name="Crane"><restore duration="PT1H"><occupies ref="C" amount="2"/></restore></asset>
        """)
    }
    #expect(try found(1) == ["S: restoring 'Crane' occupies 2 of C 'Crew', and there are 1"])
    #expect(try found(2) == [])
  }
}
