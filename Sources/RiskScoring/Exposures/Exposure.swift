/// What a risk costs in a year: the expected loss, and the interval without which it is never shown.
public struct Exposure: Hashable, Sendable {
  /// The lower bound of the yearly loss, in major units of the register's currency.
  public let low: Double
  /// The expected yearly loss E, in major units of the register's currency.
  public let expected: Double
  /// The upper bound of the yearly loss, in major units of the register's currency.
  public let high: Double

  /// - Returns: nil unless all are finite and not negative, and `low` ≤ `high`. The mean of a skewed
  ///   loss may lie outside an interval between two of its quantiles.
  public init?(low: Double, expected: Double, high: Double) {
    guard low >= 0, low <= high, high.isFinite, expected >= 0, expected.isFinite else {
      return nil
    }
    self.low = low
    self.expected = expected
    self.high = high
  }

  /// The exposure of a frequency and a loss of which only the levels are known.
  ///
  /// The interval is [f_lo·s_lo, f_hi·s_hi]; E is the product of the two means, frequency and loss
  /// being independent and each log-uniform in its interval.
  ///
  /// - Parameters:
  ///   - frequency: Events a year.
  ///   - loss: Money lost in one event, in major units.
  /// - Returns: nil where an interval starts at zero, or the product is beyond a Double: unknown.
  /// - Note: DOMAIN §2.1.
  public init?(frequency: LevelInterval, loss: LevelInterval) {
    guard let events = frequency.mean, let each = loss.mean else { return nil }
    self.init(
      low: frequency.low * loss.low, expected: events * each, high: frequency.high * loss.high)
  }
}
