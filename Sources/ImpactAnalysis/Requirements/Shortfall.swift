/// What is back later than somebody who counts on it can wait.
///
/// Judged from the activities down: an activity by its objective, what it needs by when it must be there. Of
/// members of which fewer are enough, only those count that are there first; what a slower one needs in turn is
/// asked of nobody. Where a workaround is there in time, the members have until it runs out.
///
/// - Note: DOMAIN §3.3, and REC-001 of §7.
public struct Shortfall: Hashable, Sendable {
  public let node: DependencyGraph.Node
  /// Who needs it first; nil where it is an activity's own objective.
  public let dependent: DependencyGraph.Node?
  /// By when it must be back, in seconds; negative: not even at once would be soon enough.
  public let required: Int64
  /// It is back no sooner than this, in seconds; `TimeBounds.never` where it never is.
  public let ready: Int64

  /// By how much it is late, at least; `TimeBounds.never` where it never is back.
  public var excess: Int64 { ready >= TimeBounds.never ? TimeBounds.never : ready - required }

  /// All that is late for certain, in the order of the graph.
  ///
  /// - Complexity: O(nodes + members), sorted within each group.
  public static func all(_ impact: ImpactGraph) -> [Shortfall] {
    all(impact, times: impact.recovery.ready.map(\.lower))
  }

  /// The same by other times than those of recovery, such as those that suppliers owe.
  ///
  /// - Parameter times: Of each node, in seconds; 0 where nothing is known, which so is in time.
  public static func all(_ impact: ImpactGraph, times: [Int64]) -> [Shortfall] {
    let wanted = Wanted(impact, times: times)
    return impact.graph.order.indices.compactMap { node in
      let required = wanted.seconds[node]
      guard required < TimeBounds.never, times[node] > required else { return nil }
      return Shortfall(
        node: node, dependent: wanted.dependents[node], required: required, ready: times[node])
    }
  }
}

/// By when each node is wanted, where only those members of a group count that are there first.
private struct Wanted {
  private(set) var seconds: [Int64]
  private(set) var dependents: [Int?]

  init(_ impact: ImpactGraph, times: [Int64]) {
    let graph = impact.graph
    seconds = impact.objectives.map { $0 ?? TimeBounds.never }
    seconds += Array(repeating: TimeBounds.never, count: graph.nodeCount - graph.activityCount)
    dependents = Array(repeating: nil, count: graph.nodeCount)
    var place = graph.order.count - 1
    while place >= 0 {
      let node = Int(graph.order[place])
      let cycle = Int(graph.cycleOfNode[node])
      // The nodes of a cycle stand side by side in the order, and are wanted when the first of them is.
      let nodes = cycle >= 0 ? graph.cycles[cycle] : [node]
      if let first = nodes.min(by: { seconds[$0] < seconds[$1] }) {
        for other in nodes where seconds[first] < seconds[other] {
          seconds[other] = seconds[first]
          dependents[other] = first
        }
      }
      for node in nodes { hand(node, impact, times) }
      place -= nodes.count
    }
  }

  private mutating func hand(_ node: Int, _ impact: ImpactGraph, _ times: [Int64]) {
    guard seconds[node] < TimeBounds.never else { return }
    let graph = impact.graph
    for group in graph.groups(of: node) {
      let base = Requirements.base(graph.groups[group], seconds[node], impact.own[node]).seconds
      for member in graph.first(of: group, times: times)
      where !graph.areInOneCycle(member, node) && base < seconds[member] {
        seconds[member] = base
        dependents[member] = node
      }
    }
  }
}

extension DependencyGraph {
  /// As many members of a group as it needs: those that are there first.
  fileprivate func first(of group: Int, times: [Int64]) -> [Int] {
    let members = members(of: group).map(Int.init)
    guard groups[group].isRedundant else { return members }
    return Array(
      members.sorted { (times[$0], $0) < (times[$1], $1) }.prefix(Int(groups[group].needed)))
  }
}
