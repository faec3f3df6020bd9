/// Exposures added up: the expected losses and, beside them, the bounds.
///
/// The sum of the expected losses is the expected loss of all together, whatever depends on what. The
/// sums of the bounds enclose it; they are no interval of the loss of a year, which only a simulation
/// can give.
public struct ExposureSum: Hashable, Sendable {
  /// The sum over the risks with a known exposure; nil where there is none: unknown, not zero.
  public let exposure: Exposure?
  /// How many risks are in the sum.
  public let knownCount: Int
  /// How many risks are not, because nobody knows what they cost.
  public let unknownCount: Int

  /// - Complexity: O(*n*).
  init(_ exposures: some Sequence<Exposure?>) {
    var (low, expected, high) = (RunningSum(), RunningSum(), RunningSum())
    var (known, unknown) = (0, 0)
    for exposure in exposures {
      guard let exposure else {
        unknown += 1
        continue
      }
      known += 1
      low.add(exposure.low)
      expected.add(exposure.expected)
      high.add(exposure.high)
    }
    knownCount = known
    unknownCount = unknown
    exposure =
      known == 0
      ? nil : Exposure(low: low.value, expected: expected.value, high: high.value)
  }
}

/// A sum that carries along what rounding takes away (Neumaier 1974).
private struct RunningSum {
  private var sum = 0.0
  private var lost = 0.0

  var value: Double { sum + lost }

  mutating func add(_ term: Double) {
    let next = sum + term
    lost += abs(sum) >= abs(term) ? (sum - next) + term : (term - next) + sum
    sum = next
  }
}
