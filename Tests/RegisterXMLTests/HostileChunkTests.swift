import RegisterModel
import RegisterXML
import Testing

/// A register may end anywhere, and come in pieces of any size.
@Suite("Hostile: truncation and pieces")
struct HostileChunkTests {
  @Test("A register that ends at any byte before its end is refused")
  func truncation() throws {
    let bytes = Array(Hostile.small.utf8)
    let end = try #require(Hostile.small.firstRange(of: "</register>")).upperBound
    let count = Hostile.small[..<end].utf8.count
    for length in 0..<count {
      let read = RegisterReader.read(Array(bytes[..<length]))
      #expect(read.register == nil, "cut off after \(length)")
      #expect(read.findings.contains { $0.rule == "XML-001" }, "cut off after \(length)")
    }
    #expect(RegisterReader.read(Array(bytes[..<count])).register != nil)
  }

  @Test("A register in UTF-16 that ends at any byte before its end is refused")
  func truncationOfUTF16() {
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in Hostile.register("").utf16 {
      bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
    for length in 0..<bytes.count {
      expectRefused(
        RegisterReader.read(Array(bytes[..<length])), "XML-001", "XML-003",
        comment: "cut off after \(length)")
    }
    #expect(RegisterReader.read(bytes).register != nil)
  }

  @Test("Pieces of any size give the same register", arguments: 1...64)
  func pieces(_ size: Int) {
    let bytes = Array(Hostile.small.utf8)
    let whole = RegisterReader.read(bytes)
    let read = Hostile.read(bytes, pieces: size)
    #expect(whole.register != nil)
    #expect(Hostile.text(read) == Hostile.text(whole))
    #expect(read.findings == whole.findings)
  }

  @Test("Pieces of any size give the same findings at the same places", arguments: 1...64)
  func piecesOfErrors(_ size: Int) {
    let text =
      Hostile.start() + "<title> </title>stray <party id=\"é 1\" name='' x=\"a > b\"/>"
      + "<hazard/><unknown a=\"<b>\">é</unknown>".replacing("<b>", with: ">")
      + Hostile.risk(
        "<cause>x<p>ü</p></cause><score stage=\"cur&#114;ent\" likelihood=\"x\"/>"
          + "<score stage=\"current\"/><ext><p/></ext><hazard ref=\"H\"/>")
      + "<risk id=\"R-1\" owner=\"nobody\"><title>A</title></risk></register>"
    let whole = RegisterReader.read(text)
    #expect(whole.findings.count > 8)
    let read = Hostile.read(Array(text.utf8), pieces: size)
    #expect(read.findings == whole.findings)
  }

  @Test("Long text, comments and CDATA of characters of all lengths may be cut anywhere")
  func longPieces() {
    let words = String(repeating: "aé€😀 \r\n", count: 60)
    let text = Hostile.register(
      "<!--\(words)--><?p \(words)?>"
        + Hostile.risk("<cause><p>\(words)</p><p><![CDATA[\(words)]]></p></cause>")
        + "<ext><x xmlns=\"urn:x\" a=\"\(words)\">\(words)<![CDATA[\(words)]]></x></ext>")
    let bytes = Array(text.utf8)
    let wanted = expectRegister(RegisterReader.read(bytes))
    for size in Array(1...17) + [63, 64, 255, 299, 300, 301, 1000] {
      let read = Hostile.read(bytes, pieces: size)
      #expect(Hostile.text(read) == wanted, "pieces of \(size): \(read.findings.prefix(2))")
    }
  }

  /// libxml2 looks for the end of a tag before it reads it, and '>' may stand in a value.
  @Test("A tag with '>' in its values may be cut anywhere")
  func quotedEnds() {
    let tag = "<party id=\"P\" name='> \"/>\" <!-- > --> ?> ]]>'/>".replacing("<!", with: "!")
    let wanted = expectRegister(RegisterReader.read(Hostile.register(tag)))
    for size in 1...64 {
      let read = Hostile.read(Array(Hostile.register(tag).utf8), pieces: size)
      #expect(Hostile.text(read) == wanted, "pieces of \(size)")
    }
    // Across the border at which the parser cuts what it is given.
    for shift in 0...tag.utf8.count {
      let start = Hostile.start() + "<title>T</title>"
      let padding = String(repeating: " ", count: 65_536 - start.utf8.count - shift)
      let read = RegisterReader.read(start + padding + tag + "</register>")
      #expect(Hostile.text(read) == wanted, "\(shift) bytes before the border")
    }
  }

  @Test("Whether a tag is too long does not depend on where it is cut")
  func borderOfLength() {
    for length in [10_000, 65_000, 65_536, 66_000, 70_000, 100_000, 130_000, 140_000] {
      let value = String(repeating: "n", count: length)
      for record in [
        "<party id=\"P\" name=\"\(value)\"/>", "<!--\(value)-->", "<?p \(value)?>",
        "<ext><x xmlns=\"urn:x\" a=\"\(value)\"/></ext>",
      ] {
        let bytes = Array(Hostile.register(record).utf8)
        let whole = RegisterReader.read(bytes)
        let isShort = length <= 65_000
        #expect((whole.register != nil) == isShort, "\(record.prefix(20)) of \(length)")
        for size in [1000, 65_536, 65_537] {
          let read = Hostile.read(bytes, pieces: size)
          #expect(
            (read.register != nil) == isShort,
            "\(record.prefix(20)) of \(length), pieces of \(size)")
          if !isShort { #expect(Hostile.rules(read) == ["XML-004"]) }
        }
      }
    }
  }
}
