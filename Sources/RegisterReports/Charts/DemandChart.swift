/// How many are needed and how many are there over the time of a disruption: a column from each time at which
/// either changes.
public struct DemandChart: Hashable, Sendable {
  /// A time from which on something is otherwise.
  public struct Step: Hashable, Sendable {
    /// Such as "4 h".
    public let from: String
    public let needed: Double
    /// nil: nobody said.
    public let supply: Double?
    /// What is written on it, such as "2 missing".
    public let note: String

    public init(from: String, needed: Double, supply: Double?, note: String) {
      self.from = from
      self.needed = needed
      self.supply = supply
      self.note = note
    }
  }

  public let steps: [Step]

  public init(steps: [Step]) { self.steps = steps }
}

extension DemandChart: DrawableChart {
  private var left: Double { 38 }
  private var columnWidth: Double { min(max(480 / Double(max(steps.count, 1)), 58), 130) }
  private var height: Double { 120 }
  private var width: Double { max(left + columnWidth * Double(steps.count) + 8, 440) }
  private var top: Double { legend.height + 22 }

  var size: (width: Double, height: Double) { (width, top + height + 42) }

  private var highest: Double {
    max(steps.map { max($0.needed, $0.supply ?? 0) }.max() ?? 0, 1)
  }

  func draw(on canvas: inout SVGCanvas) {
    legend.draw(on: &canvas)
    for tick in [0, highest] {
      canvas.line(
        from: (left - 4, y(tick)), to: (left + columnWidth * Double(steps.count), y(tick)), "grid")
      canvas.text(Self.number(tick), x: left - 8, y: y(tick) + 4, "small", anchor: .end)
    }
    var (needed, supply): ([(x: Double, y: Double)], [(x: Double, y: Double)]) = ([], [])
    for (index, step) in steps.enumerated() {
      let (from, to) = (x(index), x(index + 1))
      needed += [(from, y(step.needed)), (to, y(step.needed))]
      if let there = step.supply {
        supply += [(from, y(there)), (to, y(there))]
        if step.needed > there {
          canvas.rectangle(
            x: from, y: y(step.needed), width: columnWidth, height: y(there) - y(step.needed),
            "alarm")
        }
      } else {
        canvas.polyline(supply, "stroke dash", width: 2)
        supply = []
        canvas.text(
          "not stated", x: (from + to) / 2, y: y(0) - 6, "small muted halo", anchor: .middle)
      }
      canvas.line(from: (from, y(0)), to: (from, y(0) + 5), "axis")
      canvas.text(step.from, x: from, y: y(0) + 18, "small", anchor: index == 0 ? .start : .middle)
      canvas.text(
        ChartText.fitted(step.note, width: columnWidth - 2, size: 11), x: (from + to) / 2,
        y: y(0) + 34, "small bold", anchor: .middle)
      canvas.text(
        Self.number(step.needed), x: (from + to) / 2, y: y(step.needed) - 5, "small bold halo",
        anchor: .middle)
    }
    canvas.line(
      from: (left, y(0)), to: (left + columnWidth * Double(steps.count), y(0)), "axis")
    canvas.polyline(supply, "stroke dash", width: 2)
    canvas.polyline(needed, "stroke", width: 2.5)
  }

  private var legend: ChartLegend {
    ChartLegend(
      width: width,
      [
        .init("needed") { $0.line(from: ($1, 12), to: ($1 + 26, 12), "stroke", width: 2.5) },
        .init("there") { $0.line(from: ($1, 12), to: ($1 + 26, 12), "stroke dash", width: 2) },
        .init("missing") { $0.rectangle(x: $1, y: 5, width: 26, height: 14, "alarm") },
      ])
  }

  private func x(_ index: Int) -> Double { left + columnWidth * Double(index) }

  private func y(_ count: Double) -> Double { top + height * (1 - min(count / highest, 1)) }

  /// Whole numbers, or one decimal.
  private static func number(_ value: Double) -> String {
    let tenths = Int((min(max(value, 0), 1e12) * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
