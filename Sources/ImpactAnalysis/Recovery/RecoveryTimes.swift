import RegisterModel

/// When each node is back after a disruption: capability flows up, from what is needed to what needs it.
///
/// A node is back once its own work is done and all its groups are there: its own work begins when the
/// groups needed at the start are, and those needed at the finish must be there by then. A group is there
/// when as many of its members are as it needs, each with its lead; or when its workaround is.
///
/// - Note: DOMAIN §3.3. What is not known is carried as bounds: an own time that nobody stated lies
///   anywhere from zero, and a group of which one member is enough needs no more than the known one.
public struct RecoveryTimes: Sendable {
  /// When each node is back, in the order of the graph.
  public let ready: [TimeBounds]

  /// - Parameters:
  ///   - own: The own time of each node; nil where nobody knows.
  ///   - failed: Nodes that never come back.
  ///   - ignoringWorkarounds: Whether to look at what is left without any workaround.
  /// - Complexity: O(nodes + members).
  public init(
    _ graph: DependencyGraph, own: [TimeBounds], failed: Set<Int> = [],
    ignoringWorkarounds: Bool = false
  ) {
    precondition(own.count == graph.nodeCount, "an own time for each node")
    var ready = own
    for node in failed { ready[node] = TimeBounds(.max) }
    graph.withArrays { arrays in
      let pass = CapabilityPass(graph: arrays, ignoringWorkarounds: ignoringWorkarounds)
      ready.withUnsafeMutableBufferPointer { ready in
        for place in graph.order {
          let node = Int(place)
          let time = ready[node]
          ready[node] =
            time.lower == .max
            ? TimeBounds(TimeBounds.never)
            : pass.ready(node, own: time, UnsafeBufferPointer(ready))
        }
      }
    }
    self.ready = ready
  }
}

/// One step of the way up.
struct CapabilityPass {
  typealias Times = UnsafeBufferPointer<TimeBounds>
  let graph: GraphArrays
  var ignoringWorkarounds = false

  /// When a node is back, from when its members are.
  func ready(_ node: Int, own: TimeBounds, _ ready: Times) -> TimeBounds {
    var start = TimeBounds(0)
    var finish = TimeBounds(0)
    for group in graph.groups(of: node) {
      let available = available(group, of: node, ready)
      switch graph.groups[group].mode {
      case .start: start = .later(start, available)
      case .finish: finish = .later(finish, available)
      }
    }
    return .later(own + start, finish)
  }

  /// When a group is there, by its members or its workaround, whichever is sooner.
  func available(_ group: Int, of node: Int, _ ready: Times) -> TimeBounds {
    let members = byMembers(group, of: node, ready)
    guard !ignoringWorkarounds, let workaround = graph.groups[group].workaround else {
      return members
    }
    let sooner = TimeBounds.sooner(members, TimeBounds(workaround.act))
    return workaround.isSure ? sooner : TimeBounds(lower: sooner.lower, upper: members.upper)
  }

  /// When as many members of a group are there as it needs.
  func byMembers(_ group: Int, of node: Int, _ ready: Times) -> TimeBounds {
    let members = graph.members(of: group)
    let needed = Int(graph.groups[group].needed)
    if needed == 0 { return TimeBounds(0) }
    var time: TimeBounds
    if needed == members.count {
      time = TimeBounds(0)
      for member in members { time = .later(time, self.time(of: Int(member), for: node, ready)) }
    } else if needed == 1 {
      time = TimeBounds(TimeBounds.never)
      for member in members { time = .sooner(time, self.time(of: Int(member), for: node, ready)) }
    } else if needed > members.count {
      return TimeBounds(TimeBounds.never)
    } else {
      let times = members.map { self.time(of: Int($0), for: node, ready) }
      time = TimeBounds(
        lower: times.map(\.lower).sorted()[needed - 1],
        upper: times.map(\.upper).sorted()[needed - 1])
    }
    return time + TimeBounds(graph.groups[group].lead)
  }

  /// Within a cycle nobody can say who would be first.
  private func time(of member: Int, for node: Int, _ ready: Times) -> TimeBounds {
    graph.areInOneCycle(node, member) ? .unknown : ready[member]
  }
}
