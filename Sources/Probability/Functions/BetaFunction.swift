/// The incomplete beta function, in plain arithmetic.
package enum BetaFunction {
  /// I_x(a, b) = 1/B(a, b) ∫₀ˣ t^(a−1) (1−t)^(b−1) dt, in 0...1.
  ///
  /// - Parameters:
  ///   - x: In 0...1.
  ///   - a: Above zero and finite; so is `b`.
  /// - Complexity: O(√max(a, b)).
  /// - Note: Abramowitz and Stegun 26.5.8.
  package static func lowerShare(_ x: Double, _ a: Double, _ b: Double) -> Double {
    if x <= 0 { return 0 }
    if x >= 1 { return 1 }
    if x > (a + 1) / (a + b + 2) { return 1 - lowerShare(1 - x, b, a) }
    let exponent =
      a * Logarithm.natural(x) + b * Logarithm.natural(1 - x) + GammaFunction.logarithm(a + b)
      - GammaFunction.logarithm(a) - GammaFunction.logarithm(b)
    guard exponent > -740 else { return 0 }
    let fraction = ContinuedFraction.value(from: 1) { n in
      let half = (n / 2).rounded(.down)
      let isEven = n == 2 * half
      let numerator = isEven ? half * (b - half) : -(a + half) * (a + b + half)
      return (
        numerator * x / ((a + 2 * half - (isEven ? 1 : 0)) * (a + 2 * half + (isEven ? 0 : 1))), 1
      )
    }
    return min(Logarithm.exponential(exponent) / a * fraction, 1)
  }
}
