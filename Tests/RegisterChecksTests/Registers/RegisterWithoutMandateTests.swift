import RegisterChecks
import Testing

@Suite("STR-003")
struct RegisterWithoutMandateTests {
  static let parts = """
    <scopeStatement><p>All of it</p></scopeStatement>
    <approval by="p-1" on="2026-01-27"/>
    <party id="p-1" name="Ann" kind="person"/>
    """

  @Test("Without owner, scope and approval there are three errors; giving all three clears them")
  func fires() throws {
    #expect(
      try places(RegisterWithoutMandate(), in: "") == ["- owner", "- scopeStatement", "- approval"])
    #expect(
      try places(RegisterWithoutMandate(), in: Self.parts, attributes: ["owner": "p-1"]) == [])
  }

  @Test(
    "An approval needs a day and somebody who gave it",
    arguments: [
      (#"<approval by="p-1"/>"#, "- approval/on"),
      (#"<approval on="2026-01-27"/>"#, "- approval/by"),
      ("<approval/>", "- approval/on"),
    ])
  func halfAnApproval(approval: String, place: String) throws {
    let text = Self.parts.replacing(#"<approval by="p-1" on="2026-01-27"/>"#, with: approval)
    #expect(
      try places(RegisterWithoutMandate(), in: text, attributes: ["owner": "p-1"]) == [place])
  }

  @Test("A file that holds a part of a register is not asked")
  func subset() throws {
    #expect(try places(RegisterWithoutMandate(), in: "", attributes: ["scope": "subset"]) == [])
  }
}
