/// Intervals on a logarithmic axis, each with a point inside that is never shown alone.
public struct IntervalChart: Hashable, Sendable {
  /// An interval.
  public struct Row: Hashable, Sendable {
    public let label: String
    /// Places on the axis, 0 at its left end and 1 at its right end.
    public let low: Double
    public let point: Double
    public let high: Double
    /// The same in words.
    public let text: String

    public init(_ label: String, low: Double, point: Double, high: Double, text: String) {
      self.label = label
      self.low = low
      self.point = point
      self.high = high
      self.text = text
    }
  }

  /// A mark on an axis.
  public struct Tick: Hashable, Sendable {
    public let place: Double
    public let label: String

    public init(_ place: Double, _ label: String) {
      self.place = place
      self.label = label
    }
  }

  public let axisTitle: String
  public let ticks: [Tick]
  public let rows: [Row]

  public init(axisTitle: String, ticks: [Tick], rows: [Row]) {
    self.axisTitle = axisTitle
    self.ticks = ticks
    self.rows = rows
  }
}

extension IntervalChart: DrawableChart {
  private var labelWidth: Double { 210 }
  private var axisWidth: Double { 400 }
  private var rowHeight: Double { 34 }

  var size: (width: Double, height: Double) {
    (labelWidth + axisWidth + 34, rowHeight * Double(rows.count) + 52)
  }

  func draw(on canvas: inout SVGCanvas) {
    let bottom = rowHeight * Double(rows.count) + 6
    for tick in ticks {
      let x = labelWidth + tick.place * axisWidth
      canvas.line(from: (x, 2), to: (x, bottom + 4), "grid")
      canvas.text(tick.label, x: x, y: bottom + 18, "small", anchor: .middle)
    }
    canvas.line(from: (labelWidth, bottom), to: (labelWidth + axisWidth, bottom), "axis")
    canvas.text(
      axisTitle, x: labelWidth + axisWidth / 2, y: bottom + 36, "small muted", anchor: .middle)
    for (index, row) in rows.enumerated() {
      let middle = Double(index) * rowHeight + rowHeight / 2 + 2
      canvas.lines(
        ChartText.lines(row.label, width: labelWidth - 14), x: labelWidth - 10,
        middle: middle, anchor: .end)
      let (low, high) = (labelWidth + row.low * axisWidth, labelWidth + row.high * axisWidth)
      let point = labelWidth + row.point * axisWidth
      canvas.line(from: (low, middle), to: (high, middle), "stroke", width: 3)
      for end in [low, high] {
        canvas.line(from: (end, middle - 6), to: (end, middle + 6), "stroke", width: 2)
      }
      canvas.polygon(
        [(point, middle - 7), (point + 7, middle), (point, middle + 7), (point - 7, middle)],
        "mark")
    }
  }
}
