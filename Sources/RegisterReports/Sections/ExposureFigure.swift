import Probability
import RegisterAnalysis
import RegisterModel
import RiskScoring

/// What the first risks cost in a year: intervals, with the average inside each.
struct ExposureFigure {
  let context: ReportContext
  /// How many risks are shown.
  private static let most = 12

  init(_ context: ReportContext) { self.context = context }

  var blocks: [Block] {
    let sum = context.counts.exposure
    guard let total = sum.exposure else {
      return [
        .heading(Heading(["Expected loss"])),
        .text(
          "Not known: no risk has a level with a meaning in money, or there is no likelihood in "
            + "numbers."),
      ]
    }
    let unknown =
      sum.unknownCount > 0
      ? " \(Plural.count(sum.unknownCount, "risk")) \(sum.unknownCount == 1 ? "has" : "have") no "
        + "figure and \(sum.unknownCount == 1 ? "is" : "are") not in it." : ""
    return [
      .heading(Heading(["Expected loss"])),
      .text(
        (sum.knownCount == 1
          ? "The one risk with a figure: "
          : "All \(Plural.count(sum.knownCount, "risk")) with a figure together: ")
          + "\(context.yearly(total)).\(unknown) The interval adds up the bounds; a year's loss may "
          + "lie outside it."),
      figure,
    ].compactMap { $0 }
  }

  private var figure: Block? {
    let risks = context.order.indices.lazy.map { context.order.riskIndex(at: $0) }
      .compactMap { index in context.compiled.current.scores[index].exposure.map { (index, $0) } }
      .prefix(Self.most)
    let shown = Array(risks)
    guard let axis = LogarithmicAxis(shown.map(\.1)) else { return nil }
    let rows = shown.map { index, exposure in
      IntervalChart.Row(
        label(of: index), low: axis.place(of: exposure.low),
        point: axis.place(of: exposure.expected), high: axis.place(of: exposure.high),
        text: context.yearly(exposure))
    }
    let table = Table(
      caption: "Loss in a year",
      columns: [
        .init("Risk", isRowHeader: true), .init("Lower bound", .trailing),
        .init("On average", .trailing), .init("Upper bound", .trailing),
      ],
      rows: shown.map { index, exposure in
        [
          [context.link(toRisk: index), " ", .said(context.register.risks[index].title.text)],
          [.text(AmountText.unbroken(exposure.low))],
          [.text(AmountText.unbroken(exposure.expected))],
          [.text(AmountText.unbroken(exposure.high))],
        ]
      })
    return .figure(
      Figure(
        .intervals(
          IntervalChart(
            axisTitle: "\(context.currency) in a year; each step is ten times the one before",
            ticks: axis.ticks, rows: rows)),
        title: "Loss in a year",
        summary: "Of the first \(Plural.count(shown.count, "risk")) with a figure: the interval in "
          + "which the yearly loss lies, as a line, and its average, as a diamond.",
        alternative: table))
  }

  private func label(of index: Int) -> String {
    let risk = context.register.risks[index]
    return "\(risk.id) \(risk.title)"
  }
}

/// An axis on which each step is ten times the one before, from a power of ten to another.
struct LogarithmicAxis {
  let ticks: [IntervalChart.Tick]
  private let lowest: Double
  private let decades: Double

  private static let ten = Logarithm.natural(10)

  /// - Returns: nil where there is nothing above zero to show.
  init?(_ exposures: [Exposure]) {
    let bounds = exposures.flatMap { [$0.low, $0.expected, $0.high] }.filter { $0 > 0 }
    guard let least = bounds.min(), let most = bounds.max() else { return nil }
    // A little slack, so that a bound of 1000 is on its decade whatever the last bit says.
    lowest = (Logarithm.natural(least) / Self.ten + 1e-9).rounded(.down)
    let highest = (Logarithm.natural(most) / Self.ten - 1e-9).rounded(.up)
    decades = max(highest - lowest, 1)
    let step = max(Int(decades / 8) + 1, 1)
    ticks = stride(from: 0, through: Int(decades), by: step).map { [lowest, decades] decade in
      let amount = Logarithm.exponential((lowest + Double(decade)) * Self.ten)
      return IntervalChart.Tick(Double(decade) / decades, AmountText.unbroken(amount))
    }
  }

  /// Where an amount lies, 0...1; zero lies at the left end.
  func place(of amount: Double) -> Double {
    guard amount > 0 else { return 0 }
    return min(max((Logarithm.natural(amount) / Self.ten - lowest) / decades, 0), 1)
  }
}
