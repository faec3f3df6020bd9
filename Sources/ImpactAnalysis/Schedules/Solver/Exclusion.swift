/// Which tasks can never be done at one time, because together they occupy more than there is or one
/// waits for the other.
struct Exclusion: Sendable {
  let count: Int
  private let network: TaskNetwork
  private var excluded: [Bool]

  /// - Complexity: O(n³) in the worst case: for small networks.
  init(_ network: TaskNetwork) {
    self.network = network
    count = network.count
    excluded = Array(repeating: false, count: count * count)
    var before = [Bool](repeating: false, count: count * count)
    for task in 0..<count {
      for place in network.arcs(of: task) {
        let other = Int(network.arcs[place].task)
        before[task * count + other] = true
        for earlier in 0..<other where before[other * count + earlier] {
          before[task * count + earlier] = true
        }
      }
      for other in 0..<task where before[task * count + other] { exclude(task, other) }
    }
    var dense = [[Int64]](
      repeating: Array(repeating: 0, count: network.capacities.count), count: count)
    for task in 0..<count {
      for place in network.demands(of: task) {
        dense[task][Int(network.demands[place].resource)] += network.demands[place].amount
      }
    }
    for task in 0..<count {
      for place in network.demands(of: task) {
        let resource = Int(network.demands[place].resource)
        for other in 0..<task where other != task {
          if dense[other][resource] > 0,
            dense[other][resource] + dense[task][resource] > network.capacities[resource]
          {
            exclude(task, other)
          }
        }
      }
    }
  }

  private mutating func exclude(_ task: Int, _ other: Int) {
    excluded[task * count + other] = true
    excluded[other * count + task] = true
  }

  func excludes(_ task: Int, _ other: Int) -> Bool { excluded[task * count + other] }

  /// Sets of which no two can be done at one time, those that last longest first.
  func sets(limit: Int) -> [[Int]] {
    let lasting = (0..<count).filter { network.durations[$0] > 0 }
    var found: [(lasts: Int64, set: [Int])] = []
    for seed in lasting {
      var set = [seed]
      let others = lasting.filter { $0 != seed && excludes($0, seed) }
        .sorted { (network.durations[$1], $0) < (network.durations[$0], $1) }
      for other in others where set.allSatisfy({ excludes($0, other) }) { set.append(other) }
      set.sort()
      guard set.count > 1, !found.contains(where: { $0.set == set }) else { continue }
      found.append((set.reduce(0) { $0 + network.durations[$1] }, set))
    }
    found.sort { ($1.lasts, $0.set[0]) < ($0.lasts, $1.set[0]) }
    return found.prefix(limit).map(\.set)
  }
}
