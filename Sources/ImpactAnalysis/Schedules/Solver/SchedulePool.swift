/// Looks for good schedules: by rules of priority, then by chance, by crossing the best so far.
///
/// - Note: After Hartmann, A competitive genetic algorithm for resource-constrained project scheduling,
///   Naval Research Logistics 45, 1998, with every schedule justified.
struct SchedulePool: Sendable {
  private(set) var best: ChosenSchedule
  private let network: TaskNetwork
  private let bound: Int64
  /// No schedule has less tardiness.
  private let leastTardiness: Int64
  /// How many tasks may still be placed.
  private var placements: Int
  private var schedules: [ChosenSchedule] = []
  private var random = PinnedRandom(seed: 0x706F_6F6C)

  private static let size = 24

  /// - Parameters:
  ///   - start: A schedule to start from.
  ///   - bound: A bound of the objective.
  ///   - refines: Whether to look for less tardiness where the objective has reached the bound.
  ///   - placements: How many tasks may be placed in all.
  init(
    _ network: TaskNetwork, from start: ChosenSchedule, bound: Int64, refines: Bool,
    placements: Int
  ) {
    self.network = network
    self.bound = bound
    self.placements = placements
    best = start
    let heads = network.heads()
    leastTardiness = refines ? network.tardiness(heads) : .max
    guard isOpen else { return }
    take(start)
    let chosen = ChosenNetwork(network, choosingBy: network.finishes(heads))
    let rules = PriorityRule.allCases.map { $0.keys(chosen.network) }
    for keys in rules where isOpen { take(ChosenSchedule(chosen, by: keys)) }
    var tries: Int64 = 0
    while isOpen, schedules.count < Self.size, tries < 3 * Int64(Self.size) {
      take(scattered(chosen, rules[0], spread: tries % 4 + 1))
      tries += 1
    }
    while isOpen { take(crossed()) }
  }

  private var isOpen: Bool {
    placements > 0 && (best.objective > bound || best.tardiness > leastTardiness)
  }

  private mutating func take(_ found: ChosenSchedule) {
    let (schedule, rounds) = found.justified(rounds: 3)
    placements -= (1 + 2 * rounds) * max(schedule.starts.count, 1)
    if schedule.isBetter(than: best) { best = schedule }
    if schedules.contains(where: {
      $0.starts == schedule.starts && $0.chosen.tasks == schedule.chosen.tasks
    }) {
      return
    }
    if schedules.count < Self.size {
      schedules.append(schedule)
    } else if let worst = schedules.indices.max(by: { schedules[$0].isBetter(than: schedules[$1]) }
    ),
      !schedules[worst].isBetter(than: schedule)
    {
      schedules[worst] = schedule
    }
  }

  /// A schedule by a rule and chance; where there are choices, by other choices.
  private mutating func scattered(_ chosen: ChosenNetwork, _ keys: [Int64], spread: Int64)
    -> ChosenSchedule
  {
    let end = (best.starts.max() ?? 0) + 1
    if network.hasChoices {
      let finishes = network.finishes(network.heads())
        .map { $0 + random.below(end * spread / 4 + 1) }
      let other = ChosenNetwork(network, choosingBy: finishes)
      return ChosenSchedule(other, by: PriorityRule.latestStart.keys(other.network))
    }
    return ChosenSchedule(chosen, by: keys.map { $0 + random.below(end * spread / 3 + 1) })
  }

  /// A child of two schedules: the order of one, a stretch of it as in the other, some tasks anywhere.
  private mutating func crossed() -> ChosenSchedule {
    let first = schedules[random.below(schedules.count)]
    let second = schedules[random.below(schedules.count)]
    let count = first.starts.count
    let cuts = [random.below(count + 1), random.below(count + 1)].sorted()
    let order = Self.order(first)
    var place = [Int32](repeating: -1, count: network.count)
    for (index, task) in first.chosen.tasks.enumerated() { place[Int(task)] = Int32(index) }
    var isListed = [Bool](repeating: false, count: count)
    var list: [Int32] = []
    func add(_ task: Int32) {
      guard !isListed[Int(task)] else { return }
      isListed[Int(task)] = true
      list.append(task)
    }
    for task in order.prefix(cuts[0]) { add(task) }
    for task in Self.order(second) where list.count < cuts[1] {
      let same = place[Int(second.chosen.tasks[Int(task)])]
      if same >= 0 { add(same) }
    }
    for task in order { add(task) }
    var keys = [Int64](repeating: 0, count: count)
    for (index, task) in list.enumerated() { keys[Int(task)] = Int64(index) }
    for task in 0..<count where random.below(12) == 0 { keys[task] = Int64(random.below(count)) }
    return ChosenSchedule(first.chosen, by: keys)
  }

  private static func order(_ schedule: ChosenSchedule) -> [Int32] {
    (0..<Int32(schedule.starts.count)).sorted {
      (schedule.starts[Int($0)], $0) < (schedule.starts[Int($1)], $1)
    }
  }
}
