import TestSupport

@testable import ImpactAnalysis

/// Scheduling problems of any size, the same for the same seed.
enum GeneratedProblem {
  static func make(
    _ random: inout SplitMix64, tasks: Int, resources: Int = 2, longest: Int = 4,
    hasChoices: Bool = true, waits: Double = 0.5
  ) -> SchedulingProblem {
    let capacities = (0..<resources).map { _ in Int64(random.within(1...4)) }
    var problem = SchedulingProblem(capacities: capacities)
    let hasTails = random.chance(0.5)
    for task in 0..<tasks {
      let demands = (0..<resources).filter { _ in random.chance(0.7) }.map {
        SchedulingProblem.Demand(of: $0, Int64(random.within(1...Int(capacities[$0]))))
      }
      let isLast = task + 1 == tasks
      problem.addTask(
        duration: Int64(random.within(0...longest)),
        tail: hasTails
          ? (isLast || random.chance(0.5) ? Int64(random.within(-6...6)) : nil) : 0,
        demands: demands)
      guard task > 0 else { continue }
      for _ in 0..<2 where random.chance(waits) {
        let lag = random.chance(0.3) ? Int64(random.within(1...3)) : 0
        guard hasChoices, random.chance(0.4) else {
          problem.wait(task, for: random.below(task), lag: lag)
          continue
        }
        let members = Set((0..<3).map { _ in Int32(random.below(task)) }).sorted()
        problem.wait(
          task, for: members, needed: random.within(1...members.count), lag: lag,
          orAt: random.chance(0.3) ? Int64(random.within(0...8)) : nil)
      }
    }
    return problem
  }
}

extension SchedulingProblem {
  /// What is wrong with a schedule, checked at every moment, in the plainest way.
  func mistakes(in schedule: Schedule) -> [String] {
    var mistakes: [String] = []
    let finishes = schedule.slots.map { $0?.finish }
    for (task, slot) in schedule.slots.enumerated() {
      guard let slot else { continue }
      if slot.finish - slot.start != durations[task] { mistakes.append("duration of \(task)") }
      if slot.start < slot.earliestStart { mistakes.append("\(task) before its earliest start") }
      if let slack = slot.slack, slack < 0 { mistakes.append("slack of \(task)") }
    }
    for (index, wait) in waits.enumerated() {
      guard let slot = schedule.slots[Int(wait.task)] else { continue }
      if let time = wait.orAt, slot.start >= time { continue }
      let met = members(of: index).lazy.filter { member in
        finishes[Int(member)].map { $0 + wait.lag <= slot.start } ?? false
      }.count
      if met < wait.needed { mistakes.append("\(wait.task) does not wait") }
    }
    for time in Set(schedule.slots.compactMap { $0?.start }) {
      for resource in capacities.indices {
        let used = schedule.slots.indices.reduce(Int64(0)) { used, task in
          guard let slot = schedule.slots[task], slot.start <= time, time < slot.finish else {
            return used
          }
          return used + (demands[task].first { $0.resource == resource }?.amount ?? 0)
        }
        if used > capacities[resource] { mistakes.append("resource \(resource) at \(time)") }
      }
    }
    let reached = schedule.slots.indices.compactMap { task in
      tails[task].flatMap { tail in finishes[task].map { $0 + tail } }
    }.max()
    if schedule.objective != reached { mistakes.append("objective") }
    if let bound = schedule.lowerBound, let reached, bound > reached { mistakes.append("bound") }
    return mistakes
  }
}
