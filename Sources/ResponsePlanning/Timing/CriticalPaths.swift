/// The chains of tasks without slack, from the start of the work to its end.
struct CriticalPaths {
  private let network: TaskNetwork
  /// Critical tasks, each after all that it waits for.
  private let order: [Int]
  /// Of each critical task the critical ones that begin the moment it ends.
  private var next: [Int: [Int]] = [:]
  /// The critical tasks that wait for no other critical one.
  private var first: [Int] = []

  init(_ pass: CriticalPass, _ network: TaskNetwork, _ order: [Int]) {
    self.network = network
    self.order = order.filter { pass.isCritical($0) }
    for task in self.order {
      let before = network.predecessors[task].filter {
        pass.isCritical($0) && pass.stops[$0] == pass.starts[task]
      }
      if before.isEmpty { first.append(task) }
      for earlier in before { next[earlier, default: []].append(task) }
    }
    first.sort()
  }

  /// The least and the greatest variance of a chain.
  ///
  /// - Complexity: O(*n*) in critical tasks and what they wait for.
  var variances: ClosedRange<Double>? {
    var least: [Int: Double] = [:]
    var greatest: [Int: Double] = [:]
    var result: (low: Double, high: Double)?
    for task in order {
      let own = network.durations[task]?.variance ?? 0
      let low = (least[task] ?? 0) + own
      let high = (greatest[task] ?? 0) + own
      if next[task] == nil {  // it ends with the work: else what waits for it would be critical too
        result = (min(result?.low ?? low, low), max(result?.high ?? high, high))
      }
      for later in next[task] ?? [] {
        least[later] = min(least[later] ?? low, low)
        greatest[later] = max(greatest[later] ?? high, high)
      }
    }
    return result.map { $0.low...$0.high }
  }

  /// The chains themselves, each once, without the tasks that aren't done.
  ///
  /// - Complexity: O(*n* × limit).
  func list(limit: Int) -> (paths: [TaskSchedule.Path], areAll: Bool) {
    var paths: [TaskSchedule.Path] = []
    var seen: Set<[Int]> = []
    // Each step on the way, and which of what follows it is to be tried next.
    var way: [(task: Int, branch: Int)] = []
    var found = 0
    for start in first {
      way.append((start, 0))
      while let (task, branch) = way.last {
        let following = next[task] ?? []
        if following.isEmpty {
          if found == limit { return (paths, false) }
          found += 1
          let tasks = way.map(\.task).filter { network.isDone[$0] }
          if seen.insert(tasks).inserted { paths.append(path(tasks)) }
        }
        if branch < following.count {
          way[way.count - 1].branch += 1
          way.append((following[branch], 0))
        } else {
          way.removeLast()
        }
      }
    }
    return (paths, true)
  }

  private func path(_ tasks: [Int]) -> TaskSchedule.Path {
    TaskSchedule.Path(
      tasks: tasks, variance: tasks.reduce(0) { $0 + (network.durations[$1]?.variance ?? 0) })
  }
}
