extension RecoverySchedule {
  /// One step of the answer to "why so late?".
  public struct Step: Hashable, Sendable {
    public let node: Node
    /// Whether it is about the work of the node; if not, about its return.
    public let isWork: Bool
    /// What it waits for.
    public let cause: Cause
    /// Until when it waits, in seconds: then its work starts, or it is back.
    public let until: Int64
    /// When it is done, in seconds: then its work is done, or it is back.
    public let done: Int64
  }

  /// What the return of a node waits for, and what that waits for, back to what starts at once: "the portal
  /// waits for the directory, which waits for the crew that is busy with the database until 2 h".
  ///
  /// - Returns: The steps from the node on; none where the node is not down, or nobody can say when it is
  ///   back.
  public func chain(of node: Node) -> [Step] {
    var steps: [Step] = []
    var next: (node: Node, isWork: Bool)? = (node, false)
    while let (node, isWork) = next, case .recovered(let recovery) = outcomes[node] {
      let cause = isWork ? recovery.startCause : recovery.readyCause
      if isWork || cause != .ownWork {
        steps.append(
          Step(
            node: node, isWork: isWork, cause: cause,
            until: isWork ? recovery.start : recovery.ready,
            done: isWork ? recovery.finish : recovery.ready))
      }
      switch cause {
      case .ownWork: next = (node, true)
      case .member(let member, _): next = (member, false)
      case .resource(_, let other): next = (other, true)
      case .none, .workaround: next = nil
      }
    }
    return steps
  }

  /// The nodes on the critical path, by when their work starts: a delay of any of them delays the activity
  /// that is latest.
  public var criticalNodes: [Node] {
    outcomes.indices.compactMap { node -> (start: Int64, node: Node)? in
      guard case .recovered(let recovery) = outcomes[node], recovery.isCritical else { return nil }
      return (recovery.start, node)
    }
    .sorted { $0 < $1 }.map(\.node)
  }

  /// The workarounds that run out, in this schedule, before what they stand in for is back.
  public struct Lapse: Hashable, Sendable {
    public let node: Node
    /// When the workaround has run out, in seconds.
    public let ends: Int64
    /// When what it stands in for is of use again; nil where it never is or nobody can say.
    public let available: Int64?
  }

  /// In the order of nodes.
  public var lapses: [Lapse] {
    let graph = tasks.graph
    var lapses: [Lapse] = []
    for node in outcomes.indices {
      guard case .recovered = outcomes[node] else { continue }
      for group in graph.groups(of: node) {
        guard let workaround = graph.groups[group].workaround, workaround.isSure else { continue }
        let times = graph.members(of: group).compactMap { member -> Int64? in
          guard let ready = outcomes[Int(member)].ready else { return nil }
          return outcomes[Int(member)] == .unaffected ? 0 : ready + graph.groups[group].lead
        }.sorted()
        let needed = Int(graph.groups[group].needed)
        let available = needed == 0 ? 0 : needed <= times.count ? times[needed - 1] : nil
        let ends = min(workaround.act + workaround.lasts, TimeBounds.never)
        if ends < available ?? .max, ends < TimeBounds.never, workaround.act < available ?? .max {
          lapses.append(Lapse(node: node, ends: ends, available: available))
        }
      }
    }
    return lapses
  }
}
