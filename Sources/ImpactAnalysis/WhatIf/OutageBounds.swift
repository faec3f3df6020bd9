import RegisterModel

/// How long activities are down at most if something fails: quickly, as numbers and not as times of the day.
///
/// An outage that a workaround cuts in two is followed exactly by ``OutageSpread``; this says where that is
/// not needed. Nobody's knowledge counts as never.
package struct OutageBounds: Sendable {
  /// When something is back for good.
  package struct Bounds: Sendable {
    /// Without any workaround: no outage is longer.
    package var longest: Int64 = 0
    /// With workarounds for as long as it takes: never only where the exact answer is never as well.
    package var bridged: Int64 = 0
  }

  private let impact: ImpactGraph
  private var bounds: [Bounds]
  private var isFailed: [Bool]
  private var reached: [Int] = []

  package init(_ impact: ImpactGraph) {
    self.impact = impact
    bounds = Array(repeating: Bounds(), count: impact.graph.nodeCount)
    isFailed = Array(repeating: false, count: impact.graph.nodeCount)
  }

  package subscript(node: Int) -> Bounds { bounds[node] }

  /// Fails some nodes.
  ///
  /// - Parameter pass: A pass in which they have failed, workarounds not counted, as the one of a bit.
  /// - Complexity: O(nodes), and the members of what is lost.
  package mutating func fail(_ nodes: [Int], in pass: FailurePass, bit: Int) {
    for node in reached { bounds[node] = Bounds() }
    reached.removeAll(keepingCapacity: true)
    for node in nodes { isFailed[node] = true }
    let graph = impact.graph
    for place in graph.order {
      let node = Int(place)
      guard pass.lost[node] >> UInt64(bit) & 1 == 1 else { continue }
      reached.append(node)
      bounds[node] =
        graph.cycleOfNode[node] >= 0
        ? Bounds(longest: TimeBounds.never, bridged: TimeBounds.never)
        : Bounds(
          longest: back(node, pass, bit, isBridged: false),
          bridged: back(node, pass, bit, isBridged: true))
    }
    for node in nodes { isFailed[node] = false }
  }

  private func back(
    _ node: Int, _ pass: FailurePass, _ bit: Int, isBridged: Bool
  ) -> Int64 {
    var (start, finish) = (Int64(0), Int64(0))
    let graph = impact.graph
    for group in graph.groups(of: node) {
      let properties = graph.groups[group]
      var available = self.available(group, pass, bit, isBridged)
      if isBridged, let workaround = properties.workaround, workaround.isSure {
        available = min(available, workaround.act)
      }
      switch properties.mode {
      case .start: start = max(start, available)
      case .finish: finish = max(finish, available)
      }
    }
    let own =
      isFailed[node] || start > 0 ? min(start + impact.own[node].upper, TimeBounds.never) : 0
    return max(own, finish)
  }

  /// When as many of a group are there as it needs; what is not lost is there at once, without its lead.
  private func available(_ group: Int, _ pass: FailurePass, _ bit: Int, _ isBridged: Bool) -> Int64
  {
    let graph = impact.graph
    let (lead, needed) = (graph.groups[group].lead, Int(graph.groups[group].needed))
    let members = graph.members(of: group)
    if needed > members.count { return TimeBounds.never }
    if needed == 0 { return 0 }
    func time(_ member: Int32) -> Int64 {
      let node = Int(member)
      guard pass.lost[node] >> UInt64(bit) & 1 == 1 else { return 0 }
      let back = isBridged ? bounds[node].bridged : bounds[node].longest
      return min(back + lead, TimeBounds.never)
    }
    if needed == members.count { return members.reduce(0) { max($0, time($1)) } }
    if needed == 1 { return members.reduce(TimeBounds.never) { min($0, time($1)) } }
    return members.map(time).sorted()[needed - 1]
  }
}
