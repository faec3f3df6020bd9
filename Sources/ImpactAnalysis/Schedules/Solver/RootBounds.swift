/// Bounds of the objective of a network before any search.
struct RootBounds {
  private let network: TaskNetwork
  private let deliveries: [Int64]
  private let heads: [Int64]
  private(set) var bound: Int64

  init(_ network: TaskNetwork) {
    self.network = network
    deliveries = network.deliveries()
    heads = network.heads()
    bound = Int64.min
    for task in 0..<network.count where deliveries[task] > TaskNetwork.noTail {
      bound = max(bound, heads[task] + network.durations[task] + deliveries[task])
    }
    var machines = Machines(network, deliveries)
    bound = max(bound, machines.bound(heads, upTo: .max))
  }

  /// Raises the bound to where no contradiction is found any more.
  ///
  /// - Parameter limit: The objective of a schedule that is known.
  /// - Note: Klein and Scholl, Computing lower bounds by destructive improvement, European Journal of
  ///   Operational Research 112, 1999.
  mutating func raise(to limit: Int64) {
    var windows = TimeWindows(network, deliveries)
    var high = limit
    while bound < high {
      let middle = high - (high - bound) / 2
      var starts = heads
      if windows.narrow(&starts, below: middle) { high = middle - 1 } else { bound = middle }
    }
  }
}
