import RegisterModel
import TestSupport
import Testing

@Suite("Registers begun from others")
struct BeginningTests {
  private func begun(_ text: String, attributes: KeyValuePairs<String, String> = [:]) throws
    -> Register
  {
    try Register(text, attributes: attributes).begun(
      as: Identifier("ours"), title: Line("Ours")!, language: LanguageTag("sv")!,
      currency: Currency("SEK")!)
  }

  @Test("The new register has its own name, and the content of the other")
  func content() throws {
    let register = try begun("<risk id=\"R-1\"><title>Fire</title></risk>")
    #expect(register.id.text == "ours" && register.title.text == "Ours")
    #expect(register.language.tag == "sv" && register.currency.code == "SEK")
    #expect(register.risks.map(\.title.text) == ["Fire"])
  }

  @Test("Revision and approval of the other stay behind")
  func mandate() throws {
    let register = try begun(
      "<approval by=\"p-1\" on=\"2026-01-27\"/><party id=\"p-1\" name=\"Ada\"/>",
      attributes: ["revision": "7"])
    #expect(register.revision == nil && register.approval == nil)
    #expect(register.parties.count == 1)
  }

  @Test("Of the impact categories only the one that counts the old currency counts the new one")
  func unit() throws {
    let register = try begun(
      """
      <criteria>
        <impact category="money" unit="EUR"><level name="Minor" from="1" to="10"/></impact>
        <impact category="fines" unit="EUR in fines"><level name="Minor" from="1" to="10"/></impact>
        <impact category="people" unit="people"><level name="Minor" from="1" to="10"/></impact>
        <impact category="law"><level name="Minor"/></impact>
      </criteria>
      """)
    #expect(
      register.criteria?.impacts.map { $0.unit?.text } == ["SEK", "EUR in fines", "people", nil])
  }
}
