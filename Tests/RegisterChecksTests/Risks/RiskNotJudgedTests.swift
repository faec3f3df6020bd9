import RegisterChecks
import RegisterModel
import Testing

@Suite("RSK-004")
struct RiskNotJudgedTests {
  @Test(
    "A likelihood and one impact of today are enough; what is missing is named",
    arguments: [
      (scoreText(likelihood: 3, ["money": 3]), []),
      ("", ["R-1 score[current]"]),
      (scoreText(), ["R-1 score[current]/likelihood"]),
      (scoreText(likelihood: nil, ["money": 3]), ["R-1 score[current]/likelihood"]),
      (scoreText(likelihood: 3), ["R-1 score[current]/impact"]),
    ])
  func fires(score: String, expected: [String]) throws {
    #expect(try places(RiskNotJudged(), in: riskText("R-1", score)) == expected)
  }

  @Test("Other stages don't stand in for the current one")
  func otherStages() throws {
    let scores =
      scoreText("inherent", likelihood: 3, ["money": 3])
      + scoreText("target", likelihood: 1, ["money": 1])
    #expect(try places(RiskNotJudged(), in: riskText("R-1", scores)) == ["R-1 score[current]"])
  }

  @Test("Without impact categories there is nothing to judge by, which CFG-001 says")
  func noCriteria() throws {
    #expect(try places(RiskNotJudged(), in: riskText(), criteria: nil) == [])
    #expect(
      try places(RiskNotJudged(), in: riskText(), criteria: criteria { $0.impacts = [] }) == [])
  }

  @Test("Drafts and closed risks are not asked", arguments: ["draft", "closed"])
  func doesNotFire(status: String) throws {
    #expect(try places(RiskNotJudged(), in: riskText(status: status)) == [])
  }

  @Test("The message says what is missing")
  func message() throws {
    #expect(
      try messages(RiskNotJudged(), in: riskText("R-1", scoreText(likelihood: 3)))
        == ["the current impact is not judged, so 'It burns down at night' has no rating"])
  }
}
