/// Of each node those that need it: the needs of a graph the other way around.
struct NodeUsers: Sendable {
  private let starts: [Int32]
  private let users: [Int32]

  /// - Complexity: O(nodes + members).
  init(_ graph: DependencyGraph) {
    var starts = [Int32](repeating: 0, count: graph.nodeCount + 1)
    for member in graph.members { starts[Int(member) + 1] += 1 }
    for node in 0..<graph.nodeCount { starts[node + 1] += starts[node] }
    var places = starts
    var users = [Int32](repeating: 0, count: graph.members.count)
    for node in 0..<graph.nodeCount {
      for group in graph.groups(of: node) {
        for member in graph.members(of: group) {
          users[Int(places[Int(member)])] = Int32(node)
          places[Int(member)] += 1
        }
      }
    }
    self.starts = starts
    self.users = users
  }

  /// Ascending; one that needs it twice is there twice.
  func of(_ node: Int) -> ArraySlice<Int32> { users[Int(starts[node])..<Int(starts[node + 1])] }
}
