/// The complementary error function, in plain arithmetic: the same bytes on every machine.
package enum ErrorFunction {
  private static let squareRootOfPi = 1.772_453_850_905_516

  /// 2/√π ∫ₓ^∞ e^(−t²) dt, within some 1e-13 of its value wherever that is above 1e-300.
  ///
  /// - Note: Abramowitz and Stegun 7.1.6 (series) and 7.1.14 (continued fraction).
  package static func complement(_ x: Double) -> Double {
    if x < 0 { return 2 - complement(-x) }
    if x > 27 { return 0 }
    let density = Logarithm.exponential(-x * x) / squareRootOfPi
    if x < 2 { return 1 - 2 * x * density * series(squared: x * x) }
    // From two on 80 terms are more than the fraction needs.
    var fraction = x
    for term in stride(from: 80.0, through: 1, by: -1) { fraction = x + term / 2 / fraction }
    return density / fraction
  }

  /// Σ (2x²)ⁿ / (1·3·5…(2n + 1)): all terms above zero.
  private static func series(squared q: Double) -> Double {
    var (sum, term, odd) = (1.0, 1.0, 1.0)
    while term > sum * 1e-17 {
      odd += 2
      term *= 2 * q / odd
      sum += term
    }
    return sum
  }
}
