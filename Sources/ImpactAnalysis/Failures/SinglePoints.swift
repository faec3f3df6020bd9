import RegisterModel

/// The nodes whose loss alone keeps an activity from ever coming back.
///
/// - Note: DOMAIN §3.3: every other node restorable, workarounds ignored.
public struct SinglePoints: Sendable {
  /// A node and the activities that are lost with it.
  public struct SinglePoint: Hashable, Sendable {
    public let node: DependencyGraph.Node
    /// Ascending; without the node itself.
    public let activities: [DependencyGraph.Node]
    /// Those of `activities` that a workaround keeps going for a while: on every way from the node to them
    /// somebody can do without.
    public let covered: [DependencyGraph.Node]

    /// The blast radius: how many activities are lost with it.
    public var blastRadius: Int { activities.count }
  }

  /// In the order of nodes.
  public let points: [SinglePoint]

  /// - Parameter activities: The activities asked about, such as the prioritised ones.
  /// - Complexity: O((nodes + members) × candidates / 64); candidates are the nodes that the activities
  ///   need, directly or not.
  public init(_ graph: DependencyGraph, activities: [DependencyGraph.Node]) {
    let isNeeded = Self.needed(graph, by: activities)
    let candidates = (0..<graph.nodeCount).filter { isNeeded[$0] }
    var points: [SinglePoint] = []
    var pass = FailurePass(graph)
    // What never comes back anyway, because it asks for more members than it has, hangs on nothing.
    pass.fail([])
    let activities = activities.filter { pass.lost[$0] == 0 }
    // With the workarounds: what is not lost then is covered.
    var bridged =
      graph.groups.contains { $0.workaround?.isSure == true }
      ? FailurePass(graph, countingWorkarounds: true) : nil
    var start = 0
    while start < candidates.count {
      let block = candidates[start..<min(start + 64, candidates.count)]
      pass.fail(block)
      bridged?.fail(block)
      for (bit, node) in block.enumerated() {
        let lost = activities.filter { $0 != node && pass.lost[$0] >> UInt64(bit) & 1 == 1 }
        guard !lost.isEmpty else { continue }
        let covered = bridged.map { bridged in
          lost.filter { bridged.lost[$0] >> UInt64(bit) & 1 == 0 }
        }
        points.append(
          SinglePoint(
            node: node, activities: lost.sorted(), covered: covered.map { $0.sorted() } ?? []))
      }
      start += 64
    }
    self.points = points
  }

  /// The points that an activity has.
  public func points(of activity: DependencyGraph.Node) -> [DependencyGraph.Node] {
    points.filter { $0.activities.contains(activity) }.map(\.node)
  }

  /// The nodes that are needed by the given ones, directly or not, and the given ones.
  static func needed(_ graph: DependencyGraph, by nodes: [Int]) -> [Bool] {
    var isNeeded = [Bool](repeating: false, count: graph.nodeCount)
    var open = nodes
    for node in nodes { isNeeded[node] = true }
    while let node = open.popLast() {
      for group in graph.groups(of: node) {
        for member in graph.members(of: group) where !isNeeded[Int(member)] {
          isNeeded[Int(member)] = true
          open.append(Int(member))
        }
      }
    }
    return isNeeded
  }
}
