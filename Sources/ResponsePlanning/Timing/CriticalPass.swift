/// The forward and backward pass over tasks, in sixths of seconds, so that ties are exact. A task without a
/// duration takes no time here.
struct CriticalPass {
  let starts: [Int64]
  let stops: [Int64]
  private let latest: [Int64]
  /// When the last of the ends is done.
  let end: Int64

  /// - Parameter order: The tasks on the way, each after all that it waits for.
  init(_ network: TaskNetwork, _ order: [Int], _ ends: [Int]) {
    let count = network.tasks.count
    var (starts, stops) = ([Int64](repeating: 0, count: count), [Int64](repeating: 0, count: count))
    for task in order {
      starts[task] = network.predecessors[task].reduce(0) { max($0, stops[$1]) }
      stops[task] = starts[task] + (network.durations[task]?.sixths ?? 0)
    }
    let end = ends.reduce(0) { max($0, stops[$1]) }
    var latest = [Int64](repeating: end, count: count)
    for task in order.reversed() {
      let start = latest[task] - (network.durations[task]?.sixths ?? 0)
      for earlier in network.predecessors[task] { latest[earlier] = min(latest[earlier], start) }
    }
    (self.starts, self.stops, self.latest, self.end) = (starts, stops, latest, end)
  }

  func isCritical(_ task: Int) -> Bool { latest[task] == stops[task] }

  func times(of task: Int) -> TaskSchedule.Times {
    let slack = latest[task] - stops[task]
    return TaskSchedule.Times(
      earliestStart: Double(starts[task]) / 6, earliestEnd: Double(stops[task]) / 6,
      latestStart: Double(starts[task] + slack) / 6, latestEnd: Double(latest[task]) / 6)
  }
}
