import ImpactAnalysis
import RegisterModel

/// The end of some tasks, played many times with durations drawn at random: where paths run side by side, the
/// later counts, which the critical path alone doesn't see (merge bias).
///
/// A duration is a beta-PERT one: on optimistic...pessimistic with α = 1 + 4(m − a)/(b − a) and
/// β = 1 + 4(b − m)/(b − a), whose mean is (a + 4m + b)/6. Durations are independent. What is drawn for a task
/// depends on the seed and on its identifier, and on nothing else.
///
/// - Note: DOMAIN §6.6.
public struct TaskSimulation: Sendable {
  public static let standardSeed: UInt64 = 1
  public static let standardTrials = 10_000

  public let seed: UInt64
  public let trials: Int
  /// The ends in seconds since the work began, ascending.
  private let ends: [Double]
  /// Their mean, in seconds.
  public let mean: Double
  /// By how much the mean is later than the end that the critical path gives, in seconds.
  public let mergeBias: Double

  /// - Parameters:
  ///   - schedule: nil comes of one whose end is not known.
  ///   - trials: Above zero.
  /// - Complexity: O(trials × *n*) in the tasks on the way and what they wait for, and O(trials × log trials).
  public init?(
    _ schedule: TaskSchedule, trials: Int = standardTrials, seed: UInt64 = standardSeed
  ) {
    precondition(trials > 0, "a simulation needs trials")
    guard let planned = schedule.end else { return nil }
    let network = schedule.network
    let order = network.order.filter { schedule.times[$0] != nil }
    var draws = order.map { task in
      DurationDraw(network.durations[task] ?? TaskDuration(.zero), network.tasks[task].id, seed)
    }
    var stops = [Double](repeating: 0, count: network.tasks.count)
    var ends: [Double] = []
    ends.reserveCapacity(trials)
    for _ in 0..<trials {
      for (place, task) in order.enumerated() {
        var start = 0.0
        for earlier in network.predecessors[task] { start = max(start, stops[earlier]) }
        stops[task] = start + draws[place].next()
      }
      ends.append(schedule.ends.reduce(0) { max($0, stops[$1]) })
    }
    ends.sort()
    self.seed = seed
    self.trials = trials
    self.ends = ends
    mean = ends.reduce(0, +) / Double(trials)
    mergeBias = mean - planned
  }

  /// The probability that all is done within some time, and its standard error.
  ///
  /// - Parameter seconds: From the start of the work; may be negative.
  /// - Note: Standard error √(p(1 − p)/n).
  /// - Complexity: O(log trials).
  public func probability(within seconds: Double) -> (share: Double, standardError: Double) {
    var (low, high) = (0, ends.count)
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] <= seconds { low = middle + 1 } else { high = middle }
    }
    let share = Double(low) / Double(trials)
    return (share, (share * (1 - share) / Double(trials)).squareRoot())
  }
}

/// Draws the duration of one task.
private struct DurationDraw {
  private var random: PinnedRandom
  private let from, width: Double
  private let first, second: GammaDraw

  init(_ duration: TaskDuration, _ task: Identifier<RecoveryTask>, _ seed: UInt64) {
    // Whoever states them out of order still means them.
    let sorted = [duration.optimistic, duration.likely, duration.pessimistic].sorted()
    from = Double(sorted[0])
    width = Double(sorted[2] - sorted[0])
    let mode = width > 0 ? Double(sorted[1] - sorted[0]) / width : 0
    first = GammaDraw(shape: 1 + 4 * mode)
    second = GammaDraw(shape: 5 - 4 * mode)
    var name: UInt64 = 0xCBF2_9CE4_8422_2325  // FNV-1a
    for byte in task.text.utf8 { name = (name ^ UInt64(byte)) &* 0x100_0000_01B3 }
    var mixed = PinnedRandom(seed: name)
    random = PinnedRandom(seed: seed ^ mixed.next())
  }

  mutating func next() -> Double {
    guard width > 0 else { return from }
    let one = first.draw(&random)
    let other = second.draw(&random)
    return from + width * (one / (one + other))
  }
}
