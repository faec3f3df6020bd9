/// One HTML file that needs nothing else: it opens from disk, reads well on a telephone, prints well, and
/// runs no script.
///
/// It is well-formed XML too, so that any tool can read it.
public struct HTMLFace: ReportFace {
  public init() {}

  public func write(
    _ document: ReportDocument, to sink: @escaping (UnsafeRawBufferPointer) -> Void
  ) {
    var writer = HTMLWriter(document, Output(to: sink))
    writer.writeAll()
  }
}

/// Writes one document.
struct HTMLWriter {
  let document: ReportDocument
  var output: Output
  /// Whether the register's words are in another language than the report's.
  let isForeign: Bool
  /// Numbers elements that need an identifier and have none.
  private var counter = 0

  init(_ document: ReportDocument, _ output: Output) {
    self.document = document
    self.output = output
    isForeign = document.registerLanguage != document.language
  }

  mutating func nextIdentifier(_ stem: StaticString) -> String {
    counter += 1
    return "\(stem)--\(counter)"  // two hyphens: no anchor that sections or records are given
  }

  mutating func writeAll() {
    output.append("<!DOCTYPE html>\n<html lang=\"")
    output.append(escaped: document.language)
    output.append("\">\n")
    writeHead()
    output.append("<body>\n<a class=\"skip\" href=\"#content\">Skip to the report</a>\n")
    writeHeader()
    writeContents()
    output.append("<main id=\"content\" tabindex=\"-1\">\n")
    for section in document.sections { write(section) }
    output.append("</main>\n")
    if let marking = document.marking {
      output.append("<p class=\"running\" aria-hidden=\"true\">")
      output.append(escaped: marking)
      output.append("</p>\n")
    }
    output.append("</body>\n</html>\n")
    output.flush()
  }

  private mutating func writeHead() {
    output.append(
      """
      <head>
      <meta charset="utf-8"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src \
      'unsafe-inline'"/>
      <meta name="color-scheme" content="light"/>
      <title>
      """)
    output.append(escaped: document.title)
    if let subtitle = document.subtitle {
      output.append(" – ")
      output.append(escaped: subtitle)
    }
    output.append("</title>\n<style>\n")
    output.append(StyleSheet(document).text)
    output.append("</style>\n</head>\n")
  }

  private mutating func writeHeader() {
    output.append("<header>\n")
    if let marking = document.marking {
      output.append("<p class=\"marking\">")
      output.append(escaped: marking)
      output.append("</p>\n")
    }
    output.append("<h1>")
    write([.said(document.title)])
    output.append("</h1>\n")
    if let subtitle = document.subtitle {
      output.append("<p class=\"subtitle\">")
      output.append(escaped: subtitle)
      output.append("</p>\n")
    }
    if !document.facts.isEmpty {
      output.append("<dl class=\"facts\">\n")
      for fact in document.facts {
        output.append("<div><dt>")
        output.append(escaped: fact.name)
        output.append("</dt><dd>")
        write([fact.value])
        output.append("</dd></div>\n")
      }
      output.append("</dl>\n")
    }
    output.append("</header>\n")
  }

  private mutating func writeContents() {
    guard document.sections.count > 1 else { return }
    output.append("<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">Contents</h2>\n<ol>\n")
    for section in document.sections {
      output.append("<li><a href=\"#")
      output.append(section.anchor.name)
      output.append("\">")
      output.append(escaped: section.title)
      output.append("</a></li>\n")
    }
    output.append("</ol>\n</nav>\n")
  }

  private mutating func write(_ section: ReportDocument.Section) {
    let heading = nextIdentifier("heading")
    output.append(section.startsPage ? "<section class=\"page\" id=\"" : "<section id=\"")
    output.append(section.anchor.name)
    output.append("\" aria-labelledby=\"")
    output.append(heading)
    output.append("\">\n<h2 id=\"")
    output.append(heading)
    output.append("\">")
    output.append(escaped: section.title)
    output.append("</h2>\n")
    for block in section.blocks { write(block) }
    output.append("</section>\n")
    output.flushIfLarge()
  }
}
