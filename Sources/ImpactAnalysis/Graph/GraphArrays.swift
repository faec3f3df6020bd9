/// The arrays of a graph for the loops over all of its nodes, in which to check every index again would take
/// longer than the work: builds for debugging check them still.
struct GraphArrays {
  let groupStarts: UnsafeBufferPointer<Int32>
  let groups: UnsafeBufferPointer<DependencyGraph.Group>
  private let memberStarts: UnsafeBufferPointer<Int32>
  private let members: UnsafeBufferPointer<Int32>
  let cycleOfNode: UnsafeBufferPointer<Int32>

  func groups(of node: Int) -> Range<Int> {
    Range(uncheckedBounds: (Int(groupStarts[node]), Int(groupStarts[node + 1])))
  }

  func members(of group: Int) -> UnsafeBufferPointer<Int32> {
    let start = Int(memberStarts[group])
    return UnsafeBufferPointer(
      start: members.baseAddress.map { $0 + start }, count: Int(memberStarts[group + 1]) - start)
  }

  /// Whether a node needs a member that needs it in turn.
  func areInOneCycle(_ node: Int, _ member: Int) -> Bool {
    // Most nodes are in none, and then nothing is looked up for the member.
    cycleOfNode[node] >= 0 && cycleOfNode[node] == cycleOfNode[member]
  }

  fileprivate init(
    _ groupStarts: UnsafeBufferPointer<Int32>, _ groups: UnsafeBufferPointer<DependencyGraph.Group>,
    _ memberStarts: UnsafeBufferPointer<Int32>, _ members: UnsafeBufferPointer<Int32>,
    _ cycleOfNode: UnsafeBufferPointer<Int32>
  ) {
    self.groupStarts = groupStarts
    self.groups = groups
    self.memberStarts = memberStarts
    self.members = members
    self.cycleOfNode = cycleOfNode
  }
}

extension DependencyGraph {
  /// Lends the arrays for as long as `body` runs.
  func withArrays<Result>(_ body: (GraphArrays) -> Result) -> Result {
    groupStarts.withUnsafeBufferPointer { groupStarts in
      groups.withUnsafeBufferPointer { groups in
        memberStarts.withUnsafeBufferPointer { memberStarts in
          members.withUnsafeBufferPointer { members in
            cycleOfNode.withUnsafeBufferPointer { cycleOfNode in
              body(GraphArrays(groupStarts, groups, memberStarts, members, cycleOfNode))
            }
          }
        }
      }
    }
  }
}
