/// Which of some nodes each node needs, directly or not, whatever could stand in for them: for 64 of them at a
/// time, a bit of a word for each.
package struct Reliance: Sendable {
  private let graph: DependencyGraph
  /// For each node the bits of the marked nodes that it is or needs.
  package private(set) var bits: [UInt64]

  package init(_ graph: DependencyGraph) {
    self.graph = graph
    bits = Array(repeating: 0, count: graph.nodeCount)
  }

  /// - Parameter nodes: 64 at most.
  /// - Complexity: O(nodes + members), times the longest way around a cycle where there are cycles.
  package mutating func mark(_ nodes: ArraySlice<DependencyGraph.Node>) {
    precondition(nodes.count <= 64, "64 at a time")
    for index in bits.indices { bits[index] = 0 }
    for (bit, node) in nodes.enumerated() { bits[node] |= 1 << UInt64(bit) }
    var start = 0
    while start < graph.order.count {
      let cycle = graph.cycleOfNode[Int(graph.order[start])]
      var end = start + 1
      if cycle >= 0 {
        while end < graph.order.count, graph.cycleOfNode[Int(graph.order[end])] == cycle {
          end += 1
        }
      }
      var changed = true
      while changed {
        changed = false
        for place in start..<end {
          let node = Int(graph.order[place])
          var all = bits[node]
          for group in graph.groups(of: node) {
            for member in graph.members(of: group) { all |= bits[Int(member)] }
          }
          if all != bits[node] {
            bits[node] = all
            changed = cycle >= 0
          }
        }
      }
      start = end
    }
  }
}
