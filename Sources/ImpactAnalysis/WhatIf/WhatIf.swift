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
  public let outages: [[Interruption]]
  /// The times in which each node runs on a workaround, with the share of output that it allows.
  public let reduced: [[ReducedTime]]
  /// When each node is back for good at the earliest; 0 for those that never stop.
  public let earliest: [Int64]
  /// A time in which a node runs on a workaround, in seconds after the disruption began.
  public struct ReducedTime: Hashable, Sendable {
    public var from: Int64
    public var to: Int64
    /// The share of normal output; 1 where the workaround states none.
    public var capacity: Double
  }

  /// The nodes that failed of themselves, ascending.
  public let failed: [DependencyGraph.Node]

  /// - Complexity: O(nodes + members), times the logarithm of a group's outages.
  public init(_ impact: ImpactGraph, failures: [Failure]) {
    var durations: [Int: Int64?] = [:]
    for failure in failures { durations[failure.node] = .some(failure.duration) }
    failed = durations.keys.sorted()
    let propagation = Propagation(impact, durations, isLate: true)
    let early = Propagation(impact, durations, isLate: false).downTimes
    outages = propagation.downTimes.map(\.outages)
    reduced = (0..<impact.graph.nodeCount).map(propagation.reducedTimes)
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
    var own: [Interruption] = []
    if failures[node] != nil {
      own = [Interruption(from: 0, to: min(startDown.firstUp + self.own(node), TimeBounds.never))]
    }
    let resumed = startDown.isEmpty ? startDown : startDown.extended(by: self.own(node))
    return .union([DownTime(own), resumed] + finish)
  }

  private func downTime(ofGroup group: Int, of node: Int, isCycleDown: Bool) -> DownTime {
    let down = downTime(byMembersOf: group, of: node, isCycleDown: isCycleDown)
    guard let workaround = impact.graph.groups[group].workaround,
      workaround.isSure || !isLate
    else { return down }
    return down.bridged(act: workaround.act, lasts: workaround.lasts)
  }

  private func downTime(byMembersOf group: Int, of node: Int, isCycleDown: Bool) -> DownTime {
    let graph = impact.graph
    let properties = graph.groups[group]
    let members = graph.members(of: group).map { member in
      graph.areInOneCycle(Int(member), node)
        ? (isCycleDown ? DownTime([Interruption(from: 0, to: TimeBounds.never)]) : DownTime())
        : downTimes[Int(member)]
    }
    return DownTime.fewer(than: Int(properties.needed), of: members)
      .extended(by: properties.lead)
  }

  /// The times in which a node that is up runs on a workaround of one of its groups; where on several, at
  /// the least of their capacities.
  func reducedTimes(of node: Int) -> [WhatIf.ReducedTime] {
    let graph = impact.graph
    var times: [WhatIf.ReducedTime] = []
    for group in graph.groups(of: node) {
      guard let workaround = graph.groups[group].workaround, workaround.isSure else { continue }
      for outage in downTime(byMembersOf: group, of: node, isCycleDown: isLate).outages {
        let from = min(outage.from + workaround.act, TimeBounds.never)
        let to = min(min(from + workaround.lasts, TimeBounds.never), outage.to)
        if from < to {
          times.append(.init(from: from, to: to, capacity: workaround.capacity))
        }
      }
    }
    guard !times.isEmpty else { return [] }
    return parts(of: times, without: downTimes[node])
  }

  /// The times cut where one begins or ends, each part with the least capacity, without those in which the
  /// node is down.
  private func parts(of times: [WhatIf.ReducedTime], without down: DownTime) -> [WhatIf.ReducedTime]
  {
    let cuts = Set(times.flatMap { [$0.from, $0.to] } + down.outages.flatMap { [$0.from, $0.to] })
      .sorted()
    var parts: [WhatIf.ReducedTime] = []
    for (from, to) in zip(cuts, cuts.dropFirst()) {
      let covering = times.filter { $0.from <= from && to <= $0.to }
      guard let capacity = covering.map(\.capacity).min(),
        !down.outages.contains(where: { $0.from <= from && to <= $0.to })
      else { continue }
      if let last = parts.last, last.to == from, last.capacity == capacity {
        parts[parts.count - 1].to = to
      } else {
        parts.append(.init(from: from, to: to, capacity: capacity))
      }
    }
    return parts
  }
}
