import RegisterModel
import RegisterXML
import Testing

/// What is too deep or too long is refused before it is held. That reading takes linear time is for
/// the benchmark to show; here the bytes are counted that the reader asks for.
@Suite("Hostile: depth and length")
struct HostileSizeTests {
  private static let block = 65_536

  // MARK: Depth

  @Test(
    "A million nested elements are refused near the start",
    arguments: [
      ("register", Hostile.start() + "<title>T</title>", "<note>"),
      ("known", Hostile.start() + "<title>T</title><protocol id=\"A\"><trigger>", "<all>"),
      ("ext", Hostile.start() + "<title>T</title><ext><x xmlns=\"urn:x\">", "<y>"),
      ("later", Hostile.start("1.7") + "<title>T</title>", "<new>"),
      ("foreign", Hostile.start() + "<title>T</title>", "<x xmlns=\"urn:x\">"),
      ("root", "", "<a>"),
      ("registers", "", Hostile.start()),
    ])
  func deep(_ place: (name: String, head: String, tag: String)) {
    let tags = String(repeating: place.tag, count: 1000)
    let (read, requested) = Hostile.stream(place.head + " ", tags, times: 1000)
    expectRefused(read, "XML-004", "XML-005", comment: "\(place.name)")
    #expect(requested <= place.head.utf8.count + 1 + 2 * tags.utf8.count, "\(place.name)")
    #expect(read.findings.count <= 70)
  }

  @Test(
    "Elements may be nested 64 deep, everywhere, and no deeper", arguments: [63, 64, 65, 66])
  func deepest(_ depth: Int) {
    func nested(_ outside: String, _ levels: Int, _ end: String, _ tag: String) -> String {
      outside + String(repeating: "<\(tag)>", count: levels)
        + String(repeating: "</\(tag)>", count: levels) + end
    }
    let start = Hostile.start() + "<title>T</title>"
    let conditions =
      start
      + "<party id=\"P\" kind=\"role\" name=\"N\"/><protocol id=\"A\" name=\"N\"><trigger level=\"1\">"
      + String(repeating: "<all>", count: depth - 4) + "<manual role=\"P\" question=\"Q\"/>"
      + String(repeating: "</all>", count: depth - 4) + "</trigger></protocol></register>"
    let documents = [
      ("conditions", conditions),
      ("ext", nested(start + "<ext><x xmlns=\"urn:x\">", depth - 3, "</x></ext></register>", "y")),
      (
        "later",
        nested(Hostile.start("1.5") + "<title>T</title><new>", depth - 2, "</new></register>", "b")
      ),
    ]
    for (name, text) in documents {
      let read = RegisterReader.read(text)
      if depth <= 64 {
        expectRegister(read, comment: "\(name)")
      } else {
        expectRefused(read, "XML-004", comment: "\(name)")
      }
    }
    let unknown = RegisterReader.read(
      nested(start + "<new>", depth - 2, "</new></register>", "b"))
    #expect(Hostile.rules(unknown).contains("XML-004") == (depth > 64))
  }

  // MARK: Streams that never end

  @Test(
    "A token of 200 MB is refused after a few blocks",
    arguments: [
      ("attribute", Hostile.start() + "<title>T</title><party id=\"", "a"),
      ("attribute of the root", "<register id=\"", "a"),
      ("foreign attribute", Hostile.start() + "<ext><x xmlns=\"urn:x\" a='", "\""),
      ("unknown attribute", Hostile.start() + "<zzz a='", ">"),
      ("declaration of a namespace", "<register xmlns:a=\"", "a"),
      ("name", "<", "a"),
      ("name of an end tag", Hostile.start() + "</", "a"),
      ("blanks in a tag", Hostile.start() + "<party ", " "),
      ("blanks in an end tag", Hostile.start() + "</register", " "),
      ("attributes", Hostile.start() + "<party ", "a='' "),
      ("comment", Hostile.start() + "<!--", "a"),
      ("comment of tags", Hostile.start() + "<!--", "<a>"),
      ("comment before the register", "<!-- ", "a"),
      ("comment after the register", Hostile.register("") + "<!-- ", "a"),
      ("instruction", Hostile.start() + "<?p ", "a"),
      ("instruction of tags", Hostile.start() + "<?p ", "<a/>"),
      ("XML declaration", "<?xml version=\"1.0\"", " "),
      ("encoding", "<?xml version=\"1.0\" encoding=\"", "a"),
      ("reference", Hostile.start() + "<title>&", "a"),
      ("reference to a character", Hostile.start() + "<title>&#", "0"),
      ("reference in an attribute", Hostile.start() + "<party id=\"&#", "0"),
      ("declaration", Hostile.start() + "<!", "A"),
      ("bad CDATA", Hostile.start() + "<![CDAT", "A"),
    ])
  func endlessToken(_ token: (name: String, head: String, filling: String)) {
    let filling = String(repeating: token.filling, count: Self.block / token.filling.utf8.count)
    let (read, requested) = Hostile.stream(token.head, filling, times: 3200)
    expectRefused(read, "XML-001", "XML-003", "XML-004", comment: "\(token.name)")
    #expect(requested <= token.head.utf8.count + 4 * Self.block, "\(token.name)")
  }

  /// Filled with comments rather than text, for they go the same way and cost a debug build less.
  @Test(
    "A record of 200 MB is refused once it is longer than a record may be",
    arguments: [
      ("record", Hostile.start() + "<title>T</title><risk id=\"R\"><title>T</title>"),
      ("title", Hostile.start() + "<title>"),
      ("paragraph", Hostile.start() + "<title>T</title><note><p>"),
      ("ext", Hostile.start() + "<title>T</title><ext>"),
      ("foreign element", Hostile.start() + "<title>T</title><ext><x xmlns=\"urn:x\">"),
      ("later element", Hostile.start("1.3") + "<title>T</title><new>"),
      (
        "signature",
        Hostile.start() + "<title>T</title><Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\">"
      ),
    ])
  func endlessRecord(_ place: (name: String, head: String)) {
    let comment = "<!--" + String(repeating: "a", count: Self.block - 7) + "-->"
    let (read, requested) = Hostile.stream(place.head, comment, times: 3200)
    expectRefused(read, "XML-004", comment: "\(place.name)")
    #expect(requested <= RegisterReader.longestRecord + 4 * Self.block, "\(place.name)")
  }

  @Test("Text that never ends is refused once it is longer than a record may be")
  func endlessText() {
    let text = String(repeating: "a", count: Self.block)
    for head in [Hostile.start() + "<title>", Hostile.start() + "<title><![CDATA["] {
      let (read, requested) = Hostile.stream(head, text, times: 1200)
      expectRefused(read, "XML-004", comment: "\(head)")
      #expect(requested <= RegisterReader.longestRecord + 4 * Self.block)
    }
  }

  @Test("Ten megabytes of blanks between records are nothing")
  func endlessBlanks() {
    let blanks = String(repeating: " \n", count: Self.block / 2)
    for head in ["", Hostile.start(), Hostile.start() + "<title>"] {
      let (read, _) = Hostile.stream(
        head, blanks, times: 160, String(Hostile.register("").dropFirst(head.count)))
      expectRegister(read)
    }
  }

  // MARK: Long, but not too long

  @Test("A paragraph of ten megabytes is one paragraph")
  func longParagraph() {
    let text = String(repeating: "abcdefg ", count: Self.block / 8)
    let (read, _) = Hostile.stream(
      Hostile.start() + "<title>T</title><note><p>", text, times: 160, "</p></note></register>")
    #expect(read.register?.note?.paragraphs.first?.utf8.count == 160 * Self.block - 1)
  }

  @Test("Fifty thousand paragraphs are so many paragraphs")
  func manyParagraphs() {
    let read = RegisterReader.read(
      Hostile.register("<note>" + String(repeating: "<p>a</p>", count: 50_000) + "</note>"))
    #expect(read.register?.note?.paragraphs.count == 50_000)
  }

  // MARK: Attributes

  private func attributes(_ count: Int) -> String {
    (0..<count).map { " a\($0)=\"\"" }.joined()
  }

  @Test("20,000 attributes are refused, wherever they stand")
  func crowdOfAttributes() {
    let many = attributes(20_000)
    for text in [
      Hostile.register("", many), Hostile.register("<party id=\"P\" name=\"N\"\(many)/>"),
      Hostile.register("<ext><x xmlns=\"urn:x\"\(many)/></ext>"), Hostile.register("<new\(many)/>"),
      Hostile.register("<new\(many)/>", version: "1.2"),
    ] {
      expectRefused(RegisterReader.read(text), "XML-004")
      expectRefused(Hostile.read(Array(text.utf8), pieces: 4096), "XML-004")
    }
  }

  @Test("An element may have 256 attributes, everywhere, and no more", arguments: [256, 257, 300])
  func mostAttributes(_ count: Int) {
    for text in [
      Hostile.register("", version: "1.2", attributes(count - 4)),
      Hostile.register("<party id=\"P\" name=\"N\"\(attributes(count - 2))/>", version: "1.2"),
      Hostile.register("<ext><x xmlns=\"urn:x\"\(attributes(count))/></ext>"),
      Hostile.register("<ext><x xmlns=\"urn:x\"><y\(attributes(count))/></x></ext>"),
      Hostile.register("<new\(attributes(count))/>", version: "1.2"),
    ] {
      let read = RegisterReader.read(text)
      if count <= 256 {
        expectRegister(read, comment: "\(text.prefix(250))")
      } else {
        expectRefused(read, "XML-004", comment: "\(text.prefix(250))")
      }
    }
  }
}
