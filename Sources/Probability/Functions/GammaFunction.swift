/// The gamma function's logarithm and its incomplete integral, in plain arithmetic.
package enum GammaFunction {
  private static let halfLogarithmOfTwoPi = 0.918_938_533_204_672_8

  /// ln Γ(x), within some units in the last place; less near its zeros at 1 and 2.
  ///
  /// - Parameter x: Above zero and finite.
  /// - Note: Stirling's series, Abramowitz and Stegun 6.1.41, for x moved up to ten.
  package static func logarithm(_ x: Double) -> Double {
    precondition(x > 0 && x.isFinite, "the gamma function of a positive number")
    var (x, product) = (x, 1.0)
    while x < 10 {
      product *= x
      x += 1
    }
    let q = 1 / (x * x)
    var tail = 1.0 / 156
    for coefficient in [
      -691.0 / 360_360, 1.0 / 1188, -1.0 / 1680, 1.0 / 1260, -1.0 / 360, 1.0 / 12,
    ] { tail = tail * q + coefficient }
    return (x - 0.5) * Logarithm.natural(x) - x + halfLogarithmOfTwoPi + tail / x
      - Logarithm.natural(product)
  }

  /// Q(a, x) = 1/Γ(a) ∫ₓ^∞ t^(a−1) e^(−t) dt, in 0...1.
  ///
  /// - Parameters:
  ///   - shape: a, above zero and finite.
  ///   - x: Zero or more.
  /// - Complexity: O(√a), a thousand steps at most: from a million on the shape is taken for normal, to six
  ///   digits.
  /// - Note: Abramowitz and Stegun 6.5.29 (series) and 6.5.31 (continued fraction); Wilson and Hilferty (1931).
  package static func upperShare(shape: Double, _ x: Double) -> Double {
    if x <= 0 { return 1 }
    if x == .infinity { return 0 }
    if shape > 1e6 { return nearlyNormal(shape, x) }
    let exponent = shape * Logarithm.natural(x) - x - logarithm(shape)
    let factor = exponent < -740 ? 0 : Logarithm.exponential(exponent)
    if x < shape + 1 { return max(1 - factor * series(shape, x), 0) }
    return factor
      * ContinuedFraction.value(from: x + 1 - shape) { n in
        (n * (shape - n), x + 2 * n + 1 - shape)
      }
  }

  /// The cube root of x/a is nearly normal, with mean 1 − 1/9a and variance 1/9a.
  private static func nearlyNormal(_ shape: Double, _ x: Double) -> Double {
    let root = Logarithm.natural(x / shape) / 3
    let place =
      ((root < -200 ? 0 : Logarithm.exponential(min(root, 700))) - 1 + 1 / (9 * shape))
      * 3 * shape.squareRoot()
    return ErrorFunction.complement(place / 1.414_213_562_373_095_1) / 2
  }

  /// Σ xⁿ / (a(a + 1)…(a + n)).
  private static func series(_ shape: Double, _ x: Double) -> Double {
    var (term, divisor) = (1 / shape, shape)
    var sum = term
    while term > sum * 1e-17 {
      divisor += 1
      term *= x / divisor
      sum += term
    }
    return sum
  }
}

/// Continued fractions from their start, as far as they still change.
enum ContinuedFraction {
  /// 1/(b₀ + a₁/(b₁ + a₂/(b₂ + …))).
  ///
  /// - Parameter terms: aₙ and bₙ for n = 1, 2, …
  /// - Note: Lentz's method as modified by Thompson and Barnett (1986). It gives up after a million
  ///   terms, which no argument of ours comes near.
  static func value(from first: Double, _ terms: (Double) -> (a: Double, b: Double)) -> Double {
    let tiny = 1e-300
    var value = 1 / (first == 0 ? tiny : first)
    var (numerator, denominator) = (1 / tiny, value)
    var n = 1.0
    while n < 1_000_000 {
      let (a, b) = terms(n)
      denominator = a * denominator + b
      denominator = 1 / (denominator == 0 ? tiny : denominator)
      numerator = b + a / numerator
      if numerator == 0 { numerator = tiny }
      let change = numerator * denominator
      value *= change
      if abs(change - 1) < 3e-16 { break }
      n += 1
    }
    return value
  }
}
