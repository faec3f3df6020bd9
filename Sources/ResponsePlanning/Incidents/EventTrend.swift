import Probability

/// Whether events come ever more often, or ever less, over a time.
///
/// Asked of two tests, both of "the rate is the same all the time": Laplace's, which is good at a steady
/// drift, and that of MIL-HDBK-189, good at a rate that follows a power of time. Each shows a trend where it
/// would be wrong in one case of ten, two-sided; reverse arrangements are counted beside them.
///
/// - Note: DOMAIN §6.8; NIST/SEMATECH e-Handbook 8.2.3.4; MIL-HDBK-189.
public struct EventTrend: Hashable, Sendable {
  public enum Direction: String, Hashable, Sendable {
    case worsening, improving
  }

  /// Below this many events no test says anything.
  public static let fewest = 4
  /// A test shows a trend where its two-sided probability is below this.
  public static let significance = 0.1

  /// One test of one pattern of events.
  public struct Test: Hashable, Sendable {
    public let statistic: Double
    /// Two-sided: how likely something at least as far out is if there is no trend.
    public let probability: Double
    /// Where it leans, whether that is shown or not.
    let lean: Direction

    /// Where it shows a trend; nil: it shows none.
    public var shown: Direction? { probability < EventTrend.significance ? lean : nil }
  }

  public let count: Int
  /// U = (mean time − T/2)/(T/√(12n)), standard normal; above zero for worsening.
  public let laplace: Test
  /// χ² = 2 Σ ln(T/Tᵢ) with 2n degrees of freedom; large for improving.
  public let militaryHandbook: Test
  public let arrangements: ReverseArrangements

  /// - Parameters:
  ///   - times: When the events were after the start, each above 0 and at most `end`, in any order.
  ///   - end: How long was watched, in the same unit.
  /// - Returns: nil for fewer than ``fewest`` events.
  /// - Complexity: O(*n* log *n*).
  public init?(_ times: [Double], end: Double) {
    guard times.count >= Self.fewest else { return nil }
    precondition(end.isFinite && times.allSatisfy { $0 > 0 && $0 <= end }, "events in (0, end]")
    let times = times.sorted()
    count = times.count
    let n = Double(times.count)
    let mean = times.reduce(0, +) / n
    let place = (mean - end / 2) / (end / (12 * n).squareRoot())
    laplace = Test(
      statistic: place,
      probability: min(1, 2 * NormalDistribution.standard.exceedance(abs(place))),
      lean: place > 0 ? .worsening : .improving)
    let sum = 2 * times.reduce(0) { $0 + Logarithm.natural(end / $1) }
    let above = GammaFunction.upperShare(shape: n, sum / 2)
    militaryHandbook = Test(
      statistic: sum, probability: min(1, 2 * min(above, max(1 - above, 0))),
      lean: above < 0.5 ? .improving : .worsening)
    arrangements = ReverseArrangements(
      zip([0] + times, times).map { $1 - $0 })
  }

  /// What the two tests together show: what one shows, unless the other shows the opposite.
  public var shown: Direction? {
    switch (laplace.shown, militaryHandbook.shown) {
    case (let one?, let other?): one == other ? one : nil
    case (let one, let other): one ?? other
    }
  }

  /// Whether one of the two shows a trend and the other doesn't, or shows the opposite.
  public var isDisputed: Bool { laplace.shown != militaryHandbook.shown }
}
