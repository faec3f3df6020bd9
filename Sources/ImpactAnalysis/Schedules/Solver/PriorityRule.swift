/// What is placed first.
///
/// - Note: Kolisch, Efficient priority rules for the resource-constrained project scheduling problem,
///   Journal of Operations Management 14, 1996.
enum PriorityRule: CaseIterable {
  /// What must start first so that all that follows is in time.
  case latestStart
  /// What must be done first for that.
  case latestFinish
  /// What has least time to spare.
  case leastSlack
  /// What occupies most for longest, with all that follows.
  case greatestWork

  /// For each task a number; the least is placed first.
  func keys(_ network: TaskNetwork) -> [Int64] {
    let deliveries = network.deliveries()
    let tasks = 0..<network.count
    switch self {
    case .latestStart: return tasks.map { -deliveries[$0] - network.durations[$0] }
    case .latestFinish: return deliveries.map { -$0 }
    case .leastSlack:
      let heads = network.heads()
      return tasks.map { -deliveries[$0] - network.durations[$0] - heads[$0] }
    case .greatestWork:
      return tasks.map { task in
        let demands = network.demands(of: task).count
        return -deliveries[task] - network.durations[task] * Int64(1 + demands)
      }
    }
  }
}
