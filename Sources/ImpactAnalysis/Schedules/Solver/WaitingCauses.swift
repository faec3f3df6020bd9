/// Why tasks start no sooner: what each waits for, or what occupies what it needs.
struct WaitingCauses {
  private let network: TaskNetwork
  private let starts: [Int64]
  /// By how much each task can be late; the greatest number where that makes no difference.
  private let slacks: [Int64]
  private var scheme: SerialScheme
  /// Of each resource, who is done with it when; of several at one time those first that matter most.
  private let leavers: [[Leaver]]

  private struct Leaver: Comparable {
    var time: Int64
    var slack: Int64
    var task: Int32
    static func < (left: Self, right: Self) -> Bool {
      (left.time, left.slack, left.task) < (right.time, right.slack, right.task)
    }
  }

  /// - Parameter latest: The latest start of each task that keeps the objective; nil where it has none.
  init(_ network: TaskNetwork, _ starts: [Int64], _ latest: [Int64?]) {
    self.network = network
    self.starts = starts
    slacks = starts.indices.map { task in latest[task].map { $0 - starts[task] } ?? .max }
    scheme = SerialScheme(network)
    var leavers = [[Leaver]](repeating: [], count: network.capacities.count)
    for task in 0..<network.count {
      scheme.put(task, at: starts[task])
      for place in network.demands(of: task) {
        leavers[Int(network.demands[place].resource)].append(
          Leaver(
            time: starts[task] + network.durations[task], slack: slacks[task], task: Int32(task)))
      }
    }
    self.leavers = leavers.map { $0.sorted() }
  }

  /// Of several causes the one that matters most: whose delay would delay the objective soonest.
  ///
  /// - Parameter tasks: Which task of the problem each task is.
  func cause(of task: Int, _ tasks: [Int32], unit: Int64) -> Schedule.Cause {
    let start = starts[task]
    guard start > 0 else { return .none }
    var causes: [(slack: Int64, cause: Schedule.Cause)] = []
    func add(_ other: Int, lag: Int64) {
      guard starts[other] + network.durations[other] + lag == start else { return }
      causes.append((slacks[other], .task(Int(tasks[other]), lag: lag * unit)))
    }
    for place in network.arcs(of: task) {
      add(Int(network.arcs[place].task), lag: network.arcs[place].lag)
    }
    for choice in network.choices(of: task) where network.time(of: choice, starts) == start {
      if network.choices[choice].orAt == start { causes.append((.max, .time(start * unit))) }
      for member in network.members(of: choice) {
        add(Int(member), lag: network.choices[choice].lag)
      }
    }
    if network.releases[task] == start { causes.append((.max, .time(start * unit))) }
    for place in network.demands(of: task) {
      let demand = network.demands[place]
      guard scheme.isShort(of: demand, at: start - 1),
        let other = leaver(Int(demand.resource), start)
      else { continue }
      causes.append(
        (slacks[other], .resource(Int(demand.resource), Int(tasks[other]))))
    }
    return causes.enumerated().min {
      ($0.element.slack, $0.offset) < ($1.element.slack, $1.offset)
    }?
    .element.cause ?? .none
  }

  /// Who is done with a resource at a time.
  private func leaver(_ resource: Int, _ time: Int64) -> Int? {
    let leavers = leavers[resource]
    var low = 0
    var high = leavers.count
    while low < high {
      let middle = (low + high) / 2
      if leavers[middle].time < time { low = middle + 1 } else { high = middle }
    }
    guard low < leavers.count, leavers[low].time == time else { return nil }
    return Int(leavers[low].task)
  }
}
