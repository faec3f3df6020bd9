import RegisterChecks
import RegisterModel
import Testing

@Suite("PRT-004")
struct RecoveryPlannedLateTests {
  private func found(_ task: String, exercise: String = "", more: String = "") throws -> [String] {
    try findings(
      RecoveryPlannedLate(),
      in: completeProtocol(
        "<task id=\"k-2\" name=\"Move\" role=\"r-1\" restores=\"A-1\" \(task)/>" + more,
        without: ["task"]) + exercise
    ).map { "\($0.severity) \($0.message)" }
  }

  @Test(
    "After twenty minutes of calls 3 h 16 leave little time of four hours, 4 h miss them, and 8 h the MTPD"
  )
  func verdicts() throws {
    #expect(try found("likely=\"PT3H15M\"") == [])
    #expect(
      try found("likely=\"PT3H20M\"") == [
        "warning A-1 'Triage' is back after 3 h 40 min of 4 hours: little time is left (probability 1 by the critical path)"
          .replacing(" h", with: "\u{A0}h").replacing(" min", with: "\u{A0}min")
          .replacing("4\u{A0}hours", with: "4 hours")
      ])
    #expect(
      try found("likely=\"PT4H\"") == [
        "error A-1 'Triage' is back after 4\u{A0}h 20\u{A0}min, and is to be back in 4 hours"
      ])
    #expect(
      try found("likely=\"PT8H\"") == [
        "error A-1 'Triage' is back after 8\u{A0}h 20\u{A0}min, and may be down for 8 hours at most"
      ])
  }

  @Test("Where the duration isn't known nothing is said")
  func unknown() throws {
    #expect(try found("") == [])
  }

  @Test("What an exercise measured counts beside what is planned")
  func measured() throws {
    let exercise = """
      <exercise id="E-1" name="Move" on="2026-11-01"><protocol ref="P-1"/><measured task="k-2" time="PT5H"/></exercise>
      """
    #expect(
      try found("likely=\"PT1H\"", exercise: exercise) == [
        "error A-1 'Triage' is back after 5\u{A0}h 20\u{A0}min, as measured in E-1, and is to be back in 4 hours"
      ])
  }
}
