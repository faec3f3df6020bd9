/// Places tasks one after the other, each as early as what it waits for and what is free allow.
///
/// - Note: Kolisch, Serial and parallel resource-constrained project scheduling methods revisited, European
///   Journal of Operational Research 90, 1996.
struct SerialScheme: Sendable {
  private let network: TaskNetwork
  private var profiles: [CapacityProfile]
  /// When each task starts; `unplaced` where it has no place yet.
  private(set) var starts: [Int64]

  /// Late enough to be no member of a choice that is met.
  private static let unplaced = Int64.max / 4

  init(_ network: TaskNetwork) {
    self.network = network
    profiles = network.capacities.map(CapacityProfile.init)
    starts = Array(repeating: Self.unplaced, count: network.count)
  }

  /// Places all tasks.
  ///
  /// - Parameter list: Each task comes after enough of what it waits for. If it is the order in which tasks
  ///   start in a schedule, no task starts later than there.
  static func starts(_ network: TaskNetwork, in list: [Int32]) -> [Int64] {
    var scheme = SerialScheme(network)
    for task in list { scheme.place(Int(task)) }
    return scheme.starts
  }

  /// Moves the tasks of a schedule forward, in the order in which they start.
  static func advanced(_ network: TaskNetwork, _ starts: [Int64]) -> [Int64] {
    let list = (0..<Int32(network.count)).sorted { (starts[Int($0)], $0) < (starts[Int($1)], $1) }
    return Self.starts(network, in: list)
  }

  /// The starts of a known schedule, moved forward where this network allows; nil where not all tasks have
  /// one, or it is no schedule of this network.
  static func repeated(_ network: TaskNetwork, _ known: [Int64?]) -> [Int64]? {
    let starts = known.compactMap(\.self)
    guard starts.count == network.count else { return nil }
    let moved = advanced(network, starts)
    return moved.allSatisfy { $0 < unplaced } ? moved : nil
  }

  mutating func place(_ task: Int) {
    var start = network.head(of: task, starts)
    let demands = network.demands(of: task)
    var place = demands.lowerBound
    // Until one time suits all resources.
    var agreed = 0
    while agreed < demands.count {
      let demand = network.demands[place]
      let time = profiles[Int(demand.resource)].earliest(
        from: start, lasting: network.durations[task], demand.amount)
      agreed = time == start ? agreed + 1 : 1
      start = time
      place = place + 1 == demands.upperBound ? demands.lowerBound : place + 1
    }
    put(task, at: start)
  }

  /// Gives a task a time that is known to suit it.
  mutating func put(_ task: Int, at start: Int64) {
    starts[task] = start
    for place in network.demands(of: task) {
      let demand = network.demands[place]
      profiles[Int(demand.resource)].occupy(
        from: start, to: start + network.durations[task], demand.amount)
    }
  }

  func isPlaced(_ task: Int) -> Bool { starts[task] < Self.unplaced }

  /// Whether a resource has less than an amount free at a time.
  func isShort(of demand: TaskNetwork.Demand, at time: Int64) -> Bool {
    let profile = profiles[Int(demand.resource)]
    return profile.used(at: time) + demand.amount > profile.capacity
  }
}
