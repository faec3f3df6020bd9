/// The first time at which tasks occupy more than there is, and the tasks that are being done then.
///
/// A value that is filled again and again, so that a search doesn't make new arrays at every node.
struct Conflict {
  /// The first time; what is being done before it fits.
  private(set) var time: Int64 = 0
  /// Those that occupy something of which too much is occupied, by start.
  private(set) var tasks: [Int32] = []
  /// How much more is occupied than there is of each resource; zero or less where there is enough.
  private(set) var excess: [Int64]

  private let network: TaskNetwork
  /// The tasks that occupy anything, by start.
  private var order: [Int32]
  private var active: [Int32] = []

  init(_ network: TaskNetwork) {
    self.network = network
    order = (0..<Int32(network.count)).filter { !network.demands(of: Int($0)).isEmpty }
    excess = network.capacities.map { -$0 }
  }

  /// Looks for the first conflict between tasks that start at the given times.
  ///
  /// - Returns: Whether there is one.
  mutating func find(_ starts: [Int64]) -> Bool {
    sort(starts)
    for resource in excess.indices { excess[resource] = -network.capacities[resource] }
    active.removeAll(keepingCapacity: true)
    var next = 0
    while next < order.count {
      time = starts[Int(order[next])]
      end(by: time, starts)
      var isTooMuch = false
      while next < order.count, starts[Int(order[next])] == time {
        let task = Int(order[next])
        active.append(order[next])
        for place in network.demands(of: task) {
          let resource = Int(network.demands[place].resource)
          excess[resource] += network.demands[place].amount
          if excess[resource] > 0 { isTooMuch = true }
        }
        next += 1
      }
      if isTooMuch {
        collect()
        return true
      }
    }
    return false
  }

  /// Ends what is done by a time.
  private mutating func end(by time: Int64, _ starts: [Int64]) {
    var kept = 0
    for index in active.indices {
      let task = Int(active[index])
      if starts[task] + network.durations[task] > time {
        active[kept] = active[index]
        kept += 1
        continue
      }
      for place in network.demands(of: task) {
        excess[Int(network.demands[place].resource)] -= network.demands[place].amount
      }
    }
    active.removeLast(active.count - kept)
  }

  private mutating func collect() {
    tasks.removeAll(keepingCapacity: true)
    for task in active {
      for place in network.demands(of: Int(task))
      where excess[Int(network.demands[place].resource)] > 0 {
        tasks.append(task)
        break
      }
    }
  }

  /// Little changes from one node to the next.
  private mutating func sort(_ starts: [Int64]) {
    var sorted = 1
    while sorted < order.count {
      let task = order[sorted]
      let start = starts[Int(task)]
      var target = sorted
      while target > 0 {
        let other = order[target - 1]
        let otherStart = starts[Int(other)]
        guard otherStart > start || (otherStart == start && other > task) else { break }
        order[target] = other
        target -= 1
      }
      order[target] = task
      sorted += 1
    }
  }
}
