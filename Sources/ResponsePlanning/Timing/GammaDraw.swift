import ImpactAnalysis
import Probability

/// Draws from a gamma distribution of scale 1.
///
/// - Note: Marsaglia and Tsang, A simple method for generating gamma variables, ACM TOMS 26 (2000).
struct GammaDraw: Sendable {
  private let d, c: Double

  /// - Parameter shape: One or more.
  init(shape: Double) {
    precondition(shape >= 1, "a shape of one or more")
    d = shape - 1.0 / 3
    c = 1 / (9 * d).squareRoot()
  }

  func draw(_ random: inout PinnedRandom) -> Double {
    while true {
      let x = NormalDistribution.standard.quantile(random.unit())
      let root = 1 + c * x
      guard root > 0 else { continue }
      let v = root * root * root
      let u = random.unit()
      if Logarithm.natural(u) < x * x / 2 + d - d * v + d * Logarithm.natural(v) { return d * v }
    }
  }
}

extension PinnedRandom {
  /// A number above zero and below one.
  fileprivate mutating func unit() -> Double { (Double(next() >> 11) + 0.5) * 0x1p-53 }
}
