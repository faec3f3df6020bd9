import RegisterModel
import RegisterXML
import Testing

@Suite("What stands in a register stays where and what it is")
struct RoundTripPlacesTests {
  @Test("An ampersand in an attribute is an ampersand, however it is written")
  func ampersand() throws {
    for spelling in ["&amp;", "&#38;", "&#x26;"] {
      let register = try read(
        """
        <party id="P-1" name="Fire \(spelling) Rescue"/>
        """)
      #expect(register.parties.first?.name.text == "Fire & Rescue")
    }
    let register = try read("<party id=\"P-1\" name=\"write &amp;#38;amp; for &amp;amp;\"/>")
    #expect(register.parties.first?.name.text == "write &#38;amp; for &amp;")
  }

  @Test("Blanks around the version of the format are none of its digits")
  func paddedVersion() throws {
    let text = document("<party id=\"P-1\" name=\"Fire\" pager=\"7\"/>", version: " 1.7 ")
    let register = try #require(RegisterReader.read(text).register)
    #expect(RegisterWriter.text(of: register).contains("name=\"Fire\" pager=\"7\"/>"))
  }

  @Test("A comment before the title stays before it")
  func commentBeforeTitle() throws {
    try staysAsItIs(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <register xmlns="https://w3id.org/holdfast/register/1" schemaVersion="1.0" id="R" lang="en" currency="EUR">
        <!-- 2026 edition -->
        <title>Plant</title>
      </register>

      """)
  }

  @Test("A comment before an element of a later version stays before it")
  func commentBeforeLater() throws {
    try staysAsItIs(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <register xmlns="https://w3id.org/holdfast/register/1" schemaVersion="1.7" id="R" lang="en" currency="EUR">
        <title>Plant</title>
        <!-- what we fear -->
        <fears of="fire"/>
        <party id="P-1" name="Fire"/>
      </register>

      """)
  }

  @Test("An element of a later version before the title, and one behind all records, stay there")
  func laterAtTheEnds() throws {
    try staysAsItIs(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <register xmlns="https://w3id.org/holdfast/register/1" schemaVersion="1.7" id="R" lang="en" currency="EUR">
        <edition of="2026"/>
        <title>Plant</title>
        <party id="P-1" name="Fire"/>
        <end/>
        <!-- the end -->
      </register>

      """)
  }

  @Test("A schema location for editors changes nothing in what other programs keep")
  func schemaLocation() throws {
    try staysAsItIs(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <register xmlns="https://w3id.org/holdfast/register/1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" schemaVersion="1.0" id="R" lang="en" currency="EUR" xsi:schemaLocation="https://w3id.org/holdfast/register/1 holdfast.xsd">
        <title>Plant</title>
        <ext>
          <x:note xmlns:x="urn:x">kept</x:note>
        </ext>
      </register>

      """)
  }

  @Test("A prefix that is declared around foreign elements goes with them")
  func declaredAround() throws {
    let text = document(
      "<party id=\"P-1\" name=\"Fire\"><ext><x:note>kept</x:note></ext></party>"
    ).replacing("<register ", with: "<register xmlns:x=\"urn:x\" ")
    let written = RegisterWriter.text(of: try #require(RegisterReader.read(text).register))
    #expect(written.contains("<x:note xmlns:x=\"urn:x\">kept</x:note>"))
  }

  @Test("Text among foreign elements is refused, not dropped")
  func textInExtension() {
    let read = RegisterReader.read(
      document("<party id=\"P-1\" name=\"Fire\"><ext>lost?<x:n xmlns:x=\"urn:x\"/></ext></party>"))
    #expect(read.register == nil)
    #expect(read.findings.map(\.rule) == ["XML-016"])
  }

  // MARK: Support

  private func document(_ records: String, version: String = "1.0") -> String {
    """
    <register xmlns="https://w3id.org/holdfast/register/1" schemaVersion="\(version)" id="R" \
    lang="en" currency="EUR"><title>Plant</title>\(records)</register>
    """
  }

  private func read(_ records: String) throws -> Register {
    try #require(RegisterReader.read(document(records)).register)
  }

  private func staysAsItIs(_ text: String) throws {
    let register = try #require(RegisterReader.read(text).register)
    #expect(RegisterWriter.text(of: register) == text)
  }
}
