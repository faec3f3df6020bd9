/// What is lost if one node never comes back, for 64 of them at a time: a bit of a word for each.
///
/// A node is lost if it is the one that failed, or if a group of it is; a group is lost when fewer of its
/// members are left than it needs. Workarounds don't count, unless asked for: they only bridge a time.
/// Within a cycle the loss of one member is carried around until nothing changes.
package struct FailurePass: Sendable {
  let graph: DependencyGraph
  /// Whether a group with a workaround that carries the minimum is never lost.
  let countsWorkarounds: Bool
  /// For each node the bits of the failed nodes that take it along.
  package private(set) var lost: [UInt64]

  package init(_ graph: DependencyGraph, countingWorkarounds: Bool = false) {
    self.graph = graph
    countsWorkarounds = countingWorkarounds
    lost = Array(repeating: 0, count: graph.nodeCount)
  }

  /// Fails up to 64 nodes, each for itself.
  ///
  /// - Parameter also: Nodes that have failed in every case.
  /// - Complexity: O(nodes + members), times the longest way around a cycle where there are cycles.
  mutating func fail(_ nodes: ArraySlice<Int>, also: [Int] = []) {
    precondition(nodes.count <= 64, "64 at a time")
    clear()
    for (bit, node) in nodes.enumerated() { lost[node] |= 1 << UInt64(bit) }
    let all: UInt64 = nodes.count == 64 ? .max : (1 << UInt64(nodes.count)) - 1
    for node in also { lost[node] |= all }
    carry()
  }

  /// Fails up to 64 sets of nodes, each for itself.
  package mutating func fail(sets: ArraySlice<[Int]>) {
    precondition(sets.count <= 64, "64 at a time")
    clear()
    for (bit, nodes) in sets.enumerated() {
      for node in nodes { lost[node] |= 1 << UInt64(bit) }
    }
    carry()
  }

  /// The activities that a failure takes along, by its place among those failed; ascending.
  package func lostActivities(bit: Int) -> [DependencyGraph.Node] {
    (0..<graph.activityCount).filter { lost[$0] >> UInt64(bit) & 1 == 1 }
  }

  private mutating func clear() {
    for index in lost.indices { lost[index] = 0 }
  }

  /// Carries losses up to all that need what is lost.
  private mutating func carry() {
    var start = 0
    while start < graph.order.count {
      let cycle = graph.cycleOfNode[Int(graph.order[start])]
      var end = start + 1
      if cycle >= 0 {
        while end < graph.order.count, graph.cycleOfNode[Int(graph.order[end])] == cycle {
          end += 1
        }
      }
      var changed = true
      while changed {
        changed = false
        for place in start..<end {
          let node = Int(graph.order[place])
          let bits = lost[node] | lostGroups(of: node)
          if bits != lost[node] {
            lost[node] = bits
            changed = cycle >= 0
          }
        }
      }
      start = end
    }
  }

  /// The bits of which at least one group of a node is lost.
  private func lostGroups(of node: Int) -> UInt64 {
    var bits: UInt64 = 0
    for group in graph.groups(of: node) {
      if countsWorkarounds, graph.groups[group].workaround?.isSure == true { continue }
      bits |= lost(group: group)
      if bits == .max { break }
    }
    return bits
  }

  /// The bits of which a group has lost so many members that too few are left.
  func lost(group: Int) -> UInt64 {
    let members = graph.members(of: group)
    // How many members must be lost before the group is.
    let spare = members.count - Int(graph.groups[group].needed)
    if spare < 0 { return .max }
    if spare == 0 { return members.reduce(0) { $0 | lost[Int($1)] } }
    return spare < members.count ? atLeast(spare + 1, of: members) : 0
  }

  /// The bits that are set in at least `count` of the members: counted in columns, one word for each bit
  /// of the counters.
  private func atLeast(_ count: Int, of members: ArraySlice<Int32>) -> UInt64 {
    if count == members.count { return members.reduce(UInt64.max) { $0 & lost[Int($1)] } }
    var columns = [UInt64](repeating: 0, count: Int.bitWidth - members.count.leadingZeroBitCount)
    for member in members {
      var carry = lost[Int(member)]
      var column = 0
      while carry != 0, column < columns.count {
        (columns[column], carry) = (columns[column] ^ carry, columns[column] & carry)
        column += 1
      }
    }
    // Compares the counters with the number, from the highest bit down.
    var greater: UInt64 = 0
    var equal: UInt64 = .max
    for column in columns.indices.reversed() {
      let isSet: UInt64 = count >> column & 1 == 1 ? .max : 0
      greater |= equal & columns[column] & ~isSet
      equal &= ~(columns[column] ^ isSet)
    }
    return greater | equal
  }
}
