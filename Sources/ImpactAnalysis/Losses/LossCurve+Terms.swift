public import RegisterModel

/// What a curve was made from, and what could not be.
public struct LossCurveParts: Sendable {
  /// The sum over the money categories asked for.
  public let total: LossCurve
  /// The curve of each term, in the order of the register; nil where it has none.
  public let terms: [LossCurve?]
  /// Backlogs that are never cleared, by the place of their term: there is no capacity over normal, so
  /// their cost has no end.
  public let neverCleared: [Int]
}

extension LossCurve {
  /// What a full outage of an activity costs over its length.
  ///
  /// - Parameters:
  ///   - operating: When it would be at work after the outage began.
  ///   - horizon: Penalties that come again and again are followed up to here, in hours.
  /// - Note: DOMAIN §3.4.
  public static func parts(
    of losses: LossTerms, operating: OperatingTime = .always, horizon: Double = 366 * 24
  ) -> LossCurveParts {
    var terms: [LossCurve?] = []
    var neverCleared: [Int] = []
    for (place, term) in losses.terms.enumerated() {
      let changes = changes(of: term, operating, horizon)
      if changes == nil { neverCleared.append(place) }
      terms.append(changes.map(LossCurve.init))
    }
    return LossCurveParts(
      total: sum(terms.compactMap { $0 }), terms: terms, neverCleared: neverCleared)
  }

  /// - Returns: nil for a backlog that is never cleared.
  private static func changes(
    of term: LossTerm, _ operating: OperatingTime, _ horizon: Double
  ) -> [Change]? {
    switch term {
    case .fixed(let loss):
      [jump(loss.amount, after: loss.after, inclusive: loss.inclusive)]
    case .step(let loss):
      [jump(loss.amount, after: loss.after, inclusive: loss.inclusive)]
    case .recurring(let loss):
      recurring(loss, horizon)
    case .rate(let loss):
      slopes(
        loss.amount.amount * 3600 / Double(max(loss.per.seconds, 1))
          * (1 - (loss.recapture?.value ?? 0)),
        operating, from: loss.from.hours,
        to: loss.to?.hours ?? .infinity, peaks: loss.peaks)
    case .revenue(let loss):
      slopes(
        loss.businessHours.value > 0
          ? loss.yearly.amount / loss.businessHours.value * loss.share.value
            * (1 - (loss.recapture?.value ?? 0)) : 0,
        operating)
    case .idleLabour(let loss):
      slopes(
        loss.people.value * loss.share.value * loss.hourlyCost.amount, operating)
    case .backlog(let loss):
      // Units that pile up take 1/surge of the time to clear that they took to come.
      loss.surge.value > 0
        ? slopes(
          (1 - loss.abandon.value) / loss.surge.value * loss.hourlyCost.amount, operating)
        : nil
    }
  }

  private static func jump(_ amount: Money, after: ElapsedTime, inclusive: Bool) -> Change {
    var change = Change(time: after.hours)
    if inclusive { change.jumpAt = amount.amount } else { change.jumpAfter = amount.amount }
    return change
  }

  private static func recurring(_ loss: RecurringLoss, _ horizon: Double) -> [Change] {
    let every = max(loss.every.hours, 1 / 3600)
    let start = loss.after.hours
    let most = loss.atMost.map { Int($0.value) } ?? .max
    let count = min(most, max(0, Int(((horizon - start) / every).rounded(.up))), 1_000_000)
    return (0..<count).map {
      Change(time: start + Double($0) * every, jumpAfter: loss.amount.amount)
    }
  }

  /// A slope in the times of work between two times.
  private static func slopes(
    _ hourly: Double, _ operating: OperatingTime, from: Double = 0, to: Double = .infinity,
    peaks: Bool = false
  ) -> [Change] {
    operating.within(from, to).flatMap { stretch in
      let slope = hourly * stretch.lost * (peaks ? stretch.demand : 1)
      let start = Change(time: stretch.from, slope: slope)
      return stretch.to.isFinite ? [start, Change(time: stretch.to, slope: -slope)] : [start]
    }
  }
}
