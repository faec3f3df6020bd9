import RegisterChecks
import Testing

@Suite("RSK-002")
struct RiskWithoutLinkTests {
  static let around = """
    <objective id="O-1" name="To be there"/>
    <activity id="A-1" name="Triage"/>
    <asset id="S-1" name="Pump"/><asset id="S-2" name="Other pump"/>
    """

  @Test(
    "A risk that hits and threatens nothing is an error; any link clears it",
    arguments: [
      ("", ["R-1 hits"]), ("<hits ref=\"S-1\"/>", []), ("<hits ref=\"A-1\"/>", []),
      ("<threatens ref=\"O-1\"/>", []),
      ("<jointHit probability=\"0.5\"><on ref=\"S-1\"/><on ref=\"S-2\"/></jointHit>", []),
    ])
  func fires(link: String, expected: [String]) throws {
    #expect(
      try places(RiskWithoutLink(), in: Self.around + riskText("R-1", link)) == expected)
  }

  @Test("Each risk is named by itself, in the order of the register")
  func several() throws {
    #expect(
      try places(
        RiskWithoutLink(),
        in: Self.around + riskText("R-10") + riskText("R-9", "<hits ref=\"S-1\"/>")
          + riskText("R-2", status: "accepted"))
        == ["R-2 hits", "R-10 hits"])
  }

  @Test(
    "Drafts and closed risks are not asked, nor an empty register", arguments: ["draft", "closed"])
  func doesNotFire(status: String) throws {
    #expect(try places(RiskWithoutLink(), in: riskText(status: status)) == [])
    #expect(try places(RiskWithoutLink(), in: "", criteria: nil) == [])
  }
}
