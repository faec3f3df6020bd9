/// The machines that bound the schedules of a network.
struct Machines: Sendable {
  private var machines: [Machine] = []
  private let deliveries: [Int64]

  /// Above this, only the resources as they are.
  private static let smallCount = 300

  init(_ network: TaskNetwork, _ deliveries: [Int64]) {
    self.deliveries = deliveries
    var byResource = [[(task: Int32, amount: Int64)]](
      repeating: [], count: network.capacities.count)
    for task in 0..<network.count {
      for place in network.demands(of: task) {
        let demand = network.demands[place]
        byResource[Int(demand.resource)].append((Int32(task), demand.amount))
      }
    }
    for (resource, demands) in byResource.enumerated() where !demands.isEmpty {
      add(network.capacities[resource], demands, network)
      guard network.count <= Self.smallCount else { continue }
      for parts in Int64(2)...4 {
        addRounded(network.capacities[resource], demands, parts, network)
      }
    }
    if network.count <= Self.smallCount { addExclusive(network) }
  }

  private mutating func add(
    _ rate: Int64, _ demands: [(task: Int32, amount: Int64)], _ network: TaskNetwork
  ) {
    var work: [(task: Int32, amount: Int64)] = []
    for (task, amount) in demands {
      let (energy, overflow) = network.durations[Int(task)].multipliedReportingOverflow(by: amount)
      guard !overflow, energy < Int64.max >> 20 else { return }
      work.append((task, energy))
    }
    let machine = Machine(rate: rate, work, deliveries)
    if machine.taskCount > 1 { machines.append(machine) }
  }

  /// What a task occupies, rounded so that no more fits together than fits in truth: of a whole in
  /// `parts` + 1 parts, what is more than so many parts counts as one of `parts`.
  ///
  /// - Note: Fekete and Schepers, New classes of fast lower bounds for bin packing problems, Mathematical
  ///   Programming 91, 2001: the dual feasible functions u(k).
  private mutating func addRounded(
    _ capacity: Int64, _ demands: [(task: Int32, amount: Int64)], _ parts: Int64,
    _ network: TaskNetwork
  ) {
    let rounded = demands.map { demand in
      let whole = demand.amount * (parts + 1)
      return (
        task: demand.task,
        amount: whole % capacity == 0
          ? parts * (whole / capacity) : (parts + 1) * (whole / capacity)
      )
    }
    add(parts * (parts + 1), rounded, network)
  }

  /// Sets of tasks of which no two can be done at one time.
  private mutating func addExclusive(_ network: TaskNetwork) {
    let exclusion = Exclusion(network)
    for set in exclusion.sets(limit: 12) {
      add(1, set.map { (Int32($0), 1) }, network)
    }
  }

  /// The least that the objective can be.
  ///
  /// - Parameter heads: The time before which each task cannot start.
  /// - Parameter limit: A bound above which more is of no use.
  mutating func bound(_ heads: [Int64], upTo limit: Int64) -> Int64 {
    var bound = Int64.min
    for index in machines.indices {
      if let next = machines[index].bound(heads, deliveries) { bound = max(bound, next) }
      if bound >= limit {
        // What was enough here is likely to be enough again.
        if index > 0 { machines.swapAt(index, index - 1) }
        return bound
      }
    }
    return bound
  }
}
