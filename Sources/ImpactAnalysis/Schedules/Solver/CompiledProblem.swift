/// A problem compiled into networks: of the tasks that matter to the objective, and of all that can be done.
struct CompiledProblem: Sendable {
  let derivation: Derivation
  /// The tasks that can be done, each after all that it waits for.
  let order: [Int32]
  /// Whether a task has a tail, or something that has one may wait for it.
  let matters: [Bool]
  /// The seconds that a unit of the networks stands for.
  let unit: Int64
  private let problem: SchedulingProblem

  init(_ problem: SchedulingProblem) {
    self.problem = problem
    derivation = Derivation(problem)
    order = Self.order(problem, derivation)
    var matters = problem.tails.map { $0 != nil }
    let waits = problem.waitsOfTasks()
    for task in order.reversed() where matters[Int(task)] {
      for place in waits.starts[Int(task)]..<waits.starts[Int(task) + 1] {
        for member in problem.members(of: Int(waits.waits[Int(place)])) {
          matters[Int(member)] = true
        }
      }
    }
    self.matters = matters
    unit = Self.unit(problem)
  }

  /// The network of some of the tasks that can be done, and which task of the problem each is.
  ///
  /// - Parameter isWanted: Which; with a task, all that it may wait for.
  func network(where isWanted: (Int) -> Bool) -> (network: TaskNetwork, tasks: [Int32]) {
    let waits = problem.waitsOfTasks()
    var network = TaskNetwork(capacities: problem.capacities)
    var places = [Int32](repeating: -1, count: problem.taskCount)
    var tasks: [Int32] = []
    for task in order where isWanted(Int(task)) {
      let number = Int(task)
      var release: Int64 = 0
      for place in waits.starts[number]..<waits.starts[number + 1] {
        let index = Int(waits.waits[Int(place)])
        // Those that cannot be done, or wait for this one in a circle, have no place yet.
        let members = problem.members(of: index).lazy.map { places[Int($0)] }.filter { $0 >= 0 }
        add(problem.waits[index], Array(members), tasks, to: &network, &release)
      }
      if problem.durations[number] > 0 {
        for demand in problem.demands[number] {
          network.addDemand(
            TaskNetwork.Demand(resource: Int32(demand.resource), amount: demand.amount))
        }
      }
      network.addTask(
        duration: problem.durations[number] / unit, release: release,
        tail: problem.tails[number].map { $0 / unit } ?? TaskNetwork.noTail)
      places[number] = Int32(tasks.count)
      tasks.append(task)
    }
    return (network, tasks)
  }

  private func add(
    _ wait: SchedulingProblem.Wait, _ members: [Int32], _ tasks: [Int32],
    to network: inout TaskNetwork, _ release: inout Int64
  ) {
    guard wait.needed > 0 else { return }
    if let orAt = wait.orAt {
      // Where the members are not sooner even if nothing gets in their way, it never waits for them.
      let soonest = members.map { derivation.finishes[Int(tasks[Int($0)])] }.sorted()
      guard wait.needed <= soonest.count, soonest[Int(wait.needed) - 1] + wait.lag < orAt else {
        release = max(release, orAt / unit)
        return
      }
    }
    if wait.needed == members.count, wait.orAt == nil {
      for member in members { network.addArc(to: member, lag: wait.lag / unit) }
    } else {
      network.addChoice(
        TaskNetwork.Choice(
          needed: wait.needed, lag: wait.lag / unit, orAt: wait.orAt.map { $0 / unit } ?? .max),
        of: members)
    }
  }

  /// All that can be done so that each comes after its members; in a circle that something else opens, as
  /// they could be done at the earliest.
  private static func order(_ problem: SchedulingProblem, _ derivation: Derivation) -> [Int32] {
    let waits = problem.waitsOfTasks()
    var memberStarts: [Int32] = [0]
    var members: [Int32] = []
    let canBeDone = derivation.finishes.map { $0 < Derivation.never }
    for task in 0..<problem.taskCount {
      if canBeDone[task] {
        for place in waits.starts[task]..<waits.starts[task + 1] {
          for member in problem.members(of: Int(waits.waits[Int(place)]))
          where canBeDone[Int(member)] { members.append(member) }
        }
      }
      memberStarts.append(Int32(members.count))
    }
    let components = Components(
      nodeCount: problem.taskCount, groupStarts: Array(0...Int32(problem.taskCount)),
      memberStarts: memberStarts, members: members)
    var order = components.order.filter { canBeDone[Int($0)] }
    guard !components.cycles.isEmpty else { return order }
    var rank = [Int](repeating: 0, count: problem.taskCount)
    for (place, task) in derivation.order.enumerated() { rank[Int(task)] = place }
    var start = 0
    while start < order.count {
      let cycle = components.cycleOfNode[Int(order[start])]
      var end = start + 1
      while cycle >= 0, end < order.count, components.cycleOfNode[Int(order[end])] == cycle {
        end += 1
      }
      order[start..<end].sort { rank[Int($0)] < rank[Int($1)] }
      start = end
    }
    return order
  }

  private static func unit(_ problem: SchedulingProblem) -> Int64 {
    var unit: Int64 = 0
    func take(_ time: Int64) {
      var (left, right) = (unit, abs(time))
      while right != 0 { (left, right) = (right, left % right) }
      unit = left
    }
    problem.durations.forEach(take)
    for tail in problem.tails { take(tail ?? 0) }
    for wait in problem.waits {
      take(wait.lag)
      take(wait.orAt ?? 0)
    }
    return max(unit, 1)
  }
}

extension SchedulingProblem {
  /// For each task where its waits stand.
  func waitsOfTasks() -> (starts: [Int32], waits: [Int32]) {
    var starts = [Int32](repeating: 0, count: taskCount + 1)
    for wait in waits { starts[Int(wait.task) + 1] += 1 }
    for task in 0..<taskCount { starts[task + 1] += starts[task] }
    var places = starts
    var indices = [Int32](repeating: 0, count: waits.count)
    for (index, wait) in waits.enumerated() {
      indices[Int(places[Int(wait.task)])] = Int32(index)
      places[Int(wait.task)] += 1
    }
    return (starts, indices)
  }
}
