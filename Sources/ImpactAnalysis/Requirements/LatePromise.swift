public import RegisterModel

/// A contradiction: something is promised back later than somebody who needs it can wait.
///
/// Judged at the node that asks first, by when it must be back itself, less lead and own work: the
/// requirement comes down from an activity through all that lies between. Of members of which fewer are
/// enough, the last one that is needed is judged, those of whom nobody knows taken to be in time.
///
/// - Note: DOMAIN §3.3, and DEP-002 of §7.
public struct LatePromise: Hashable, Sendable {
  /// What is promised, with an objective of its own.
  public let resource: DependencyGraph.Node
  /// Who needs it first.
  public let dependent: DependencyGraph.Node
  /// The activity by whose objective the dependent must be back; the dependent itself, or one above it.
  public let origin: DependencyGraph.Node
  /// Its declared recovery time objective, in seconds.
  public let promised: Int64
  /// By when the dependent needs it, in seconds; negative: not even at once would be soon enough.
  public let required: Int64
  /// Whether somebody who needs it has not said by when, so that it may have to be sooner still.
  public let isIncomplete: Bool

  /// One for each resource that is promised too late, in the order of the graph.
  ///
  /// - Complexity: O(nodes + members), sorted within each group.
  public static func all(_ register: Register, _ impact: ImpactGraph) -> [LatePromise] {
    let graph = impact.graph
    let promises =
      register.activities.map { $0.targets?.rto?.seconds }
      + register.assets.map { $0.targets?.rto?.seconds }
    let origins = Self.origins(impact)
    var late: [LatePromise?] = Array(repeating: nil, count: graph.nodeCount)
    for node in 0..<graph.nodeCount {
      let requirement = impact.requirements.requirements[node]
      guard requirement.isAsked else { continue }
      for group in graph.groups(of: node) {
        let base = Requirements.base(graph.groups[group], requirement.seconds, impact.own[node])
        guard base.seconds < TimeBounds.never else { continue }
        for member in judged(graph, group, promises) where !graph.areInOneCycle(member, node) {
          guard let promised = promises[member], promised > base.seconds,
            base.seconds < late[member]?.required ?? .max
          else { continue }
          late[member] = LatePromise(
            resource: member, dependent: node, origin: origins[node], promised: promised,
            required: base.seconds,
            isIncomplete: impact.requirements.requirements[member].isIncomplete)
        }
      }
    }
    return late.compactMap(\.self)
  }

  /// The members of a group whose promise decides whether the group is in time.
  private static func judged(_ graph: DependencyGraph, _ group: Int, _ promises: [Int64?]) -> [Int]
  {
    let members = graph.members(of: group).map(Int.init)
    guard graph.groups[group].isRedundant else { return members }
    let known = members.compactMap { member in promises[member].map { (member, $0) } }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    let last = Int(graph.groups[group].needed) - (members.count - known.count) - 1
    return known.indices.contains(last) ? [known[last].0] : []
  }

  /// Of each node, the activity whose objective its requirement comes from.
  private static func origins(_ impact: ImpactGraph) -> [Int] {
    var origins = [Int](repeating: -1, count: impact.graph.nodeCount)
    var path: [Int] = []
    for place in impact.graph.order.reversed() {
      var node = Int(place)
      while origins[node] < 0, let above = impact.requirements.requirements[node].binding,
        path.count <= impact.graph.nodeCount
      {
        path.append(node)
        node = above
      }
      if origins[node] < 0 { origins[node] = node }
      let origin = origins[node]
      while let below = path.popLast() { origins[below] = origin }
    }
    return origins
  }
}
