import RegisterModel
import RegisterXML
import Testing

/// Odd but well-formed content: nothing is lost without a finding, and what is kept can be read again.
@Suite("Hostile: comments, text and foreign content")
struct HostileContentTests {
  /// The places in the small register where markup ends or begins, outside of tags, comments and the
  /// XML declaration.
  private func boundaries(_ text: [UInt8]) -> [Int] {
    var places: [Int] = []
    var index = 0
    func skip(past end: String) {
      while !text[index...].starts(with: end.utf8) { index += 1 }
      index += end.utf8.count
    }
    while index < text.count {
      if text[index] == UInt8(ascii: "<") {
        if index > 0 { places.append(index) }
        if text[index...].starts(with: "<!--".utf8) {
          skip(past: "-->")
        } else if text[index...].starts(with: "<![CDATA[".utf8) {
          skip(past: "]]>")
        } else if text[index...].starts(with: "<?".utf8) {
          skip(past: "?>")
        } else {
          while text[index] != UInt8(ascii: ">") {
            if let quote = [UInt8(ascii: "\""), UInt8(ascii: "'")].first(where: {
              $0 == text[index]
            }) {
              index += 1
              while text[index] != quote { index += 1 }
            }
            index += 1
          }
          index += 1
        }
      } else {
        index += 1
      }
    }
    return places + [text.count]
  }

  @Test("A comment and an instruction may stand anywhere, and neither is lost")
  func commentsEverywhere() {
    let text = Array(Hostile.small.utf8)
    for place in boundaries(text) {
      let bytes = text[..<place] + Array("<!--lost?--><?find me?>".utf8) + text[place...]
      let written = expectRegister(RegisterReader.read(Array(bytes)), comment: "at \(place)")
      #expect(
        written.contains("<!--lost?-->") && written.contains("<?find me?>"), "lost at \(place)")
    }
    var everywhere: [UInt8] = []
    var last = 0
    let places = boundaries(text)
    for place in places {
      everywhere += text[last..<place] + Array("<!--lost?-->".utf8)
      last = place
    }
    let written = expectRegister(RegisterReader.read(everywhere))
    #expect(written.ranges(of: "<!--lost?-->").count == places.count)
  }

  @Test("A comment keeps its place before the first record")
  func commentBeforeTitle() throws {
    let text = expectRegister(
      RegisterReader.read(Hostile.start() + "<!--first--><title>T</title></register>"))
    let comment = try #require(text.firstRange(of: "<!--first-->"))
    let title = try #require(text.firstRange(of: "<title>"))
    #expect(comment.lowerBound < title.lowerBound)
  }

  @Test("Text where none may stand is reported, wherever it is")
  func strayTextEverywhere() {
    let stray = "stray"
    for (before, after) in [
      (Hostile.start(), "<title>T</title></register>"),
      (Hostile.start() + "<title>T</title>", "</register>"),
      (Hostile.start() + "<title>T</title><note>", "<p>x</p></note></register>"),
      (Hostile.start() + "<title>T</title><note><p>x</p>", "</note></register>"),
      (Hostile.start() + "<title>T</title><party id=\"P\" name=\"N\">", "</party></register>"),
      (Hostile.start() + "<title>T</title><risk id=\"R\">", "<title>T</title></risk></register>"),
      (Hostile.start() + "<title>T</title><risk id=\"R\"><title>T</title>", "</risk></register>"),
      (
        Hostile.start() + "<title>T</title><risk id=\"R\"><title>T</title><ext>",
        "<x xmlns=\"urn:x\"/></ext></risk></register>"
      ),
      (
        Hostile.start() + "<title>T</title><ext><x xmlns=\"urn:x\"/>", "</ext></register>"
      ),
      (Hostile.start() + "<title>T</title><ext>", "</ext></register>"),
    ] {
      for text in [stray, "&#115;", "<![CDATA[ s ]]>", "\n  s\n", "\u{A0}", "\u{85}"] {
        expectRefused(
          RegisterReader.read(before + text + after), "XML-016", comment: "\(text) after \(before)")
        expectRefused(
          Hostile.read(Array((before + text + after).utf8), pieces: 1), "XML-016",
          comment: "\(text) after \(before)")
      }
      expectRegister(RegisterReader.read(before + " \n\t" + after))
    }
  }

  @Test("An element inside text is reported, not swallowed")
  func markupInText() {
    for content in ["a <b>b</b> c", "<b/>", "<x xmlns=\"urn:x\">y</x>", "<p>y</p>"] {
      expectRefused(
        RegisterReader.read(Hostile.start() + "<title>\(content)</title></register>"), "XML-010")
      expectRefused(
        RegisterReader.read(Hostile.register("<note><p>\(content)</p></note>")), "XML-010")
    }
  }

  @Test("An attribute that a foreign element has in the register's namespace can be read again")
  func attributeOfOurs() {
    expectRegister(
      RegisterReader.read(
        Hostile.register(
          "<ext><y xmlns=\"urn:y\" h:a=\"1\"/></ext>", " xmlns:h=\"\(Hostile.namespace)\"")))
    expectRegister(
      RegisterReader.read(
        Hostile.register(
          "<ext><y xmlns=\"urn:y\" xmlns:h=\"\(Hostile.namespace)\" h:a=\"1\"><h:b h:c=\"\"/></y></ext>"
        )))
  }

  @Test("Prefixes that are declared outside, again and again, or taken back keep their meaning")
  func prefixesInForeignContent() {
    let outside = " xmlns:a=\"urn:a\" xmlns:b=\"urn:b:1&amp;2\""
    for content in [
      "<a:x b:y=\"1\"><a:x xmlns:a=\"urn:other\" a:y=\"2\"/><b:z/></a:x>",
      "<x xmlns=\"urn:x\"><y xmlns=\"\"><z xmlns=\"urn:x\"/></y><a:w/></x>",
      "<a:x><y xmlns=\"\"/><register xmlns=\"\(Hostile.namespace)\"/></a:x>",
      "<a:x xmlns=\"urn:d\"><b:y><z/></b:y></a:x>",
      "<x xmlns=\"urn:x\" a:b=\"&lt;&#10;&#13;&quot;\">&lt;&#13;]]&gt;<![CDATA[<&]]></x>",
      "<a:x xmlns:h=\"\(Hostile.namespace)\"><h:party xmlns:q=\"urn:q\" q:z=\"\"/></a:x>",
    ] {
      expectRegister(
        RegisterReader.read(Hostile.register("<ext>\(content)</ext>", outside)),
        comment: "\(content)")
    }
    for content in [
      "<new a=\"1\">x<b/></new>", "<h:new xmlns:h=\"\(Hostile.namespace)\" h:a=\"1\"/>",
    ] {
      expectRegister(
        RegisterReader.read(Hostile.register(content, version: "1.9", outside)),
        comment: "\(content)")
    }
  }

  @Test("An attribute of a later minor version is kept, with any value")
  func laterAttributes() {
    let text = expectRegister(
      RegisterReader.read(
        Hostile.register(
          "<party id=\"P\" name=\"N\" new=\"&lt;&amp;&#9;&#10;&#13;&quot; 'x' > é\"/>",
          version: "1.1", " newer=\"\"")))
    #expect(text.contains("new=\"&lt;&amp;&#9;&#10;&#13;&quot; 'x' &gt; é\""))
    #expect(text.contains(" newer=\"\""))
  }

  @Test("An identifier of 64 characters is one, a longer one is not")
  func longIdentifiers() {
    for (count, isOne) in [(1, true), (64, true), (65, false), (1000, false), (60_000, false)] {
      let id = String(repeating: "a", count: count)
      let read = RegisterReader.read(Hostile.register("<party id=\"\(id)\" name=\"N\"/>"))
      if isOne { expectRegister(read) } else { expectRefused(read, "XML-015") }
      let reference = RegisterReader.read(
        Hostile.register("", " owner=\"\(id)\""))
      expectRefused(reference, isOne ? "STR-002" : "XML-015")
    }
  }

  @Test("A finding does not repeat a value of any length in full")
  func shortMessages() {
    let long = String(repeating: "a", count: 60_000)
    for record in [
      "<party id=\"\(long)\" name=\"N\"/>", "<\(long)/>",
      "<party id=\"P\" name=\"N\" \(long)=\"\"/>",
      Hostile.risk("<score stage=\"\(long)\"/>"),
      Hostile.risk("<score stage=\"\(long)\"><x/></score>"),
    ] {
      let read = RegisterReader.read(Hostile.register(record))
      #expect(read.register == nil)
      for finding in read.findings {
        #expect(finding.message.utf8.count < 2000)
        #expect((finding.hint?.utf8.count ?? 0) < 2000)
        #expect((finding.field?.utf8.count ?? 0) < 2000)
        #expect((finding.entity?.utf8.count ?? 0) < 2000)
      }
    }
  }
}
