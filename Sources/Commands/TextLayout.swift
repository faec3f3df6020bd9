import RegisterAnalysis

/// Text for a screen of some width: sentences over as many lines as they take, and tables.
struct TextLayout {
  let terminal: Terminal
  /// The columns that are used: lines that are too long are hard to read.
  let width: Int

  init(_ terminal: Terminal) {
    self.terminal = terminal
    width = min(max(terminal.width, 72), 120)
  }

  /// A sentence, its lines ended; those after the first further in. No-break spaces hold words together.
  func paragraph(
    _ text: String, indent: Int = 0, hanging: Int = 0, _ style: Terminal.Style? = nil
  ) -> String {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      let margin = indent + (lines.isEmpty ? 0 : hanging)
      if !line.isEmpty, margin + line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    lines.append(line)
    return lines.enumerated().map { place, line in
      let line = line.replacing("\u{A0}", with: " ")
      return String(repeating: " ", count: indent + (place == 0 ? 0 : hanging))
        + (style.map { terminal.styled(line, $0) } ?? line) + "\n"
    }.joined()
  }

  /// A heading, with an empty line before it.
  func heading(_ text: String) -> String { "\n" + terminal.styled(text, .bold) + "\n" }

  /// A column of a table.
  struct Column {
    var title: String
    /// Numbers and times stand at the right.
    var isRight = false
    /// The column that gives way where the width doesn't do.
    var isFlexible = false
  }

  /// The rows below each other, what doesn't fit cut in the flexible column.
  func table(_ columns: [Column], _ rows: [[String]], indent: Int = 0) -> String {
    var widths = columns.map(\.title.count)
    for row in rows {
      for (place, cell) in row.enumerated() { widths[place] = max(widths[place], cell.count) }
    }
    let used = indent + widths.reduce(0, +) + 2 * (columns.count - 1)
    if used > width, let flexible = columns.firstIndex(where: \.isFlexible) {
      widths[flexible] = max(widths[flexible] - (used - width), 12)
    }
    func line(_ cells: [String]) -> String {
      var text = String(repeating: " ", count: indent)
      for (place, cell) in cells.enumerated() {
        if place > 0 { text += "  " }
        let cell = cell.replacing("\u{A0}", with: " ").shortened(to: widths[place])
        text +=
          columns[place].isRight
          ? cell.rightAligned(to: widths[place]) : cell.padded(to: widths[place])
      }
      return String(text.reversed().drop { $0 == " " }.reversed())
    }
    return terminal.styled(line(columns.map(\.title)), .dim) + "\n"
      + rows.map { line($0) + "\n" }.joined()
  }

  /// The line that says how many of a list are not shown.
  func more(than shown: Int, of count: Int, _ nouns: String) -> String {
    guard count > shown else { return "" }
    return
      "  … and \(AmountText.grouped("\(count - shown)")) more of \(AmountText.grouped("\(count)")) \(nouns); "
      + "--all shows all\n"
  }
}
