import Testing

@testable import RegisterReports

@Suite("Documents in HTML")
struct HTMLFaceTests {
  @Test("A document that uses everything is the page that was looked at")
  func golden() throws {
    try GoldenText.expect(HTMLFace().text(of: SampleDocument.document), equals: "sample.html")
  }

  @Test("The page is well-formed, accessible, and needs nothing but itself")
  func sample() throws {
    let html = HTMLFace().text(of: SampleDocument.document)
    let page = try HTMLPage(html)
    expectAccessible(page)
    expectSelfContained(page, html)
    #expect(page.elements("table").count == 2)
    #expect(page.elements("svg").count == 2)
  }

  @Test("Words of a register in another language are marked as such")
  func foreignWords() throws {
    let page = try HTMLPage(HTMLFace().text(of: SampleDocument.document))
    let foreign: [String] = page.elements("bdi").filter { $0["lang"] == "es" }.map(\.wholeText)
    #expect(foreign.contains("Lluvia."))
    #expect(!foreign.contains("Seldom."))
  }

  @Test(
    "Text can't become markup, whatever a register says",
    arguments: [
      "<script>alert(1)</script>", "a & b", "&amp;lt;", "\" onload=\"x", "' x='", "]]>", "<!-- -->",
      "</style><b>", "</title>", "</svg>", "Ω-3 🧯 水害 שיטפון",
    ])
  func escaping(_ text: String) throws {
    let page = try HTMLPage(HTMLFace().text(of: Self.document(saying: text)))
    #expect(page.elements("p").contains { $0.wholeText == text })
    #expect(page.elements("td").first?.wholeText == text)
    #expect(page.elements("desc").first?.wholeText == text)
    #expect(page.elements("h1").first?.wholeText == text)
    #expect(page.elements("script").isEmpty)
  }

  @Test(
    "Characters that would turn the direction of writing or steer something are shown, not obeyed",
    arguments: ["\u{202E}", "\u{2066}", "\u{2069}", "\u{7F}", "\u{9B}", "\u{2028}", "\u{1}"])
  func controls(_ character: String) throws {
    let page = try HTMLPage(HTMLFace().text(of: Self.document(saying: "a\(character)b")))
    #expect(page.elements("td").first?.wholeText == "a\u{FFFD}b")
  }

  @Test("A Hebrew title is kept apart from what stands around it; the mark in it stays")
  func rightToLeft() throws {
    let title = "שיטפון\u{200F} 2026"
    let page = try HTMLPage(HTMLFace().text(of: Self.document(saying: title)))
    #expect(page.elements("bdi").contains { $0.wholeText == title })
  }

  @Test("What stands in the margins of printed pages can't end the style sheet")
  func margins() throws {
    var document = Self.document(saying: "x")
    document.title = "\"}</style><script>\\&\n'"
    let html = HTMLFace().text(of: document)
    let page = try HTMLPage(html)
    expectSelfContained(page, html)
    #expect(page.elements("script").isEmpty)
    #expect(StyleText.quoted("a\"<\\") == "\"a\\22 \\3c \\5c \"")
  }

  @Test("The marking is on the page and in the margin of every printed page")
  func marking() throws {
    let page = try HTMLPage(HTMLFace().text(of: SampleDocument.document))
    #expect(page.elements("header").first?.wholeText.contains("TLP:AMBER") == true)
    #expect(page.elements("style")[0].text.contains("@top-right{content:\"TLP:AMBER\""))
  }

  @Test("A document without sections, facts or marking is a page too")
  func empty() throws {
    let html = HTMLFace().text(of: ReportDocument(title: "Nothing"))
    let page = try HTMLPage(html)
    expectAccessible(page)
    #expect(!html.contains("@top-right"))
  }

  static func document(saying text: String) -> ReportDocument {
    let table = Table(
      caption: text, columns: [.init("Column")], rows: [[[.said(text)]]])
    let chart = IntervalChart(
      axisTitle: text, ticks: [.init(0, text)],
      rows: [.init(text, low: 0, point: 0.5, high: 1, text: text)])
    return ReportDocument(
      title: text, subtitle: text, marking: "TLP:RED", facts: [.init(text, .said(text))],
      sections: [
        .init(
          Anchor("a"), "A",
          [
            .paragraph([.said(text)]), .table(table),
            .figure(
              Figure(.intervals(chart), title: text, summary: text, alternative: nil)),
          ])
      ])
  }
}
