import RegisterChecks
import RegisterModel
import Testing

@Suite("RSK-016")
struct LevelAgainstEstimateTests {
  static func found(
    _ estimate: String, stage: String = "current", likelihood: Int? = 3, money: Int? = 3,
    parts: String = "", status: String = "open", criteria: Criteria? = standardCriteria
  ) throws -> [String] {
    let score = scoreText(stage, likelihood: likelihood, money.map { ["money": $0] } ?? [:])
    let text = score + "<estimate stage=\"\(stage)\">\(estimate)</estimate>" + parts
    return try places(
      LevelAgainstEstimate(),
      in: "<asset id=\"S-1\" name=\"Pump\"/>" + riskText("R-1", status: status, text),
      criteria: criteria)
  }

  static func frequency(_ value: String) -> String {
    "<frequency><constant value=\"\(value)\"/></frequency>"
  }
  static func loss(_ value: String) -> String { "<loss><constant value=\"\(value)\"/></loss>" }

  @Test(
    "Possible is 0.1 to 1 a year: a mean elsewhere is found, a bound fits both sides",
    arguments: [("0.5", true), ("0.1", true), ("1", true), ("0.09", false), ("2", false)])
  func likelihood(mean: String, fits: Bool) throws {
    #expect(
      try Self.found(Self.frequency(mean)) == (fits ? [] : ["R-1 score[current]/likelihood"]))
  }

  @Test("Level 3 of money is 100 000 to a million: a mean elsewhere is found")
  func money() throws {
    #expect(try Self.found(Self.loss("500000")) == [])
    #expect(try Self.found(Self.loss("99000")) == ["R-1 score[current]/impact[money]/level"])
    #expect(try Self.found(Self.loss("2000000")) == ["R-1 score[current]/impact[money]/level"])
    #expect(
      try Self.found(Self.frequency("20") + Self.loss("2000000"))
        == ["R-1 score[current]/likelihood", "R-1 score[current]/impact[money]/level"])
  }

  @Test("The mean of an interval counts, not its middle: 4 a year for 0.01 to 15 means Likely")
  func interval() throws {
    let interval = "<frequency><between low=\"0.01\" high=\"15\"/></frequency>"
    #expect(try Self.found(interval, likelihood: 3) == ["R-1 score[current]/likelihood"])
    #expect(try Self.found(interval, likelihood: 4) == [])
  }

  @Test(
    "Where the event causes outages, their cost comes on top: a higher level is no disagreement")
  func outages() throws {
    let hit = "<hits ref=\"S-1\"><outage><constant value=\"PT4H\"/></outage></hits>"
    #expect(try Self.found(Self.loss("99000"), parts: hit) == [])
    #expect(
      try Self.found(Self.loss("2000000"), parts: hit)
        == ["R-1 score[current]/impact[money]/level"])
    #expect(
      try Self.found(Self.loss("99000"), parts: "<hits ref=\"S-1\"/>")
        == ["R-1 score[current]/impact[money]/level"])
  }

  @Test("Each stage is compared with its own estimate")
  func stages() throws {
    #expect(
      try Self.found(Self.frequency("20"), stage: "inherent") == ["R-1 score[inherent]/likelihood"])
    #expect(
      try places(
        LevelAgainstEstimate(),
        in: riskText(
          "R-1", highScore + "<estimate stage=\"target\">\(Self.frequency("20"))</estimate>")) == []
    )
  }

  @Test("Nothing is claimed of what has no mean, of what isn't judged, and without intervals")
  func unknown() throws {
    #expect(
      try Self.found("<frequency><pareto shape=\"0.9\" scale=\"50\"/></frequency>") == [])
    #expect(
      try Self.found("<threatEvents><constant value=\"50\"/></threatEvents>") == [])
    #expect(try Self.found(Self.frequency("20"), likelihood: nil) == [])
    #expect(try Self.found(Self.loss("99000"), money: nil) == [])
    #expect(try Self.found(Self.frequency("20") + Self.loss("1"), money: nil, criteria: nil) == [])
    #expect(try Self.found(Self.frequency("20"), status: "draft") == [])
    #expect(try Self.found(Self.frequency("20"), status: "closed") == [])
  }

  @Test("The message has both levels and the mean")
  func message() throws {
    #expect(
      try messages(
        LevelAgainstEstimate(),
        in: riskText("R-1", highScore + "<estimate>\(Self.frequency("0.035"))</estimate>"))
        == [
          "the current likelihood of 'It burns down at night' is 3 Possible, but its estimate expects "
            + "0.035 events a year, which is 2 Unlikely"
        ])
    #expect(
      try messages(
        LevelAgainstEstimate(),
        in: riskText("R-1", highScore + "<estimate>\(Self.loss("3141592"))</estimate>"))
        == [
          "the current impact on Money of 'It burns down at night' is 3 Serious, but its estimate expects "
            + "a loss of 3140000 EUR, which is 4 Major"
        ])
  }
}
