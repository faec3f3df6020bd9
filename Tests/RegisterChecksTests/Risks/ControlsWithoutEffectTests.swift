import RegisterChecks
import Testing

@Suite("RSK-007")
struct ControlsWithoutEffectTests {
  static let control = "<control id=\"C-1\" name=\"Gate\"/>"
  static let use = "<control ref=\"C-1\"/>"

  static func found(_ parts: String, status: String = "open") throws -> [String] {
    try places(ControlsWithoutEffect(), in: control + riskText("R-1", status: status, parts))
  }

  static func same(_ current: String) -> String {
    scoreText("inherent", likelihood: 3, ["money": 3, "safety": 2]) + current
  }

  @Test(
    "The same levels with and without controls are found; a lower one, or no control, clears it")
  func fires() throws {
    let unchanged = scoreText(likelihood: 3, ["money": 3, "safety": 2])
    #expect(try Self.found(Self.same(unchanged) + Self.use) == ["R-1 score[current]"])
    #expect(try Self.found(Self.same(unchanged)) == [])
    #expect(
      try Self.found(Self.same(scoreText(likelihood: 2, ["money": 3, "safety": 2])) + Self.use)
        == [])
    #expect(
      try Self.found(Self.same(scoreText(likelihood: 3, ["money": 3, "safety": 1])) + Self.use)
        == [])
  }

  @Test("Categories that only one of the two judges are not compared")
  func categories() throws {
    #expect(
      try Self.found(Self.same(scoreText(likelihood: 3, ["money": 3])) + Self.use)
        == ["R-1 score[current]"])
    #expect(try Self.found(Self.same(scoreText(likelihood: 3, ["legal": 3])) + Self.use) == [])
  }

  @Test(
    "Without one of the scores or the likelihood nothing is known; drafts and closed aren't asked")
  func unknown() throws {
    #expect(try Self.found(highScore + Self.use) == [])
    #expect(try Self.found(Self.same(scoreText(likelihood: nil, ["money": 3])) + Self.use) == [])
    let unchanged = Self.same(scoreText(likelihood: 3, ["money": 3])) + Self.use
    #expect(try Self.found(unchanged, status: "draft") == [])
    #expect(try Self.found(unchanged, status: "closed") == [])
  }
}
