import RegisterModel

extension ImpactGraph {
  /// What a node waits for longest: the member of a need whose return decides when the node is back. Nil where
  /// that is its own work alone, or a workaround.
  ///
  /// By what is known: where it isn't, by the soonest it can be.
  ///
  /// - Complexity: O(members of the node), sorted within each group.
  public func waitsFor(_ node: DependencyGraph.Node) -> DependencyGraph.Node? {
    var last: (time: Int64, member: Int?) = (own[node].lower, nil)
    for group in graph.groups(of: node) {
      let isStart = graph.groups[group].mode == .start
      let available = graph.withArrays { arrays in
        recovery.ready.withUnsafeBufferPointer {
          CapabilityPass(graph: arrays).available(group, of: node, $0).lower
        }
      }
      let time = available + (isStart ? own[node].lower : 0)
      guard time > last.time else { continue }
      last = (time, deciding(group, of: node, available: available))
    }
    return last.member
  }

  /// The member by which a group is there at a time; nil where it is its workaround.
  private func deciding(_ group: Int, of node: Int, available: Int64) -> Int? {
    let members = graph.members(of: group).map(Int.init)
      .filter { !graph.areInOneCycle($0, node) }
    let times = members.map { (recovery.ready[$0].lower, $0) }.sorted { $0 < $1 }
    let place = Int(graph.groups[group].needed) - 1
    guard times.indices.contains(place) else { return nil }
    let time = min(times[place].0 + graph.groups[group].lead, TimeBounds.never)
    return time <= available ? times[place].1 : nil
  }
}
