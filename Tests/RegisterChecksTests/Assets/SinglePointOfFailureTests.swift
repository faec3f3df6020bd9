import RegisterChecks
import RegisterModel
import Testing

@Suite("DEP-004")
struct SinglePointOfFailureTests {
  static func found(
    needs: String = "<needs><on ref=\"S\"/></needs>", mtpd: String = "P1D", asset: String = "/>",
    risk: String = ""
  ) throws -> [Finding] {
    try impactFindings(
      SinglePointOfFailure(),
      """
      \(activityText("<targets mtpd=\"\(mtpd)\"/>\(needs)"))
      <asset id="S" name="Switch" \(asset)<asset id="T" name="Second switch"/>\(risk)
      """)
  }

  @Test("One of a kind without workaround is an error without a risk, and a warning with one")
  func fires() throws {
    let alone = try Self.found()
    #expect(
      alone.map(\.message) == [
        "A 'Triage' hangs on 'Switch' alone, with no workaround, and no risk names it"
      ])
    #expect(alone.map(\.severity) == [.error])
    let known = try Self.found(risk: riskText("R-1", "<hits ref=\"S\"/>"))
    #expect(known.map(\.message) == ["A 'Triage' hangs on 'Switch' alone, with no workaround"])
    #expect(known.map(\.severity) == [.warning])
    #expect(
      try Self.found(risk: riskText("R-1", status: "draft", "<hits ref=\"S\"/>")).map(\.severity)
        == [.error])
  }

  @Test(
    "A second one or a workaround clears it; a workaround that doesn't carry the minimum doesn't")
  func clears() throws {
    #expect(
      try Self.found(needs: "<needs atLeast=\"1\"><on ref=\"S\"/><on ref=\"T\"/></needs>") == [])
    #expect(
      try Self.found(needs: "<needs><on ref=\"S\"/><workaround act=\"PT1H\"/></needs>") == [])
    #expect(
      try Self.found(
        needs: "<needs><on ref=\"S\"/><workaround act=\"PT1H\" capacity=\"0.2\"/></needs>"
      ).count == 1)
  }

  @Test("What nothing urgent needs is none, nor are several people")
  func notAsked() throws {
    #expect(try Self.found(mtpd: "P9D") == [])
    #expect(try Self.found(asset: "kind=\"people\"><supply amount=\"2\"/></asset>") == [])
    #expect(try Self.found(asset: "kind=\"people\"><supply amount=\"1\"/></asset>").count == 1)
    #expect(try Self.found(asset: "kind=\"people\"/>").count == 1)
  }

  @Test("Many activities are named up to three, and what lies behind is found too")
  func many() throws {
    let activities = (1...5).map {
      activityText("<targets mtpd=\"P1D\"/><needs><on ref=\"S\"/></needs>", id: "A\($0)")
    }.joined()
    let found = try impactMessages(
      SinglePointOfFailure(),
      activities
        + "<asset id=\"S\" name=\"Switch\"><needs><on ref=\"T\"/></needs></asset><asset id=\"T\" name=\"Power\"/>"
    )
    #expect(
      found == [
        "S: A1 'Triage', A2 'Triage', A3 'Triage' and 2 more hang on 'Switch' alone, with no workaround, and no "
          + "risk names it",
        "T: A1 'Triage', A2 'Triage', A3 'Triage' and 2 more hang on 'Power' alone, with no workaround, and no "
          + "risk names it",
      ])
  }
}
