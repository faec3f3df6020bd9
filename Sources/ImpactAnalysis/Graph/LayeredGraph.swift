import RegisterModel

/// A graph to measure the passes on: layers of nodes of which each needs five others of the next.
///
/// The same for the same size on every machine; `Tests/Tools/bench_graph.cpp` makes it too.
package struct LayeredGraph: Sendable {
  package let graph: DependencyGraph
  let own: [TimeBounds]
  let objectives: [Int64?]

  /// - Parameter nodes: One or more. A hundredth of them are activities.
  /// - Complexity: O(nodes).
  package init(nodes: Int) {
    precondition(nodes > 0, "a graph of no nodes has no layers")
    var random = PinnedRandom(seed: 1)
    let width = max(nodes / 50, 1)
    var builder = GraphBuilder(activityCount: max(nodes / 100, 1), nodeCount: nodes)
    var own: [TimeBounds] = []
    for node in 0..<nodes {
      let first = (node / width + 1) * width
      let last = min(first + width, nodes)
      for need in 0..<5 where first < last {
        // Of the last need one of two is enough.
        let members = (0..<(need == 4 ? 2 : 1)).map { _ in Int32(first + random.below(last - first))
        }
        builder.add(
          members, needed: 1, mode: need % 2 == 0 ? .start : .finish,
          lead: 60 * random.below(Int64(4)))
      }
      builder.endNode()
      own.append(TimeBounds(60 * random.below(Int64(120))))
    }
    graph = DependencyGraph(builder)
    self.own = own
    objectives = (0..<builder.activityCount).map { _ in 3600 * (1 + random.below(Int64(48))) }
  }

  package func recovery() -> RecoveryTimes { RecoveryTimes(graph, own: own) }

  package func requirements() -> Requirements {
    Requirements(graph, objectives: objectives, own: own)
  }

  /// What 64 nodes, spread over the graph, would each take along.
  ///
  /// - Returns: How many nodes are lost, over all of them.
  package func lostWithSixtyFour() -> Int {
    var pass = FailurePass(graph)
    pass.fail((0..<64).map { $0 * graph.nodeCount / 64 }[...])
    return pass.lost.reduce(0) { $0 + $1.nonzeroBitCount }
  }

  /// A number that is another if any time is.
  package static func sum(of times: RecoveryTimes) -> UInt64 {
    times.ready.reduce(0) { $0 &* 31 &+ UInt64($1.lower) &+ UInt64($1.upper) }
  }

  package static func sum(of requirements: Requirements) -> UInt64 {
    requirements.requirements.reduce(0) { $0 &* 31 &+ UInt64(bitPattern: $1.seconds) }
  }
}
