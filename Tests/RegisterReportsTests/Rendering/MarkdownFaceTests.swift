import Testing

@testable import RegisterReports

@Suite("Documents in Markdown")
struct MarkdownFaceTests {
  @Test("A document that uses everything is the text that was looked at")
  func golden() throws {
    try GoldenText.expect(MarkdownFace().text(of: SampleDocument.document), equals: "sample.md")
  }

  @Test(
    "Marks of Markdown and HTML in a text are shown as they are",
    arguments: [
      ("a|b", "a\\|b"), ("*bold*", "\\*bold\\*"), ("<b>&", "&lt;b&gt;&amp;"),
      ("[x](http://y)", "\\[x\\](http://y)"), ("- item", "\\- item"), ("1. item", "1\\. item"),
      ("2026 was dry", "2026 was dry"), ("# heading", "\\# heading"), ("a_b", "a\\_b"),
      ("\u{202E}abc", "\u{FFFD}abc"), ("3) x", "3\\) x"), ("`code`", "\\`code\\`"),
    ])
  func escaping(_ text: String, _ expected: String) {
    let document = ReportDocument(
      title: "T", sections: [.init(Anchor("a"), "A", [.paragraph([.said(text)])])])
    #expect(MarkdownFace().text(of: document).contains("\n\(expected)\n"))
  }

  @Test("Bold text with blanks at its ends is still bold")
  func blanks() {
    let document = ReportDocument(
      title: "T",
      sections: [.init(Anchor("a"), "A", [.paragraph([.strong("One: "), "two"])])])
    #expect(MarkdownFace().text(of: document).contains("**One:** two"))
  }

  @Test("Every row of a table has as many cells as its head")
  func tables() {
    let lines = MarkdownFace().text(of: SampleDocument.document).split(separator: "\n")
    let rows = lines.filter { $0.hasPrefix("|") }
    #expect(rows.count == 9)
    for row in rows {
      let bars = row.replacing("\\|", with: "").count { $0 == "|" }
      #expect(bars == 4, "\(row)")
    }
  }
}
