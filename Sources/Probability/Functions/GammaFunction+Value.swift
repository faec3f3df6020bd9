extension GammaFunction {
  /// Γ(`x`), within 1e-13 of itself; infinite beyond the range of a Double.
  ///
  /// x is raised above 10 by Γ(x) = Γ(x + 1)/x, and from there on Stirling's series is exact enough.
  ///
  /// - Parameter x: Above zero and finite.
  /// - Note: Abramowitz and Stegun (1964), 6.1.15 and 6.1.41.
  package static func value(_ x: Double) -> Double {
    precondition(x > 0 && x.isFinite, "the gamma function of a positive number")
    guard x < 180 else { return .infinity }
    var raised = x
    var product = 1.0
    while raised < 10 {
      product *= raised
      raised += 1
    }
    let inverse = 1 / raised
    let square = inverse * inverse
    let series =
      inverse
      * (1 / 12.0
        - square
        * (1 / 360.0
          - square
          * (1 / 1260.0
            - square * (1 / 1680.0 - square * (1 / 1188.0 - square * 691 / 360_360)))))
    let halfLogarithmOfTwoPi = 0.918_938_533_204_672_741_78
    let logarithm =
      (raised - 0.5) * Logarithm.natural(raised) - raised + halfLogarithmOfTwoPi + series
    return Logarithm.exponential(logarithm) / product
  }
}
