/// Logarithm and exponential in plain arithmetic, so that every machine gets the same bytes: a C
/// library may pick another routine on another processor, with another last bit.
package enum Logarithm {
  /// ln 2 in two parts: the first has so few bits that its product with an exponent is exact
  /// (Cody and Waite 1980).
  private static let high = Double(bitPattern: 0x3FE6_2E42_FEE0_0000)
  private static let low = 1.908_214_929_270_587_7e-10

  /// The natural logarithm, within two units in the last place.
  ///
  /// x = m·2^e with √½ < m ≤ √2, and ln m = 2 artanh((m − 1)/(m + 1)) as its power series.
  ///
  /// - Parameter x: Above zero and finite.
  package static func natural(_ x: Double) -> Double {
    precondition(x > 0 && x.isFinite, "the logarithm of a positive number")
    var mantissa = x.significand
    var exponent = Double(x.exponent)
    if mantissa > 1.414_213_562_373_095_1 {
      mantissa /= 2
      exponent += 1
    }
    let s = (mantissa - 1) / (mantissa + 1)
    return exponent * high + (2 * s * artanhOverArgument(squared: s * s) + exponent * low)
  }

  /// artanh(s)/s = 1 + s²/3 + s⁴/5 + …, for s² up to 0.03.
  ///
  /// Twelve terms: the next is below 2⁻⁵⁶ there.
  package static func artanhOverArgument(squared q: Double) -> Double {
    var sum = 0.0
    for divisor in stride(from: 23.0, through: 3, by: -2) {  // smallest first
      sum = (sum + 1 / divisor) * q
    }
    return 1 + sum
  }

  /// e to the power of `x`, within a few units in the last place; infinite or zero beyond the range of
  /// a Double.
  ///
  /// - Parameter x: Finite, between −1000 and 1000.
  package static func exponential(_ x: Double) -> Double {
    let exponent = (x / (high + low)).rounded()
    let rest = (x - exponent * high) - exponent * low
    var sum = 1.0
    for divisor in stride(from: 14.0, through: 1, by: -1) {  // the power series, from its end
      sum = 1 + sum * rest / divisor
    }
    return Double(sign: .plus, exponent: Int(exponent), significand: sum)
  }
}
