import Probability

/// What a level stands for: `low` ≤ value < `high`, in the unit of its scale.
public struct LevelInterval: Hashable, Sendable {
  /// The lower bound; zero or more.
  public let low: Double
  /// The upper bound; finite, not below `low`.
  public let high: Double
  /// An outer bound is a cap set for computing: on an outer level of its scale, values beyond it
  /// belong to the level too.
  public let isCapped: Bool

  /// - Returns: nil unless 0 ≤ `low` ≤ `high` < ∞.
  public init?(low: Double, high: Double, isCapped: Bool = false) {
    guard low >= 0, low <= high, high.isFinite else { return nil }
    self.low = low
    self.high = high
    self.isCapped = isCapped
  }

  /// The value that stands for the level, g = √(`low`·`high`): the middle on a logarithmic scale.
  /// Nil where the lower bound is zero, for then there is no such middle.
  ///
  /// - Note: DOMAIN §1.3.
  public var representative: Double? {
    guard low > 0 else { return nil }
    if low == high { return low }
    let product = low * high
    return product.isNormal ? product.squareRoot() : low.squareRoot() * high.squareRoot()
  }

  /// The mean of a value that is log-uniform between the bounds: (`high` − `low`)/ln(`high`/`low`);
  /// the bound itself where both are equal. Nil where the lower bound is zero: no such distribution.
  ///
  /// - Note: DOMAIN §2.1. With s = (high − low)/(high + low) it is also (high + low)/2 · s/artanh(s),
  ///   which stays exact where the bounds are close.
  public var mean: Double? {
    guard low > 0 else { return nil }
    let s = (high - low) / (high + low)
    if s * s < 0.03 {
      return (high + low) / 2 / Logarithm.artanhOverArgument(squared: s * s)
    }
    let ratio = high / low
    return (high - low)
      / (ratio.isFinite
        ? Logarithm.natural(ratio) : Logarithm.natural(high) - Logarithm.natural(low))
  }
}
