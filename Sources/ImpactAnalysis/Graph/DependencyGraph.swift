public import RegisterModel

/// What needs what, compiled into flat arrays: nodes are the activities of the register and then its
/// assets, each in the order of the register.
///
/// A node has groups of members: a group is there once `needed` of its members are. Walks over it are
/// loops over these arrays, never recursion, so that a graph of a million nodes works.
public struct DependencyGraph: Sendable {
  /// A node: an activity or asset.
  public typealias Node = Int

  /// The number of activities; nodes below it are activities, nodes from it on are assets.
  public let activityCount: Int
  public let nodeCount: Int
  /// The nodes so that each comes after all that it needs; where there are cycles, after all that it
  /// needs outside of its own.
  public let order: [Int32]
  /// The nodes that need each other in a circle, each circle in ascending order of nodes.
  public let cycles: [[Node]]

  /// Where the groups of a node start; one place more for the end.
  let groupStarts: [Int32]
  let groups: [Group]
  /// Where the members of a group start; one place more for the end.
  let memberStarts: [Int32]
  let members: [Int32]
  /// The cycle that a node is in; -1 for none.
  let cycleOfNode: [Int32]

  /// A group of a node: what must be there, when, and how to do without.
  struct Group: Sendable {
    var needed: Int32
    var mode: Need.Mode
    var lead: Int64
    /// Time until the workaround works; nil where there is none that is usable.
    var workaround: UsableWorkaround?
    /// Whether the node could do without one of the members.
    var isRedundant: Bool
  }

  /// A workaround that carries the minimum level, in seconds.
  struct UsableWorkaround: Sendable {
    var act: Int64
    /// How long it lasts; `TimeBounds.never` where it can be kept up for any time.
    var lasts: Int64
    /// The share of normal output that it allows; 1 where it states none.
    var capacity = 1.0
    /// Whether it is sure that it carries the minimum: not where that level is not known.
    var isSure: Bool
  }

  /// - Complexity: O(nodes + members).
  public init(_ register: Register) {
    var builder = GraphBuilder(
      activityCount: register.activities.count,
      nodeCount: register.activities.count + register.assets.count)
    var nodes: [Identifier<Dependable>: Int32] = [:]
    nodes.reserveCapacity(builder.nodeCount)
    for activity in register.activities { nodes[Identifier(activity.id)] = Int32(nodes.count) }
    for asset in register.assets { nodes[Identifier(asset.id)] = Int32(nodes.count) }
    for activity in register.activities {
      builder.add(activity.needs, minimum: activity.targets?.mbco, nodes)
    }
    for asset in register.assets { builder.add(asset.needs, minimum: asset.targets?.mbco, nodes) }
    self.init(builder)
  }

  init(_ builder: GraphBuilder) {
    activityCount = builder.activityCount
    nodeCount = builder.nodeCount
    groupStarts = builder.groupStarts
    groups = builder.groups
    memberStarts = builder.memberStarts
    members = builder.members
    let components = Components(
      nodeCount: builder.nodeCount, groupStarts: builder.groupStarts,
      memberStarts: builder.memberStarts, members: builder.members)
    order =
      components.cycles.isEmpty
      ? Self.byHeight(components.order, builder) : components.order
    cycles = components.cycles
    cycleOfNode = components.cycleOfNode
  }

  /// Nodes that nothing is needed for first, then those that need only these, and so on, each time the last
  /// first: so that passes go through their arrays in one direction and not to and fro.
  ///
  /// - Parameter order: The nodes of a graph without cycles, each after all that it needs.
  private static func byHeight(_ order: [Int32], _ builder: GraphBuilder) -> [Int32] {
    var heights = [Int32](repeating: 0, count: order.count)
    var counts = [Int](repeating: 0, count: order.count + 1)
    for node in order {
      let groups = Int(builder.groupStarts[Int(node)])..<Int(builder.groupStarts[Int(node) + 1])
      let places =
        Int(
          builder.memberStarts[groups.lowerBound])..<Int(
          builder.memberStarts[groups.upperBound])
      var height: Int32 = 0
      for place in places { height = max(height, heights[Int(builder.members[place])] + 1) }
      heights[Int(node)] = height
      counts[Int(height) + 1] += 1
    }
    for height in 1..<counts.count { counts[height] += counts[height - 1] }
    var sorted = order
    for node in heights.indices.reversed() {
      let height = Int(heights[node])
      sorted[counts[height]] = Int32(node)
      counts[height] += 1
    }
    return sorted
  }

  func groups(of node: Int) -> Range<Int> { Int(groupStarts[node])..<Int(groupStarts[node + 1]) }

  func members(of group: Int) -> ArraySlice<Int32> {
    members[Int(memberStarts[group])..<Int(memberStarts[group + 1])]
  }

  /// Whether two nodes are in the same cycle.
  func areInOneCycle(_ first: Int, _ second: Int) -> Bool {
    cycleOfNode[first] >= 0 && cycleOfNode[first] == cycleOfNode[second]
  }
}

/// Takes the needs of one node after the other.
struct GraphBuilder {
  let activityCount: Int
  let nodeCount: Int
  private(set) var groupStarts: [Int32] = [0]
  private(set) var groups: [DependencyGraph.Group] = []
  private(set) var memberStarts: [Int32] = [0]
  private(set) var members: [Int32] = []

  init(activityCount: Int, nodeCount: Int) {
    self.activityCount = activityCount
    self.nodeCount = nodeCount
    groupStarts.reserveCapacity(nodeCount + 1)
  }

  /// Adds the needs of the next node.
  ///
  /// - Parameter minimum: The share of normal output that the node must reach; nil where not known.
  mutating func add(
    _ needs: [Need], minimum: Share?, _ nodes: [Identifier<Dependable>: Int32]
  ) {
    for need in needs {
      let places = need.members.compactMap { nodes[$0.ref] }
      guard !places.isEmpty else { continue }
      let needed = need.atLeast.map { Int($0.value) } ?? places.count
      add(
        places, needed: needed, mode: need.mode, lead: need.lead.seconds,
        workaround: need.workaround.flatMap { Self.usable($0, minimum) })
    }
    endNode()
  }

  mutating func add(
    _ places: [Int32], needed: Int, mode: Need.Mode = .start, lead: Int64 = 0,
    workaround: DependencyGraph.UsableWorkaround? = nil
  ) {
    members += places
    memberStarts.append(Int32(members.count))
    groups.append(
      DependencyGraph.Group(
        needed: Int32(needed), mode: mode, lead: lead, workaround: workaround,
        isRedundant: needed < places.count))
  }

  mutating func endNode() { groupStarts.append(Int32(groups.count)) }

  /// A workaround counts if its capacity reaches the minimum level. One that states no capacity does:
  /// whoever wrote it down meant it to do; with a capacity but no minimum to compare it with, nobody can
  /// say.
  private static func usable(_ workaround: Workaround, _ minimum: Share?)
    -> DependencyGraph.UsableWorkaround?
  {
    // One that can't be kept up at all is none.
    if workaround.lasts?.seconds == 0 { return nil }
    var isSure = true
    if let capacity = workaround.capacity {
      if let minimum {
        guard capacity.value >= minimum.value else { return nil }
      } else {
        isSure = capacity.value >= 1
      }
    }
    return DependencyGraph.UsableWorkaround(
      act: workaround.act.seconds, lasts: workaround.lasts?.seconds ?? TimeBounds.never,
      capacity: workaround.capacity?.value ?? 1, isSure: isSure)
  }
}
