/// How many there are of each kind in each of several groups: a bar a group, a segment a kind.
public struct BarChart: Hashable, Sendable {
  /// What segments stand for, in their order from the left.
  public struct Kind: Hashable, Sendable {
    public let name: String
    /// What stands for it where colour can't be seen.
    public let mark: String
    public let tone: Tone

    public init(_ name: String, mark: String, _ tone: Tone) {
      self.name = name
      self.mark = mark
      self.tone = tone
    }
  }

  /// A bar.
  public struct Row: Hashable, Sendable {
    public let label: String
    /// A number for each kind.
    public let counts: [Int]
    /// What stands at the end of the bar.
    public let total: String

    public init(_ label: String, counts: [Int], total: String) {
      self.label = label
      self.counts = counts
      self.total = total
    }
  }

  public let kinds: [Kind]
  public let rows: [Row]

  public init(kinds: [Kind], rows: [Row]) {
    precondition(rows.allSatisfy { $0.counts.count == kinds.count }, "a number for each kind")
    self.kinds = kinds
    self.rows = rows
  }
}

extension BarChart: DrawableChart {
  private var labelWidth: Double { 190 }
  private var barWidth: Double { 400 }
  private var rowHeight: Double { 32 }

  /// Names of the kinds on lines as long as the chart is wide.
  private var legend: [[(kind: Kind, x: Double)]] {
    var lines: [[(kind: Kind, x: Double)]] = [[]]
    var x = 0.0
    for kind in kinds {
      let width = 34 + ChartText.width(of: kind.name) + 14
      if x > 0, x + width > size.width {
        lines.append([])
        x = 0
      }
      lines[lines.count - 1].append((kind, x))
      x += width
    }
    return lines
  }

  var size: (width: Double, height: Double) {
    let legendHeight = Double((kinds.count + 2) / 3) * 24 + 8
    return (labelWidth + barWidth + 48, legendHeight + rowHeight * Double(rows.count) + 2)
  }

  func draw(on canvas: inout SVGCanvas) {
    for (index, line) in legend.enumerated() {
      let y = Double(index) * 24 + 2
      for (kind, x) in line {
        canvas.rectangle(x: x + 1, y: y, width: 28, height: 18, kind.tone.className + " edge")
        canvas.text(
          kind.mark, x: x + 15, y: y + 13, kind.tone.className + " small", anchor: .middle)
        canvas.text(
          ChartText.fitted(kind.name, width: size.width - 40), x: x + 34, y: y + 14)
      }
    }
    let top = size.height - rowHeight * Double(rows.count) - 2
    let most = max(rows.map { $0.counts.reduce(0, +) }.max() ?? 0, 1)
    for (index, row) in rows.enumerated() {
      let y = top + Double(index) * rowHeight
      canvas.lines(
        ChartText.lines(row.label, width: labelWidth - 12), x: labelWidth - 8,
        middle: y + rowHeight / 2, anchor: .end)
      var x = labelWidth
      for (kind, count) in zip(kinds, row.counts) where count > 0 {
        let width = barWidth * Double(count) / Double(most)
        canvas.rectangle(
          x: x, y: y + 5, width: width, height: rowHeight - 10, kind.tone.className + " edge")
        let label = "\(kind.mark) \(count)"
        if ChartText.width(of: label, size: 11) <= width - 2 {
          canvas.text(
            label, x: x + width / 2, y: y + rowHeight / 2 + 4, kind.tone.className + " small",
            anchor: .middle)
        }
        x += width
      }
      canvas.text(row.total, x: x + 6, y: y + rowHeight / 2 + 5)
    }
  }
}
