import RegisterChecks
import RegisterModel
import Testing

@Suite("RSK-009")
struct ToleranceExceededTests {
  static let parties = "<party id=\"p-1\" name=\"Ann\"/><party id=\"p-2\" name=\"Ben\"/>"

  static func found(
    _ records: String = "", score: String = criticalScore, status: String = "open",
    criteria: Criteria? = standardCriteria
  ) throws -> [String] {
    try places(
      ToleranceExceeded(), in: parties + riskText("R-1", status: status, score) + records,
      criteria: criteria)
  }

  static func acceptance(_ attributes: String) -> String {
    HighRiskUnansweredTests.acceptance(
      "\(attributes) by=\"p-1\" on=\"2026-06-01\" until=\"2027-05-31\"")
  }

  @Test("Beyond tolerance without exception is an error; what is within it, or unknown, is none")
  func fires() throws {
    #expect(try Self.found() == ["R-1 -"])
    #expect(try Self.found(score: highScore) == [])
    #expect(try Self.found(score: "") == [])
    #expect(try Self.found(score: "", criteria: nil) == [])
    #expect(try Self.found(criteria: criteria { $0.appetites = [] }) == [])
  }

  @Test(
    "Only an acceptance of what there is today is an exception",
    arguments: [
      ("", true), ("rating=\"4\" state=\"exceedsTolerance\"", true), ("rating=\"3\"", false),
      ("rating=\"4\" state=\"withinTolerance\"", false), ("state=\"withinAppetite\"", false),
    ])
  func acceptances(attributes: String, covers: Bool) throws {
    #expect(try Self.found(Self.acceptance(attributes)) == (covers ? [] : ["R-1 -"]))
  }

  @Test("A treatment is no exception: until it is done, the risk is borne")
  func treatment() throws {
    #expect(
      try Self.found(
        "<treatment id=\"T-1\" name=\"Wall\" status=\"inProgress\"><treats ref=\"R-1\"/></treatment>"
      )
        == ["R-1 -"])
  }

  @Test(
    "Why an action doesn't escalate it is said, and who may accept it",
    arguments: [
      ("owner=\"p-1\" due=\"2026-11-23\"", "it was due on 2026-11-23"),
      ("owner=\"p-1\"", "it has no due date"), ("due=\"2026-12-01\"", "it has no owner"),
      ("owner=\"p-2\" due=\"2026-12-01\"", "p-2 may not accept Critical (4)"),
    ])
  func attempts(attributes: String, flaw: String) throws {
    let found = try findings(
      ToleranceExceeded(),
      in: Self.parties + riskText("R-1", criticalScore)
        + "<action id=\"X-1\" name=\"Decide\" \(attributes)><from ref=\"R-1\"/></action>",
      criteria: criteria {
        $0.authorities = [ApprovalAuthority(rating: level(4), role: try! Identifier("p-1"))]
      })
    #expect(found.first?.message.hasSuffix("; action X-1 is no escalation, for \(flaw)") == true)
    #expect(found.first?.hint?.contains("by who may (p-1)") == true)
  }

  @Test(
    "An open action from it, in time and with who may decide, escalates it",
    arguments: [
      ("owner=\"p-1\" due=\"2026-11-24\"", true), ("owner=\"p-1\" due=\"2026-11-23\"", false),
      ("owner=\"p-1\"", false), ("due=\"2026-12-01\"", false),
      ("owner=\"p-2\" due=\"2026-12-01\"", false),
      ("owner=\"p-1\" due=\"2026-12-01\" status=\"inProgress\"", true),
      ("owner=\"p-1\" due=\"2026-12-01\" status=\"done\"", false),
      ("owner=\"p-1\" due=\"2026-12-01\" status=\"cancelled\"", false),
    ])
  func escalation(attributes: String, escalates: Bool) throws {
    let action = "<action id=\"X-1\" name=\"Decide\" \(attributes)><from ref=\"R-1\"/></action>"
    let stated = criteria {
      $0.authorities = [
        ApprovalAuthority(rating: level(4), role: try! Identifier("p-1")),
        ApprovalAuthority(rating: level(3), role: try! Identifier("p-2")),
      ]
    }
    #expect(try Self.found(action, criteria: stated) == (escalates ? [] : ["R-1 -"]))
  }

  @Test(
    "Where nobody's authority is stated, any owner of the action will do; an action of another risk not"
  )
  func noAuthorities() throws {
    #expect(
      try Self.found(
        "<action id=\"X-1\" name=\"Decide\" owner=\"p-2\" due=\"2026-12-01\"><from ref=\"R-1\"/></action>"
      )
        == [])
    #expect(
      try Self.found("<action id=\"X-1\" name=\"Decide\" owner=\"p-2\" due=\"2026-12-01\"/>") == [
        "R-1 -"
      ])
  }

  @Test(
    "The message has the rating, the category, what is tolerated, and the acceptance that falls short"
  )
  func message() throws {
    #expect(
      try messages(
        ToleranceExceeded(),
        in: Self.parties + riskText("R-1", criticalScore) + Self.acceptance("rating=\"3\""))
        == [
          "'It burns down at night' is rated Critical (4) in Money, tolerated up to High (3), without an "
            + "approved exception; acceptance AC-1 was given at High (3)"
        ])
  }

  @Test("Drafts and closed risks are not asked", arguments: ["draft", "closed"])
  func doesNotFire(status: String) throws { #expect(try Self.found(status: status) == []) }
}
