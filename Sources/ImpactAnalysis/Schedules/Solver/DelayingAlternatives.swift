/// The smallest sets of tasks whose delay resolves a conflict, one after the other.
///
/// Tasks are decided in turn, delayed or kept. What is kept must fit; what is delayed must not fit with it.
struct DelayingAlternatives {
  private let network: TaskNetwork
  private let tasks: [Int32]
  private let canWait: [Bool]
  /// What would be free if only the tasks kept so far were done.
  private var free: [Int64]
  private(set) var isDelayed: [Bool]
  private var place = 0
  private var hasBegun = false
  /// How many decisions were taken.
  private(set) var steps = 0
  private let stepLimit: Int

  /// - Parameters:
  ///   - canWait: Whether each task of the conflict may be delayed.
  ///   - stepLimit: How many decisions may be taken.
  init(_ network: TaskNetwork, _ conflict: Conflict, canWait: [Bool], stepLimit: Int) {
    self.network = network
    self.stepLimit = stepLimit
    self.canWait = canWait
    tasks = conflict.tasks
    // What is too little matters; the others are as good as endless.
    free = network.capacities
    for resource in free.indices where conflict.excess[resource] <= 0 { free[resource] = .max }
    isDelayed = Array(repeating: false, count: tasks.count)
  }

  /// Whether there may be more sets than were found, because of the limit.
  var isCutShort: Bool { steps >= stepLimit }

  /// Goes on to the next set, which `isDelayed` then tells; false after the last, or at the limit.
  mutating func next() -> Bool {
    if hasBegun {
      guard backtrack() else { return false }
    }
    hasBegun = true
    while !isCutShort {
      steps += 1
      if place == tasks.count {
        if isSmallest { return true }
        guard backtrack() else { return false }
      } else if fits(place) {
        // Kept first: of the tasks in turn the first are the more urgent.
        isDelayed[place] = false
        change(place, by: -1)
        place += 1
      } else if canWait[place] {
        isDelayed[place] = true
        place += 1
      } else {
        guard backtrack() else { return false }
      }
    }
    return false
  }

  /// Delays the last task that was kept and may wait.
  private mutating func backtrack() -> Bool {
    while place > 0 {
      place -= 1
      guard !isDelayed[place] else { continue }
      change(place, by: 1)
      if canWait[place] {
        isDelayed[place] = true
        place += 1
        return true
      }
    }
    return false
  }

  private var isSmallest: Bool {
    for place in tasks.indices where isDelayed[place] && fits(place) { return false }
    return true
  }

  private func fits(_ place: Int) -> Bool {
    for index in network.demands(of: Int(tasks[place])) {
      let demand = network.demands[index]
      if demand.amount > free[Int(demand.resource)] { return false }
    }
    return true
  }

  private mutating func change(_ place: Int, by sign: Int64) {
    for index in network.demands(of: Int(tasks[place])) {
      let demand = network.demands[index]
      if free[Int(demand.resource)] < .max { free[Int(demand.resource)] += sign * demand.amount }
    }
  }
}
