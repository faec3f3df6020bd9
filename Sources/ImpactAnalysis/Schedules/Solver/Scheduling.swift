extension SchedulingProblem {
  /// Finds a schedule: the best where the problem is small enough, a good one with a bound where it is not.
  ///
  /// - Parameters:
  ///   - priorities: Of each task: what the objective doesn't depend on is placed by them, the least first.
  ///   - known: The starts of a schedule of this problem to start from, nil for a task that is not done in
  ///     it. If no lesser objective is found, no task starts later than there.
  /// - Complexity: Beyond the effort for small problems, n tasks are placed at O(√n) each, a few times.
  package func schedule(
    _ effort: SearchEffort = .standard, priorities: [Int64]? = nil, from known: [Int64?]? = nil
  ) -> Schedule {
    precondition((priorities ?? []).count == taskCount || priorities == nil)
    return Scheduling(self).schedule(effort, priorities, known)
  }
}

/// The way from a problem to its schedule: all tasks that can be done are in one network, those that matter
/// to the objective in another.
private struct Scheduling {
  private let problem: SchedulingProblem
  private let compiled: CompiledProblem
  private let network: TaskNetwork
  /// Which task of the problem each task of the network is.
  private let tasks: [Int32]
  private let relevant: TaskNetwork
  /// Which task of the network each of the relevant ones is.
  private let relevantTasks: [Int]

  init(_ problem: SchedulingProblem) {
    self.problem = problem
    compiled = CompiledProblem(problem)
    (network, tasks) = compiled.network { _ in true }
    var places = [Int](repeating: -1, count: problem.taskCount)
    for (place, task) in tasks.enumerated() { places[Int(task)] = place }
    let compiled = compiled
    let (relevant, relevantTasks) = compiled.network { compiled.matters[$0] }
    self.relevant = relevant
    self.relevantTasks = relevantTasks.map { places[Int($0)] }
  }

  func schedule(_ effort: SearchEffort, _ priorities: [Int64]?, _ known: [Int64?]?) -> Schedule {
    let given = known.flatMap { known in
      SerialScheme.repeated(network, tasks.map { known[Int($0)] })
    }
    var search = ScheduleSearch(relevant, effort)
    search.run(from: given.map { given in relevantTasks.map { given[$0] } })
    let starts: [Int64]
    if let given, search.found == nil {
      starts = given
    } else {
      starts = completed(search.found, tasks.map { priorities?[Int($0)] ?? 0 })
    }
    let objective = relevant.count > 0 ? network.objective(starts) : nil
    return Schedule(
      slots: slots(starts), obstacles: problem.obstacles(compiled.derivation),
      objective: objective.map { $0 * compiled.unit },
      lowerBound: objective.map { min($0, search.lowerBound) * compiled.unit },
      nodes: search.nodes)
  }

  /// Places what is not yet placed in what is left.
  private func completed(_ found: ChosenSchedule?, _ priorities: [Int64]) -> [Int64] {
    var scheme = SerialScheme(network)
    if let found {
      for (task, start) in zip(found.chosen.tasks, found.starts) {
        scheme.put(relevantTasks[Int(task)], at: start)
      }
    }
    for task in network.list(by: priorities) where !scheme.isPlaced(Int(task)) {
      scheme.place(Int(task))
    }
    // What was placed last may be sooner than what others were thought to wait for.
    return SerialScheme.advanced(network, scheme.starts)
  }

  private func slots(_ starts: [Int64]) -> [Schedule.Slot?] {
    let chosen = ChosenSchedule(of: relevant, relevantTasks.map { starts[$0] })
    var latest = [Int64?](repeating: nil, count: network.count)
    for (task, start) in zip(chosen.chosen.tasks, chosen.chosen.latest(chosen.starts)) {
      latest[relevantTasks[Int(task)]] = start
    }
    let causes = WaitingCauses(network, starts, latest)
    var slots = [Schedule.Slot?](repeating: nil, count: problem.taskCount)
    for (place, task) in tasks.enumerated() {
      let start = starts[place] * compiled.unit
      let duration = problem.durations[Int(task)]
      slots[Int(task)] = Schedule.Slot(
        start: start, finish: start + duration,
        earliestStart: compiled.derivation.finishes[Int(task)] - duration,
        latestStart: latest[place].map { $0 * compiled.unit },
        cause: causes.cause(of: place, tasks, unit: compiled.unit))
    }
    return slots
  }
}
