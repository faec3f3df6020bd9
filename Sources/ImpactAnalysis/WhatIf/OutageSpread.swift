import RegisterModel

/// Carries outages up the graph, from what failed to what needs it, and looks at nothing else; for the worst or
/// for the best that what is unknown can be.
///
/// One after the other: ``fail(_:)`` begins anew, at the cost of what it reaches.
package struct OutageSpread: Sendable {
  let impact: ImpactGraph
  let isLate: Bool
  /// The times in which each node is down.
  private(set) var downTimes: [DownTime]
  /// The nodes that were looked at: those that failed and those that need one that is down.
  private(set) var visited: [Int] = []
  private var failures: [Int: Int64?] = [:]
  private var isVisited: [Bool]
  private let users: Dependants
  /// The place of each node in the order of the graph.
  private let ranks: [Int32]

  package init(_ impact: ImpactGraph, isLate: Bool) {
    self.impact = impact
    self.isLate = isLate
    downTimes = Array(repeating: DownTime(), count: impact.graph.nodeCount)
    isVisited = Array(repeating: false, count: impact.graph.nodeCount)
    users = Dependants(impact.graph)
    var ranks = [Int32](repeating: 0, count: impact.graph.nodeCount)
    for (place, node) in impact.graph.order.enumerated() { ranks[Int(node)] = Int32(place) }
    self.ranks = ranks
  }

  /// Fails some nodes, each for a time, or nil for its own; all else is up at the start.
  ///
  /// - Complexity: O(*n* log *n*) in the nodes that it reaches and their members.
  package mutating func fail(_ failures: [Int: Int64?]) {
    for node in visited {
      downTimes[node] = DownTime()
      isVisited[node] = false
    }
    visited.removeAll(keepingCapacity: true)
    self.failures = failures
    var open = MinimumHeap<Int32>()
    for node in failures.keys.sorted() { visit(node, &open) }
    let graph = impact.graph
    while let place = open.removeFirst() {
      let node = Int(graph.order[Int(place)])
      let cycle = graph.cycleOfNode[node]
      if cycle < 0 {
        downTimes[node] = downTime(of: node, isCycleDown: false)
        hand(node, &open)
      } else {
        settle(graph.cycles[Int(cycle)], &open)
      }
    }
  }

  /// The times in which a node is down, in seconds after the start.
  package func outages(of node: Int) -> [Interruption] { downTimes[node].outages }

  /// The nodes that are down and that a node needs, directly or through others that are down; and itself.
  package func reached(from node: Int) -> Set<Int> {
    var reached: Set<Int> = [node]
    var open = [node]
    while let next = open.popLast() {
      for group in impact.graph.groups(of: next) {
        for member in impact.graph.members(of: group) where !downTimes[Int(member)].isEmpty {
          if reached.insert(Int(member)).inserted { open.append(Int(member)) }
        }
      }
    }
    return reached
  }

  private mutating func visit(_ node: Int, _ open: inout MinimumHeap<Int32>) {
    guard !isVisited[node] else { return }
    isVisited[node] = true
    visited.append(node)
    open.insert(ranks[node])
  }

  private mutating func hand(_ node: Int, _ open: inout MinimumHeap<Int32>) {
    guard !downTimes[node].isEmpty else { return }
    for user in users[node] { visit(Int(user), &open) }
  }

  /// If any of a cycle is down, those that need each other are, for nobody knows how long.
  private mutating func settle(_ cycle: [Int], _ open: inout MinimumHeap<Int32>) {
    let isDown = cycle.contains { !downTime(of: $0, isCycleDown: false).isEmpty }
    let times = cycle.map { downTime(of: $0, isCycleDown: isDown && isLate) }
    for (node, time) in zip(cycle, times) {
      downTimes[node] = time
      // Looked at with the first of them; what is in the heap already is done again, to the same end.
      if !isVisited[node] {
        isVisited[node] = true
        visited.append(node)
      }
    }
    for node in cycle { hand(node, &open) }
  }

  private func own(_ node: Int) -> Int64 {
    isLate ? impact.own[node].upper : impact.own[node].lower
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
    // Restored after a time that is given, whatever else is down; it works once what it needs is there.
    if case .some(.some(let given)) = failures[node] {
      return .union([DownTime([Interruption(from: 0, to: given)]), startDown] + finish)
    }
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
