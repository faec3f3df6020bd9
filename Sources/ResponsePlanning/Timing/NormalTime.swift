import Probability

/// A time that is taken for normal.
enum NormalTime {
  /// The probability that it is no longer than a limit; without any spread it is, or isn't.
  static func probability(of mean: Double, variance: Double, within limit: Double) -> Double {
    guard variance > 0 else { return mean <= limit ? 1 : 0 }
    return NormalDistribution(mean: mean, standardDeviation: variance.squareRoot())
      .cumulative(limit)
  }
}
