public import ImpactAnalysis

/// What disruption means for one activity: how long it can be down, when it must be back, and when it is.
public struct ActivityImpact: Sendable {
  /// Whether an activity is back when it must be, after everything failed at once.
  public enum Verdict: String, Sendable, CaseIterable {
    /// It is back only when the disruption can't be borne any more, or never.
    case intolerable
    /// It is back later than it must be.
    case late
    /// It is back in time on a workaround that runs out before what it stands in for is back.
    case lapses
    /// Nobody can say, because something that it rests on is not known.
    case unknown
    /// Nobody has said by when it must be back.
    case unasked
    case inTime
  }

  public let node: DependencyGraph.Node
  /// The maximum tolerable period of disruption.
  public package(set) var period: PlanningPeriod
  /// When it must be back: by its own recovery time objective, or sooner for one that needs it.
  public let requirement: Requirements.Requirement
  /// When it is back, with the crews, sites and tools there are.
  public let back: TimeBounds
  /// When it would be back if no work got in the way of other work.
  public let backUnhindered: TimeBounds
  /// When it stops again because a workaround has run out, in seconds after the disruption began: of several
  /// times the longest. `to` is `TimeBounds.never` where nobody knows when it is back again. nil where it
  /// doesn't.
  public let lapse: Interruption?

  init(
    node: DependencyGraph.Node, period: PlanningPeriod, impact: ImpactGraph,
    schedule: RecoverySchedule, outages: [Interruption]
  ) {
    lapse = outages.dropFirst().reduce(nil) { longest, outage in
      longest.map { outage.to - outage.from > $0.to - $0.from ? outage : $0 } ?? outage
    }
    self.node = node
    self.period = period
    requirement = impact.requirements.requirements[node]
    let unhindered = impact.recovery.ready[node]
    backUnhindered = unhindered
    let recovery = schedule.activities[node]
    // A workaround that nobody is sure of may bring it back sooner than the schedule, which doesn't count on it.
    back =
      recovery.ready.map {
        TimeBounds(lower: unhindered.isKnown ? $0 : min(unhindered.lower, $0), upper: $0)
      } ?? TimeBounds(lower: recovery.notBefore, upper: TimeBounds.never)
  }

  public var verdict: Verdict {
    if let tolerable = period.seconds {
      if back.lower > tolerable { return .intolerable }
      if let lapse, lapse.to < TimeBounds.never, lapse.to - lapse.from > tolerable {
        return .intolerable
      }
    }
    if back.isNever { return .intolerable }
    if requirement.isAsked {
      if back.lower > requirement.seconds { return .late }
      if lapse != nil, back.isKnown { return .lapses }
      return back.upper <= requirement.seconds ? .inTime : .unknown
    }
    return .unasked
  }

  /// By how much it is back later than it must be, in seconds, at least; negative: with time to spare. Nil where
  /// nothing asks for it, or it may be in time and nobody can say; `TimeBounds.never` where it never is.
  public var gap: Int64? {
    guard requirement.isAsked else { return nil }
    if back.isNever { return TimeBounds.never }
    let gap = back.lower - requirement.seconds
    return back.isKnown || gap > 0 ? gap : nil
  }

  /// The worst first: by verdict, then by the gap, then in the order of the register.
  package static func isWorse(_ left: Self, _ right: Self) -> Bool {
    let (first, second) = (left.verdict.place, right.verdict.place)
    if first != second { return first < second }
    if left.gap != right.gap { return left.gap ?? .min > right.gap ?? .min }
    return left.node < right.node
  }
}

extension ActivityImpact.Verdict {
  fileprivate var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
