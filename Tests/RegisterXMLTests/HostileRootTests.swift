import RegisterModel
import RegisterXML
import Testing

/// What is no register, or more than one, is refused with a finding that says so.
@Suite("Hostile: roots and namespaces")
struct HostileRootTests {
  private func root(_ namespace: String, name: String = "register") -> String {
    "<\(name) xmlns=\"\(namespace)\" schemaVersion=\"1.0\" id=\"x\" lang=\"en\" currency=\"EUR\">"
      + "<title>T</title></\(name)>"
  }

  @Test(
    "Nothing, and next to nothing, is not well-formed",
    arguments: [
      "", " ", "\n\n\t", "<", "<?xml version=\"1.0\"?>",
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
      "<!-- c -->", "<?p i?>", "register", "{\"a\": 1}", "%PDF-1.7", "PK\u{3}\u{4}", "\0",
      "\u{FEFF}", " <?xml version=\"1.0\"?><register/>", "<register", "<>", "</register>",
    ])
  func nothing(_ text: String) {
    for size in [1, 100] {
      expectRefused(Hostile.read(Array(text.utf8), pieces: size), "XML-001")
    }
  }

  @Test("A chunk without bytes is no end")
  func emptyChunks() {
    let bytes = Array(Hostile.small.utf8)
    let read = bytes.withUnsafeBytes { bytes in
      var step = 0
      return RegisterReader.read(chunks: {
        defer { step += 1 }
        guard step < 2 * bytes.count else { return nil }
        return UnsafeRawBufferPointer(
          rebasing: bytes[(step / 2)..<(step / 2 + step % 2)])
      })
    }
    #expect(Hostile.text(read) == Hostile.text(RegisterReader.read(Hostile.small)))
  }

  @Test("Another namespace, or none, is no register")
  func otherNamespace() {
    for namespace in [
      "", "urn:x", "https://w3id.org/holdfast", "https://w3id.org/holdfast/register",
      "https://w3id.org/holdfast/register/", "http://w3id.org/holdfast/register/1",
      "https://w3id.org/holdfast/register/1 ", "HTTPS://w3id.org/holdfast/register/1",
      "https://w3id.org/holdfast/register/x",
    ] {
      expectRefused(
        RegisterReader.read(root(namespace)), "XML-005", "XML-001", comment: "\(namespace)")
    }
    expectRefused(RegisterReader.read("<register/>"), "XML-005")
  }

  @Test("Another major version is refused as one", arguments: ["2", "3", "10", "0"])
  func otherMajor(_ major: String) throws {
    let read = RegisterReader.read(root("https://w3id.org/holdfast/register/\(major)"))
    expectRefused(read, "XML-006")
    #expect(try #require(read.findings.first).message.contains("version \(major) "))
    expectRefused(
      RegisterReader.read(
        Hostile.register("").replacing(
          "schemaVersion=\"1.0\"", with: "schemaVersion=\"\(major).0\"")),
      "XML-006", "XML-015")
  }

  @Test("Another first element is no register, in the right namespace too")
  func otherRoot() {
    for name in ["risks", "Register", "registers", "title", "risk"] {
      expectRefused(
        RegisterReader.read(root(Hostile.namespace, name: name)), "XML-005", comment: "\(name)")
      expectRefused(RegisterReader.read("<\(name)/>"), "XML-005", comment: "\(name)")
    }
  }

  @Test("A namespace that is written with references is the same namespace")
  func writtenOtherwise() {
    let text = Hostile.register("").replacing(
      "https://w3id.org/holdfast/register/1", with: "&#104;ttps://w3id.org/holdfast/register/&#x31;"
    )
    #expect(
      Hostile.text(RegisterReader.read(text))
        == Hostile.text(RegisterReader.read(Hostile.register(""))))
  }

  @Test("A register with a prefix reads as one without")
  func prefixed() {
    var text = Hostile.small.replacing(
      "xmlns=\"\(Hostile.namespace)\"", with: "xmlns:h=\"\(Hostile.namespace)\"")
    for name in ["register", "title", "party", "risk", "cause", "p", "ext"] {
      for (old, new) in [
        ("<\(name)>", "<h:\(name)>"), ("<\(name) ", "<h:\(name) "), ("</\(name)>", "</h:\(name)>"),
      ] {
        text.replace(old, with: new)
      }
    }
    let read = RegisterReader.read(text)
    #expect(
      Hostile.text(read) == Hostile.text(RegisterReader.read(Hostile.small)), "\(read.findings)")
  }

  @Test("A default namespace that changes inside makes its elements foreign")
  func changedDefault() {
    expectRefused(
      RegisterReader.read(Hostile.register("<party xmlns=\"urn:x\" id=\"P\" name=\"N\"/>")),
      "XML-010")
    expectRefused(
      RegisterReader.read(Hostile.register("<party xmlns=\"\" id=\"P\" name=\"N\"/>")), "XML-010")
    expectRefused(
      RegisterReader.read(
        "<h:register xmlns:h=\"\(Hostile.namespace)\" xmlns=\"urn:x\" schemaVersion=\"1.0\" id=\"x\""
          + " lang=\"en\" currency=\"EUR\"><h:title>T</h:title><party id=\"P\"/></h:register>"),
      "XML-010")
    expectRegister(
      RegisterReader.read(
        Hostile.register("<h:party xmlns:h=\"\(Hostile.namespace)\" id=\"P\" name=\"N\"/>")
          .replacing("<title>", with: "<title xmlns=\"\(Hostile.namespace)\">")))
  }

  @Test("A prefix that nobody declared, or that takes one that is reserved, is an error")
  func prefixes() {
    for element in [
      "<q:x/>", "<party id=\"P\" name=\"N\" q:a=\"1\"/>", "<x xmlns:q=\"\"/>",
      "<x xmlns:xml=\"urn:x\"/>",
      "<x xmlns:xmlns=\"urn:x\"/>", "<x:y:z/>", "<:x/>", "<x:/>", "<xmlns:x/>",
      "<ext><a:b xmlns:a=\"urn:x\" xmlns:c=\"urn:x\" a:d=\"1\" c:d=\"2\"/></ext>",
      "<party id=\"P\" id=\"Q\" name=\"N\"/>", "<ext><x xmlns=\"urn:x\" a=\"1\" a=\"2\"/></ext>",
    ] {
      expectRefused(
        RegisterReader.read(Hostile.register(element)), "XML-001", "XML-010", comment: "\(element)")
    }
  }

  @Test(
    "What follows the register makes it not well-formed",
    arguments: [
      Hostile.register(""), "<x/>", "x", "&amp;", "<![CDATA[x]]>", "<!DOCTYPE x>", "</register>",
      "\0",
      "\0\0\0\0", "<", "<?xml version=\"1.0\"?>", "<!--", "<?p", "\u{1}", "  \n x",
    ])
  func trailing(_ rest: String) {
    for size in [1, 10_000] {
      expectRefused(
        Hostile.read(Array((Hostile.register("") + rest).utf8), pieces: size), "XML-001", "XML-002",
        comment: "pieces of \(size)")
    }
  }

  @Test("White space, comments and instructions may follow the register")
  func harmlessTrailing() {
    let text = expectRegister(
      RegisterReader.read(Hostile.register("") + "\n <!-- c -->\t<?p i?>\r\n"))
    #expect(text.contains("<!-- c -->") && text.contains("<?p i?>"))
  }

  @Test("Attributes of the XML and schema namespaces end in a finding or are kept")
  func wellKnownAttributes() {
    let instance = " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
    for attribute in [
      " xml:space=\"preserve\"", " xml:lang=\"de\"", " xml:id=\"x\"", " xml:base=\"file:///etc/\"",
      instance + " xsi:type=\"x\"", instance + " xsi:nil=\"true\"",
    ] {
      expectRefused(
        RegisterReader.read(Hostile.register("<party id=\"P\" name=\"N\"\(attribute)/>")), "XML-011"
      )
      expectRefused(RegisterReader.read(Hostile.register("", attribute)), "XML-011")
      let kept = expectRegister(
        RegisterReader.read(Hostile.register("<ext><x xmlns=\"urn:x\"\(attribute)/></ext>")))
      #expect(kept.contains(attribute.split(separator: " ").last!))
    }
    for name in ["schemaLocation", "noNamespaceSchemaLocation"] {
      let location = instance + " xsi:\(name)=\"\(Hostile.namespace) file:///etc/passwd\""
      let text = expectRegister(RegisterReader.read(Hostile.register("", location)))
      #expect(text.contains("xsi:\(name)="))
    }
  }
}
