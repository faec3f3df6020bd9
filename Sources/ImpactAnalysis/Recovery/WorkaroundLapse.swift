import RegisterModel

/// A workaround that runs out before what it stands in for is back.
///
/// By the recovery times alone, as if there were crews enough; ``RecoverySchedule/lapses`` counts them.
///
/// - Note: DOMAIN §3.3, and REC-006 of §7.
public struct WorkaroundLapse: Hashable, Sendable {
  /// Who works around something.
  public let node: DependencyGraph.Node
  /// The member that comes last of those that are needed.
  public let member: DependencyGraph.Node
  /// When the workaround has run out, in seconds.
  public let ends: Int64
  /// What it stands in for is of use no sooner than this; `TimeBounds.never` where it never is.
  public let available: Int64

  /// All that lapse for certain, in the order of the graph. A workaround that doesn't carry the minimum, or
  /// may not, is none.
  ///
  /// - Complexity: O(nodes + members), sorted within each group that has a workaround.
  public static func all(_ impact: ImpactGraph) -> [WorkaroundLapse] {
    let graph = impact.graph
    let ready = impact.recovery.ready
    var lapses: [WorkaroundLapse] = []
    for node in 0..<graph.nodeCount {
      for group in graph.groups(of: node) {
        guard let workaround = graph.groups[group].workaround, workaround.isSure else { continue }
        let ends = workaround.act + workaround.lasts
        guard ends < TimeBounds.never else { continue }
        let available = graph.withArrays { arrays in
          ready.withUnsafeBufferPointer {
            CapabilityPass(graph: arrays).byMembers(group, of: node, $0).lower
          }
        }
        guard ends < available, workaround.act < available else { continue }
        let members = graph.members(of: group).map { (ready[Int($0)].lower, Int($0)) }
          .sorted { $0 < $1 }
        let last = min(Int(graph.groups[group].needed), members.count) - 1
        lapses.append(
          WorkaroundLapse(
            node: node, member: members[max(last, 0)].1, ends: ends, available: available))
      }
    }
    return lapses
  }
}
