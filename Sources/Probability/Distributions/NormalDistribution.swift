/// A normal distribution.
///
/// Any value may come up; mean and variance are what the parameters say.
public struct NormalDistribution: Hashable, Sendable {
  public let mean: Double
  public let standardDeviation: Double

  /// Mean 0, standard deviation 1.
  public static let standard = NormalDistribution(mean: 0, standardDeviation: 1)

  /// - Parameter standardDeviation: Above zero and finite.
  public init(mean: Double, standardDeviation: Double) {
    precondition(mean.isFinite && standardDeviation > 0 && standardDeviation.isFinite)
    self.mean = mean
    self.standardDeviation = standardDeviation
  }

  public var variance: Double { standardDeviation * standardDeviation }

  /// The probability of a value up to `x`: Φ((x − mean)/standard deviation).
  ///
  /// Relatively within 1e-12 also far down, where it is small; far up use ``exceedance(_:)``.
  public func cumulative(_ x: Double) -> Double { exceedance(2 * mean - x) }

  /// The probability of a value above `x`.
  public func exceedance(_ x: Double) -> Double {
    let squareRootOfTwo = 1.414_213_562_373_095_1
    return ErrorFunction.complement((x - mean) / (standardDeviation * squareRootOfTwo)) / 2
  }

  /// The value that is not exceeded with a probability; infinite for 0 and 1.
  ///
  /// - Parameter probability: In 0...1.
  /// - Note: Start from Abramowitz and Stegun 26.2.22, then Halley's method, which triples the number of
  ///   right digits each time.
  public func quantile(_ probability: Double) -> Double {
    precondition((0...1).contains(probability), "a probability")
    return mean + standardDeviation * Self.standardQuantile(probability)
  }

  private static func standardQuantile(_ p: Double) -> Double {
    if p > 0.5 { return -standardQuantile(1 - p) }
    if p == 0 { return -.infinity }
    let t = (-2 * Logarithm.natural(p)).squareRoot()
    var x = (2.307_53 + 0.270_61 * t) / (1 + t * (0.992_29 + 0.044_81 * t)) - t
    let squareRootOfTwoPi = 2.506_628_274_631_000_5
    for _ in 0..<3 {
      let error =
        (standard.cumulative(x) - p) * squareRootOfTwoPi / Logarithm.exponential(-x * x / 2)
      x -= error / (1 + x * error / 2)
    }
    return x
  }
}
