import RegisterModel
import TestSupport

@testable import ImpactAnalysis

/// Graphs of any size, the same for the same seed: nodes need later ones, in groups of one to five.
enum GeneratedGraph {
  static func make(
    _ random: inout SplitMix64, nodes: Int, activities: Int, cyclic: Bool = false
  ) -> DependencyGraph {
    var builder = GraphBuilder(activityCount: activities, nodeCount: nodes)
    for node in 0..<nodes {
      let groupCount = node + 6 >= nodes ? 0 : random.within(0...3)
      for _ in 0..<groupCount {
        let size = random.within(1...5)
        let lowest = cyclic ? activities : max(node + 1, activities)
        let members = Set((0..<size).map { _ in Int32(random.within(lowest...(nodes - 1))) })
          .sorted()
        builder.add(
          members, needed: random.within(1...members.count),
          mode: random.chance(0.5) ? .start : .finish,
          lead: Int64(random.below(4)) * 600)
      }
      builder.endNode()
    }
    return DependencyGraph(builder)
  }
}
