/// The pairs of nodes whose loss together keeps an activity from ever coming back, though neither's alone
/// does: minimal cut sets of two.
///
/// - Note: DOMAIN §3.3. Workarounds are ignored, as for single points.
public struct DoublePoints: Sendable {
  /// Two nodes and the activities that are lost with both.
  public struct DoublePoint: Hashable, Sendable {
    /// The smaller of the two nodes.
    public let first: DependencyGraph.Node
    public let second: DependencyGraph.Node
    /// Ascending; lost with both and with neither alone.
    public let activities: [DependencyGraph.Node]
  }

  /// By first and second node.
  public let pairs: [DoublePoint]
  /// How many nodes lie behind redundant groups and could be half of a pair.
  public let candidateCount: Int
  /// Whether there were too many of them to try every pair, so that nothing was searched.
  public let isTooLarge: Bool

  /// - Parameters:
  ///   - activities: The activities asked about.
  ///   - limit: How many candidates are tried at most.
  /// - Complexity: O(candidates² / 64 × (nodes + members)).
  public init(_ graph: DependencyGraph, activities: [DependencyGraph.Node], limit: Int = 1024) {
    let candidates = Self.candidates(graph, activities)
    candidateCount = candidates.count
    isTooLarge = candidates.count > limit
    guard !isTooLarge else {
      pairs = []
      return
    }
    var pass = FailurePass(graph)
    let alone = Self.lostAlone(&pass, candidates, activities)
    var pairs: [DoublePoint] = []
    for (place, first) in candidates.enumerated() {
      var start = place + 1
      while start < candidates.count {
        let end = min(start + 64, candidates.count)
        pass.fail(candidates[start..<end], also: [first])
        for second in start..<end {
          let lost = activities.indices.filter { index in
            let activity = activities[index]
            return activity != first && activity != candidates[second]
              && pass.lost[activity] >> UInt64(second - start) & 1 == 1
              && !alone[place][index] && !alone[second][index]
          }
          guard !lost.isEmpty else { continue }
          pairs.append(
            DoublePoint(
              first: first, second: candidates[second],
              activities: lost.map { activities[$0] }.sorted()))
        }
        start = end
      }
    }
    self.pairs = pairs
  }

  /// Both of a pair lie behind a group that has a member to spare: what has no way around it is a single
  /// point or nothing.
  private static func candidates(_ graph: DependencyGraph, _ activities: [Int]) -> [Int] {
    let isNeeded = SinglePoints.needed(graph, by: activities)
    var behind: [Int] = []
    for node in 0..<graph.nodeCount where isNeeded[node] {
      for group in graph.groups(of: node) where graph.groups[group].isRedundant {
        behind += graph.members(of: group).map(Int.init)
      }
    }
    let isBehind = SinglePoints.needed(graph, by: behind)
    return (0..<graph.nodeCount).filter { isBehind[$0] }
  }

  private static func lostAlone(
    _ pass: inout FailurePass, _ candidates: [Int], _ activities: [Int]
  ) -> [[Bool]] {
    var alone: [[Bool]] = []
    var start = 0
    while start < candidates.count {
      let end = min(start + 64, candidates.count)
      pass.fail(candidates[start..<end])
      for bit in 0..<(end - start) {
        alone.append(activities.map { pass.lost[$0] >> UInt64(bit) & 1 == 1 })
      }
      start = end
    }
    return alone
  }
}
