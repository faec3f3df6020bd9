import RegisterChecks
import Testing

@Suite("RSK-015")
struct RedWithoutReviewTests {
  static let red = """
    <indicator id="K-1" name="Alarms" amber="2" red="5" maximumAge="P3M"><tracks ref="R-1"/>
      <reading at="2026-09-01T08:00:00Z" value="6"/><reading at="2026-09-15T08:00:00Z" value="1"/>
      <reading at="2026-10-01T08:00:00Z" value="7"/><reading at="2026-11-01T08:00:00Z" value="5"/>
    </indicator>
    """

  static func found(
    _ attributes: String, _ indicator: String = red, status: String = "open", score: String = ""
  ) throws -> [String] {
    try places(
      RedWithoutReview(),
      in: riskText("R-1", status: status, attributes: attributes, score) + indicator)
  }

  @Test("Red since 1 October asks for a review since; one on that day is taken as having seen it")
  func fires() throws {
    #expect(try Self.found("reviewed=\"2026-09-30\"") == ["R-1 reviewed"])
    #expect(try Self.found("reviewed=\"2026-10-01\"") == [])
    #expect(try Self.found("") == ["R-1 reviewed"])
    #expect(try Self.found("reviewed=\"2026-11-24\"") == [])
  }

  @Test("The rating doesn't matter: a low risk whose indicator is red is asked too")
  func lowRisk() throws {
    #expect(
      try Self.found("reviewed=\"2026-09-30\"", score: scoreText(likelihood: 1, ["money": 1]))
        == ["R-1 reviewed"])
  }

  @Test("Amber, stale and untracked indicators ask for nothing")
  func doesNotFire() throws {
    #expect(
      try Self.found("", Self.red.replacing("value=\"5\"", with: "value=\"4\"")) == [])
    #expect(try Self.found("", Self.red.replacing("P3M", with: "P10D")) == [])
    #expect(try Self.found("", Self.red.replacing("<tracks ref=\"R-1\"/>", with: "")) == [])
    #expect(try Self.found("", status: "draft") == [])
    #expect(try Self.found("", status: "closed") == [])
  }

  @Test("The message has the indicator, since when it is red, and the last review")
  func message() throws {
    #expect(
      try messages(
        RedWithoutReview(), in: riskText("R-1", attributes: "reviewed=\"2026-09-30\"") + Self.red)
        == [
          "K-1 'Alarms' is red since 2026-10-01, but 'It burns down at night' was last reviewed on "
            + "2026-09-30"
        ])
  }
}
