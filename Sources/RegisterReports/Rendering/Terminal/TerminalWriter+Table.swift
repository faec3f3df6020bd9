extension TerminalWriter {
  /// How many rows are looked at for the widths of columns.
  private static let sample = 1000
  /// Between two columns.
  private static let gap = 2

  mutating func write(_ table: Table, indent: Int) {
    line(table.caption.map { $0.bold }, indent: indent)
    part()
    if let widths = widths(of: table, room: width - indent - 2) {
      writeColumns(table, widths, indent: indent + 2)
    } else {
      writeStacked(table, indent: indent + 2)
    }
    part()
  }

  /// The widths of the columns; nil where there is not enough room for columns side by side.
  private func widths(of table: Table, room: Int) -> [Int]? {
    var wanted = table.columns.map { TextWrapping.widths(of: [.text($0.title)]).all }
    var least = table.columns.map {
      min(TextWrapping.widths(of: [.text($0.title)]).longestWord, 14)
    }
    for row in table.rows.prefix(Self.sample) {
      guard case .cells(let cells) = row else { continue }
      for (column, cell) in cells.enumerated() {
        let widths = TextWrapping.widths(of: shown(cell))
        wanted[column] = max(wanted[column], widths.all)
        least[column] = max(least[column], min(widths.longestWord, 14))
      }
    }
    let space = room - Self.gap * (table.columns.count - 1)
    guard least.reduce(0, +) <= space else { return nil }
    // The widest gives way until all fit.
    var excess = wanted.reduce(0, +) - space
    while excess > 0 {
      guard
        let widest = wanted.indices.filter({ wanted[$0] > least[$0] }).max(by: {
          wanted[$0] < wanted[$1]
        })
      else { break }
      wanted[widest] -= 1
      excess -= 1
    }
    return wanted
  }

  /// A cell as it is shown: a label alone needs no brackets.
  private func shown(_ cell: [Inline]) -> [Inline] { cell.count > 1 ? bracketed(cell) : cell }

  private mutating func writeColumns(_ table: Table, _ widths: [Int], indent: Int) {
    let margin = String(repeating: " ", count: indent)
    writeRow(table.columns.map { [Inline($0.title, .strong)] }, table, widths, margin)
    let rule = widths.map { String(repeating: "─", count: $0) }
    emit(margin + rule.joined(separator: "  "))
    for row in table.rows {
      switch row {
      case .group(let heading): line(heading.map { $0.bold }, indent: indent)
      case .cells(let cells): writeRow(cells, table, widths, margin)
      }
      output.flushIfLarge()
    }
  }

  private mutating func writeRow(
    _ cells: [[Inline]], _ table: Table, _ widths: [Int], _ margin: String
  ) {
    let columns = zip(cells, widths).map { TextWrapping.lines(shown($0), width: $1, styles) }
    let height = columns.map(\.count).max() ?? 0
    for index in 0..<height {
      var text = margin
      var blanks = 0
      for (column, lines) in columns.enumerated() {
        let line = index < lines.count ? lines[index] : TextWrapping.Line()
        let rest = max(widths[column] - line.width, 0)
        let before =
          switch table.columns[column].alignment {
          case .leading: 0
          case .centre: rest / 2
          case .trailing: rest
          }
        if line.width > 0 {
          text += String(repeating: " ", count: blanks + before) + line.text
          blanks = rest - before
        } else {
          blanks += widths[column]
        }
        blanks += Self.gap
      }
      emit(text)
    }
  }

  /// Each row as a few lines, with the title of the column before each cell.
  private mutating func writeStacked(_ table: Table, indent: Int) {
    for row in table.rows {
      switch row {
      case .group(let heading): line(heading.map { $0.bold }, indent: indent)
      case .cells(let cells):
        for (index, (column, cell)) in zip(table.columns, cells).enumerated()
        where !cell.plainText.isEmpty {
          line([.text(column.title + ": ")] + cell, indent: index == 0 ? indent : indent + 2)
        }
      }
      output.flushIfLarge()
    }
  }
}
