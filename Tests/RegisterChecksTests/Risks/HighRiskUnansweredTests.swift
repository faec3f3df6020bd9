import RegisterChecks
import RegisterModel
import Testing

@Suite("RSK-008")
struct HighRiskUnansweredTests {
  static let party = "<party id=\"p-1\" name=\"Ann\"/>"

  static func found(
    _ records: String = "", score: String = highScore, status: String = "open",
    criteria: Criteria? = standardCriteria
  ) throws -> [String] {
    try places(
      HighRiskUnanswered(), in: party + riskText("R-1", status: status, score) + records,
      criteria: criteria)
  }

  static func acceptance(
    _ attributes: String = "by=\"p-1\" on=\"2026-06-01\" until=\"2027-05-31\"", id: String = "AC-1"
  ) -> String {
    "<acceptance id=\"\(id)\" risk=\"R-1\" \(attributes)><justification><p>Cheap</p></justification></acceptance>"
  }

  @Test("A high risk that nobody answers is an error, a medium one is not")
  func fires() throws {
    #expect(try Self.found() == ["R-1 -"])
    #expect(try Self.found(score: criticalScore) == ["R-1 -"])
    #expect(try Self.found(score: mediumScore) == [])
    #expect(try Self.found(score: "") == [])
  }

  @Test(
    "A treatment that is under way answers it",
    arguments: [
      ("proposed", "reduceLikelihood", true), ("approved", "reduceImpact", true),
      ("inProgress", "share", true), ("done", "reduceLikelihood", false),
      ("cancelled", "reduceLikelihood", false), ("approved", "retain", false),
    ])
  func treatments(status: String, option: String, answers: Bool) throws {
    let treatment = """
      <treatment id="T-1" name="Wall" option="\(option)" status="\(status)"><treats ref="R-1"/></treatment>
      """
    #expect(try Self.found(treatment) == (answers ? [] : ["R-1 -"]))
  }

  @Test(
    "A live acceptance answers it, if it was given at today's rating or above",
    arguments: [
      ("by=\"p-1\" on=\"2026-06-01\" until=\"2026-11-24\"", true),
      ("by=\"p-1\" on=\"2026-06-01\" until=\"2026-11-23\"", false),
      ("by=\"p-1\" on=\"2026-12-01\" until=\"2027-05-31\"", false),
      ("by=\"p-1\" on=\"2026-06-01\"", false),
      ("by=\"p-1\" on=\"2026-06-01\" until=\"2027-05-31\" withdrawn=\"2026-11-24\"", false),
      ("rating=\"2\" by=\"p-1\" on=\"2026-06-01\" until=\"2027-05-31\"", false),
      ("rating=\"3\" by=\"p-1\" on=\"2026-06-01\" until=\"2027-05-31\"", true),
      ("rating=\"4\" by=\"p-1\" on=\"2026-06-01\" until=\"2027-05-31\"", true),
    ])
  func acceptances(attributes: String, answers: Bool) throws {
    #expect(try Self.found(Self.acceptance(attributes)) == (answers ? [] : ["R-1 -"]))
  }

  @Test("The message says what there was, and why it doesn't answer")
  func message() throws {
    let records = """
      <treatment id="T-1" name="Wall" status="cancelled"><treats ref="R-1"/></treatment>
      """ + Self.acceptance("by=\"p-1\" on=\"2026-01-01\" until=\"2026-06-30\"")
    #expect(
      try messages(HighRiskUnanswered(), in: Self.party + riskText("R-1", highScore) + records)
        == [
          "'It burns down at night' is rated High (3) with no treatment under way and no live acceptance; "
            + "treatment T-1 is cancelled and acceptance AC-1 expired on 2026-06-30"
        ])
  }

  @Test("Without highFrom only the highest rating is high; without criteria none is")
  func threshold() throws {
    let silent = criteria { $0.highFrom = nil }
    #expect(try Self.found(criteria: silent) == [])
    #expect(try Self.found(score: criticalScore, criteria: silent) == ["R-1 -"])
    #expect(try Self.found(score: scoreText(likelihood: 5), criteria: nil) == [])
  }

  @Test(
    "Every status but draft and closed is asked",
    arguments: [
      ("draft", false), ("open", true), ("treating", true), ("monitored", true), ("accepted", true),
      ("closed", false),
    ])
  func statuses(status: String, isAsked: Bool) throws {
    #expect(try Self.found(status: status) == (isAsked ? ["R-1 -"] : []))
  }
}
