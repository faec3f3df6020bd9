import RegisterModel

/// When each node must be back so that every activity meets its objective: requirements flow down, from
/// what needs to what is needed.
///
/// - Note: DOMAIN §3.3. A member must be there before its group is needed, less its lead and, where it is
///   needed at the start, less the own time of the node. Where a workaround is there in time, the member
///   has until the workaround runs out.
public struct Requirements: Sendable {
  /// When a node must be back, and for whom.
  public struct Requirement: Hashable, Sendable {
    /// In seconds after the disruption began; negative: not even at once would be soon enough. `never`
    /// where nothing asks for it.
    public var seconds: Int64
    /// The node that asks for it; nil where it is the node's own objective, or nothing asks.
    public var binding: DependencyGraph.Node?
    /// Whether somebody who needs it has not said by when, so that it may have to be sooner.
    public var isIncomplete: Bool

    /// Whether anything asks for it.
    public var isAsked: Bool { seconds < TimeBounds.never }
  }

  /// The requirement of each node, in the order of the graph.
  public let requirements: [Requirement]

  /// - Parameters:
  ///   - objectives: Of each activity, its recovery time objective in seconds; nil where it has none.
  ///   - own: The own time of each node; where it is not known, none is taken off, and what follows is
  ///     incomplete.
  /// - Complexity: O(nodes + members).
  public init(_ graph: DependencyGraph, objectives: [Int64?], own: [TimeBounds]) {
    precondition(objectives.count == graph.activityCount, "an objective for each activity")
    var requirements = [Requirement](
      repeating: Requirement(seconds: TimeBounds.never, binding: nil, isIncomplete: false),
      count: graph.nodeCount)
    for (activity, objective) in objectives.enumerated() {
      if let objective {
        requirements[activity].seconds = objective
      } else {
        requirements[activity].isIncomplete = true
      }
    }
    graph.withArrays { arrays in
      requirements.withUnsafeMutableBufferPointer { requirements in
        var place = graph.order.count - 1
        while place >= 0 {
          let node = Int(graph.order[place])
          let cycle = Int(arrays.cycleOfNode[node])
          if cycle >= 0 {
            // The nodes of a cycle stand side by side in the order.
            Self.settle(graph.cycles[cycle], requirements)
            for node in graph.cycles[cycle] { Self.hand(node, arrays, own[node], requirements) }
            place -= graph.cycles[cycle].count
          } else {
            Self.hand(node, arrays, own[node], requirements)
            place -= 1
          }
        }
      }
    }
    self.requirements = requirements
  }

  /// What a node asks of all that it needs; of its own cycle nothing more.
  private static func hand(
    _ node: Int, _ graph: GraphArrays, _ own: TimeBounds,
    _ requirements: UnsafeMutableBufferPointer<Requirement>
  ) {
    let requirement = requirements[node]
    guard requirement.isAsked || requirement.isIncomplete else { return }
    for group in graph.groups(of: node) {
      let base = base(graph.groups[group], requirement.seconds, own)
      let isIncomplete = requirement.isIncomplete || base.isIncomplete
      for member in graph.members(of: group) where !graph.areInOneCycle(node, Int(member)) {
        let member = Int(member)
        if base.seconds < requirements[member].seconds {
          requirements[member].seconds = base.seconds
          requirements[member].binding = node
        }
        if isIncomplete { requirements[member].isIncomplete = true }
      }
    }
  }

  /// What a group of a node with a requirement asks of its members.
  static func base(_ group: DependencyGraph.Group, _ requirement: Int64, _ own: TimeBounds)
    -> (seconds: Int64, isIncomplete: Bool)
  {
    guard requirement < TimeBounds.never else { return (TimeBounds.never, false) }
    let isOwnUnknown = group.mode == .start && !own.isKnown
    let ownSeconds = group.mode == .start ? own.lower : 0
    var seconds = requirement - group.lead - ownSeconds
    if let workaround = group.workaround, workaround.isSure,
      workaround.act + ownSeconds <= requirement
    {
      let end = min(workaround.act + workaround.lasts, TimeBounds.never)
      seconds = max(seconds, end >= TimeBounds.never ? TimeBounds.never : end - group.lead)
    }
    return (seconds, isOwnUnknown)
  }

  /// All of a cycle must be back when the first of it must, whatever its leads: that first, then what
  /// it asks of others.
  private static func settle(
    _ cycle: [Int], _ requirements: UnsafeMutableBufferPointer<Requirement>
  ) {
    guard let first = cycle.min(by: { requirements[$0].seconds < requirements[$1].seconds })
    else { return }
    let isIncomplete = cycle.contains { requirements[$0].isIncomplete }
    for node in cycle {
      if requirements[first].seconds < requirements[node].seconds {
        requirements[node].seconds = requirements[first].seconds
        requirements[node].binding = first
      }
      requirements[node].isIncomplete = isIncomplete
    }
  }
}
