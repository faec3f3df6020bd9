public import RegisterModel

/// How the recovery times that an activity declares fit each other: the objective (RTO) must be shorter than
/// the tolerable period (MTPD), and what is between them is left for work after recovery (WRT).
///
/// - Note: DOMAIN §3.2; NIST SP 800-34 rev. 1, 3.2.1 (there MTD for MTPD).
public struct TargetBudget: Hashable, Sendable {
  /// In seconds; nil where nobody knows.
  public let tolerable: Int64?
  public let objective: Int64?

  /// - Parameters:
  ///   - tolerable: The maximum tolerable period of disruption in seconds, declared or derived; nil where
  ///     nobody knows or there is none.
  ///   - objective: The recovery time objective in seconds; nil where there is none.
  public init(tolerable: Int64?, objective: Int64?) {
    self.tolerable = tolerable
    self.objective = objective
  }

  /// By what the activity declares itself.
  public init(_ activity: Activity) {
    self.init(
      tolerable: activity.targets?.mtpd?.seconds, objective: activity.targets?.rto?.seconds)
  }

  /// Whether the objective is shorter than the tolerable period; nil where either is not known.
  public var isValid: Bool? { budget.map { $0 > 0 } }

  /// What is left between the two for work after recovery, in seconds; nil where either is not known.
  public var budget: Int64? {
    guard let tolerable, let objective else { return nil }
    return tolerable - objective
  }

  /// The share of the tolerable period that is left: 1 − RTO/MTPD; nil where it is not known, or nothing can
  /// be borne at all.
  public var margin: Double? {
    guard let tolerable, let objective, tolerable > 0 else { return nil }
    return 1 - Double(objective) / Double(tolerable)
  }

  /// Whether margin and objective are as practice advises: at least a fifth left, and no later than the last
  /// time known to be tolerable; nil where that is not known.
  ///
  /// - Parameter lastTolerable: In seconds, as ``TolerablePeriod/lower``.
  public func isComfortable(lastTolerable: Int64) -> Bool? {
    guard let tolerable, let objective else { return nil }
    // In whole numbers: 1 − 0.8 is less than 0.2 to a computer.
    return 5 * objective <= 4 * tolerable && objective <= lastTolerable
  }
}

/// A resource that is declared to come back too late for an activity: its objective and the activity's own
/// work after it come to more than the activity's objective.
///
/// - Note: DOMAIN §3.2: RTO of the resource + WRT ≤ RTO of the activity.
public struct LateResource: Hashable, Sendable {
  public let activity: DependencyGraph.Node
  /// Of a group of which fewer are enough, the last one that is needed.
  public let resource: DependencyGraph.Node
  /// In seconds.
  public let resourceObjective: Int64
  /// The activity's own work once it is back (`own` in its targets), in seconds.
  public let ownWork: Int64
  public let activityObjective: Int64

  /// By how much it is too late, in seconds.
  public var excess: Int64 { resourceObjective + ownWork - activityObjective }

  /// All of them, in the order of activities and their needs.
  ///
  /// An activity without objective or own work, and a resource without objective, say nothing.
  ///
  /// - Complexity: O(members), sorted within each group.
  public static func all(_ register: Register, _ graph: DependencyGraph) -> [LateResource] {
    func objective(_ node: Int) -> Int64? {
      node < graph.activityCount
        ? register.activities[node].targets?.rto?.seconds
        : register.assets[node - graph.activityCount].targets?.rto?.seconds
    }
    var late: [LateResource] = []
    for (node, activity) in register.activities.enumerated() {
      guard let own = activity.targets?.own?.seconds, let rto = objective(node) else { continue }
      for group in graph.groups(of: node) {
        let declared = graph.members(of: group).compactMap { member in
          objective(Int(member)).map { (node: Int(member), seconds: $0) }
        }.sorted { ($0.seconds, $0.node) < ($1.seconds, $1.node) }
        // Of all members each is needed; of a choice the last of as many as are enough, those of whom
        // nobody knows taken to be in time.
        let unknown = graph.members(of: group).count - declared.count
        let last = Int(graph.groups[group].needed) - unknown - 1
        let judged =
          graph.groups[group].isRedundant
          ? (declared.indices.contains(last) ? [declared[last]] : []) : declared
        for member in judged where member.seconds + own > rto {
          late.append(
            LateResource(
              activity: node, resource: member.node, resourceObjective: member.seconds,
              ownWork: own, activityObjective: rto))
        }
      }
    }
    return late
  }
}
