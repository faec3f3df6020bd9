public import RegisterModel

extension LossCurve {
  /// The curve of an outage that ends: nothing more is lost after it.
  ///
  /// A penalty that must be exceeded is not paid at the end itself.
  func ending(at hours: Double) -> LossCurve {
    guard hours.isFinite else { return self }
    let end = value(at: hours)
    var changes: [Change] = []
    var slope = 0.0
    for point in breakpoints where point.time < hours {
      changes.append(
        Change(
          time: point.time, jumpAt: point.at - point.before, jumpAfter: point.after - point.at,
          slope: point.slope - slope))
      slope = point.slope
    }
    changes.append(Change(time: hours, jumpAt: end - value(before: hours), slope: -slope))
    return LossCurve(changes: changes)
  }

  /// The curve of an outage that begins later.
  func beginning(at hours: Double) -> LossCurve {
    guard hours > 0 else { return self }
    var changes: [Change] = []
    var slope = 0.0
    for point in breakpoints {
      changes.append(
        Change(
          time: point.time + hours, jumpAt: point.at - point.before,
          jumpAfter: point.after - point.at, slope: point.slope - slope))
      slope = point.slope
    }
    return LossCurve(changes: changes)
  }

  /// What an activity loses in a disruption of several outages, over the time since the disruption began;
  /// while a workaround carries some of its output, the rest goes on being lost.
  ///
  /// - Parameters:
  ///   - outages: In seconds after the disruption began; one that never ends costs without end.
  ///   - reduced: The times on a workaround.
  ///   - operating: When the activity would be at work, counted from a number of hours after the disruption
  ///     began.
  ///   - horizon: Of penalties that come again and again, in hours.
  public static func lost(
    by losses: LossTerms, outages: [Interruption], reduced: [WhatIf.ReducedTime] = [],
    operating: (_ after: Double) -> OperatingTime, horizon: Double = 366 * 24
  ) -> LossCurve {
    var curves: [LossCurve] = []
    for outage in outages {
      let from = Double(outage.from) / 3600
      let curve = parts(of: losses, operating: operating(from), horizon: horizon).total
      let length = outage.to >= TimeBounds.never ? .infinity : Double(outage.to) / 3600 - from
      curves.append(curve.ending(at: length).beginning(at: from))
    }
    // Penalties and fixed amounts belong to the outage itself; only what is lost by the hour goes on.
    let hourly = LossTerms(losses.terms.filter(\.isHourly))
    for time in reduced where time.capacity < 1 {
      let from = Double(time.from) / 3600
      let length = time.to >= TimeBounds.never ? .infinity : Double(time.to) / 3600 - from
      let share = operating(from).losing(1 - time.capacity, upTo: length)
      curves.append(parts(of: hourly, operating: share, horizon: horizon).total.beginning(at: from))
    }
    return sum(curves)
  }
}

extension LossTerm {
  /// Whether it is lost by the hour and not at once.
  fileprivate var isHourly: Bool {
    switch self {
    case .rate, .revenue, .idleLabour, .backlog: true
    case .fixed, .step, .recurring: false
    }
  }
}
