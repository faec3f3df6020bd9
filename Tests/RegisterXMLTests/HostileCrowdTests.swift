import RegisterModel
import RegisterXML
import Testing

/// Mistakes and oddities by the ten thousand. Each of these ends in about a second or less; with a
/// step that is quadratic it would take minutes. Work that leaves a trace is counted: what is held or
/// written stays within a multiple of what was read.
@Suite("Hostile: crowds")
struct HostileCrowdTests {
  private static let many = 100_000

  private func lines(_ count: Int = many, _ line: (Int) -> String) -> String {
    (1...count).map(line).joined()
  }

  /// The bytes of all that the findings say.
  private func size(_ findings: [Finding]) -> Int {
    findings.reduce(0) { sum, finding in
      [finding.message, finding.hint, finding.field, finding.entity].reduce(sum) {
        $0 + ($1?.utf8.count ?? 0)
      }
    }
  }

  @Test("Each of very many duplicate identifiers is reported")
  func duplicates() {
    let read = RegisterReader.read(
      Hostile.register(lines { _ in "<party id=\"P\" name=\"N\"/>" }))
    #expect(read.register == nil)
    #expect(read.findings.count { $0.rule == "STR-001" } == Self.many - 1)
  }

  @Test("Each of very many dangling references is reported, with as many names to mean instead")
  func danglingReferences() {
    let read = RegisterReader.read(
      Hostile.register(
        lines { "<party id=\"P\($0)\" name=\"N\"/>" }
          + lines { "<risk id=\"R\($0)\" owner=\"Q\($0)\"><title>T</title></risk>" }))
    #expect(read.register == nil)
    #expect(read.findings.count { $0.rule == "STR-002" } == Self.many)
  }

  @Test("Dangling references to long names that are all alike are reported")
  func longDanglingReferences() {
    let name = String(repeating: "a", count: 56)
    let read = RegisterReader.read(
      Hostile.register(
        lines(10_000) { "<party id=\"\(name)\($0)\" name=\"N\"/>" }
          + lines(10_000) { "<risk id=\"R\($0)\" owner=\"\(name)b\($0)\"><title>T</title></risk>" })
    )
    #expect(read.register == nil)
    #expect(read.findings.count { $0.rule == "STR-002" } == 10_000)
  }

  @Test("Each of very many mistakes in one record is reported with its place")
  func mistakesInOneRecord() {
    for (mistake, count) in [
      ("<jointHit/>", 20_000), ("<hits/>", 2000), ("<zzz/>", 2000), ("<cause/>", 2000),
      ("<score/>", 2000), ("<tag/>", 2000), ("<title/>", 2000),
    ] {
      let read = RegisterReader.read(
        Hostile.register(Hostile.risk(lines(count) { _ in mistake })))
      #expect(read.register == nil)
      #expect(read.findings.count >= count - 1, "\(mistake)")
    }
  }

  @Test("Findings take no more room than a multiple of the file")
  func roomOfFindings() {
    let long = String(repeating: "k", count: 60_000)
    let children = String(repeating: "<zzz/>", count: 1000)
    for record in [
      "<override field=\"\(long)\" value=\"v\">\(children)</override>",
      "<score stage=\"\(long)\">\(children)</score>",
      "<hits ref=\"\(long)\">\(children)</hits>",
    ] {
      let text = Hostile.register(Hostile.risk(record))
      let read = RegisterReader.read(text)
      #expect(read.register == nil)
      #expect(size(read.findings) < 20 * text.utf8.count, "\(record.prefix(20))")
    }
    let entity = Hostile.register(
      "<risk id=\"\(long)\"><title>T</title>\(children)</risk>")
    #expect(size(RegisterReader.read(entity).findings) < 20 * entity.utf8.count)
  }

  @Test("Prefixes that are declared around foreign content are not written for each of its parts")
  func roomOfPrefixes() {
    let prefixes = lines(1000) { " xmlns:p\($0)=\"urn:\($0)\"" }
    let parts = String(repeating: "<p1:x/>", count: 2000)
    for text in [
      Hostile.register("<ext>\(parts)</ext>", prefixes),
      Hostile.register("<ext\(prefixes)>\(parts)</ext>"),
      Hostile.register(
        String(repeating: "<new/>", count: 2000), version: "1.1", prefixes),
    ] {
      let read = RegisterReader.read(text)
      if read.register == nil {
        expectRefused(read, "XML-004")
      } else {
        #expect((Hostile.text(read)?.utf8.count ?? 0) < 20 * text.utf8.count)
      }
    }
  }

  @Test("Past a hundred thousand findings the last one says that there are more")
  func findingLimit() throws {
    // Each piece of CDATA is a text of its own, and none may stand among the records.
    let read = RegisterReader.read(
      Hostile.register(
        String(repeating: "<![CDATA[x]]>", count: RegisterModel.findingLimit + 500)))
    #expect(read.register == nil)
    #expect(read.findings.count == RegisterModel.findingLimit + 1)
    #expect(try #require(read.findings.last).rule == "XML-009")
    #expect(read.findings.count { $0.rule == "XML-009" } == 1)
  }

  @Test("Unknown elements of a later minor version among as many records are kept in place")
  func laterElements() {
    // In canonical form already, so that it is to come out as it went in.
    let canonical =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + Hostile.start("1.4")
      + "\n  <title>T</title>\n"
      + lines(10_000) { "  <party id=\"P\($0)\" name=\"N\"/>\n  <new a=\"\($0)\"/>\n" }
      + lines(10_000) { "  <newer>\($0)</newer>\n" } + "</register>\n"
    let text = Hostile.text(RegisterReader.read(canonical)) ?? ""
    #expect(text.utf8.count == canonical.utf8.count)
    #expect(text.utf8.elementsEqual(canonical.utf8))
  }

  @Test("Comments before, in and after records, and in text, are all kept")
  func comments() {
    let read = RegisterReader.read(
      Hostile.register(
        lines(2000) {
          "<!--a--><risk id=\"R\($0)\"><!--b--><title>T<!--c-->T</title><?d?></risk><!--e-->"
        }))
    let text = Hostile.text(read) ?? ""
    #expect(text.utf8.count { $0 == UInt8(ascii: "!") } == 4 * 2000)
    let one = RegisterReader.read(
      Hostile.register(Hostile.risk(lines(5000) { _ in "<!--a-->" })))
    #expect(Hostile.text(one)?.utf8.count { $0 == UInt8(ascii: "!") } == 5000)
    let title = RegisterReader.read(
      Hostile.start() + "<title>T" + lines(5000) { _ in "<!--a-->b" } + "</title></register>")
    #expect(Hostile.text(title)?.utf8.count { $0 == UInt8(ascii: "!") } == 5000)
  }

  @Test("Records in the worst order are sorted")
  func order() {
    let read = RegisterReader.read(
      Hostile.register(
        (1...5000).reversed().map { "<party id=\"P\($0)\" name=\"N\"/>" }.joined()))
    #expect(read.register?.parties.first?.id.text == "P1")
    #expect(read.register?.parties.last?.id.text == "P5000")
  }

  @Test("Very many names that no form knows don't fill a table")
  func unknownNames() {
    let read = RegisterReader.read(
      Hostile.register(
        "<ext><x xmlns=\"urn:x\">"
          + lines(5000) { "<n\($0) m\($0)=\"\" xmlns:o\($0)=\"urn:\($0)\"/>" }
          + "</x></ext><note><p>T</p></note>"))
    expectRefused(read, "XML-012")
    let later = RegisterReader.read(
      Hostile.register(lines(5000) { "<n\($0) m\($0)=\"\"/>" }, version: "1.1"))
    #expect(later.register != nil)
  }
}
