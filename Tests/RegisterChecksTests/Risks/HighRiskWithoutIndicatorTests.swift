import RegisterChecks
import RegisterModel
import Testing

@Suite("RSK-014")
struct HighRiskWithoutIndicatorTests {
  static func found(
    _ indicators: String = "", score: String = highScore, status: String = "open"
  ) throws -> [String] {
    try findings(
      HighRiskWithoutIndicator(), in: riskText("R-1", status: status, score) + indicators
    ).map { "\($0.entity ?? "-") \($0.field ?? "-") \($0.nature)" }
  }

  static func indicator(
    _ id: String = "K-1", _ attributes: String = "red=\"5\" maximumAge=\"P1M\"",
    at: String? = "2026-11-01T08:00:00Z"
  ) -> String {
    "<indicator id=\"\(id)\" name=\"Alarms\" \(attributes)><tracks ref=\"R-1\"/>"
      + (at.map { "<reading at=\"\($0)\" value=\"1\"/>" } ?? "") + "</indicator>"
  }

  @Test("A high risk that nothing tracks is found; an indicator with a fresh reading clears it")
  func fires() throws {
    #expect(try Self.found() == ["R-1 - missing"])
    #expect(try Self.found(Self.indicator()) == [])
  }

  @Test("An indicator that says nothing today is found itself")
  func silent() throws {
    #expect(try Self.found(Self.indicator(at: nil)) == ["K-1 reading missing"])
    #expect(
      try Self.found(Self.indicator(at: "2026-11-25T08:00:00Z")) == ["K-1 reading missing"])
    #expect(try Self.found(Self.indicator("K-1", "")) == ["K-1 red missing"])
    #expect(
      try Self.found(Self.indicator(at: "2026-10-01T08:00:00Z")) == ["K-1 maximumAge wrong"])
  }

  @Test("One that is stale is found though another is fresh")
  func several() throws {
    #expect(
      try Self.found(
        Self.indicator("K-1") + Self.indicator("K-2", at: "2026-10-01T08:00:00Z"))
        == ["K-2 maximumAge wrong"])
  }

  @Test("An indicator of two high risks is found once, and names both")
  func shared() throws {
    let register =
      riskText("R-1", highScore) + riskText("R-2", title: "It floods again", highScore)
        + """
        <indicator id="K-1" name="Alarms" red="5"><tracks ref="R-1"/><tracks ref="R-2"/></indicator>
        """
    #expect(
      try messages(HighRiskWithoutIndicator(), in: register)
        == [
          "'Alarms' has no reading up to today; it tracks R-1 'It burns down at night' and R-2 'It floods "
            + "again'"
        ])
  }

  @Test("Medium, not rated, draft and closed risks are not asked, nor are their indicators")
  func doesNotFire() throws {
    #expect(try Self.found(score: mediumScore) == [])
    #expect(try Self.found(Self.indicator(at: nil), score: mediumScore) == [])
    #expect(try Self.found(score: "") == [])
    #expect(try Self.found(status: "draft") == [])
    #expect(try Self.found(status: "closed") == [])
  }
}
