import RegisterChecks
import RegisterModel
import Testing

@Suite("RSK-006")
struct StagesOutOfOrderTests {
  static func found(_ scores: String...) throws -> [String] {
    try findings(StagesOutOfOrder(), in: riskText("R-1", scores.joined())).map {
      "\($0.severity) \($0.field ?? "-")"
    }
  }

  @Test("Stages that fall or stay are in order")
  func inOrder() throws {
    #expect(
      try Self.found(
        scoreText("inherent", likelihood: 4, ["money": 4, "safety": 2]),
        scoreText(likelihood: 4, ["money": 3, "safety": 2]),
        scoreText("target", likelihood: 1, ["money": 3])) == [])
  }

  @Test("A rating that rises is an error at the level that rose; judging anew clears it")
  func rating() throws {
    #expect(
      try Self.found(
        scoreText("inherent", likelihood: 2, ["money": 3]), scoreText(likelihood: 3, ["money": 3]))
        == ["error score[current]/likelihood"])
    #expect(
      try Self.found(
        scoreText("inherent", likelihood: 3, ["money": 3]), scoreText(likelihood: 3, ["money": 3]))
        == [])
  }

  @Test("A level that rises while the rating doesn't is a warning: one may be traded for the other")
  func trade() throws {
    #expect(
      try Self.found(
        scoreText("inherent", likelihood: 2, ["money": 5]), scoreText(likelihood: 4, ["money": 2]))
        == ["warning score[current]/likelihood"])
    #expect(
      try Self.found(
        scoreText(likelihood: 3, ["money": 4, "safety": 1]),
        scoreText("target", likelihood: 3, ["money": 3, "safety": 2]))
        == ["warning score[target]/impact[safety]/level"])
  }

  @Test(
    "Each pair of neighbouring stages is compared; without a current score, target with inherent")
  func pairs() throws {
    #expect(
      try Self.found(
        scoreText("inherent", likelihood: 2, ["money": 3]), scoreText(likelihood: 3, ["money": 3]),
        scoreText("target", likelihood: 4, ["money": 4]))
        == ["error score[current]/likelihood", "error score[target]/likelihood"])
    #expect(
      try Self.found(
        scoreText("inherent", likelihood: 2, ["money": 3]),
        scoreText("target", likelihood: 3, ["money": 3])) == ["error score[target]/likelihood"])
  }

  @Test("A category that only the later stage judges may raise the rating")
  func newCategory() throws {
    #expect(
      try Self.found(
        scoreText("inherent", likelihood: 3, ["money": 2]),
        scoreText(likelihood: 3, ["money": 2, "safety": 5])) == ["error score[current]"])
  }

  @Test("What isn't judged is not compared, and drafts and closed risks are not asked")
  func unknown() throws {
    #expect(
      try Self.found(
        scoreText("inherent", likelihood: nil, ["money": 2]),
        scoreText(likelihood: 5, ["safety": 5]))
        == [])
    for status in ["draft", "closed"] {
      let scores = scoreText("inherent", likelihood: 1, ["money": 1]) + highScore
      #expect(try places(StagesOutOfOrder(), in: riskText(status: status, scores)) == [])
    }
  }

  @Test("The message has what rose, with names")
  func message() throws {
    #expect(
      try messages(
        StagesOutOfOrder(),
        in: riskText(
          "R-1",
          scoreText("inherent", likelihood: 2, ["money": 3])
            + scoreText(likelihood: 3, ["money": 4])))
        == [
          "'It burns down at night' is worse today than without its controls: rating High (3) over "
            + "Medium (2), likelihood 3 Possible over 2 Unlikely and Money 4 Major over 3 Serious"
        ])
  }
}
