public import RegisterModel

/// How much work may be lost with each node, as time, and how much is lost at worst: required recovery points
/// flow down the needs, achieved ones come from copies and evidence.
///
/// - Note: DOMAIN §3.2: RPO of data r = the least RPO over all that use it; RPA at worst = the time from one
///   copy to the next and the time to make and ship one.
public struct DataLoss: Sendable {
  /// The recovery point that is asked of a node.
  public struct Requirement: Hashable, Sendable {
    /// In seconds; `TimeBounds.never` where nobody asks for one.
    public var seconds: Int64
    /// The activity or asset whose declared objective it is; nil where it is the node's own, or there is
    /// none.
    public var binding: DependencyGraph.Node?
    /// Whether somebody who uses it, or may, has not said how much, so that it may have to be less.
    public var isIncomplete: Bool

    /// Whether anything asks for it.
    public var isAsked: Bool { seconds < TimeBounds.never }
  }

  /// Of each node, in the order of the graph.
  public let requirements: [Requirement]
  /// The work lost with each node at worst; nil where it holds no data, as far as anyone said.
  public let achieved: [RecoveryPoint?]

  /// - Complexity: O(nodes + members).
  public init(_ register: Register, _ graph: DependencyGraph) {
    var requirements = [Requirement](
      repeating: Requirement(seconds: TimeBounds.never, binding: nil, isIncomplete: false),
      count: graph.nodeCount)
    for (node, activity) in register.activities.enumerated() {
      requirements[node] = Requirement(
        seconds: activity.targets?.rpo?.seconds ?? TimeBounds.never, binding: nil,
        isIncomplete: activity.targets?.rpo == nil && activity.usesData != false)
    }
    for (place, asset) in register.assets.enumerated() {
      if let rpo = asset.targets?.rpo {
        requirements[graph.activityCount + place].seconds = rpo.seconds
      }
    }
    Self.pass(graph, &requirements)
    self.requirements = requirements
    achieved =
      register.activities.map { _ in nil }
      + register.assets.map { asset in
        let isAsked = asset.targets?.rpo != nil || asset.kind == .data
        return RecoveryPoint(asset) ?? (isAsked ? .unknown : nil)
      }
  }

  /// By how much more is lost at worst than may be, in seconds; negative: with time to spare. Nil where nothing
  /// is asked, or nobody knows what is lost.
  public func gap(of node: DependencyGraph.Node) -> Int64? {
    guard requirements[node].isAsked, let seconds = achieved[node]?.time.seconds else { return nil }
    return seconds - requirements[node].seconds
  }

  /// Whether more is lost at worst than may be, even if what nobody knows is nothing.
  public func isTooMuch(at node: DependencyGraph.Node) -> Bool {
    guard requirements[node].isAsked, let point = achieved[node] else { return false }
    return point.time.lower > requirements[node].seconds
  }

  /// What a node may lose, all that it needs may lose at most.
  private static func pass(_ graph: DependencyGraph, _ requirements: inout [Requirement]) {
    var place = graph.order.count - 1
    while place >= 0 {
      let node = Int(graph.order[place])
      let cycle = graph.cycleOfNode[node]
      if cycle >= 0 {
        // The nodes of a cycle stand side by side in the order.
        settle(graph.cycles[Int(cycle)], &requirements)
        for node in graph.cycles[Int(cycle)] { hand(node, graph, &requirements) }
        place -= graph.cycles[Int(cycle)].count
      } else {
        hand(node, graph, &requirements)
        place -= 1
      }
    }
  }

  private static func hand(
    _ node: Int, _ graph: DependencyGraph, _ requirements: inout [Requirement]
  ) {
    let requirement = requirements[node]
    guard requirement.isAsked || requirement.isIncomplete else { return }
    for group in graph.groups(of: node) {
      for member in graph.members(of: group) where !graph.areInOneCycle(Int(member), node) {
        let member = Int(member)
        if requirement.seconds < requirements[member].seconds {
          requirements[member].seconds = requirement.seconds
          requirements[member].binding = requirement.binding ?? node
        }
        if requirement.isIncomplete { requirements[member].isIncomplete = true }
      }
    }
  }

  /// All of a cycle use each other: the least of them holds for all.
  private static func settle(_ cycle: [Int], _ requirements: inout [Requirement]) {
    guard let first = cycle.min(by: { requirements[$0].seconds < requirements[$1].seconds }) else {
      return
    }
    let isIncomplete = cycle.contains { requirements[$0].isIncomplete }
    for node in cycle {
      if requirements[first].seconds < requirements[node].seconds {
        requirements[node].seconds = requirements[first].seconds
        requirements[node].binding = requirements[first].binding ?? first
      }
      requirements[node].isIncomplete = isIncomplete
    }
  }
}
