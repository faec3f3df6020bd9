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
  /// - Note: Wichura (1988), algorithm AS 241.
  public func quantile(_ probability: Double) -> Double {
    precondition((0...1).contains(probability), "a probability")
    if probability == 0 { return -.infinity }
    if probability == 1 { return .infinity }
    return mean + standardDeviation * NormalQuantile.value(probability)
  }
}
