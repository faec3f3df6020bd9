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
    for place in graph.order.reversed() {
      let node = Int(place)
      let requirement = requirements[node]
      guard requirement.isAsked || requirement.isIncomplete else { continue }
      for group in graph.groups(of: node) {
        let base = Self.base(graph.groups[group], requirement.seconds, own[node])
        for member in graph.members(of: group) {
          let member = Int(member)
          // Within a cycle leads are ignored: it has to be back when the first from outside asks.
          let seconds = graph.areInOneCycle(member, node) ? requirement.seconds : base.seconds
          if seconds < requirements[member].seconds {
            requirements[member].seconds = seconds
            requirements[member].binding = node
          }
          if requirement.isIncomplete || base.isIncomplete {
            requirements[member].isIncomplete = true
          }
        }
      }
    }
    Self.settleCycles(graph, &requirements)
    self.requirements = requirements
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

  /// All of a cycle must be back when the first of it must.
  private static func settleCycles(_ graph: DependencyGraph, _ requirements: inout [Requirement]) {
    for cycle in graph.cycles {
      guard let first = cycle.min(by: { requirements[$0].seconds < requirements[$1].seconds })
      else { continue }
      let isIncomplete = cycle.contains { requirements[$0].isIncomplete }
      for node in cycle {
        if requirements[first].seconds < requirements[node].seconds {
          requirements[node] = requirements[first]
          requirements[node].binding = first
        }
        requirements[node].isIncomplete = isIncomplete
      }
    }
  }
}
