/// A document as lines for a terminal or a plain text file.
public struct TerminalFace: ReportFace {
  /// How many columns there are.
  public let width: Int
  /// Whether escape sequences for colours and bold may be used.
  public let hasColour: Bool

  /// - Parameter width: Less than 40 counts as 40.
  public init(width: Int, hasColour: Bool) {
    self.width = max(width, 40)
    self.hasColour = hasColour
  }

  public func write(
    _ document: ReportDocument, to sink: @escaping (UnsafeRawBufferPointer) -> Void
  ) {
    var writer = TerminalWriter(document, self, Output(to: sink))
    writer.writeAll()
  }
}

/// Writes one document.
struct TerminalWriter {
  let document: ReportDocument
  let styles: TerminalStyles
  var output: Output
  /// How many columns are used: longer lines are hard to read.
  let width: Int
  /// Whether an empty line comes before whatever is written next.
  private var isPartDue = false
  private var hasText = false

  init(_ document: ReportDocument, _ face: TerminalFace, _ output: Output) {
    self.document = document
    self.output = output
    styles = TerminalStyles(hasColour: face.hasColour, ratings: document.ratings)
    width = min(face.width, 120)
  }

  mutating func writeAll() {
    if let marking = document.marking { line([.strong(marking)]) }
    line([.said(document.title, .strong)])
    if let subtitle = document.subtitle { line([.text(subtitle)]) }
    for fact in document.facts { line([.text(fact.name + ": "), fact.value]) }
    for section in document.sections {
      part()
      line([.strong(section.title)])
      let length = min(DisplayWidth.of(PlainText.shown(section.title)), width)
      emit(String(repeating: "═", count: length))
      part()
      for block in section.blocks { write(block, indent: 0) }
      output.flushIfLarge()
    }
    output.flush()
  }

  /// An empty line before whatever comes next.
  mutating func part() { isPartDue = hasText }

  /// A line that is laid out already.
  mutating func emit(_ line: String) {
    if isPartDue { output.append("\n") }
    output.append(line + "\n")
    (isPartDue, hasText) = (false, true)
  }

  /// Running text over as many lines as it takes.
  mutating func line(
    _ inlines: [Inline], indent: Int = 0, first: String = "", hasBrackets: Bool = true
  ) {
    let margin = String(repeating: " ", count: indent)
    let hanging = String(repeating: " ", count: DisplayWidth.of(first))
    let room = max(width - indent - DisplayWidth.of(first), 16)
    // A label stands out by its colour or, without colours, by its brackets.
    let running = hasBrackets ? bracketed(inlines) : inlines
    for (index, line) in TextWrapping.lines(running, width: room, styles).enumerated() {
      emit(margin + (index == 0 ? first : hanging) + line.text)
    }
  }

  /// Labels in brackets, where they stand among other words and have no colour.
  func bracketed(_ inlines: [Inline]) -> [Inline] {
    styles.hasColour ? inlines : inlines.map(\.bracketed)
  }

  mutating func write(_ block: Block, indent: Int) {
    switch block {
    case .heading(let heading):
      part()
      line(heading.text.map { $0.bold }, indent: indent)
    case .paragraph(let inlines):
      line(inlines, indent: indent)
      part()
    case .list(let list):
      let width = "\(list.items.count)".utf8.count
      for (index, item) in list.items.enumerated() {
        let number =
          String(repeating: " ", count: width - "\(index + 1)".utf8.count) + "\(index + 1)"
        line(item, indent: indent + 2, first: list.isOrdered ? "\(number). " : "- ")
      }
      part()
    case .definitions(let definitions):
      for definition in definitions {
        line(definition.term + [":"], indent: indent)
        for detail in definition.details { line(detail, indent: indent + 4) }
      }
      part()
    case .table(let table): write(table, indent: indent)
    case .figure(let figure):
      if let alternative = figure.alternative {
        write(alternative, indent: indent)
      } else {
        line([.strong(figure.title + ": "), .text(figure.summary)], indent: indent)
        part()
      }
    case .callout(let callout):
      line([.strong(callout.title)], indent: indent, first: "| ")
      for block in callout.blocks { write(block, indent: indent + 2) }
      part()
    case .card(let card):
      part()
      line(card.heading.text.map { $0.bold }, indent: indent)
      let badges = card.badges.map { [$0] }.joined(separator: [Inline(" · ")])
      if !card.badges.isEmpty { line(Array(badges), indent: indent + 2, hasBrackets: false) }
      for block in card.blocks { write(block, indent: indent + 2) }
      part()
    case .tiles(let tiles):
      for tile in tiles {
        line([.strong(tile.value + " ")] + tile.label, indent: indent + 2)
      }
      part()
    case .series(let blocks):
      for block in blocks {
        write(block, indent: indent)
        output.flushIfLarge()
      }
    case .pageBreak: break
    }
  }
}

extension Inline {
  /// A label in brackets; anything else as it is.
  fileprivate var bracketed: Inline {
    guard case .badge = style else { return self }
    var bracketed = self
    bracketed.text = "[\(text)]"
    return bracketed
  }

  /// The same in bold, unless it has a style of its own.
  var bold: Inline {
    guard style == .plain else { return self }
    var bold = self
    bold.style = .strong
    return bold
  }
}

/// Escape sequences of a terminal that has colours; nothing on one that has none.
struct TerminalStyles {
  let hasColour: Bool
  let ratings: [RatingColour]

  /// A text in a style.
  func styled(_ text: String, _ style: Inline.Style) -> String {
    guard hasColour, let code = code(of: style) else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  private func code(of style: Inline.Style) -> String? {
    switch style {
    case .plain, .emphasis, .code: nil
    case .strong: "1"
    case .badge(.rating(let rank)):
      ratings.indices.contains(rank - 1) ? code(of: ratings[rank - 1]) : nil
    case .badge(.bad): "31"
    case .badge(.caution): "33"
    case .badge(.good): "32"
    case .badge(.neutral), .badge(.unknown): nil
    }
  }

  private func code(of colour: RatingColour) -> String? {
    guard let value = Int(colour.ground.dropFirst(), radix: 16) else { return nil }
    let (red, green, blue) = (value >> 16 & 255, value >> 8 & 255, value & 255)
    return "48;2;\(red);\(green);\(blue);38;5;\(colour.text == "#000000" ? 16 : 231)"
  }
}
