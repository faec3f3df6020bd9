import Testing

@testable import RegisterReports

@Suite("Documents on a terminal")
struct TerminalFaceTests {
  private let plain = TerminalFace(width: 80, hasColour: false)

  @Test("A document that uses everything is the text that was looked at")
  func golden() throws {
    try GoldenText.expect(plain.text(of: SampleDocument.document), equals: "sample.txt")
  }

  @Test("No line is longer than the terminal is wide", arguments: [40, 60, 80, 120])
  func width(_ width: Int) {
    let face = TerminalFace(width: width, hasColour: false)
    for line in face.text(of: SampleDocument.document).split(separator: "\n") {
      #expect(DisplayWidth.of(String(line)) <= width, "\(line)")
    }
  }

  @Test("A word that is longer than a line is broken, and none of it is lost")
  func longWord() {
    let word = String(repeating: "a", count: 10_000)
    let document = ReportDocument(
      title: "T", sections: [.init(Anchor("a"), "A", [.paragraph([.text(word)])])])
    let text = plain.text(of: document)
    #expect(text.count { $0 == "a" } == 10_000)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test("With colours, a rating stands on its own colour; without, no escape sequence is written")
  func colours() {
    let document = ReportDocument(
      title: "T", ratings: [RatingColour("#b3141c")],
      sections: [.init(Anchor("a"), "A", [.paragraph([.badge("High", .rating(1))])])])
    let coloured = TerminalFace(width: 80, hasColour: true).text(of: document)
    #expect(coloured.contains("\u{1B}[48;2;179;20;28;38;5;231mHigh\u{1B}[0m"))
    #expect(!plain.text(of: document).contains("\u{1B}"))
  }

  @Test("Escape sequences of a register are shown, not obeyed")
  func controls() {
    let document = ReportDocument(
      title: "T",
      sections: [.init(Anchor("a"), "A", [.paragraph([.said("\u{9B}31mred\u{1B}[1m")])])])
    let text = plain.text(of: document)
    #expect(text.contains("\u{FFFD}31mred\u{FFFD}[1m"))
  }

  @Test("Columns of wide characters stay in line")
  func wideCharacters() {
    #expect(DisplayWidth.of("水害") == 4)
    #expect(DisplayWidth.of("e\u{301}a") == 2)
    #expect(DisplayWidth.of("🧯") == 2)
    #expect(DisplayWidth.of("❤\u{FE0F}") == 2)
    #expect(DisplayWidth.of("שלום") == 4)
    #expect(DisplayWidth.of("") == 0)
    let table = Table(
      caption: "T", columns: [.init("A"), .init("B")],
      rows: [[["水"], ["x"]], [["abcd"], ["y"]]])
    let document = ReportDocument(title: "T", sections: [.init(Anchor("a"), "A", [.table(table)])])
    let lines = plain.text(of: document).split(separator: "\n")
    let places = lines.suffix(2).map { line in
      DisplayWidth.of(String(line.prefix { $0 != "x" && $0 != "y" }))
    }
    #expect(places == [8, 8])
  }

  @Test("A table with more columns than there is room for is shown row by row")
  func stacked() {
    let columns = (1...12).map { Table.Column("Column \($0)") }
    let table = Table(
      caption: "Wide", columns: columns, rows: [(1...12).map { [.text("value\($0)long")] }])
    let document = ReportDocument(title: "T", sections: [.init(Anchor("a"), "A", [.table(table)])])
    let text = TerminalFace(width: 40, hasColour: false).text(of: document)
    #expect(text.contains("Column 12: value12long"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 40 })
  }
}
