/// A network with all choices made, beside the one it was made from.
struct ChosenNetwork: Sendable {
  let network: TaskNetwork
  /// Which task of the network before the choices each one is.
  let tasks: [Int32]
  private let mirror: TaskNetwork
  private let leastTail: Int64

  /// Chooses what is done first.
  init(_ network: TaskNetwork, choosingBy finishes: [Int64]) {
    (self.network, tasks) = network.choosing(by: finishes)
    mirror = self.network.mirrored()
    leastTail = network.leastTail
  }

  /// How late each task could start if those after it gave way, with the objective no greater: all are
  /// moved as late as they can be, the last first.
  func latest(_ starts: [Int64]) -> [Int64] {
    let count = network.count
    let mirrored = (0..<count).map { -starts[count - 1 - $0] - mirror.durations[$0] }
    let moved = SerialScheme.advanced(mirror, mirrored)
    let end = network.objective(starts) - leastTail
    return (0..<count).map { end - moved[count - 1 - $0] - network.durations[$0] }
  }

  /// A schedule that is no worse: all are moved as late as they can be, then as early.
  ///
  /// - Note: Valls, Ballestín and Quintanilla, Justification and RCPSP: a technique that pays, European
  ///   Journal of Operational Research 165, 2005.
  func justified(_ starts: [Int64]) -> [Int64] { SerialScheme.advanced(network, latest(starts)) }
}

/// A schedule of a network with all choices made.
struct ChosenSchedule: Sendable {
  let chosen: ChosenNetwork
  let starts: [Int64]
  let objective: Int64
  /// By how much tasks that are due are done too late, summed.
  let tardiness: Int64
  /// When the tasks with a tail of their own are done, summed.
  let total: Int64

  init(_ chosen: ChosenNetwork, _ starts: [Int64]) {
    self.chosen = chosen
    self.starts = starts
    let network = chosen.network
    objective = network.objective(starts)
    tardiness = network.tardiness(starts)
    var total: Int64 = 0
    for task in 0..<network.count where network.tails[task] > TaskNetwork.noTail {
      total += starts[task] + network.durations[task]
    }
    self.total = total
  }

  /// Places all tasks by keys, the least first.
  init(_ chosen: ChosenNetwork, by keys: [Int64]) {
    self.init(chosen, SerialScheme.starts(chosen.network, in: chosen.network.list(by: keys)))
  }

  /// A schedule of a network by a simple rule.
  static func first(of network: TaskNetwork) -> ChosenSchedule {
    let chosen = ChosenNetwork(network, choosingBy: network.finishes(network.heads()))
    return ChosenSchedule(chosen, by: PriorityRule.latestStart.keys(chosen.network))
  }

  /// The schedule of a network in which all tasks have a start.
  init(of network: TaskNetwork, _ starts: [Int64]) {
    let chosen = ChosenNetwork(network, choosingBy: network.finishes(starts))
    self.init(chosen, chosen.tasks.map { starts[Int($0)] })
  }

  /// Whether the objective is less or, if it is the same, less is too late, or less is waited for.
  func isBetter(than other: ChosenSchedule) -> Bool {
    (objective, tardiness, total) < (other.objective, other.tardiness, other.total)
  }

  /// Moved to and fro.
  ///
  /// - Parameter rounds: How often at most; it ends where that brings nothing.
  func justified(rounds: Int) -> (schedule: ChosenSchedule, rounds: Int) {
    var best = self
    for round in 0..<rounds {
      let next = ChosenSchedule(chosen, chosen.justified(best.starts))
      guard next.isBetter(than: best) else { return (best, round + 1) }
      best = next
    }
    return (best, rounds)
  }
}
