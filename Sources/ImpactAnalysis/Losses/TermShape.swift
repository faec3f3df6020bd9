import RegisterModel

/// How a loss term grows with the length of an outage.
enum TermShape {
  /// It jumps at some lengths, whenever the outage began; followed up to a length in hours, infinite where
  /// there is nothing more to come.
  case jumps([LossCurve.Change], knownUntil: Double)
  /// It grows while the activity would be at work.
  case rate(Rate)
  /// A backlog without any capacity to clear it.
  case neverCleared

  /// An amount for each hour of work between two lengths of the outage.
  struct Rate: Hashable {
    var hourly: Double
    /// In hours after the outage began.
    var from = 0.0
    /// Infinite where there is no end.
    var to = Double.infinity
    /// Whether it grows with the demand.
    var peaks = false

    /// Its slope in each stretch of work.
    func changes(_ operating: OperatingTime) -> [LossCurve.Change] {
      operating.within(from, to).flatMap { stretch in
        let slope = hourly * stretch.lost * stretch.share * (peaks ? stretch.demand : 1)
        let start = LossCurve.Change(time: stretch.from, slope: slope)
        return stretch.to.isFinite
          ? [start, LossCurve.Change(time: stretch.to, slope: -slope)] : [start]
      }
    }
  }

  /// - Parameter horizon: Penalties that come again and again are followed up to here, in hours.
  init(_ term: LossTerm, horizon: Double) {
    switch term {
    case .fixed(let loss):
      self = Self.jump(loss.amount, after: loss.after, inclusive: loss.inclusive)
    case .step(let loss):
      self = Self.jump(loss.amount, after: loss.after, inclusive: loss.inclusive)
    case .recurring(let loss):
      self = Self.recurring(loss, horizon)
    case .rate(let loss):
      self = .rate(
        Rate(
          hourly: loss.amount.amount * 3600 / Double(max(loss.per.seconds, 1))
            * (1 - (loss.recapture?.value ?? 0)),
          from: loss.from.hours, to: loss.to?.hours ?? .infinity, peaks: loss.peaks))
    case .revenue(let loss):
      self = .rate(
        Rate(
          hourly: loss.businessHours.value > 0
            ? loss.yearly.amount / loss.businessHours.value * loss.share.value
              * (1 - (loss.recapture?.value ?? 0)) : 0))
    case .idleLabour(let loss):
      self = .rate(Rate(hourly: loss.people.value * loss.share.value * loss.hourlyCost.amount))
    case .backlog(let loss):
      // Units that pile up take 1/surge of the time to clear that they took to come.
      self =
        loss.surge.value > 0
        ? .rate(
          Rate(
            hourly: (1 - loss.abandon.value) / loss.surge.value * loss.hourlyCost.amount))
        : .neverCleared
    }
  }

  private static func jump(_ amount: Money, after: ElapsedTime, inclusive: Bool) -> TermShape {
    var change = LossCurve.Change(time: after.hours)
    if inclusive { change.jumpAt = amount.amount } else { change.jumpAfter = amount.amount }
    return .jumps([change], knownUntil: .infinity)
  }

  private static func recurring(_ loss: RecurringLoss, _ horizon: Double) -> TermShape {
    let every = max(loss.every.hours, 1 / 3600)
    let start = loss.after.hours
    let most = loss.atMost.map { Int($0.value) } ?? .max
    let count = min(most, max(0, Int(((horizon - start) / every).rounded(.up))), 1_000_000)
    return .jumps(
      (0..<count).map {
        LossCurve.Change(time: start + Double($0) * every, jumpAfter: loss.amount.amount)
      },
      knownUntil: count < most && loss.amount.amount > 0 ? start + Double(count) * every : .infinity
    )
  }
}
