@testable import ImpactAnalysis

/// Every schedule in which no task can start sooner while the others stay: by placing the tasks in every
/// order, in the plainest way. One of them is the best.
struct ActiveSchedules {
  private let problem: SchedulingProblem
  private(set) var best: Int64?
  private var finishes: [Int64?]
  /// What is occupied of each resource at each time.
  private var used: [[Int64]]

  init(_ problem: SchedulingProblem) {
    self.problem = problem
    finishes = Array(repeating: nil, count: problem.taskCount)
    used = problem.capacities.map { _ in Array(repeating: 0, count: 100) }
    place(0)
  }

  private mutating func place(_ count: Int) {
    guard count < problem.taskCount else {
      let objective = problem.tails.indices.compactMap { task in
        problem.tails[task].map { finishes[task]! + $0 }
      }.max()
      if let objective { best = min(best ?? .max, objective) }
      return
    }
    for task in 0..<problem.taskCount where finishes[task] == nil {
      guard var start = earliest(task) else { continue }
      while !isFree(task, start) { start += 1 }
      let end = start + problem.durations[task]
      occupy(task, start, end, 1)
      finishes[task] = end
      place(count + 1)
      finishes[task] = nil
      occupy(task, start, end, -1)
    }
  }

  /// From when the tasks placed so far allow a task to start; nil where they are too few.
  private func earliest(_ task: Int) -> Int64? {
    var earliest: Int64 = 0
    for (index, wait) in problem.waits.enumerated() where wait.task == task && wait.needed > 0 {
      let times = problem.members(of: index).compactMap { finishes[Int($0)] }.sorted()
      let needed = Int(wait.needed)
      let met = needed <= times.count ? times[needed - 1] + wait.lag : nil
      guard let time = [met, wait.orAt].compactMap(\.self).min() else { return nil }
      earliest = max(earliest, time)
    }
    return earliest
  }

  private func isFree(_ task: Int, _ start: Int64) -> Bool {
    problem.demands[task].allSatisfy { demand in
      (start..<start + problem.durations[task]).allSatisfy {
        used[demand.resource][Int($0)] + demand.amount <= problem.capacities[demand.resource]
      }
    }
  }

  private mutating func occupy(_ task: Int, _ start: Int64, _ end: Int64, _ sign: Int64) {
    for demand in problem.demands[task] {
      for time in start..<end { used[demand.resource][Int(time)] += sign * demand.amount }
    }
  }
}
