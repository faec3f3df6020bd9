import RegisterChecks
import Testing

@Suite("RSK-005")
struct ScoreWithoutRationaleTests {
  static let because = "<because><p>Twice in ten years</p></because>"

  @Test(
    "A reason or evidence in the score clears it",
    arguments: [
      ("", ["R-1 score[current]"]), (Self.because, []),
      ("<evidence><p>The log of 2025</p></evidence>", []),
    ])
  func fires(parts: String, expected: [String]) throws {
    let risk = riskText("R-1", scoreText(likelihood: 3, ["money": 3], parts))
    #expect(try places(ScoreWithoutRationale(), in: risk) == expected)
  }

  @Test("Current and inherent are asked, in one finding; the target's reasons are the treatments")
  func stages() throws {
    let inherent = scoreText("inherent", likelihood: 4, ["money": 3])
    let current = scoreText(likelihood: 3, ["money": 3])
    let target = scoreText("target", likelihood: 1, ["money": 3])
    #expect(
      try messages(ScoreWithoutRationale(), in: riskText("R-1", inherent + current + target))
        == [
          "the current and inherent scores of 'It burns down at night' have no reason and no evidence"
        ])
    #expect(
      try places(
        ScoreWithoutRationale(),
        in: riskText("R-1", inherent + scoreText(likelihood: 3, ["money": 3], Self.because)))
        == ["R-1 score[inherent]"])
  }

  @Test("Reasons at every impact leave the likelihood without one")
  func impacts() throws {
    let score = """
      <score stage="current" likelihood="2">
        <impact category="money" level="2">\(Self.because)</impact>
      </score>
      """
    #expect(
      try messages(ScoreWithoutRationale(), in: riskText("R-1", score))
        == ["the current likelihood of 'It burns down at night' has no reason and no evidence"])
  }

  @Test("What nobody judged needs no reason, nor do drafts and closed risks")
  func doesNotFire() throws {
    #expect(try places(ScoreWithoutRationale(), in: riskText()) == [])
    #expect(try places(ScoreWithoutRationale(), in: riskText("R-1", scoreText())) == [])
    for status in ["draft", "closed"] {
      #expect(
        try places(ScoreWithoutRationale(), in: riskText(status: status, highScore)) == [])
    }
  }
}
