/// The search for a schedule of the tasks that matter.
struct ScheduleSearch {
  /// The schedule found; nil where none is better than the one it started from, or there are no tasks.
  private(set) var found: ChosenSchedule?
  private(set) var lowerBound = Int64.min
  private(set) var nodes = 0
  private let network: TaskNetwork
  private let effort: SearchEffort

  init(_ network: TaskNetwork, _ effort: SearchEffort) {
    self.network = network
    self.effort = effort
  }

  /// - Parameter starts: A schedule to start from; nil for none.
  mutating func run(from starts: [Int64]?) {
    guard network.count > 0 else { return }
    let isSmall = network.count <= effort.exactUpTo
    let known = starts.map { ChosenSchedule(of: network, $0) }
    var bounds = RootBounds(network)
    var best = known ?? .first(of: network)
    if isSmall { bounds.raise(to: best.objective) }
    best = improved(best, bounds.bound, refines: known == nil, effort.placements)
    if isSmall { bounds.raise(to: best.objective) }
    lowerBound = bounds.bound
    if isSmall, best.objective > lowerBound, let better = searched(below: best.objective) {
      // What is due later may still be done sooner.
      best = improved(better, lowerBound, refines: true, effort.placements / 2)
    }
    if let known, known.objective <= best.objective { return }
    found = best
  }

  private func improved(
    _ schedule: ChosenSchedule, _ bound: Int64, refines: Bool, _ placements: Int
  ) -> ChosenSchedule {
    SchedulePool(network, from: schedule, bound: bound, refines: refines, placements: placements)
      .best
  }

  private mutating func searched(below limit: Int64) -> ChosenSchedule? {
    let search = BranchAndBound(
      network, below: limit, lowerBound: lowerBound, nodeLimit: effort.nodes)
    nodes = search.nodes
    lowerBound = search.lowerBound
    return search.starts.map { ChosenSchedule(of: network, $0).justified(rounds: 3).schedule }
  }
}
