package import RegisterModel
package import ResponsePlanning

/// How incidents and what they come to are put into words: the same in all faces.
package struct IncidentWords: Sendable {
  private let register: Register
  private let categories: [Identifier<RiskCategory>: String]
  private let names: [String: String]

  /// - Complexity: O(*n*) in assets, activities and categories.
  package init(_ register: Register) {
    self.register = register
    categories = Dictionary(
      (register.criteria?.categories ?? []).map { ($0.id, $0.name.text) },
      uniquingKeysWith: { first, _ in first })
    names = Dictionary(
      register.assets.map { ($0.id.text, $0.name.text) }
        + register.activities.map { ($0.id.text, $0.name.text) },
      uniquingKeysWith: { first, _ in first })
  }

  // MARK: Names

  /// "I-2026-14 'Laboratory system slow'".
  package func label(_ place: Int) -> String {
    let incident = register.incidents[place]
    return "\(incident.id) '\(incident.name)'"
  }

  /// "S-lis 'Laboratory system'".
  package func label(_ affected: Identifier<Dependable>) -> String {
    names[affected.text].map { "\(affected) '\($0)'" } ?? affected.text
  }

  package func name(_ category: Identifier<RiskCategory>?) -> String {
    category.map { categories[$0] ?? $0.text } ?? "no category"
  }

  /// "I-1, I-2, I-3 and 4 more".
  package func identifiers(_ places: [Int], most: Int = 6) -> String {
    let shown = places.prefix(most).map { register.incidents[$0].id.text }
    return places.count > most
      ? shown.joined(separator: ", ") + " and \(places.count - most) more" : Plural.list(shown)
  }

  /// "2025-11-25 to 2026-11-24".
  package static func days(_ days: ClosedRange<CalendarDate>) -> String {
    "\(DateText.day(days.lowerBound)) to \(DateText.day(days.upperBound))"
  }

  // MARK: Times

  /// "to notice", "to take it on", "to contain it", "to restore".
  package static func purpose(_ measure: IncidentMeasure) -> String {
    switch measure {
    case .detect: "to notice"
    case .acknowledge: "to take it on"
    case .contain: "to contain it"
    case .restore: "to restore"
    }
  }

  /// A mean or median: "3 h 10 min"; "–" where there is none.
  package static func time(_ seconds: Double?) -> String {
    seconds.map { DateText.brief(Int64($0.rounded())) } ?? "–"
  }

  /// "3 of 15", or "15" for all of them.
  package static func number(_ times: IncidentMetrics.Times) -> String {
    times.count == times.incidentCount
      ? "\(times.count)" : "\(times.count) of \(times.incidentCount)"
  }

  /// "98.75 %", "over 99.99 %"; at most where some outage is not known: "at most 98.75 %".
  package static func availability(_ metrics: IncidentMetrics) -> String {
    let most = metrics.downtime.unknownCount > 0 ? "at most " : ""
    let hundredths = (metrics.availability * 10_000).rounded(.down)
    if metrics.downtime.seconds > 0, metrics.availability > 0.9999 { return most + "over 99.99 %" }
    if metrics.downtime.seconds == 0 { return most + "100 %" }
    return most + decimal(hundredths / 100) + " %"
  }

  // MARK: Trend

  package static func text(_ direction: EventTrend.Direction?) -> String {
    switch direction {
    case .worsening?: "worsening"
    case .improving?: "improving"
    case nil: "no trend shown"
    }
  }

  /// "worsening: they come ever more often", "no trend shown", "too few for a trend".
  package static func trend(_ trend: EventTrend?) -> String {
    guard let trend else { return "too few for a trend: it takes \(EventTrend.fewest)" }
    switch trend.shown {
    case .worsening?: return "worsening: they come ever more often"
    case .improving?: return "improving: they come ever less often"
    case nil: return "no trend shown"
    }
  }

  /// What each test says: "Laplace U −1.33, p 0.185: no trend shown".
  package static func tests(_ trend: EventTrend) -> [String] {
    let arrangements = trend.arrangements
    return [
      "Laplace U \(decimal(trend.laplace.statistic)), p\u{A0}\(probability(trend.laplace.probability)): "
        + text(trend.laplace.shown),
      "MIL-HDBK-189 χ² \(decimal(trend.militaryHandbook.statistic)) with \(2 * trend.count) degrees of freedom, "
        + "p\u{A0}\(probability(trend.militaryHandbook.probability)): \(text(trend.militaryHandbook.shown))",
      "reverse arrangements \(arrangements.reversals)"
        + (arrangements.ties > 0 ? " and \(Plural.count(arrangements.ties, "tie"))" : "")
        + ", \(AmountText.plain(arrangements.expected)) expected without a trend, "
        + "p\u{A0}\(probability(arrangements.probability))",
    ]
  }

  /// "0.146", "under 0.001", "1".
  package static func probability(_ value: Double) -> String {
    value < 0.001 ? "under 0.001" : AmountText.plain((value * 1000).rounded() / 1000)
  }

  /// A number of either sign with two decimal places: "−1.33".
  package static func decimal(_ value: Double) -> String {
    let hundredths = Int((abs(value) * 100).rounded())
    let fraction = "\(hundredths % 100)"
    return (value < 0 && hundredths > 0 ? "−" : "") + "\(hundredths / 100)."
      + String(repeating: "0", count: 2 - fraction.count) + fraction
  }

  // MARK: Comparison

  /// "11 against 4 from … to …: 2.75 times as often, more than chance explains (p 0.035)".
  ///
  /// - Parameter days: Those that it is compared with.
  package static func comparison(
    _ comparison: RateComparison, with days: ClosedRange<CalendarDate>
  ) -> String {
    guard comparison.baselineCount > 0 else {
      return
        "nothing is recorded from \(Self.days(days)): perhaps nothing happened, perhaps nobody wrote it down"
    }
    let shown = comparison.probability < EventTrend.significance
    return "\(comparison.count) against \(comparison.baselineCount) from \(Self.days(days)): "
      + (ratio(comparison).map { "\($0), " } ?? "")
      + (shown ? "more than chance explains" : "no more than chance explains")
      + " (p\u{A0}\(probability(comparison.probability)))"
  }

  /// "2.75 times as often"; nil where nothing was there before.
  package static func ratio(_ comparison: RateComparison) -> String? {
    comparison.ratio.map { "\(AmountText.plain($0)) times as often" }
  }

  // MARK: What keeps coming back

  /// "three times within 90 days"; "4 times, up to 3 of them within 90 days".
  package static func recurrence(_ recurring: RecurringCause) -> String {
    let count = recurring.incidents.count
    return count == recurring.most
      ? "\(count) times within 90 days" : "\(count) times, up to \(recurring.most) within 90 days"
  }

  /// "problem PB-01 'Certificates expire unnoticed', a known error"; nil: none is named.
  package func problems(_ recurring: RecurringCause) -> String? {
    guard !recurring.problems.isEmpty else { return nil }
    return Plural.list(
      recurring.problems.map { id in
        guard let problem = register.problems.first(where: { $0.id == id }) else { return id.text }
        return "\(id) '\(problem.name)', \(Self.text(problem.status))"
      })
  }

  package static func text(_ status: Problem.Status) -> String {
    switch status {
    case .open: "open"
    case .knownError: "a known error"
    case .resolved: "resolved"
    }
  }

  // MARK: Contradictions

  /// "closed before it was restored", "detected after today".
  package static func text(_ flaw: LifeCycleFlaw) -> String {
    switch flaw {
    case .outOfOrder(let later, let earlier):
      "\(later.name) before it \(earlier == .occurred ? "" : "was ")\(earlier.name)"
    case .inFuture(let moment): "\(moment.name) after today"
    case .withoutMoment(let moment):
      "its status says more, but nobody has said when it was \(moment.name)"
    case .withoutContent: "its status says more than is recorded"
    case .statusBehind(let moment): "it was \(moment.name), but its status doesn't say so"
    }
  }
}
