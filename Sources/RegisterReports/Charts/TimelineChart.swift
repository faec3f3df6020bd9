/// Spans of time with their ends, a row each, and today.
public struct TimelineChart: Hashable, Sendable {
  /// A span that ends on a day.
  public struct Row: Hashable, Sendable {
    public let label: String
    /// Where it starts, 0 the left end of the axis and 1 its right end; nil: not known.
    public let start: Double?
    public let end: Double
    /// What is said of its end, such as "overdue".
    public let note: String
    public let tone: Tone

    public init(_ label: String, start: Double?, end: Double, note: String, _ tone: Tone) {
      self.label = label
      self.start = start
      self.end = end
      self.note = note
      self.tone = tone
    }
  }

  public let ticks: [IntervalChart.Tick]
  public let today: Double
  public let todayLabel: String
  public let rows: [Row]

  public init(ticks: [IntervalChart.Tick], today: Double, todayLabel: String, rows: [Row]) {
    self.ticks = ticks
    self.today = today
    self.todayLabel = todayLabel
    self.rows = rows
  }
}

extension TimelineChart: DrawableChart {
  private var labelWidth: Double { 200 }
  private var axisWidth: Double { 340 }
  private var noteWidth: Double { 104 }
  private var rowHeight: Double { 34 }
  private var top: Double { 40 }

  var size: (width: Double, height: Double) {
    (labelWidth + axisWidth + noteWidth, top + rowHeight * Double(rows.count) + 4)
  }

  func draw(on canvas: inout SVGCanvas) {
    let bottom = size.height - 4
    for tick in ticks {
      let x = place(tick.place)
      canvas.line(from: (x, top - 6), to: (x, bottom), "grid")
      canvas.text(tick.label, x: x, y: top - 10, "small", anchor: .middle)
    }
    canvas.line(from: (place(today), 16), to: (place(today), bottom), "stroke", width: 2)
    canvas.text(todayLabel, x: place(today), y: 12, "small bold", anchor: .middle)
    for (index, row) in rows.enumerated() {
      let y = top + Double(index) * rowHeight
      let middle = y + rowHeight / 2
      canvas.lines(
        ChartText.lines(row.label, width: labelWidth - 14), x: labelWidth - 10,
        middle: middle, anchor: .end)
      let end = place(row.end)
      if let start = row.start.map(place), start < end {
        canvas.rectangle(
          x: start, y: middle - 6, width: end - start, height: 12, row.tone.className + " edge")
      }
      draw(row.tone, x: end, y: middle, on: &canvas)
      canvas.text(
        ChartText.fitted(row.note, width: noteWidth - 14, size: 11),
        x: max(end, place(0)) + 12, y: middle + 4, "small halo")
    }
  }

  /// The end of a span: a square where something is wrong, a triangle where it is near, else a circle, so
  /// that the shape says what the colour says.
  private func draw(_ tone: Tone, x: Double, y: Double, on canvas: inout SVGCanvas) {
    switch tone {
    case .bad: canvas.rectangle(x: x - 7, y: y - 7, width: 14, height: 14, "mark")
    case .caution: canvas.polygon([(x, y - 8), (x + 8, y + 6), (x - 8, y + 6)], "mark")
    default: canvas.circle(x: x, y: y, radius: 6, "blank stroke")
    }
  }

  private func place(_ share: Double) -> Double {
    labelWidth + min(max(share, 0), 1) * axisWidth
  }
}
