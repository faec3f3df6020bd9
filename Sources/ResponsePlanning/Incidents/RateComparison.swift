import Probability

/// How often something happened in one time, against how often in another.
public struct RateComparison: Hashable, Sendable {
  public let count: Int
  public let baselineCount: Int
  /// The rate over the rate of the baseline; nil where nothing happened in the baseline.
  public let ratio: Double?
  /// How likely counts at least as far apart are if both rates are the same, in either direction; 1 where
  /// nothing happened at all.
  public let probability: Double

  /// - Parameters:
  ///   - seconds: How long the time was in which `count` happened, above zero; so is `baselineSeconds`.
  /// - Note: Given the sum, a count is binomial with the share of its time (Przyborowski and Wilenski 1940);
  ///   twice the smaller tail.
  /// - Complexity: O(√n).
  public init(count: Int, seconds: Int64, baselineCount: Int, baselineSeconds: Int64) {
    precondition(count >= 0 && baselineCount >= 0 && seconds > 0 && baselineSeconds > 0)
    self.count = count
    self.baselineCount = baselineCount
    let times = (Double(seconds), Double(baselineSeconds))
    ratio = baselineCount == 0 ? nil : Double(count) / times.0 / (Double(baselineCount) / times.1)
    let all = count + baselineCount
    let share = times.0 / (times.0 + times.1)
    let more = BinomialDistribution(count: all, probability: share).atLeast(count)
    let fewer = BinomialDistribution(count: all, probability: 1 - share).atLeast(baselineCount)
    probability = min(1, 2 * min(more, fewer))
  }
}
