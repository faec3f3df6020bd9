/// Who needs each node directly: the graph the other way round.
struct Dependants: Sendable {
  private let starts: [Int32]
  private let nodes: [Int32]

  /// - Complexity: O(nodes + members).
  init(_ graph: DependencyGraph) {
    var starts = [Int32](repeating: 0, count: graph.nodeCount + 1)
    for member in graph.members { starts[Int(member) + 1] += 1 }
    for node in 0..<graph.nodeCount { starts[node + 1] += starts[node] }
    var next = starts
    var nodes = [Int32](repeating: 0, count: graph.members.count)
    for node in 0..<graph.nodeCount {
      for group in graph.groups(of: node) {
        for member in graph.members(of: group) {
          nodes[Int(next[Int(member)])] = Int32(node)
          next[Int(member)] += 1
        }
      }
    }
    self.starts = starts
    self.nodes = nodes
  }

  /// Those who need a node, ascending; one that needs it in two groups stands twice.
  subscript(node: Int) -> ArraySlice<Int32> { nodes[Int(starts[node])..<Int(starts[node + 1])] }
}
