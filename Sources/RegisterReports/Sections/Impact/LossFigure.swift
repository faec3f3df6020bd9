import ImpactAnalysis
import RegisterAnalysis
import RegisterModel

/// What an outage costs by its length, up to some time after it can't be borne any more.
struct LossFigure {
  private let context: ReportContext
  private let activity: ActivityImpact
  private let loss: ActivityLoss
  /// How long the axis is, in seconds.
  private let length: Int64

  init(_ context: ReportContext, _ activity: ActivityImpact, _ loss: ActivityLoss) {
    self.context = context
    self.activity = activity
    self.loss = loss
    // The first band by which twice as long as can be borne has passed, and the activity is back.
    let wanted = max((activity.period.seconds ?? 86_400 * 3) * 2, activity.back.seconds ?? 0, 3600)
    let bands = (context.register.criteria?.bands ?? []).map(\.seconds)
    length = min(bands.first { $0 >= wanted } ?? wanted, max(bands.max() ?? 0, wanted))
  }

  private var hours: Double { Double(length) / 3600 }

  var block: Block? {
    let most = loss.curve.value(at: hours)
    guard most > 0 else { return nil }
    // A limit far above would press the curve flat.
    let highest = max(most, limit.map { $0 <= 3 * most ? $0 : 0 } ?? 0)
    let time = ElapsedAxis(upTo: length)
    let amount = AmountAxis(upTo: highest)
    let id = context.compiled.impact.identifier(activity.node)
    let start = loss.start.map { "; if it begins \(ImpactWords.moment($0)), when it costs most" }
    return .figure(
      Figure(
        .curve(
          CurveChart(
            timeTitle: "length of the outage", amountTitle: context.currency, times: time.ticks,
            amounts: amount.ticks, pieces: pieces(amount), limits: limits(time, amount))),
        title: "What an outage of \(id) costs by its length",
        summary: "What an outage costs by its length\(start ?? "").\(reached)", alternative: table))
  }

  /// The amount from which on money lost is intolerable; nil where the criteria state none.
  private var limit: Double? {
    for category in context.register.criteria?.impacts ?? [] {
      guard let intolerable = category.intolerable, category.unit?.text == context.currency,
        Int(intolerable.rank) <= category.levels.count
      else { continue }
      let level = category.levels[Int(intolerable.rank) - 1]
      return level.moneyFrom?.amount ?? level.from?.value
    }
    return nil
  }

  /// When the intolerable amount is reached.
  private var reached: String {
    guard let limit else { return "" }
    let amount = "\(AmountText.unbroken(limit)) \(context.currency)"
    guard let time = loss.curve.time(losing: limit), time < 24 * 3660 else {
      return " It doesn't come to \(amount), which is intolerable, within ten years."
    }
    let seconds = Int64((time * 3600).rounded(.down))
    return " It comes to \(amount), which is intolerable, "
      + (seconds == 0 ? "at once." : "after \(ImpactWords.time(seconds)).")
  }

  private func limits(_ time: ElapsedAxis, _ amount: AmountAxis) -> [CurveChart.Limit] {
    var limits: [CurveChart.Limit] = []
    if let mtpd = activity.period.seconds, mtpd <= length {
      limits.append(.init(.time, time.place(of: mtpd), "MTPD \(ImpactWords.time(mtpd))"))
    }
    if let limit, limit <= amount.highest {
      limits.append(
        .init(.amount, amount.place(of: limit), "intolerable from \(AmountText.unbroken(limit))"))
    }
    return limits
  }

  private func pieces(_ amount: AmountAxis) -> [[CurveChart.Place]] {
    let points = loss.curve.breakpoints.filter { $0.time < hours }
    var pieces: [[CurveChart.Place]] = []
    var piece: [CurveChart.Place] = []
    let place = { (time: Double, value: Double) in
      CurveChart.Place(time / hours, amount.place(of: value))
    }
    for point in points {
      if point.time > 0 { piece.append(place(point.time, point.before)) }
      if point.after > point.before || point.time == 0 {
        if !piece.isEmpty { pieces.append(piece) }
        if point.time == 0, point.after > 0 { pieces.append([place(0, 0)]) }
        piece = [place(point.time, point.after)]
      }
    }
    piece.append(place(hours, loss.curve.value(before: hours)))
    return pieces + [piece]
  }

  private var table: Table {
    let bands = context.register.criteria?.bands ?? []
    let times =
      bands.isEmpty ? [4, 24, 168].compactMap { ElapsedTime(seconds: $0 * 3600) } : bands
    return Table(
      caption: "What an outage costs by its length, \(context.currency)",
      columns: [.init("Length", isRowHeader: true), .init("Cost", .trailing)],
      rows: times.map { time in
        [
          [.text(ImpactWords.time(time.seconds))],
          [.text(AmountText.unbroken(loss.curve.value(at: time.hours)))],
        ]
      })
  }
}

/// An axis of amounts from 0 on, with marks at round ones.
struct AmountAxis {
  let ticks: [IntervalChart.Tick]
  let highest: Double

  init(upTo amount: Double) {
    precondition(amount > 0, "an amount")
    var unit = 1.0
    while unit * 10 <= amount { unit *= 10 }
    while unit > amount { unit /= 10 }
    let step = amount <= 2 * unit ? unit / 2 : amount <= 5 * unit ? unit : unit * 2
    let count = Int((amount / step).rounded(.up))
    let highest = Double(count) * step
    self.highest = highest
    ticks = (0...count).map { number in
      let value = Double(number) * step
      return IntervalChart.Tick(value / highest, AmountText.unbroken(value))
    }
  }

  func place(of amount: Double) -> Double { min(max(amount / highest, 0), 1) }
}
