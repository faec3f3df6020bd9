public import RegisterModel

/// Who restores what when: the recovery of everything that is down, with crews, sites and tools that can do
/// only so much at a time.
///
/// The schedule makes the greatest lateness of an activity as small as it can: by how much it is back after
/// its recovery time objective, or where it has none, after its MTPD. Where no activity has either, it has
/// all of them back as soon as it can. What no such activity needs comes after, in the order of the
/// ``RecoverySequence``.
///
/// Work takes the node's own time: evidence before plans, as in the ``RecoveryTimes``. Crews, sites and tools are taken to be
/// there at all times, whatever their calendars say. A workaround counts where it is sure that it carries
/// the minimum.
public struct RecoverySchedule: Sendable {
  public typealias Node = DependencyGraph.Node

  /// For each node of the graph.
  public let outcomes: [Outcome]
  /// The activities, in the order of the register.
  public let activities: [ActivityRecovery]
  /// The greatest lateness in seconds, negative where all activities are back before they must be; nil where
  /// there is none.
  public let objective: Int64?
  /// No schedule has less.
  public let lowerBound: Int64?
  /// Whether `objective` is a lateness; if not, it is when all activities are back.
  public let isLateness: Bool
  /// How many nodes of the search were looked at.
  public let searchNodes: Int

  let tasks: RecoveryTasks
  let schedule: Schedule
  /// Of each task its node's place in the sequence.
  let priorities: [Int64]

  /// Whether no other schedule has less lateness.
  public var isProvenOptimal: Bool { objective == lowerBound }

  /// - Parameters:
  ///   - sequence: What comes first among what is not late for anything.
  ///   - failed: What failed; what cannot do without it is down as well. Nil: everything is down.
  public init(
    _ impact: ImpactGraph, _ register: Register, sequence: RecoverySequence,
    failed: [Node]? = nil, effort: SearchEffort = .standard
  ) {
    let isDown = Self.down(impact.graph, failed)
    let tasks = RecoveryTasks(impact, register, isDown: isDown)
    var ranks = [Int64](repeating: 0, count: impact.graph.nodeCount)
    for (place, entry) in sequence.entries.enumerated() { ranks[entry.node] = Int64(place) }
    priorities = tasks.nodes.map { ranks[$0] }
    schedule = tasks.problem.schedule(effort, priorities: priorities)
    self.tasks = tasks
    outcomes = RecoveryOutcomes(impact, register, tasks, schedule, isDown).outcomes
    let outcomes = outcomes
    activities = register.activities.indices.map {
      ActivityRecovery($0, register.activities[$0], outcomes[$0])
    }
    objective = schedule.objective
    lowerBound = schedule.lowerBound
    isLateness = register.activities.indices.contains {
      isDown[$0] && RecoveryTasks.due(register.activities[$0]) != nil
    }
    searchNodes = schedule.nodes
  }

  /// Of each node how long its work waits, in seconds, only because a crew, site or tool is busy with other
  /// work; 0 where its work is not known.
  ///
  /// - Complexity: O(nodes + members).
  public var waits: [Int64] {
    let ready = outcomes.map { $0.ready.map { TimeBounds($0) } ?? TimeBounds(TimeBounds.never) }
    return tasks.graph.withArrays { arrays in
      ready.withUnsafeBufferPointer { ready in
        outcomes.indices.map { node in
          guard case .recovered(let recovery) = outcomes[node] else { return 0 }
          return wait(of: node, recovery, CapabilityPass(graph: arrays), ready)
        }
      }
    }
  }

  private func wait(
    of node: Node, _ recovery: Recovery, _ pass: CapabilityPass,
    _ ready: CapabilityPass.Times
  ) -> Int64 {
    var start: Int64 = 0
    for group in tasks.graph.groups(of: node) where tasks.graph.groups[group].mode == .start {
      let members = tasks.graph.members(of: group)
      // What was never down is there without its lead.
      let up = members.count { outcomes[Int($0)] == .unaffected }
      guard up < tasks.graph.groups[group].needed else { continue }
      start = max(start, pass.available(group, of: node, ready).lower)
    }
    return max(recovery.start - start, 0)
  }

  private static func down(_ graph: DependencyGraph, _ failed: [Node]?) -> [Bool] {
    guard let failed else { return Array(repeating: true, count: graph.nodeCount) }
    guard let first = failed.first else { return Array(repeating: false, count: graph.nodeCount) }
    var pass = FailurePass(graph)
    pass.fail([first], also: Array(failed.dropFirst()))
    return pass.lost.map { $0 & 1 == 1 }
  }
}

extension ImpactGraph {
  /// The same with the work of each node as much longer as it waits for crews, sites and tools in a schedule.
  ///
  /// - Complexity: O(nodes + members).
  public func waiting(as schedule: RecoverySchedule) -> ImpactGraph {
    var longer: [DependencyGraph.Node: Int64] = [:]
    for (node, wait) in schedule.waits.enumerated() where wait > 0 {
      if let own = own[node].seconds { longer[node] = own + wait }
    }
    return longer.isEmpty ? self : assuming(longer)
  }
}

extension DependencyGraph {
  /// Whether anything can be done without for a while.
  public var hasWorkarounds: Bool { groups.contains { $0.workaround != nil } }
}
