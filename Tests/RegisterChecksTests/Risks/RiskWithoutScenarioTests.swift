import RegisterChecks
import RegisterModel
import Testing

@Suite("RSK-003")
struct RiskWithoutScenarioTests {
  static let described = """
    <cause><p>Rain</p></cause><event><p>The river rises</p></event>
    <consequence><p>Wards are moved</p></consequence>
    """

  @Test(
    "What is not described is named once for the risk, at the first of the missing texts",
    arguments: [
      (Self.described, []),
      (
        "",
        ["R-1 cause: the cause, event and consequence of 'It floods the hall' are not described"]
      ),
      (
        "<cause><p>Rain</p></cause><event><p>It rises</p></event>",
        ["R-1 consequence: the consequence of 'It floods the hall' is not described"]
      ),
    ])
  func texts(parts: String, expected: [String]) throws {
    let found = try findings(
      RiskWithoutScenario(), in: riskText(title: "It floods the hall", parts))
    #expect(found.map { "\($0.entity ?? "") \($0.field ?? ""): \($0.message)" } == expected)
  }

  @Test("A topic is found at the title; a sentence with a verb clears it")
  func title() throws {
    #expect(
      try places(RiskWithoutScenario(), in: riskText(title: "Flood", Self.described)) == [
        "R-1 title"
      ])
    #expect(
      try places(RiskWithoutScenario(), in: riskText(title: "The river floods", Self.described))
        == [])
  }

  @Test("A missing text is missing, a topic is wrong, so a draft of a register hears of the topic")
  func nature() throws {
    let found = try findings(RiskWithoutScenario(), in: riskText(title: "Flood"))
    #expect(found.map(\.nature) == [.missing, .wrong])
  }

  @Test("Drafts and closed risks are not asked", arguments: ["draft", "closed"])
  func doesNotFire(status: String) throws {
    #expect(try places(RiskWithoutScenario(), in: riskText(status: status, title: "Flood")) == [])
  }

  @Test("The register's language decides how titles are read")
  func language() throws {
    let register = riskText(title: "Server compromise risk", Self.described)
    #expect(try places(RiskWithoutScenario(), in: register) == ["R-1 title"])
    #expect(
      try places(RiskWithoutScenario(), in: register, attributes: ["lang": "de-AT"]) == [])
  }
}

@Suite("Titles that are topics")
struct TopicTitleTests {
  @Test(
    "English topics",
    arguments: [
      "Phishing", "Burnout", "Flooding", "Ransomware", "PR oversight", "Workplace conflict",
      "Financial crisis", "Cyber attack", "Cyber attacks", "Data breaches", "Loss of power",
      "Power cuts", "Supplier failure", "Key person risk", "Stolen laptops", "Unpatched servers",
      "Legacy systems", "Payment delays", "Staff shortage", "Heat wave", "Supply chain issues",
      "IT/OT security", "Regulatory fines", "Brexit", "Fire (kitchen)", "Staffing needs", "2027",
    ])
  func topics(title: String) throws {
    #expect(
      try places(
        RiskWithoutScenario(), in: riskText(title: title, RiskWithoutScenarioTests.described))
        == ["R-1 title"])
  }

  @Test(
    "English events",
    arguments: [
      "It burns", "The river floods", "Boiler bursts", "Backups fail", "The lift sticks",
      "Supplier goes bankrupt", "Key person leaves", "Data are stolen", "Server compromised",
      "Mail server down", "Pipes leak water everywhere", "Nobody answers", "Gang attacks plant",
      "Budget exceeded", "Roof collapses", "Water isn't safe", "Passwords stolen", "Pump stops",
      "Key staff missing", "A clerk opens a forged invoice", "Network unavailable",
      "Loss of power in the east wing", "Router firmware crashes", "They quit",
    ])
  func events(title: String) throws {
    #expect(
      try places(
        RiskWithoutScenario(), in: riskText(title: title, RiskWithoutScenarioTests.described))
        == [])
  }

  @Test(
    "In other languages a single word is a topic, and nothing else",
    arguments: [
      ("de", "Serverausfall", true), ("de", "Dach brennt", false), ("fi", "Palvelin kaatuu", false),
      ("fr", "Phishing", true), ("el", "Πλημμύρα", true), ("ja", "サーバが停止する", false),
      ("zh-Hant", "洪水", false), ("th", "น้ำท่วม", false), ("ko", "홍수", true),
      ("EN-GB", "Flood damage", true), ("enm", "Flood damage", false),
    ])
  func otherLanguages(language: String, title: String, isTopic: Bool) throws {
    #expect(
      try places(
        RiskWithoutScenario(), in: riskText(title: title, RiskWithoutScenarioTests.described),
        attributes: ["lang": language]) == (isTopic ? ["R-1 title"] : []))
  }
}
