import RegisterModel

/// What becomes of each node in a schedule.
struct RecoveryOutcomes {
  private(set) var outcomes: [RecoverySchedule.Outcome] = []
  private let tasks: RecoveryTasks
  private let schedule: Schedule

  init(
    _ impact: ImpactGraph, _ register: Register, _ tasks: RecoveryTasks, _ schedule: Schedule,
    _ isDown: [Bool]
  ) {
    self.tasks = tasks
    self.schedule = schedule
    // What is not done even if all that is unknown is there at once, never is.
    let isKnown = tasks.returns.allSatisfy { $0.map { schedule.slots[$0] != nil } ?? true }
    let hopeful =
      isKnown ? tasks : RecoveryTasks(impact, register, isDown: isDown, isHopeful: true)
    let derivation = Derivation(hopeful.problem)
    var obstacles = [Schedule.Obstacle?](repeating: nil, count: tasks.nodes.count)
    for (task, obstacle) in hopeful.problem.obstacles(derivation) { obstacles[task] = obstacle }
    outcomes = isDown.indices.map { node in
      guard let work = tasks.works[node], let back = tasks.returns[node] else { return .unaffected }
      if let slot = schedule.slots[work], let last = schedule.slots[back] {
        return .recovered(recovery(node, slot, last))
      }
      if let obstacle = obstacles[back] {
        return .never(hindrance(node, obstacle, obstacles[work]))
      }
      return .unknown(
        RecoverySchedule.Unknown(reason: reason(node), notBefore: derivation.finishes[back]))
    }
  }

  private func recovery(_ node: Int, _ work: Schedule.Slot, _ back: Schedule.Slot)
    -> RecoverySchedule.Recovery
  {
    let hasOwnReturn = tasks.works[node] != tasks.returns[node]
    return RecoverySchedule.Recovery(
      start: work.start, finish: work.finish, ready: back.finish,
      earliestReady: back.earliestStart + back.finish - back.start,
      latestStart: work.latestStart, isCritical: work.isCritical || back.isCritical,
      startCause: cause(work.cause, node),
      readyCause: hasOwnReturn ? cause(back.cause, node) : .ownWork)
  }

  private func cause(_ cause: Schedule.Cause, _ node: Int) -> RecoverySchedule.Cause {
    switch cause {
    case .none: .none
    case .time: .workaround
    case .resource(let resource, let other):
      .resource(resource, busyWith: tasks.nodes[other])
    case .task(let other, let lag):
      tasks.nodes[other] == node ? .ownWork : .member(tasks.nodes[other], lead: lag)
    }
  }

  private func hindrance(
    _ node: Int, _ obstacle: Schedule.Obstacle, _ workObstacle: Schedule.Obstacle?
  ) -> RecoverySchedule.Hindrance {
    switch obstacle {
    case .capacity(let resource): .capacity(resource)
    // What needs itself is unknown, not hindered.
    case .missing, .circle: .missingMembers
    case .task(let other):
      if tasks.nodes[other] != node {
        .member(tasks.nodes[other])
      } else if let workObstacle {
        // It waits for its own work, which has a reason of its own.
        hindrance(node, workObstacle, nil)
      } else {
        .missingMembers
      }
    }
  }

  /// Why nobody can say when a node is back: its own work, or a need that is not met.
  private func reason(_ node: Int) -> RecoverySchedule.Unknown.Reason {
    guard tasks.durations[node] != nil else { return .ownWork }
    var reason = RecoverySchedule.Unknown.Reason.cycle
    for group in tasks.graph.groups(of: node) {
      let members = tasks.graph.members(of: group)
      let unmet = members.filter { member in
        tasks.returns[Int(member)].map { schedule.slots[$0] == nil } ?? false
      }
      guard members.count - unmet.count < tasks.graph.groups[group].needed else { continue }
      for member in unmet where tasks.graph.areInOneCycle(Int(member), node) { return .cycle }
      if let member = unmet.first { reason = .member(Int(member)) }
    }
    return reason
  }
}
