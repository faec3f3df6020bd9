/// What members that stand in for each other all hang on: nodes whose loss takes so many of them that too few
/// are left.
///
/// - Note: DOMAIN §4.5 and DEP-006: two of a thing are not independent only because there are two.
public struct CommonPoints: Sendable {
  /// A need of a node of which fewer members than there are, are enough.
  public struct RedundantNeed: Hashable, Sendable {
    public let node: DependencyGraph.Node
    /// Its place among the needs of the node.
    public let need: Int
    /// Behind it, those nearest to it first, and no more than asked for; empty where there are none.
    public let points: [DependencyGraph.Node]
  }

  /// In the order of nodes and their needs.
  public let needs: [RedundantNeed]

  /// - Parameter most: How many points of a need are kept.
  /// - Complexity: O((nodes + members) × candidates / 64); candidates are the nodes behind such needs.
  public init(_ graph: DependencyGraph, most: Int = 8) {
    var redundant: [(node: Int, group: Int)] = []
    for node in 0..<graph.nodeCount {
      for group in graph.groups(of: node) where graph.groups[group].isRedundant {
        redundant.append((node, group))
      }
    }
    var found: [[Int]] = Array(repeating: [], count: redundant.count)
    let members = redundant.flatMap { graph.members(of: $0.group).map(Int.init) }
    let isBehind = SinglePoints.needed(graph, by: members)
    // What needs others comes before what it needs: the nearest first.
    let candidates = graph.order.reversed().map(Int.init).filter { isBehind[$0] }
    var pass = FailurePass(graph)
    var start = 0
    while start < candidates.count {
      let block = candidates[start..<min(start + 64, candidates.count)]
      pass.fail(block)
      for (place, entry) in redundant.enumerated() {
        var bits = pass.lost(group: entry.group)
        while bits != 0, found[place].count < most {
          let candidate = block[start + bits.trailingZeroBitCount]
          // A node that its own failure is asked about is no cause of it.
          if candidate != entry.node { found[place].append(candidate) }
          bits &= bits - 1
        }
      }
      start += 64
    }
    needs = redundant.enumerated().map { place, entry in
      RedundantNeed(
        node: entry.node, need: entry.group - graph.groups(of: entry.node).lowerBound,
        points: found[place])
    }
  }
}
