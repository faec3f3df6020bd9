/// Nodes of a search below which all was looked at, so that what can be no better is not looked at again.
///
/// A node is dominated by another if at its first conflict the same tasks have been started, and nothing
/// that matters from then on is later in the other: whatever can follow can follow the other as well.
///
/// - Note: The cutset rule of Demeulemeester and Herroelen, stated with times. Only what was looked at to
///   the end counts: the argument must not go in a circle.
struct ExploredStates {
  private let network: TaskNetwork
  /// For each task how long before a time it must start in order that all that it keeps from others is
  /// theirs again by then.
  private let spans: [Int64]
  private let codes: [UInt64]
  private var records: [Int64] = []
  private var latest: [UInt64: Int] = [:]

  /// No more is remembered than fits in this many numbers.
  private static let limit = 8_000_000
  /// Before the starts of a record: the record before of the same key, the time, the objective so far.
  private static let header = 3

  init(_ network: TaskNetwork) {
    self.network = network
    var lags = [Int64](repeating: 0, count: network.count)
    for arc in network.arcs { lags[Int(arc.task)] = max(lags[Int(arc.task)], arc.lag) }
    for (index, choice) in network.choices.enumerated() {
      for member in network.members(of: index) {
        lags[Int(member)] = max(lags[Int(member)], choice.lag)
      }
    }
    spans = (0..<network.count).map { network.durations[$0] + lags[$0] }
    var random = PinnedRandom(seed: 0x7374_6174)
    codes = (0..<network.count).map { _ in random.next() }
  }

  /// The tasks that start before a time, as one number: the same for the same tasks.
  private func key(_ starts: [Int64], _ time: Int64) -> UInt64 {
    var key: UInt64 = 0
    for task in starts.indices where starts[task] < time { key ^= codes[task] }
    return key
  }

  /// Remembers a node.
  ///
  /// - Parameters:
  ///   - starts: The times before which tasks don't start there.
  ///   - time: Its first conflict.
  mutating func insert(_ starts: [Int64], _ time: Int64) {
    guard records.count + starts.count + Self.header <= Self.limit else { return }
    var done = Int64.min
    for task in starts.indices where starts[task] < time && network.tails[task] > TaskNetwork.noTail
    {
      done = max(done, starts[task] + network.durations[task] + network.tails[task])
    }
    let key = key(starts, time)
    let place = records.count
    records.append(Int64(latest[key] ?? -1))
    records.append(time)
    records.append(done)
    records += starts
    latest[key] = place
  }

  /// Whether one of the remembered nodes dominates a node.
  ///
  /// - Parameter bound: A bound of the objective at that node.
  func dominate(_ starts: [Int64], _ time: Int64, bound: Int64) -> Bool {
    var place = latest[key(starts, time)] ?? -1
    while place >= 0 {
      if records[place + 1] <= time, records[place + 2] <= bound,
        isNoLater(place + Self.header, records[place + 1], starts, time)
      {
        return true
      }
      place = Int(records[place])
    }
    return false
  }

  private func isNoLater(_ record: Int, _ recordTime: Int64, _ starts: [Int64], _ time: Int64)
    -> Bool
  {
    for task in starts.indices {
      let start = starts[task]
      let other = records[record + task]
      if start < time {
        guard other < recordTime, other <= start || other <= time - spans[task] else {
          return false
        }
      } else {
        guard other >= recordTime, other <= start else { return false }
      }
    }
    return true
  }
}
