/// Shares of a whole, a bar each.
public struct ShareChart: Hashable, Sendable {
  /// A share.
  public struct Row: Hashable, Sendable {
    public let label: String
    /// In 0...1.
    public let share: Double
    /// The same in words.
    public let text: String

    public init(_ label: String, share: Double, text: String) {
      self.label = label
      self.share = share
      self.text = text
    }
  }

  public let rows: [Row]

  public init(rows: [Row]) { self.rows = rows }
}

extension ShareChart: DrawableChart {
  private var labelWidth: Double { 230 }
  private var barWidth: Double { 340 }
  private var rowHeight: Double { 34 }

  var size: (width: Double, height: Double) {
    (labelWidth + barWidth + 66, rowHeight * Double(rows.count) + 2)
  }

  func draw(on canvas: inout SVGCanvas) {
    for (index, row) in rows.enumerated() {
      let y = Double(index) * rowHeight
      canvas.lines(
        ChartText.lines(row.label, width: labelWidth - 14), x: labelWidth - 8,
        middle: y + rowHeight / 2, anchor: .end)
      canvas.rectangle(
        x: labelWidth, y: y + 7, width: barWidth, height: rowHeight - 14, "blank edge")
      canvas.rectangle(
        x: labelWidth, y: y + 7, width: barWidth * min(max(row.share, 0), 1),
        height: rowHeight - 14, "mark")
      canvas.text(row.text, x: labelWidth + barWidth + 8, y: y + rowHeight / 2 + 5)
    }
  }
}
