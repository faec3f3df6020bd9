/// A document as Markdown with tables, as GitHub and GitLab show it.
public struct MarkdownFace: ReportFace {
  public init() {}

  public func write(
    _ document: ReportDocument, to sink: @escaping (UnsafeRawBufferPointer) -> Void
  ) {
    var writer = MarkdownWriter(document: document, output: Output(to: sink))
    writer.writeAll()
  }
}

/// Writes one document.
struct MarkdownWriter {
  let document: ReportDocument
  var output: Output

  mutating func writeAll() {
    output.append("# " + text([.said(document.title)]) + "\n\n")
    if let marking = document.marking { output.append("**" + escaped(marking) + "**\n\n") }
    if let subtitle = document.subtitle { output.append(escaped(subtitle) + "\n\n") }
    for fact in document.facts {
      output.append("- " + escaped(fact.name) + ": " + text([fact.value]) + "\n")
    }
    if !document.facts.isEmpty { output.append("\n") }
    if document.sections.count > 1 {
      for section in document.sections {
        output.append("- [" + escaped(section.title) + "](#" + section.anchor.name + ")\n")
      }
      output.append("\n")
    }
    for section in document.sections {
      output.append("<a id=\"\(section.anchor.name)\"></a>\n\n")
      output.append("## " + escaped(section.title) + "\n\n")
      for block in section.blocks { write(block) }
      output.flushIfLarge()
    }
    output.flush()
  }

  private mutating func write(_ block: Block) {
    switch block {
    case .heading(let heading): write(heading)
    case .paragraph(let inlines): output.append(text(inlines) + "\n\n")
    case .list(let list):
      for (index, item) in list.items.enumerated() {
        output.append((list.isOrdered ? "\(index + 1). " : "- ") + text(item) + "\n")
      }
      if !list.items.isEmpty { output.append("\n") }
    case .definitions(let definitions):
      for definition in definitions {
        let details = definition.details.map { text($0) }
        output.append("- **" + text(definition.term) + "**: ")
        output.append(details.joined(separator: "  \n  ") + "\n")
      }
      if !definitions.isEmpty { output.append("\n") }
    case .table(let table): write(table)
    case .figure(let figure):
      if let alternative = figure.alternative {
        write(alternative)
      } else {
        output.append("**" + escaped(figure.title) + "**: " + escaped(figure.summary) + "\n\n")
      }
    case .callout(let callout):
      var inner = MarkdownWriter(document: document, output: Output())
      inner.output.append("**" + escaped(callout.title) + "**\n\n")
      for block in callout.blocks { inner.write(block) }
      let lines = String(decoding: inner.output.bytes, as: UTF8.self)
        .split(separator: "\n", omittingEmptySubsequences: false)
      let kept = lines.prefix((lines.lastIndex { !$0.isEmpty } ?? -1) + 1)
      output.append(kept.map { $0.isEmpty ? ">\n" : "> \($0)\n" }.joined() + "\n")
    case .card(let card):
      write(card.heading)
      if !card.badges.isEmpty {
        output.append(card.badges.map { text([$0]) }.joined(separator: " · ") + "\n\n")
      }
      for block in card.blocks { write(block) }
    case .tiles(let tiles):
      for tile in tiles {
        output.append("- **" + escaped(tile.value) + "** " + text(tile.label) + "\n")
      }
      if !tiles.isEmpty { output.append("\n") }
    case .series(let blocks):
      for block in blocks {
        write(block)
        output.flushIfLarge()
      }
    case .pageBreak: break
    }
  }

  private mutating func write(_ heading: Heading) {
    if let anchor = heading.anchor { output.append("<a id=\"\(anchor.name)\"></a>\n\n") }
    output.append(String(repeating: "#", count: heading.level) + " " + text(heading.text) + "\n\n")
  }

  private mutating func write(_ table: Table) {
    output.append("**" + text(table.caption) + "**\n\n|")
    for column in table.columns { output.append(" " + escaped(column.title) + " |") }
    output.append("\n|")
    for column in table.columns {
      switch column.alignment {
      case .leading: output.append(" --- |")
      case .trailing: output.append(" ---: |")
      case .centre: output.append(" :---: |")
      }
    }
    output.append("\n")
    for row in table.rows {
      output.append("|")
      switch row {
      case .group(let heading):
        output.append(" **" + text(heading) + "** |")
        output.append(String(repeating: "  |", count: table.columns.count - 1))
      case .cells(let cells):
        for cell in cells { output.append(" " + text(cell) + " |") }
      }
      output.append("\n")
      output.flushIfLarge()
    }
    output.append("\n")
  }

  // MARK: Running text

  /// Running text on one line; a mark at its start makes no list, heading or quotation of it.
  private func text(_ inlines: [Inline]) -> String {
    var result = ""
    for inline in inlines {
      var piece =
        switch inline.style {
        case .plain: escaped(inline.text)
        case .code: code(inline.text)
        case .strong, .badge: delimited(inline.text, "**")
        case .emphasis: delimited(inline.text, "*")
        }
      if let target = inline.target { piece = "[\(piece)](#\(target.name))" }
      result += piece
    }
    return MarkdownText.unlisted(result)
  }

  private func escaped(_ text: String) -> String { MarkdownText.escaped(text) }

  /// Blanks at the ends stay outside, or the marks would not count.
  private func delimited(_ text: String, _ mark: String) -> String {
    let inner = text.drop { $0 == " " }
    let trimmed = inner.reversed().drop { $0 == " " }.reversed()
    guard !trimmed.isEmpty else { return text }
    let before = String(repeating: " ", count: text.count - inner.count)
    let after = String(repeating: " ", count: inner.count - trimmed.count)
    return before + mark + escaped(String(trimmed)) + mark + after
  }

  private func code(_ text: String) -> String {
    // Backticks and pipes have no escape inside code.
    text.contains { "`|\\".contains($0) } ? escaped(text) : "`\(PlainText.shown(text))`"
  }
}

/// Text that Markdown shows as it is.
enum MarkdownText {
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in PlainText.shown(text).unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "|", "~", "#", "$":
        result += "\\"
        result.unicodeScalars.append(scalar)
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A line that begins like an item of a list, with its mark escaped.
  static func unlisted(_ line: String) -> String {
    guard let first = line.first else { return line }
    if "-+=".contains(first) { return "\\" + line }
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    let rest = line.dropFirst(digits.count)
    guard !digits.isEmpty, let mark = rest.first, mark == "." || mark == ")" else { return line }
    return digits + "\\" + rest
  }
}
