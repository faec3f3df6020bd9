import RegisterChecks
import RegisterModel
import Testing

@Suite("RSK-010")
struct ReviewOverdueTests {
  static func found(
    _ attributes: String, score: String = highScore, status: String = "open",
    criteria: Criteria? = standardCriteria
  ) throws -> [String] {
    try findings(
      ReviewOverdue(), in: riskText("R-1", status: status, attributes: attributes, score),
      criteria: criteria
    ).map { "\($0.severity) \($0.nature) \($0.field ?? "-")" }
  }

  @Test(
    "High is due after 90 days: late from the day after, and a review today clears it",
    arguments: [("2026-08-26", []), ("2026-08-25", ["error wrong reviewed"]), ("2026-11-24", [])])
  func high(reviewed: String, expected: [String]) throws {
    #expect(try Self.found("reviewed=\"\(reviewed)\"") == expected)
  }

  @Test(
    "On a risk that isn't high it is a warning; its own interval comes before that of its rating")
  func others() throws {
    #expect(
      try Self.found("reviewed=\"2026-05-01\"", score: mediumScore) == ["warning wrong reviewed"])
    #expect(try Self.found("reviewed=\"2026-05-01\" reviewEvery=\"P1Y\"") == [])
    #expect(
      try Self.found("reviewed=\"2026-09-01\" reviewEvery=\"P1M\"", score: "")
        == ["warning wrong reviewed"])
  }

  @Test("Never reviewed: the day of the current score counts, then that of the record")
  func neverReviewed() throws {
    let judged = scoreText(likelihood: 3, ["money": 3], attributes: "on=\"2026-03-01\"")
    #expect(try Self.found("", score: judged) == ["error wrong reviewed"])
    let recent = scoreText(likelihood: 3, ["money": 3], attributes: "on=\"2026-11-01\"")
    #expect(try Self.found("created=\"2020-01-01T00:00:00Z\"", score: recent) == [])
    #expect(try Self.found("created=\"2020-01-01T00:00:00Z\"") == ["error wrong reviewed"])
  }

  @Test("Without any day the rule asks for one, as a warning about something missing")
  func undated() throws { #expect(try Self.found("") == ["warning missing reviewed"]) }

  @Test(
    "Without an interval nothing is ever due: no criteria, no rating, a rating without interval")
  func noInterval() throws {
    #expect(try Self.found("reviewed=\"2001-01-01\"", score: "", criteria: nil) == [])
    #expect(try Self.found("reviewed=\"2001-01-01\"", score: "") == [])
    #expect(
      try Self.found("reviewed=\"2001-01-01\"", criteria: criteria { $0.reviews = [] }) == [])
  }

  @Test("Drafts and closed risks are not asked", arguments: ["draft", "closed"])
  func doesNotFire(status: String) throws {
    #expect(try Self.found("reviewed=\"2001-01-01\"", status: status) == [])
  }

  @Test("The message has the days, the interval and where it comes from")
  func message() throws {
    #expect(
      try messages(
        ReviewOverdue(), in: riskText("R-1", attributes: "reviewed=\"2026-08-01\"", highScore))
        == [
          "the review of 'It burns down at night', rated High (3), was due on 2026-10-30, 25 days ago: "
            + "last reviewed on 2026-08-01, every 90 days for High (3)"
        ])
  }
}
