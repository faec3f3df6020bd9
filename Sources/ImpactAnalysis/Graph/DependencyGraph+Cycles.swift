extension DependencyGraph {
  /// A way around a cycle: nodes each of which needs the next, and the last the first; a shortest one from the
  /// first node of the cycle.
  ///
  /// - Parameter place: Of the cycle in ``cycles``.
  /// - Complexity: O(members of its nodes).
  public func way(around place: Int) -> [Node] {
    guard let first = cycles[place].first else { return [] }
    var from: [Int: Int] = [:]
    var open = [first]
    var next = 0
    while next < open.count {
      let node = open[next]
      next += 1
      for group in groups(of: node) {
        for member in members(of: group) where areInOneCycle(Int(member), node) {
          let member = Int(member)
          guard member != first else {
            var way = [node]
            while let last = way.last, last != first, let before = from[last] { way.append(before) }
            return way.reversed()
          }
          if from[member] == nil {
            from[member] = node
            open.append(member)
          }
        }
      }
    }
    return cycles[place]
  }

  /// Of each node whether any of the given ones needs it, directly or not; the given ones are among them.
  ///
  /// - Complexity: O(nodes + members).
  public func isNeeded(by nodes: [Node]) -> [Bool] { SinglePoints.needed(self, by: nodes) }

  /// Whether a node needs anything.
  public func hasNeeds(_ node: Node) -> Bool { !groups(of: node).isEmpty }
}
