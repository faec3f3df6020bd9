import RegisterModel

/// What stops, and for how long, if some nodes fail: an outage travels from what failed to what needs it.
///
/// A failed node is back once its own time has passed and what it needs at the start is there. A node that
/// needs it stops when fewer of a group are there than it needs, runs on its workaround while that lasts,
/// and begins its own work again when the group is back. What nobody knows counts as never in ``outages``
/// and as at once in ``earliest``; where the two agree, the answer is known.
///
/// - Note: DOMAIN §3.3; with everything failed it comes to the same as ``RecoveryTimes``.
public struct WhatIf: Sendable {
  /// What fails: a node, and after how many seconds it is restored, whatever else is down; nil: its own time
  /// after what it needs at the start.
  public struct Failure: Hashable, Sendable {
    public let node: DependencyGraph.Node
    public let duration: Int64?
    public init(_ node: DependencyGraph.Node, duration: Int64? = nil) {
      self.node = node
      self.duration = duration
    }
  }

  /// The outages of each node, in the order of the graph, as late as they may end.
  public let outages: [[Interruption]]
  /// The times in which each node runs on a workaround, with the share of output that it allows.
  public let reduced: [[ReducedTime]]
  /// When each node is back for good at the earliest; 0 for those that never stop.
  public let earliest: [Int64]
  /// A time in which a node runs on a workaround, in seconds after the disruption began.
  public struct ReducedTime: Hashable, Sendable {
    public var from: Int64
    public var to: Int64
    /// The share of normal output; 1 where the workaround states none.
    public var capacity: Double
  }

  /// The nodes that failed of themselves, ascending.
  public let failed: [DependencyGraph.Node]

  /// - Complexity: O(nodes + members), times the logarithm of a group's outages.
  public init(_ impact: ImpactGraph, failures: [Failure]) {
    var durations: [Int: Int64?] = [:]
    for failure in failures { durations[failure.node] = .some(failure.duration) }
    failed = durations.keys.sorted()
    var late = OutageSpread(impact, isLate: true)
    late.fail(durations)
    outages = late.downTimes.map(\.outages)
    var reduced = [[ReducedTime]](repeating: [], count: impact.graph.nodeCount)
    for node in late.visited { reduced[node] = late.reducedTimes(of: node) }
    self.reduced = reduced
    var early = OutageSpread(impact, isLate: false)
    early.fail(durations)
    earliest = early.downTimes.map { $0.outages.last?.to ?? 0 }
  }

  /// When a node is back for good; bounds where nobody knows.
  public func back(_ node: DependencyGraph.Node) -> TimeBounds {
    TimeBounds(lower: earliest[node], upper: outages[node].last?.to ?? 0)
  }

  /// The activities that stop, ascending.
  public func stopped(_ graph: DependencyGraph) -> [DependencyGraph.Node] {
    (0..<graph.activityCount).filter { !outages[$0].isEmpty }
  }
}
