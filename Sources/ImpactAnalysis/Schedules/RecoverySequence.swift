public import RegisterModel

/// The order in which to begin restoring: what must start soonest so that every activity meets its
/// objective, then what most activities depend on; nothing before what it needs.
///
/// It knows nothing of crews: the ``RecoverySchedule`` does.
///
/// - Note: DOMAIN §3.3: by latest start, then blast radius, then identifier. Where a node is needed by one
///   that must start sooner than it would have to itself, it is as urgent as that one, so that the order is
///   that of the graph as well. Within a cycle there is no such order: there the first three alone decide.
public struct RecoverySequence: Sendable {
  public struct Entry: Hashable, Sendable {
    public let node: DependencyGraph.Node
    /// In seconds after the disruption began; negative: it is too late at once. Nil where nothing asks for
    /// the node.
    public let latestStart: Int64?
    /// Whether its own time, or when somebody needs it, is not known, so that it may have to start sooner.
    public let isIncomplete: Bool
    /// How many activities are lost with it alone.
    public let blastRadius: Int
  }

  public let entries: [Entry]

  /// - Parameter points: The single points of failure of the activities that count.
  /// - Complexity: O(n log n) in the number of nodes and members.
  public init(_ impact: ImpactGraph, _ register: Register, points: SinglePoints) {
    let graph = impact.graph
    var blastRadius = [Int](repeating: 0, count: graph.nodeCount)
    for point in points.points { blastRadius[point.node] = point.blastRadius }
    let entries = (0..<graph.nodeCount).map { node in
      let requirement = impact.requirements.requirements[node]
      return Entry(
        node: node,
        latestStart: requirement.isAsked ? requirement.seconds - impact.own[node].lower : nil,
        isIncomplete: requirement.isIncomplete || !impact.own[node].isKnown,
        blastRadius: blastRadius[node])
    }
    let identifiers = register.activities.map(\.id.text) + register.assets.map(\.id.text)
    self.entries = Self.order(graph, entries, identifiers).map { entries[$0] }
  }

  private static func order(_ graph: DependencyGraph, _ entries: [Entry], _ identifiers: [String])
    -> [Int]
  {
    var urgency = entries.map { $0.latestStart ?? TimeBounds.never }
    for place in graph.order.reversed() {
      let node = Int(place)
      for group in graph.groups(of: node) {
        for member in graph.members(of: group) {
          urgency[Int(member)] = min(urgency[Int(member)], urgency[node])
        }
      }
    }
    let sorted = (0..<graph.nodeCount).sorted { left, right in
      if urgency[left] != urgency[right] { return urgency[left] < urgency[right] }
      let (first, second) = (entries[left], entries[right])
      if first.latestStart != second.latestStart {
        return first.latestStart ?? .max < second.latestStart ?? .max
      }
      if first.blastRadius != second.blastRadius { return first.blastRadius > second.blastRadius }
      return (identifiers[left], left) < (identifiers[right], right)
    }
    return graph.sortedTopologically(sorted)
  }
}

extension DependencyGraph {
  /// The nodes as near to an order as can be with each after all its members, those of its own cycle aside.
  func sortedTopologically(_ order: [Int]) -> [Int] {
    var rank = [Int32](repeating: 0, count: nodeCount)
    for (place, node) in order.enumerated() { rank[node] = Int32(place) }
    var missing = [Int32](repeating: 0, count: nodeCount)
    var userStarts = [Int32](repeating: 0, count: nodeCount + 1)
    forEachMember { _, member in userStarts[member + 1] += 1 }
    for node in 0..<nodeCount { userStarts[node + 1] += userStarts[node] }
    var places = userStarts
    var users = [Int32](repeating: 0, count: Int(userStarts[nodeCount]))
    forEachMember { node, member in
      users[Int(places[member])] = Int32(node)
      places[member] += 1
      missing[node] += 1
    }
    var ready = MinimumHeap<Int32>()
    for node in 0..<nodeCount where missing[node] == 0 { ready.insert(rank[node]) }
    var sorted: [Int] = []
    sorted.reserveCapacity(nodeCount)
    while let next = ready.removeFirst() {
      let node = order[Int(next)]
      sorted.append(node)
      for place in userStarts[node]..<userStarts[node + 1] {
        let user = Int(users[Int(place)])
        missing[user] -= 1
        if missing[user] == 0 { ready.insert(rank[user]) }
      }
    }
    return sorted
  }

  private func forEachMember(_ body: (_ node: Int, _ member: Int) -> Void) {
    for node in 0..<nodeCount {
      for group in groups(of: node) {
        for member in members(of: group) where !areInOneCycle(node, Int(member)) {
          body(node, Int(member))
        }
      }
    }
  }
}
