import RegisterChecks
import Testing

@Suite("BIA-012")
struct RequirementNegativeTests {
  static func found(
    own: String = "PT2H", mode: String = "start", lead: String = "PT0S", workaround: String = ""
  ) throws -> [String] {
    try impactMessages(
      RequirementNegative(),
      """
      \(activityText(
        "<targets rto=\"PT1H\" own=\"\(own)\"/><needs mode=\"\(mode)\" lead=\"\(lead)\"><on ref=\"S\"/>\(workaround)</needs>"))
      <asset id="S" name="Record"><needs><on ref="T"/></needs></asset><asset id="T" name="Power"/>
      """)
  }

  @Test("Two hours of own work within one hour ask for the impossible; only the first is named")
  func fires() throws {
    #expect(
      try Self.found() == [
        "A: 'Triage' must be back in 1 hour and needs S 'Record' 1 hour before the disruption begins: lead and "
          + "own work after that take 2 hours"
      ])
  }

  @Test("Just in time is possible; less work, another mode or a workaround clears it")
  func clears() throws {
    #expect(try Self.found(own: "PT1H") == [])
    #expect(try Self.found(mode: "finish") == [])
    #expect(try Self.found(own: "PT50M", workaround: "<workaround act=\"PT5M\"/>") == [])
  }

  @Test("A lead that is too long is found as well")
  func lead() throws {
    #expect(
      try Self.found(mode: "finish", lead: "PT3H") == [
        "A: 'Triage' must be back in 1 hour and needs S 'Record' 2 hours before the disruption begins: lead and "
          + "own work after that take 3 hours"
      ])
  }
}
