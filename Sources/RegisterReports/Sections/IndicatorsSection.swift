import RegisterAnalysis
import RegisterModel
import RiskScoring

/// What is measured, and what it says today.
struct IndicatorsSection {
  let context: ReportContext

  init(_ context: ReportContext) { self.context = context }

  var blocks: [Block] {
    let context = context
    let indicators = context.register.indicators
    let states = indicators.map { $0.state(on: context.today) }
    let red = states.count { $0.redSince != nil }
    let unknown = states.count { $0.isUnknown }
    // What is red first, then what says nothing, then amber, then green.
    let order = indicators.indices.map { $0 }.stableSorted { index -> Int in
      switch states[index] {
      case .red: 0
      case .unknown: 1
      case .amber: 2
      case .green: 3
      }
    }
    let rows = Series(count: order.count) { place in
      Table.Row.cells(Self.cells(of: indicators[order[place]], states[order[place]], context))
    }
    return [
      .text(
        "\(Plural.count(indicators.count, "indicator").capitalisedFirst): \(red) red, \(unknown) of which nothing is "
          + "known today. A value older than its limit says nothing."),
      .table(
        Table(
          caption: ["Indicators, red ones first"],
          columns: [
            .init("Indicator", isRowHeader: true), .init("State"), .init("Newest value"),
            .init("Amber, red"), .init("Tells of"), .init("Owner"),
          ],
          rows: rows)),
    ]
  }

  private static func cells(
    of indicator: Indicator, _ state: IndicatorState, _ context: ReportContext
  ) -> [[Inline]] {
    var thresholds = [indicator.amber, indicator.red].map {
      $0.map { AmountText.measure($0.value) } ?? "–"
    }.joined(separator: ", ")
    thresholds += indicator.direction == .higherIsWorse ? " and above" : " and below"
    let tracked = indicator.tracks.compactMap { context.compiled.risks[$0.ref] }
    var stateText = [IndicatorWords.badge(state)]
    if let note = IndicatorWords.note(state) { stateText.append(.text(" " + note)) }
    let due = tracked.filter {
      state.isReviewDue(lastReviewed: context.register.risks[$0].reviewed)
    }
    if !due.isEmpty { stateText += ["; review now: "] + context.links(toRisks: due) }
    var value: [Inline] = ["–"]
    if let reading = IndicatorWords.reading(state) {
      value = [.text(AmountText.measure(reading.value.value))]
      if let unit = indicator.unit { value.append(.said(" " + unit.text)) }
      value.append(.text(", \(DateText.day(reading.at.localDate))"))
    }
    return [
      [.text("\(indicator.id) "), .said(indicator.name.text)], stateText, value,
      [.text(thresholds)], tracked.isEmpty ? ["–"] : context.links(toRisks: tracked),
      [context.party(indicator.owner)],
    ]
  }
}

/// What an indicator says, in words.
enum IndicatorWords {
  static func badge(_ state: IndicatorState) -> Inline {
    switch state {
    case .unknown: .badge("unknown", .unknown)
    case .green: .badge("green", .good)
    case .amber: .badge("amber", .caution)
    case .red: .badge("red", .bad)
    }
  }

  /// What there is to add to the colour.
  static func note(_ state: IndicatorState) -> String? {
    switch state {
    case .green, .amber: nil
    case .red(_, let since): "since \(DateText.day(since.localDate))"
    case .unknown(.noValue): "nothing was measured"
    case .unknown(.noThresholds): "neither amber nor red is stated"
    case .unknown(.stale(_, let days, let limit)):
      "\(DateText.span(days)) old, the limit is \(DateText.period(limit))"
    }
  }

  static func reading(_ state: IndicatorState) -> IndicatorReading? {
    switch state {
    case .green(let reading), .amber(let reading), .red(let reading, _): reading
    case .unknown(.stale(let reading, _, _)): reading
    case .unknown(.noValue), .unknown(.noThresholds): nil
    }
  }
}
