import RegisterChecks
import Testing

@Suite("RSK-011")
struct HighRiskWithoutProtocolTests {
  static func found(
    _ parts: String = "", covers: String = "", score: String = highScore, status: String = "open"
  ) throws -> [String] {
    try places(
      HighRiskWithoutProtocol(),
      in: """
        <activity id="A-1" name="Triage"/><asset id="S-1" name="Pump"/><asset id="S-2" name="Hall"/>
        \(riskText("R-1", status: status, score + parts))
        <protocol id="P-1" name="Evacuate">\(covers)</protocol>
        """)
  }

  @Test("A high risk that no protocol is for is found; each way of linking one clears it")
  func fires() throws {
    #expect(try Self.found() == ["R-1 activates"])
    #expect(try Self.found("<activates protocol=\"P-1\"/>") == [])
    #expect(try Self.found(covers: "<covers ref=\"R-1\"/>") == [])
    #expect(try Self.found("<hits ref=\"S-1\"/>", covers: "<covers ref=\"S-1\"/>") == [])
    #expect(try Self.found("<hits ref=\"A-1\"/>", covers: "<covers ref=\"A-1\"/>") == [])
    #expect(
      try Self.found(
        "<jointHit probability=\"1\"><on ref=\"S-1\"/><on ref=\"S-2\"/></jointHit>",
        covers: "<covers ref=\"S-2\"/>") == [])
  }

  @Test("A protocol for something else doesn't count")
  func otherCover() throws {
    #expect(
      try Self.found("<hits ref=\"S-1\"/>", covers: "<covers ref=\"S-2\"/>") == ["R-1 activates"])
  }

  @Test("Medium, not rated, draft and closed risks are not asked")
  func doesNotFire() throws {
    #expect(try Self.found(score: mediumScore) == [])
    #expect(try Self.found(score: "") == [])
    #expect(try Self.found(status: "draft") == [])
    #expect(try Self.found(status: "closed") == [])
  }
}
