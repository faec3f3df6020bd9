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
    lowerBound = bounds.bound
    if let known, isSmall { raise(&bounds, to: known.objective) }
    let pool = SchedulePool(network, from: known, bound: lowerBound, placements: effort.placements)
    var best = pool.best
    if isSmall { raise(&bounds, to: best.objective) }
    if isSmall, best.objective > lowerBound {
      let search = BranchAndBound(
        network, below: best.objective, lowerBound: lowerBound, nodeLimit: effort.nodes)
      nodes = search.nodes
      lowerBound = search.lowerBound
      if let starts = search.starts {
        best = ChosenSchedule(of: network, starts).justified(rounds: 3).schedule
      }
    }
    if let known, known.objective <= best.objective { return }
    found = best
  }

  private mutating func raise(_ bounds: inout RootBounds, to limit: Int64) {
    bounds.raise(to: limit)
    lowerBound = bounds.bound
  }
}
