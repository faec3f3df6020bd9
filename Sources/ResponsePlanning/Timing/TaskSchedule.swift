/// When each task of a protocol begins and ends, up to some of them: the critical path method. Times are in
/// seconds since the work began.
///
/// - Note: DOMAIN §6.6, Kelley and Walker (1959).
public struct TaskSchedule: Sendable {
  /// The times of one task. Its earliest end plus its slack is its latest end.
  public struct Times: Hashable, Sendable {
    public let earliestStart, earliestEnd, latestStart, latestEnd: Double
    /// By how much it may be late without making the end late.
    public var slack: Double { latestStart - earliestStart }
  }

  /// A chain of tasks without slack.
  public struct Path: Hashable, Sendable {
    /// In the order in which they are done, by their places among the tasks.
    public let tasks: [Int]
    /// Σ((b − a)/6)² of its tasks, in seconds squared.
    public let variance: Double
  }

  /// How many critical paths are listed at most.
  public static let pathLimit = 16

  public let network: TaskNetwork
  /// The tasks that it goes up to, by their places; ascending.
  public let ends: [Int]
  /// Of each task its times; nil where it isn't needed for the ends, or the end is not known.
  public let times: [Times?]
  /// When all is done; nil where a task on the way has no duration, tasks wait in a circle, or there is
  /// nothing to do.
  public let end: Double?
  /// The end is not sooner than this, whatever the tasks without a duration take.
  public let notBefore: Double
  /// The tasks on the way that nobody knows the duration of, by their places; ascending.
  public let unknown: [Int]
  /// The longest chains, in the order of the protocol, ``pathLimit`` at most.
  public let criticalPaths: [Path]
  /// Whether all of them are listed.
  public let areAllPathsListed: Bool
  /// The least and the greatest variance of a critical path, listed or not; nil where the end is not known.
  public let variances: ClosedRange<Double>?

  /// - Parameter ends: Up to which tasks; nil: all that are done. One that isn't done counts as what it waits
  ///   for.
  /// - Complexity: O(*n*) in tasks and what they wait for.
  public init(_ network: TaskNetwork, upTo ends: [Int]? = nil) {
    self.network = network
    let ends = Array(Set(ends ?? network.isDone.indices.filter { network.isDone[$0] })).sorted()
    self.ends = ends
    let isNeeded = Self.needed(network, ends)
    let order = network.order.filter { isNeeded[$0] }
    let unknown = isNeeded.indices.filter { isNeeded[$0] && network.durations[$0] == nil }
    self.unknown = unknown
    let pass = CriticalPass(network, order, ends)
    notBefore = Double(pass.end) / 6
    // A task on the way that is not in the order is in a circle, or waits for one.
    guard unknown.isEmpty, !ends.isEmpty, order.count == isNeeded.count(where: { $0 }) else {
      end = nil
      times = isNeeded.map { _ in nil }
      (criticalPaths, areAllPathsListed, variances) = ([], true, nil)
      return
    }
    end = notBefore
    times = isNeeded.indices.map { isNeeded[$0] ? pass.times(of: $0) : nil }
    let paths = CriticalPaths(pass, network, order)
    (criticalPaths, areAllPathsListed) = paths.list(limit: Self.pathLimit)
    variances = paths.variances
  }

  /// Whether a task can't be late without making the end late.
  public func isCritical(_ task: Int) -> Bool { times[task]?.slack == 0 }

  /// The probability that all is done within some time, taking the time of a critical path for normal:
  /// min Φ((time − μ)/σ) over the critical paths. nil where the end is not known.
  ///
  /// It is optimistic where paths run side by side, since the later of two counts; see ``TaskSimulation``.
  ///
  /// - Parameter seconds: From the start of the work; may be negative.
  public func probability(within seconds: Double) -> Double? {
    guard let end, let variances else { return nil }
    // More spread is worse while there is time to spare, and better once there isn't.
    let variance = seconds >= end ? variances.upperBound : variances.lowerBound
    return NormalTime.probability(of: end, variance: variance, within: seconds)
  }

  private static func needed(_ network: TaskNetwork, _ ends: [Int]) -> [Bool] {
    var isNeeded = [Bool](repeating: false, count: network.tasks.count)
    var open = ends
    while let task = open.popLast() {
      if isNeeded[task] { continue }
      isNeeded[task] = true
      open += network.predecessors[task]
    }
    return isNeeded
  }
}
