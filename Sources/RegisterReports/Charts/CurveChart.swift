/// What an outage costs by how long it lasts: straight lines with jumps between them.
public struct CurveChart: Hashable, Sendable {
  /// A place in the chart: 0, 0 at the bottom left and 1, 1 at the top right.
  public struct Place: Hashable, Sendable {
    public let x: Double
    public let y: Double

    public init(_ x: Double, _ y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// A line across the chart with its words.
  public struct Limit: Hashable, Sendable {
    public enum Axis: Hashable, Sendable {
      /// At a time: it goes up.
      case time
      /// At an amount: it goes across.
      case amount
    }
    public let axis: Axis
    public let place: Double
    public let label: String

    public init(_ axis: Axis, _ place: Double, _ label: String) {
      self.axis = axis
      self.place = place
      self.label = label
    }
  }

  public let timeTitle: String
  public let amountTitle: String
  public let times: [IntervalChart.Tick]
  public let amounts: [IntervalChart.Tick]
  /// Pieces without a jump, each a line through its places; from the end of one to the start of the next the
  /// curve jumps.
  public let pieces: [[Place]]
  public let limits: [Limit]

  public init(
    timeTitle: String, amountTitle: String, times: [IntervalChart.Tick],
    amounts: [IntervalChart.Tick], pieces: [[Place]], limits: [Limit]
  ) {
    self.timeTitle = timeTitle
    self.amountTitle = amountTitle
    self.times = times
    self.amounts = amounts
    self.pieces = pieces
    self.limits = limits
  }
}

extension CurveChart: DrawableChart {
  private var left: Double { 66 }
  private var top: Double { 40 }
  private var plot: (width: Double, height: Double) { (470, 200) }

  var size: (width: Double, height: Double) { (left + plot.width + 64, top + plot.height + 46) }

  func draw(on canvas: inout SVGCanvas) {
    canvas.text(amountTitle, x: 0, y: 12, "small muted")
    for tick in amounts {
      let y = place(.init(0, tick.place)).y
      canvas.line(from: (left - 4, y), to: (left + plot.width, y), "grid")
      canvas.text(tick.label, x: left - 8, y: y + 4, "small", anchor: .end)
    }
    let bottom = top + plot.height
    for tick in times {
      let x = place(.init(tick.place, 0)).x
      canvas.line(from: (x, top), to: (x, bottom + 4), "grid")
      canvas.text(tick.label, x: x, y: bottom + 18, "small", anchor: .middle)
    }
    canvas.polyline([(left, top), (left, bottom), (left + plot.width, bottom)], "axis")
    canvas.text(
      timeTitle, x: left + plot.width / 2, y: bottom + 38, "small muted", anchor: .middle)
    for limit in limits { draw(limit, on: &canvas) }
    for (before, after) in zip(pieces, pieces.dropFirst()) {
      guard let end = before.last, let start = after.first else { continue }
      canvas.polyline([place(end), place(start)], "stroke dash", width: 2)
    }
    for piece in pieces {
      if piece.count == 1 {
        let only = place(piece[0])
        canvas.circle(x: only.x, y: only.y, radius: 2.5, "mark")
      } else {
        canvas.polyline(piece.map(place), "stroke", width: 2.5)
      }
    }
  }

  private func draw(_ limit: Limit, on canvas: inout SVGCanvas) {
    switch limit.axis {
    case .time:
      let x = place(.init(limit.place, 0)).x
      canvas.line(from: (x, top - 8), to: (x, top + plot.height), "limit")
      let isAtEnd = limit.place > 0.7
      canvas.text(
        limit.label, x: isAtEnd ? x + 2 : x - 2, y: top - 12, "small bold",
        anchor: isAtEnd ? .end : .start)
    case .amount:
      let y = place(.init(0, limit.place)).y
      canvas.line(from: (left, y), to: (left + plot.width, y), "limit")
      canvas.text(limit.label, x: left + 6, y: y - 4, "small bold halo")
    }
  }

  private func place(_ place: Place) -> (x: Double, y: Double) {
    (
      left + min(max(place.x, 0), 1) * plot.width,
      top + (1 - min(max(place.y, 0), 1)) * plot.height
    )
  }
}
