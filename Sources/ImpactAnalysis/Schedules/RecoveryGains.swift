/// What would help most: an hour saved on the work of a node, or one more of a crew, site or tool.
///
/// Each is tried by finding a schedule anew, beginning with the one that is known, so that nothing makes
/// the greatest lateness greater. Where one of the two schedules is not proven the best, neither is the
/// gain.
public struct RecoveryGains: Sendable {
  public typealias Node = DependencyGraph.Node

  public enum Change: Hashable, Sendable {
    /// There is one more of a crew, site or tool, by its place in the register.
    case oneMore(Int)
    /// The work of a node takes an hour less, or no time where it takes less than an hour.
    case shorter(Node)
  }

  public struct Gain: Hashable, Sendable {
    public let change: Change
    /// By how many seconds the greatest lateness is less. Zero where activities come back that did not
    /// before: then the two cannot be compared.
    public let seconds: Int64
    /// The activities that come back at all and did not before.
    public let revived: [Node]
    /// The other activities that are back at another time, in the order of the register.
    public let activities: [ActivityGain]
    /// Whether both schedules are proven the best.
    public let isProven: Bool
  }

  public struct ActivityGain: Hashable, Sendable {
    public let node: Node
    /// By how many seconds it is back sooner; negative: later, so that others gain more.
    public let seconds: Int64
  }

  /// What changes anything, the most helpful first: what brings most activities back at all, then what
  /// makes the greatest lateness least, then what activities gain together.
  public let gains: [Gain]
  /// Whether not all was tried because there was too much.
  public let isCutShort: Bool

  /// - Parameters:
  ///   - effort: To find each schedule.
  ///   - limit: How many changes are tried: crews, sites and tools first, then critical nodes, then those
  ///     whose work takes longest.
  public init(
    _ schedule: RecoverySchedule,
    effort: SearchEffort = SearchEffort(placements: 2_000, nodes: 2_000), limit: Int = 200
  ) {
    let changes = Self.changes(schedule)
    isCutShort = changes.count > limit
    let trial = RecoveryTrial(schedule, effort)
    gains = changes.prefix(limit).compactMap(trial.gain(of:)).enumerated()
      .sorted { left, right in
        let (first, second) = (left.element, right.element)
        if first.revived.count != second.revived.count {
          return first.revived.count > second.revived.count
        }
        if first.seconds != second.seconds { return first.seconds > second.seconds }
        if first.total != second.total { return first.total > second.total }
        return left.offset < right.offset
      }
      .map(\.element)
  }

  private static func changes(_ schedule: RecoverySchedule) -> [Change] {
    let problem = schedule.tasks.problem
    var isUsed = [Bool](repeating: false, count: problem.capacities.count)
    for demand in problem.demands.joined() { isUsed[demand.resource] = true }
    let nodes = schedule.outcomes.indices.compactMap { node -> (Bool, Int64, Int)? in
      guard case .recovered(let recovery) = schedule.outcomes[node],
        recovery.finish > recovery.start
      else { return nil }
      return (recovery.isCritical, recovery.finish - recovery.start, node)
    }
    .sorted { left, right in
      if left.0 != right.0 { return left.0 }
      return (right.1, left.2) < (left.1, right.2)
    }
    return isUsed.indices.filter { isUsed[$0] }.map(Change.oneMore)
      + nodes.map { Change.shorter($0.2) }
  }
}

extension RecoveryGains.Gain {
  fileprivate var total: Int64 { activities.reduce(0) { $0 + $1.seconds } }
}

/// Finds schedules of a recovery in which something is changed.
private struct RecoveryTrial {
  private let schedule: RecoverySchedule
  private let effort: SearchEffort
  private let starts: [Int64?]

  init(_ schedule: RecoverySchedule, _ effort: SearchEffort) {
    self.schedule = schedule
    self.effort = effort
    starts = schedule.schedule.slots.map { $0?.start }
  }

  /// nil where nothing changes.
  func gain(of change: RecoveryGains.Change) -> RecoveryGains.Gain? {
    var problem = schedule.tasks.problem
    switch change {
    case .oneMore(let resource): problem.capacities[resource] += 1
    case .shorter(let node):
      guard let work = schedule.tasks.works[node] else { return nil }
      problem.setDuration(of: work, to: max(problem.durations[work] - 3600, 0))
    }
    let changed = problem.schedule(effort, priorities: schedule.priorities, from: starts)
    var revived: [Int] = []
    var activities: [RecoveryGains.ActivityGain] = []
    for node in schedule.activities.map(\.node) {
      guard let back = schedule.tasks.returns[node], let after = changed.slots[back] else {
        continue
      }
      guard let before = schedule.schedule.slots[back] else {
        revived.append(node)
        continue
      }
      guard before.finish != after.finish else { continue }
      activities.append(.init(node: node, seconds: before.finish - after.finish))
    }
    var seconds: Int64 = 0
    if revived.isEmpty, let before = schedule.objective, let after = changed.objective {
      seconds = before - after
    }
    guard seconds != 0 || !revived.isEmpty || !activities.isEmpty else { return nil }
    return RecoveryGains.Gain(
      change: change, seconds: seconds, revived: revived, activities: activities,
      isProven: schedule.isProvenOptimal && changed.isProvenOptimal)
  }
}
