public import ImpactAnalysis
public import RegisterModel

/// A disruption played on a register: some nodes fail at a moment, and what stops, what that costs, and when
/// each is back follows from the graph, the calendars, and the crews there are.
///
/// Own times of what is to be restored are as the register's evidence has them, and longer by the time for
/// which crews, sites and tools are busy elsewhere. What nobody knows stays down in the later bound and is
/// back at once in the earlier one.
///
/// - Note: DOMAIN §3.3–3.5.
public struct PlayedDisruption: Sendable {
  public typealias Node = DependencyGraph.Node

  /// What becomes of one activity that stops.
  public struct Stopped: Sendable {
    public let node: Node
    /// The times in which it is down, in seconds after the start, as late as they may end.
    public let outages: [Interruption]
    /// The times in which it runs on a workaround.
    public let reduced: [WhatIf.ReducedTime]
    /// When it is back for good, in seconds after the start; bounds where nobody knows.
    public let back: TimeBounds
    /// Its recovery time objective in seconds; nil where it has none.
    public let objective: Int64?
    /// How long it can be down if it begins then, in seconds; nil where nobody knows.
    public let tolerable: Int64?
    /// The peak windows that hold at the start and for which its grid says something else than else.
    public let windows: [Identifier<PeakWindow>]
    /// What it loses over the time after the start; nil where it states no cost, or a time zone is not known.
    public let loss: LossCurve?

    /// When it has been down as long as a limit, in seconds after the start: the first time; nil where it never is.
    public func crossing(_ limit: Int64?) -> Int64? {
      guard let limit else { return nil }
      return outages.first { $0.to - $0.from > limit }.map { $0.from + limit }
    }
    /// When its recovery time objective has passed; nil where it is back by then.
    public var objectiveCrossed: Int64? { crossing(objective) }
    /// When it can't be borne any more; nil where it is back by then.
    public var tolerableCrossed: Int64? { crossing(tolerable) }
    /// Whether both are only feared, since nobody knows when it is back.
    public var isOpen: Bool { !back.isKnown }
  }

  /// When it begins.
  public let start: Moment
  /// What failed of itself, ascending.
  public let failed: [Node]
  /// The activities that stop, in the order of the register.
  public let activities: [Stopped]
  /// The other nodes that stop: assets, in the order of the register, with when each is back.
  public let assets: [(node: Node, back: TimeBounds)]
  /// Who restores what when.
  public let schedule: RecoverySchedule
  /// What all activities lose together over the time after the start.
  public let loss: LossCurve
  /// Activities that stop and state no cost.
  public let uncosted: [Node]
  /// How many people are needed and there, what failed not counted.
  public let demand: ResourceDemand

  /// - Parameters:
  ///   - failures: What fails and, where that is given, how long until it is restored.
  ///   - start: When.
  /// - Complexity: O(nodes + members), that of the schedule of what is down, and that of the loss curves.
  public init(_ impact: RegisterImpact, failures: [WhatIf.Failure], start: Moment) {
    let register = impact.register
    var given: [Node: Int64] = [:]
    for failure in failures { given[failure.node] = failure.duration }
    let assumed = impact.graph.assuming(given)
    self.start = start
    failed = Set(failures.map(\.node)).sorted()
    schedule = RecoverySchedule(assumed, register, sequence: impact.sequence, failed: failed)
    let played = WhatIf(
      assumed.waiting(as: schedule),
      failures: failed.map { WhatIf.Failure($0, duration: given[$0]) })
    let windows = impact.calendars.windows(at: start)
    activities = played.stopped(impact.graph.graph).map { node in
      Stopped(node, played, impact, windows, start)
    }
    assets = (register.activities.count..<impact.graph.graph.nodeCount).compactMap { node in
      played.outages[node].isEmpty ? nil : (node, played.back(node))
    }
    loss = .sum(activities.compactMap(\.loss))
    uncosted = activities.filter { $0.loss == nil }.map(\.node)
    let count = register.activities.count
    demand = ResourceDemand(
      register, absent: Set(failed.filter { $0 >= count }.map { $0 - count }))
  }
}

extension PlayedDisruption.Stopped {
  fileprivate init(
    _ node: DependencyGraph.Node, _ played: WhatIf, _ impact: RegisterImpact,
    _ windows: [Identifier<PeakWindow>], _ start: Moment
  ) {
    let activity = impact.register.activities[node]
    self.node = node
    outages = played.outages[node]
    reduced = played.reduced[node]
    back = played.back(node)
    objective = activity.targets?.rto?.seconds
    let rows = impact.disruptions[node].rows
    self.windows = windows.filter { window in rows.contains { $0.window == window } }
    tolerable = impact.period(of: node, at: start).seconds
    loss = Self.loss(of: activity, outages, reduced, impact.calendars, start)
  }

  private static func loss(
    of activity: Activity, _ outages: [Interruption], _ reduced: [WhatIf.ReducedTime],
    _ calendars: RegisterCalendars, _ start: Moment
  ) -> LossCurve? {
    guard let losses = activity.losses, !losses.terms.isEmpty,
      let pattern = calendars.pattern(of: activity)
    else { return nil }
    let whole = OperatingTime(pattern, start: start)
    return LossCurve.lost(by: losses, outages: outages, reduced: reduced) { hours in
      hours == 0 ? whole : whole.beginning(after: hours)
    }
  }
}
