/// Who restores what when: a row a piece of work, in the order in which work starts.
public struct ScheduleChart: Hashable, Sendable {
  /// A piece of work. Places are on the axis, 0 at its left end and 1 at its right end.
  public struct Row: Hashable, Sendable {
    public let label: String
    /// The crews, sites and tools that it occupies; empty: none.
    public let crews: String
    /// When all that it needs is there, but a crew, site or tool is not; nil where it doesn't wait for one.
    public let waitsFrom: Double?
    public let start: Double
    public let finish: Double
    /// When it is back, which may be later than its own work is done.
    public let ready: Double
    public let isCritical: Bool
    public let objective: Double?
    public let tolerable: Double?
    /// Such as "31 h, 27 h late".
    public let note: String
    public let isLate: Bool

    public init(
      _ label: String, crews: String, waitsFrom: Double?, start: Double, finish: Double,
      ready: Double, isCritical: Bool, objective: Double?, tolerable: Double?, note: String,
      isLate: Bool
    ) {
      self.label = label
      self.crews = crews
      self.waitsFrom = waitsFrom
      self.start = start
      self.finish = finish
      self.ready = ready
      self.isCritical = isCritical
      self.objective = objective
      self.tolerable = tolerable
      self.note = note
      self.isLate = isLate
    }
  }

  public let ticks: [IntervalChart.Tick]
  public let rows: [Row]

  public init(ticks: [IntervalChart.Tick], rows: [Row]) {
    self.ticks = ticks
    self.rows = rows
  }
}

extension ScheduleChart: DrawableChart {
  private var labelWidth: Double { 230 }
  private var axisWidth: Double { 440 }
  private var noteWidth: Double { 150 }
  private var rowHeight: Double { 36 }
  private var width: Double { labelWidth + axisWidth + noteWidth }
  private var top: Double { legend.height + 26 }

  var size: (width: Double, height: Double) {
    (width, top + rowHeight * Double(rows.count) + 6)
  }

  func draw(on canvas: inout SVGCanvas) {
    legend.draw(on: &canvas)
    let bottom = size.height - 4
    for tick in ticks {
      canvas.line(from: (place(tick.place), top - 4), to: (place(tick.place), bottom), "grid")
      canvas.text(tick.label, x: place(tick.place), y: top - 8, "small", anchor: .middle)
    }
    for (index, row) in rows.enumerated() {
      draw(row, middle: top + (Double(index) + 0.5) * rowHeight, on: &canvas)
    }
  }

  private func draw(_ row: Row, middle: Double, on canvas: inout SVGCanvas) {
    var lines = ChartText.lines(row.label, width: labelWidth - 14, most: row.crews.isEmpty ? 2 : 1)
    if !row.crews.isEmpty {
      lines.append(ChartText.fitted(row.crews, width: labelWidth - 14, size: 11))
    }
    for (index, line) in lines.enumerated() {
      let offset = lines.count == 1 ? 4.5 : index == 0 ? -3 : 11
      let isCrew = index > 0 && !row.crews.isEmpty
      canvas.text(
        line, x: labelWidth - 10, y: middle + offset,
        isCrew ? "small muted" : row.isCritical ? "bold" : "", anchor: .end)
    }
    let (start, finish, ready) = (place(row.start), place(row.finish), place(row.ready))
    if let waits = row.waitsFrom.map(place), waits < start {
      canvas.line(from: (waits, middle), to: (start, middle), "stroke dash", width: 2)
    }
    if ready > finish {
      canvas.line(from: (finish, middle), to: (ready, middle), "stroke", width: 1.5)
    }
    // Work of no time is still seen.
    canvas.rectangle(
      x: start, y: middle - 7, width: max(finish - start, 2), height: 14,
      row.isCritical ? "mark" : "neutral edge")
    if let tolerable = row.tolerable {
      canvas.line(
        from: (place(tolerable), middle - 13), to: (place(tolerable), middle + 13), "limit")
    }
    if let objective = row.objective {
      ToleranceChart.drawObjective(x: place(objective), y: middle - 1, on: &canvas)
    }
    ToleranceChart.drawBack(row.isLate ? .bad : .good, x: ready, y: middle, on: &canvas)
    canvas.lines(
      ChartText.lines(row.note, width: noteWidth - 16, size: 11), x: labelWidth + axisWidth + 12,
      middle: middle, row.isLate ? "small bold" : "small", size: 11)
  }

  private var legend: ChartLegend {
    ChartLegend(
      width: width,
      [
        .init("work") { $0.rectangle(x: $1, y: 5, width: 26, height: 14, "neutral edge") },
        .init("work on the critical path") {
          $0.rectangle(x: $1, y: 5, width: 26, height: 14, "mark")
        },
        .init("waits for a crew, site or tool") {
          $0.line(from: ($1, 12), to: ($1 + 26, 12), "stroke dash", width: 2)
        },
        .init("done, and waits for what it needs") {
          $0.line(from: ($1, 12), to: ($1 + 26, 12), "stroke", width: 1.5)
        },
        .init("back") { ToleranceChart.drawBack(.good, x: $1 + 13, y: 12, on: &$0) },
        .init("back too late") { ToleranceChart.drawBack(.bad, x: $1 + 13, y: 12, on: &$0) },
        .init("objective (RTO)") { ToleranceChart.drawObjective(x: $1 + 13, y: 18, on: &$0) },
        .init("tolerable up to here (MTPD)") {
          $0.line(from: ($1 + 13, 2), to: ($1 + 13, 22), "limit")
        },
      ])
  }

  private func place(_ share: Double) -> Double {
    labelWidth + min(max(share, 0), 1) * axisWidth
  }
}
