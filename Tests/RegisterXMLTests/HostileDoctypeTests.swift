import RegisterModel
import RegisterXML
import Testing

/// Nothing is declared in a register and nothing is loaded for it.
@Suite("Hostile: declarations and entities")
struct HostileDoctypeTests {
  @Test(
    "A document type declaration is refused, whatever is in it",
    arguments: [
      "<!DOCTYPE register>",
      "<!DOCTYPE register []>",
      "<!DOCTYPE register SYSTEM \"file:///etc/passwd\">",
      "<!DOCTYPE register PUBLIC \"-//X//Y\" \"http://localhost:1/x.dtd\">",
      "<!DOCTYPE register [<!ENTITY a \"b\">]>",
      "<!DOCTYPE register [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>",
      "<!DOCTYPE register [<!ENTITY % a SYSTEM \"file:///etc/passwd\"> %a;]>",
      "<!DOCTYPE register [<!ATTLIST register id CDATA \"y\">]>",
      "<!DOCTYPE register [<!ELEMENT register ANY><!NOTATION n SYSTEM \"n\">]>",
      "<?xml version=\"1.0\"?><!DOCTYPE register>",
      "<?xml version=\"1.0\"?>\n<!-- one --><?two?>\n<!-- three -->\n<!DOCTYPE register>",
      "<!-- <!DOCTYPE no> -->\n<!DOCTYPE register [ <!-- ]> --> <?p ]>?> ]>",
    ])
  func documentType(_ declaration: String) throws {
    let read = RegisterReader.read(declaration + Hostile.register(""))
    expectRefused(read, "XML-002")
    let finding = try #require(read.findings.first { $0.rule == "XML-002" })
    let start = try #require(finding.offset)
    #expect(declaration.utf8.dropFirst(start).starts(with: "<!DOCTYPE ".utf8))
    #expect(read.findings.count == 1)
  }

  @Test("Billions of laughs are not begun")
  func billionLaughs() {
    let definitions = (1...12).map { level in
      let inner = String(repeating: "&l\(level - 1);", count: 10)
      return "<!ENTITY l\(level) \"\(inner)\">"
    }
    let laughs = "<!DOCTYPE r [<!ENTITY l0 \"lol\">" + definitions.joined() + "]>"
    expectRefused(
      RegisterReader.read(laughs + Hostile.register("<note><p>&l12;</p></note>")), "XML-002")
    expectRefused(
      RegisterReader.read(laughs + Hostile.start("1.0", " owner=\"&l12;\"")), "XML-002")
  }

  /// Nested parameter entities of some 500 bytes keep libxml2 2.9's tree and reader busy for ever.
  @Test("A bomb of parameter entities is not begun")
  func parameterEntities() {
    for levels in [2, 13, 14, 40] {
      var bomb = "<!DOCTYPE r [<!ENTITY % p0 \"<!-- x -->\">"
      for level in 1...levels {
        bomb += "<!ENTITY % p\(level) \"&#37;p\(level - 1);&#37;p\(level - 1);\">"
      }
      bomb += "%p\(levels);]>"
      expectRefused(RegisterReader.read(bomb + Hostile.register("")), "XML-002")
      expectRefused(
        Hostile.read(Array((bomb + Hostile.register("")).utf8), pieces: 7), "XML-002")
    }
  }

  @Test("A declaration that never ends is cut off")
  func endless() {
    let block = String(repeating: "<!ENTITY a 'b'>", count: 4096)
    for head in ["<!DOCTYPE r [", "<!DOCTYPE r SYSTEM '", "<!DOCTYPE ", "<!DOCTYPE r [ %"] {
      let (read, requested) = Hostile.stream(head, block, times: 3000)
      expectRefused(read, "XML-001", "XML-002", "XML-004", comment: "\(head)")
      #expect(requested < 300_000)
    }
  }

  @Test(
    "An entity that nobody declared is an error",
    arguments: [
      "&nothing;", "&eacute;", "&nbsp;", "&amp", "&;", "& ", "&#;", "%p;&q;", "&register;",
    ])
  func undefinedEntity(_ reference: String) {
    expectRefused(
      RegisterReader.read(Hostile.register("<note><p>a\(reference)b</p></note>")), "XML-001")
    expectRefused(
      RegisterReader.read(Hostile.register("<party id=\"P\" name=\"a\(reference)b\"/>")), "XML-001")
    expectRefused(
      RegisterReader.read(
        Hostile.register("<ext><x xmlns=\"urn:x\" a=\"\(reference)\">\(reference)</x></ext>")),
      "XML-001")
  }

  @Test("An entity in a file that claims to stand alone is an error too")
  func standalone() {
    for word in ["yes", "no"] {
      expectRefused(
        RegisterReader.read(
          "<?xml version=\"1.0\" standalone=\"\(word)\"?>"
            + Hostile.register("<note><p>&nothing;</p></note>")), "XML-001")
    }
  }

  @Test("An XInclude element is kept where foreign content may stand, and includes nothing")
  func include() {
    let include =
      "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\""
      + " parse=\"text\"/>"
    expectRefused(RegisterReader.read(Hostile.register(include)), "XML-010")
    let text = expectRegister(RegisterReader.read(Hostile.register("<ext>\(include)</ext>")))
    #expect(text.contains(include))
    #expect(!text.contains("root:"))
  }

  @Test("Instructions that name other files are kept and load nothing")
  func instructions() {
    let instructions =
      "<?xml-stylesheet href=\"file:///etc/passwd\" type=\"text/xsl\"?>\n"
      + "<?xml-model href=\"file:///etc/passwd\"?>\n"
    let text = expectRegister(RegisterReader.read(instructions + Hostile.register("")))
    #expect(text.contains(instructions))
    #expect(!text.contains("root:"))
  }
}
