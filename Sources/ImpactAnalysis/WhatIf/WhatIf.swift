import RegisterModel

/// What stops, and for how long, if some nodes fail: an outage travels from what failed to what needs it.
///
/// A failed node is back once its own time has passed and what it needs at the start is there. A node that
/// needs it stops when fewer of a group are there than it needs, runs on its workaround while that lasts,
/// and begins its own work again when the group is back. What nobody knows counts as never in ``outages``
/// and as at once in ``earliest``; where the two agree, the answer is known.
///
/// - Note: DOMAIN §3.3; with everything failed it comes to the same as ``RecoveryTimes``.
public struct WhatIf: Sendable {
  /// What fails: a node, and how long it takes to restore it; nil: its own time.
  public struct Failure: Hashable, Sendable {
    public let node: DependencyGraph.Node
    public let duration: Int64?
    public init(_ node: DependencyGraph.Node, duration: Int64? = nil) {
      self.node = node
      self.duration = duration
    }
  }

  /// The outages of each node, in the order of the graph, as late as they may end.
  public let outages: [[Outage]]
  /// When each node is back for good at the earliest; 0 for those that never stop.
  public let earliest: [Int64]
  /// The nodes that failed of themselves, ascending.
  public let failed: [DependencyGraph.Node]

  /// - Complexity: O(nodes + members), times the logarithm of a group's outages.
  public init(_ impact: ImpactGraph, failures: [Failure]) {
    var durations: [Int: Int64?] = [:]
    for failure in failures { durations[failure.node] = .some(failure.duration) }
    failed = durations.keys.sorted()
    let late = Propagation(impact, durations, isLate: true).downTimes
    let early = Propagation(impact, durations, isLate: false).downTimes
    outages = late.map(\.outages)
    earliest = early.map { $0.outages.last?.to ?? 0 }
  }

  /// When a node is back for good; bounds where nobody knows.
  public func back(_ node: DependencyGraph.Node) -> TimeBounds {
    TimeBounds(lower: earliest[node], upper: outages[node].last?.to ?? 0)
  }

  /// The activities that stop, ascending.
  public func stopped(_ graph: DependencyGraph) -> [DependencyGraph.Node] {
    (0..<graph.activityCount).filter { !outages[$0].isEmpty }
  }
}

/// Carries outages up the graph, once for the worst and once for the best that what is unknown can be.
private struct Propagation {
  let impact: ImpactGraph
  let failures: [Int: Int64?]
  let isLate: Bool
  private(set) var downTimes: [DownTime]

  init(_ impact: ImpactGraph, _ failures: [Int: Int64?], isLate: Bool) {
    self.impact = impact
    self.failures = failures
    self.isLate = isLate
    downTimes = Array(repeating: DownTime(), count: impact.graph.nodeCount)
    let graph = impact.graph
    var place = 0
    while place < graph.order.count {
      let cycle = graph.cycleOfNode[Int(graph.order[place])]
      if cycle < 0 {
        let node = Int(graph.order[place])
        downTimes[node] = downTime(of: node, isCycleDown: false)
        place += 1
      } else {
        let nodes = graph.cycles[Int(cycle)]
        // If any of them is down, those that need each other are, for nobody knows how long.
        let isDown = nodes.contains { !downTime(of: $0, isCycleDown: false).isEmpty }
        let times = nodes.map { downTime(of: $0, isCycleDown: isDown && isLate) }
        for (node, time) in zip(nodes, times) { downTimes[node] = time }
        place += nodes.count
      }
    }
  }

  private func own(_ node: Int) -> Int64 {
    if case .some(.some(let duration)) = failures[node] { return duration }
    return isLate ? impact.own[node].upper : impact.own[node].lower
  }

  private func downTime(of node: Int, isCycleDown: Bool) -> DownTime {
    let graph = impact.graph
    var start: [DownTime] = []
    var finish: [DownTime] = []
    for group in graph.groups(of: node) {
      let time = downTime(ofGroup: group, of: node, isCycleDown: isCycleDown)
      if time.isEmpty { continue }
      switch graph.groups[group].mode {
      case .start: start.append(time)
      case .finish: finish.append(time)
      }
    }
    let startDown = DownTime.union(start)
    var own: [Outage] = []
    if failures[node] != nil {
      own = [Outage(from: 0, to: min(startDown.firstUp + self.own(node), TimeBounds.never))]
    }
    let resumed = startDown.isEmpty ? startDown : startDown.extended(by: self.own(node))
    return .union([DownTime(own), resumed] + finish)
  }

  private func downTime(ofGroup group: Int, of node: Int, isCycleDown: Bool) -> DownTime {
    let graph = impact.graph
    let properties = graph.groups[group]
    let members = graph.members(of: group).map { member in
      graph.areInOneCycle(Int(member), node)
        ? (isCycleDown ? DownTime([Outage(from: 0, to: TimeBounds.never)]) : DownTime())
        : downTimes[Int(member)]
    }
    let down = DownTime.fewer(than: Int(properties.needed), of: members)
      .extended(by: properties.lead)
    guard let workaround = properties.workaround, workaround.isSure || !isLate else { return down }
    return down.bridged(act: workaround.act, lasts: workaround.lasts)
  }
}
