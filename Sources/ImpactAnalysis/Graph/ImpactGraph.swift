public import RegisterModel

/// The dependency graph of a register with what its nodes take and when they must be back: the two passes
/// and their difference.
public struct ImpactGraph: Sendable {
  public let graph: DependencyGraph
  /// What each node's own time rests on; nil where nobody knows it.
  public let ownTimes: [OwnTime?]
  /// The same as bounds.
  public let own: [TimeBounds]
  /// The recovery time objective of each activity in seconds; nil where it has none.
  public let objectives: [Int64?]
  /// When each node must be back.
  public let requirements: Requirements
  /// When each node is back.
  public let recovery: RecoveryTimes

  /// - Complexity: O(records + needs).
  public init(_ register: Register, today: CalendarDate) {
    self.init(
      DependencyGraph(register),
      ownTimes: register.activities.map(OwnTime.init)
        + register.assets.map { OwnTime($0, today: today) },
      objectives: register.activities.map { $0.targets?.rto?.seconds })
  }

  /// The same with other own times of some nodes, in seconds.
  ///
  /// - Complexity: O(nodes + members).
  public func assuming(_ times: [DependencyGraph.Node: Int64]) -> ImpactGraph {
    var ownTimes = ownTimes
    for (node, seconds) in times { ownTimes[node] = OwnTime(assumed: seconds) }
    return ImpactGraph(graph, ownTimes: ownTimes, objectives: objectives)
  }

  private init(_ graph: DependencyGraph, ownTimes: [OwnTime?], objectives: [Int64?]) {
    self.graph = graph
    self.ownTimes = ownTimes
    own = ownTimes.map { $0.map { TimeBounds($0.seconds) } ?? .unknown }
    self.objectives = objectives
    requirements = Requirements(graph, objectives: objectives, own: own)
    recovery = RecoveryTimes(graph, own: own)
  }

  /// A graph that comes from no register.
  init(_ graph: DependencyGraph, own: [TimeBounds], objectives: [Int64?]? = nil) {
    self.graph = graph
    self.own = own
    ownTimes = Array(repeating: nil, count: graph.nodeCount)
    self.objectives = objectives ?? Array(repeating: nil, count: graph.activityCount)
    requirements = Requirements(graph, objectives: self.objectives, own: own)
    recovery = RecoveryTimes(graph, own: own)
  }

  /// By how much a node is back later than it must be, in seconds; negative: with time to spare. Nil where
  /// nothing asks for it, or nobody knows when it is back; `never` where it never is.
  public func gap(of node: DependencyGraph.Node) -> Int64? {
    let requirement = requirements.requirements[node]
    let ready = recovery.ready[node]
    guard requirement.isAsked else { return nil }
    if ready.isNever { return TimeBounds.never }
    return ready.seconds.map { $0 - requirement.seconds }
  }

  /// The same of a group: its members are judged together, by the last one that it needs.
  public func gap(ofGroup group: Int, of node: DependencyGraph.Node) -> Int64? {
    let requirement = requirements.requirements[node]
    guard requirement.isAsked else { return nil }
    let base = Requirements.base(graph.groups[group], requirement.seconds, own[node])
    guard base.seconds < TimeBounds.never else { return nil }
    let available = graph.withArrays { arrays in
      recovery.ready.withUnsafeBufferPointer {
        CapabilityPass(graph: arrays).byMembers(group, of: node, $0)
      }
    }
    if available.isNever { return TimeBounds.never }
    return available.seconds.map { $0 - graph.groups[group].lead - base.seconds }
  }
}
