import RegisterModel
import TestSupport
import Testing

@Suite("Texts are kept byte by byte, white space folded")
struct ValuesTextTests {
  @Test("White space is folded as XML Schema does, and no other character is touched")
  func folding() {
    #expect(Line(" a \t b\r\nc ")?.text == "a b c")
    #expect(Line("a\u{A0}\u{A0}b")?.text == "a\u{A0}\u{A0}b")
    #expect(Line("\u{2028}")?.text == "\u{2028}")
    #expect(Line("") == nil && Line(" \t\r\n ") == nil)
  }

  @Test("What no XML document may hold is no text")
  func excluded() {
    for scalar in ["\u{0}", "\u{1}", "\u{8}", "\u{B}", "\u{1F}", "\u{FFFE}", "\u{FFFF}"] {
      #expect(Line("a\(scalar)") == nil)
      #expect(Prose("a\(scalar)") == nil)
    }
    for scalar in [
      "\u{7F}", "\u{85}", "\u{D7FF}", "\u{E000}", "\u{FFFD}", "\u{1FFFE}", "\u{10FFFF}",
    ] {
      #expect(Line("a\(scalar)") != nil)
    }
  }

  @Test("é and e with an accent are two texts")
  func bytes() {
    #expect(Line("é") != Line("e\u{301}"))
    #expect(Set([Line("é"), Line("e\u{301}")]).count == 2)
    #expect(Prose("é") != Prose("e\u{301}"))
    #expect(Line("B")! < Line("a")!)
  }

  @Test("Empty lines part paragraphs; single line ends do not")
  func paragraphs() {
    #expect(Prose("one\ntwo\n\n \nthree")?.paragraphs == ["one two", "three"])
    #expect(Prose("one\n\ntwo")?.line == "one two")
    #expect(
      Prose(" \n \n") == nil && Prose(paragraphs: []) == nil
        && Prose(paragraphs: ["a", " "]) == nil)
    #expect(Prose(paragraphs: ["a\nb"])?.paragraphs == ["a b"])
  }

  @Test("Codes of currencies, languages, colours and digests have their one shape")
  func codes() {
    accepts(Currency.self, "EUR", "XXX")
    refuses(Currency.self, "", "eur", "EU", "EURO", "E1R", "ÄÖÜ")
    accepts(LanguageTag.self, "en", "eng", "de-AT", "sl-rozaj-biske-1994", "EN")
    refuses(LanguageTag.self, "", "e", "engl", "en-", "en_US", "en-a", "12", "en-123456789", "a1")
    accepts(Colour.self, "#d73027", "#FFFFFF")
    refuses(Colour.self, "", "#fff", "d73027", "#gggggg", "#d730271", "red")
    let digest = String(repeating: "0a", count: 32)
    accepts(SHA256Digest.self, digest)
    refuses(SHA256Digest.self, "", digest.uppercased(), String(digest.dropLast()), digest + "0")
  }

  @Test("A marking is one of the five of TLP 2.0, in capitals, from open to closed")
  func marking() {
    accepts(Marking.self, "TLP:CLEAR", "TLP:AMBER+STRICT")
    refuses(Marking.self, "", "clear", "tlp:clear", "TLP:WHITE", "AMBER")
    #expect(Marking.allCases == Marking.allCases.sorted())
    #expect(Marking.clear < .red)
  }

  @Test("A version of the format is 1. and a number without needless zeros")
  func version() {
    accepts(SchemaVersion.self, "1.0", "1.7", "1.999")
    refuses(
      SchemaVersion.self, "", "1", "1.", "2.0", "0.9", "1.00", "1.01", "1.0.0", "1.1000", "v1.0")
  }
}
