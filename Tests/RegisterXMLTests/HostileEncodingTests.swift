import RegisterModel
import RegisterXML
import Testing

/// What is not UTF-8 or on the short list of encodings is refused; what is reads as the same register.
@Suite("Hostile: encodings and characters")
struct HostileEncodingTests {
  private func utf16(_ text: String, bigEndian: Bool, mark: Bool) -> [UInt8] {
    let units = (mark ? [0xFEFF] : []) + Array(text.utf16)
    return units.flatMap { unit in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return bigEndian ? bytes : bytes.reversed()
    }
  }

  private func utf32(_ text: String, order: [Int], mark: Bool) -> [UInt8] {
    ((mark ? [0xFEFF] : []) + text.unicodeScalars.map(\.value)).flatMap { value in
      order.map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
  }

  /// The small register without its XML declaration.
  private var undeclared: String { String(Hostile.small.drop { $0 != "\n" }.dropFirst()) }

  @Test("UTF-16 with a byte order mark reads as UTF-8 does", arguments: [true, false])
  func utf16WithMark(bigEndian: Bool) {
    let wanted = Hostile.text(RegisterReader.read(undeclared))
    #expect(wanted != nil)
    for text in [undeclared, "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + undeclared] {
      let bytes = utf16(text, bigEndian: bigEndian, mark: true)
      #expect(Hostile.text(RegisterReader.read(bytes)) == wanted)
      for size in [1, 2, 3, 5, 64] {
        #expect(Hostile.text(Hostile.read(bytes, pieces: size)) == wanted, "pieces of \(size)")
      }
    }
  }

  @Test("UTF-16 without a byte order mark is refused, and so is all UTF-32")
  func withoutMark() {
    for declaration in ["", "<?xml version=\"1.0\" encoding=\"UTF-16\"?>"] {
      let text = declaration + undeclared
      for isBig in [true, false] {
        expectRefused(
          RegisterReader.read(utf16(text, bigEndian: isBig, mark: false)), "XML-003")
      }
    }
    for text in [undeclared, "<?xml version=\"1.0\" encoding=\"UTF-32\"?>" + undeclared] {
      for order in [[3, 2, 1, 0], [0, 1, 2, 3], [2, 3, 0, 1], [1, 0, 3, 2]] {
        for mark in [true, false] {
          let bytes = utf32(text, order: order, mark: mark)
          for size in [1, 4, bytes.count] {
            expectRefused(
              Hostile.read(bytes, pieces: size), "XML-001", "XML-003", comment: "\(order) \(mark)")
          }
        }
      }
    }
  }

  @Test("UTF-16 that ends or goes wrong in the middle of a character is refused")
  func brokenUTF16() {
    let text = Hostile.register("")
    let whole = utf16(text, bigEndian: false, mark: true)
    expectRefused(RegisterReader.read(whole + [0x20]), "XML-003")
    expectRefused(RegisterReader.read(Array(whole.dropLast())), "XML-001", "XML-003")
    for units: [UInt16] in [
      [0xD800], [0xDC00], [0xD800, 0x20], [0xD800, 0xD800], [0xDC00, 0xD800], [0xFFFE], [0],
      [0xFFFF],
    ] {
      let start = Hostile.start() + "<title>a"
      let bytes =
        utf16(start, bigEndian: true, mark: true)
        + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        + utf16("b</title></register>", bigEndian: true, mark: false)
      expectRefused(RegisterReader.read(bytes), "XML-001", "XML-003", comment: "\(units)")
      expectRefused(Hostile.read(bytes, pieces: 1), "XML-001", "XML-003", comment: "\(units)")
    }
  }

  @Test(
    "An encoding that is not on the list is refused",
    arguments: [
      "UTF-7", "utf-7", "UNICODE-1-1-UTF-7", "UTF-32", "UCS-4", "UCS-2", "UTF-16", "EBCDIC-CP-US",
      "IBM037", "cp1047", "Shift_JIS", "ISO-2022-JP", "GB18030", "HZ-GB-2312", "windows-1251",
      "ISO-8859-5", "x", "HTML", "utf-8 ", "",
    ])
  func otherEncoding(_ name: String) {
    for quote in ["\"", "'"] {
      let text = "<?xml version=\"1.0\" encoding=\(quote)\(name)\(quote)?>" + undeclared
      for size in [1, 17, 100_000] {
        expectRefused(
          Hostile.read(Array(text.utf8), pieces: size), "XML-001", "XML-003", comment: "\(name)")
      }
    }
  }

  @Test("Markup that is hidden in UTF-7 stays text or is refused")
  func hiddenMarkup() {
    let text = "<?xml version=\"1.0\" encoding=\"UTF-7\"?>+ADw-register+AD4-"
    expectRefused(RegisterReader.read(text), "XML-003")
    let plain = expectRegister(
      RegisterReader.read(Hostile.register("<note><p>+ADw-p+AD4-</p></note>")))
    #expect(plain.contains("<p>+ADw-p+AD4-</p>"))
  }

  @Test(
    "Wherever its encoding is declared, a file reads alike in one piece and in many",
    arguments: ["UTF-7", "ISO-8859-1", "UTF-8", "IBM037"])
  func paddedDeclaration(_ name: String) {
    for padding in [1, 100, 230, 240, 300, 5000] {
      let blanks = String(repeating: " ", count: padding)
      let text = "<?xml version=\"1.0\"\(blanks)encoding = \"\(name)\"?>" + undeclared
      let whole = RegisterReader.read(text)
      for size in [1, 7, 255, 256, 257] {
        let read = Hostile.read(Array(text.utf8), pieces: size)
        #expect(
          Hostile.text(read) == Hostile.text(whole) && read.findings == whole.findings,
          "padded by \(padding), in pieces of \(size)")
      }
    }
  }

  @Test("A single-byte encoding that is declared reads as UTF-8 does")
  func singleByte() {
    let latin: [(String, [UInt8], String)] = [
      ("ISO-8859-1", [0xE4, 0xA4, 0x20, 0xFF], "ä¤ ÿ"),
      ("latin1", [0xE4], "ä"),
      ("iso-8859-15", [0xA4, 0xE4, 0xBC], "€äŒ"),
      ("Windows-1252", [0x80, 0x97, 0xE4], "€—ä"),
      ("cp1252", [0x93, 0x94], "“”"),
    ]
    for (name, bytes, text) in latin {
      let start = "<?xml version=\"1.0\" encoding=\"\(name)\"?>" + Hostile.start() + "<title>"
      let file = Array(start.utf8) + bytes + Array("</title></register>".utf8)
      let wanted = Hostile.text(
        RegisterReader.read(Hostile.start() + "<title>\(text)</title></register>"))
      #expect(wanted != nil)
      for size in [1, 2, 1000] {
        let read = Hostile.read(file, pieces: size)
        #expect(Hostile.text(read) == wanted, "\(name), pieces of \(size)")
      }
    }
  }

  @Test("Every byte of a single-byte encoding has a meaning that survives writing")
  func everyByte() {
    for name in ["iso-8859-1", "iso-8859-15", "windows-1252"] {
      let start = "<?xml version=\"1.0\" encoding=\"\(name)\"?>" + Hostile.start() + "<title>a"
      let file =
        Array(start.utf8) + Array(UInt8(128)...UInt8(255)) + Array("b</title></register>".utf8)
      let text = expectRegister(RegisterReader.read(file), comment: "\(name)")
      #expect(text.contains("é") && !text.contains("\u{FFFD}"))
    }
  }

  /// `<?xml version="1.0" encoding="ebcdic-cp-us"?><register …><title>T</title></register>` in IBM's
  /// code page 37, which libxml2 knows by its first four bytes.
  @Test("EBCDIC is refused")
  func ebcdic() {
    let table: [Character: UInt8] = [
      " ": 0x40, "<": 0x4C, ">": 0x6E, "?": 0x6F, "=": 0x7E, "\"": 0x7F, "/": 0x61, ".": 0x4B,
      ":": 0x7A, "-": 0x60,
    ]
    func encoded(_ text: String) -> [UInt8] {
      text.map { character in
        if let byte = table[character] { return byte }
        let ascii = character.asciiValue!
        switch character {
        case "a"..."i": return 0x81 &+ (ascii - 97)
        case "j"..."r": return 0x91 &+ (ascii - 106)
        case "s"..."z": return 0xA2 &+ (ascii - 115)
        case "A"..."I": return 0xC1 &+ (ascii - 65)
        case "J"..."R": return 0xD1 &+ (ascii - 74)
        case "S"..."Z": return 0xE2 &+ (ascii - 83)
        default: return 0xF0 &+ (ascii - 48)
        }
      }
    }
    for name in ["ebcdic-cp-us", "IBM037", "UTF-8"] {
      let declaration = "<?xml version=\"1.0\" encoding=\"\(name)\"?>"
      for size in [1, 100_000] {
        expectRefused(
          Hostile.read(encoded(declaration + Hostile.register("")), pieces: size), "XML-001",
          "XML-003", comment: "\(name)")
      }
    }
    expectRefused(RegisterReader.read(encoded(Hostile.register(""))), "XML-001", "XML-003")
  }

  @Test("A byte order mark of UTF-8 changes nothing")
  func utf8Mark() {
    let wanted = Hostile.text(RegisterReader.read(Hostile.small))
    let bytes = [0xEF, 0xBB, 0xBF] + Array(Hostile.small.utf8)
    for size in [1, 2, 3, 4, 100_000] {
      let read = Hostile.read(bytes, pieces: size)
      #expect(Hostile.text(read) == wanted, "pieces of \(size): \(read.findings)")
    }
    expectRefused(RegisterReader.read([0xEF, 0xBB, 0xBF] + bytes), "XML-001")
    expectRefused(RegisterReader.read([0xEF, 0xBB, 0xBF]), "XML-001")
    expectRefused(RegisterReader.read([0xEF, 0xBB]), "XML-001")
    expectRefused(RegisterReader.read([0xFF, 0xFE]), "XML-001")
  }

  private static let places: [(String, String)] = [
    ("<note><p>a", "b</p></note>"),
    ("<party id=\"P\" name=\"a", "b\"/>"),
    ("<!-- a", "b -->"),
    ("<?a b", "c?>"),
    ("<note><p><![CDATA[a", "b]]></p></note>"),
    ("<ext><x xmlns=\"urn:x\">a", "b</x></ext>"),
    ("<ext><x xmlns=\"urn:x\" a=\"a", "b\"/></ext>"),
    ("<ext><x", " xmlns=\"urn:x\"/></ext>"),
    ("<unknown>", "</unknown>"),
    ("", ""),
  ]

  @Test(
    "Bytes that are no UTF-8 are refused, wherever they stand",
    arguments: [
      [0xC3, 0x28], [0xFF], [0xFE], [0x80], [0xC0, 0xAF], [0xC1, 0xBF], [0xE0, 0x80, 0xAF],
      [0xF0, 0x80, 0x80, 0xAF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF],
      [0xED, 0xA0, 0x80, 0xED, 0xB0, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xF8, 0x88, 0x80, 0x80, 0x80],
      [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0xEF, 0xBF, 0xBE], [0xEF, 0xBF, 0xBF],
    ] as [[UInt8]])
  func invalidUTF8(_ bytes: [UInt8]) {
    for (before, after) in Self.places {
      let file =
        Array((Hostile.start() + "<title>T</title>" + before).utf8) + bytes
        + Array((after + "</register>").utf8)
      for size in [1, 3, 100_000] {
        expectRefused(
          Hostile.read(file, pieces: size), "XML-001", comment: "\(before), pieces of \(size)")
      }
    }
  }

  @Test("Control characters are refused, wherever they stand")
  func controlCharacters() {
    for byte in UInt8(0)..<32 where ![9, 10, 13].contains(byte) {
      for (before, after) in Self.places {
        let file =
          Array((Hostile.start() + "<title>T</title>" + before).utf8) + [byte]
          + Array((after + "</register>").utf8)
        for size in [1, 100_000] {
          expectRefused(
            Hostile.read(file, pieces: size), "XML-001",
            comment: "\(byte) in \(before), pieces of \(size)")
        }
      }
    }
  }

  @Test(
    "References to characters that XML doesn't have are refused",
    arguments: [
      "&#x1;", "&#0;", "&#x0;", "&#8;", "&#11;", "&#xC;", "&#x1F;", "&#xD800;", "&#xDFFF;",
      "&#xD83D;&#xDE00;", "&#xFFFE;", "&#xFFFF;", "&#x110000;", "&#4294967361;", "&#x100000041;",
      "&#18446744073709551681;", "&#-1;", "&#x;", "&#;", "&#xG;", "&#X41;", "&# 65;", "&#65",
    ])
  func characterReferences(_ reference: String) {
    expectRefused(
      RegisterReader.read(Hostile.register("<note><p>a\(reference)b</p></note>")), "XML-001")
    expectRefused(
      RegisterReader.read(Hostile.register("<party id=\"P\" name=\"a\(reference)b\"/>")), "XML-001")
    expectRefused(
      RegisterReader.read(
        Hostile.register("<ext><x xmlns=\"urn:x\" a=\"\(reference)\"/></ext>")), "XML-001")
  }

  @Test("References to white space and to markup characters survive writing")
  func harmlessReferences() {
    let all = "&#9;&#10;&#13;&#60;&#38;&#62;&#34;&#39;&#x10FFFF;&#x85;&#x2028;&#xA0;&#x7F;"
    let text = expectRegister(
      RegisterReader.read(
        Hostile.register(
          "<party id=\"P\" name=\"a\(all)b\"/><note><p>a\(all)b</p></note>"
            + "<ext><x xmlns=\"urn:x\" a=\"\(all)\">\(all)]]&gt;</x></ext>")))
    #expect(text.contains("a=\"&#9;&#10;&#13;&lt;&amp;"))
  }

  @Test("Line ends of CR LF and of CR alone read as LF", arguments: ["\r\n", "\r"])
  func lineEnds(_ end: String) {
    let wanted = Hostile.text(RegisterReader.read(Hostile.small))
    let bytes = Array(Hostile.small.replacing("\n", with: end).utf8)
    #expect(Hostile.text(RegisterReader.read(bytes)) == wanted)
    for size in 1...64 {
      #expect(Hostile.text(Hostile.read(bytes, pieces: size)) == wanted, "pieces of \(size)")
    }
  }

  @Test("XML of another version ends in a register or a finding")
  func otherVersions() {
    for version in ["1.1", "1.2", "2.0", "1", "1.x", "", "0.9", "1.0.0"] {
      let read = RegisterReader.read("<?xml version=\"\(version)\"?>" + undeclared)
      if read.register == nil {
        expectRefused(read, "XML-001", comment: "\(version)")
      } else {
        expectRegister(read, comment: "\(version)")
      }
    }
  }
}
