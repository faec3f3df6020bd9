/// How long each of several activities can be down, and when it is back: a row each, on one axis of time.
public struct ToleranceChart: Hashable, Sendable {
  /// An activity. Places are on the axis, 0 at its left end and 1 at its right end.
  public struct Row: Hashable, Sendable {
    public let label: String
    /// Up to here an outage is known to be tolerable.
    public let tolerable: Double
    /// From here on it is known not to be; nil where nobody can say, or it stays tolerable on all of the
    /// axis (`isTolerable`).
    public let intolerable: Double?
    public let isTolerable: Bool
    /// The recovery time objective; nil where there is none.
    public let objective: Double?
    /// When it is back; nil where nobody can say.
    public let back: Double?
    /// What is said at the end of the row, such as "6 h too late".
    public let note: String
    /// `.bad`: it is back too late.
    public let tone: Tone

    public init(
      _ label: String, tolerable: Double, intolerable: Double?, isTolerable: Bool,
      objective: Double?, back: Double?, note: String, _ tone: Tone
    ) {
      self.label = label
      self.tolerable = tolerable
      self.intolerable = intolerable
      self.isTolerable = isTolerable
      self.objective = objective
      self.back = back
      self.note = note
      self.tone = tone
    }
  }

  public let ticks: [IntervalChart.Tick]
  public let rows: [Row]

  public init(ticks: [IntervalChart.Tick], rows: [Row]) {
    self.ticks = ticks
    self.rows = rows
  }
}

extension ToleranceChart: DrawableChart {
  private var labelWidth: Double { 210 }
  private var axisWidth: Double { 420 }
  private var noteWidth: Double { 172 }
  private var rowHeight: Double { 34 }
  private var width: Double { labelWidth + axisWidth + noteWidth }
  private var top: Double { legend.height + 28 }

  var size: (width: Double, height: Double) {
    (width, top + rowHeight * Double(rows.count) + 6)
  }

  func draw(on canvas: inout SVGCanvas) {
    legend.draw(on: &canvas)
    let bottom = size.height - 4
    for tick in ticks {
      canvas.line(from: (place(tick.place), top - 6), to: (place(tick.place), bottom), "grid")
      canvas.text(tick.label, x: place(tick.place), y: top - 10, "small", anchor: .middle)
    }
    for (index, row) in rows.enumerated() {
      draw(row, middle: top + (Double(index) + 0.5) * rowHeight, on: &canvas)
    }
  }

  private func draw(_ row: Row, middle: Double, on canvas: inout SVGCanvas) {
    canvas.lines(
      ChartText.lines(row.label, width: labelWidth - 14), x: labelWidth - 10, middle: middle,
      anchor: .end)
    let known = row.isTolerable ? 1 : row.tolerable
    span(0, known, "good edge", middle, on: &canvas)
    if !row.isTolerable {
      span(known, row.intolerable ?? 1, "unknown edge dash", middle, on: &canvas)
      if let intolerable = row.intolerable { span(intolerable, 1, "mark", middle, on: &canvas) }
    }
    if let objective = row.objective {
      Self.drawObjective(x: place(objective), y: middle, on: &canvas)
    }
    if let back = row.back {
      Self.drawBack(row.tone, x: place(back), y: middle, on: &canvas)
    }
    canvas.lines(
      ChartText.lines(row.note, width: noteWidth - 20, size: 11),
      x: labelWidth + axisWidth + 14, middle: middle, row.tone == .bad ? "small bold" : "small",
      size: 11)
  }

  private func span(
    _ start: Double, _ end: Double, _ classes: String, _ middle: Double,
    on canvas: inout SVGCanvas
  ) {
    let (from, to) = (place(start), place(end))
    guard from < to else { return }
    canvas.rectangle(x: from, y: middle - 7, width: to - from, height: 14, classes)
  }

  /// A triangle above the bar, its tip on it.
  static func drawObjective(x: Double, y: Double, on canvas: inout SVGCanvas) {
    canvas.polygon([(x - 6, y - 14), (x + 6, y - 14), (x, y - 3)], "blank outline")
  }

  /// A square where it is too late, else a circle.
  static func drawBack(_ tone: Tone, x: Double, y: Double, on canvas: inout SVGCanvas) {
    if tone == .bad {
      canvas.rectangle(x: x - 6.5, y: y - 6.5, width: 13, height: 13, "alarm outline")
    } else {
      canvas.circle(x: x, y: y, radius: 6, "blank stroke")
    }
  }

  private var legend: ChartLegend {
    ChartLegend(
      width: width,
      [
        .init("tolerable") { $0.rectangle(x: $1, y: 5, width: 26, height: 14, "good edge") },
        .init("between two times judged, or not known") {
          $0.rectangle(x: $1, y: 5, width: 26, height: 14, "unknown edge dash")
        },
        .init("intolerable") { $0.rectangle(x: $1, y: 5, width: 26, height: 14, "mark") },
        .init("objective (RTO)") { Self.drawObjective(x: $1 + 13, y: 17, on: &$0) },
        .init("back in time") { Self.drawBack(.good, x: $1 + 13, y: 12, on: &$0) },
        .init("back too late") { Self.drawBack(.bad, x: $1 + 13, y: 12, on: &$0) },
      ])
  }

  private func place(_ share: Double) -> Double {
    labelWidth + min(max(share, 0), 1) * axisWidth
  }
}
