/// Frequencies for people, who think in years between events or events in a year.
package enum RateText {
  /// "once in 10 to 100 years", "1 to 10 times a year", "from once in 2 years to 3 times a year".
  ///
  /// - Parameters: Events a year; zero or more.
  package static func interval(_ low: Double, _ high: Double) -> String {
    if high <= 0 { return "never" }
    if high <= 1 {
      return low > 0
        ? "once in \(AmountText.plain(1 / high)) to \(AmountText.plain(1 / low)) years"
        : "less than once in \(AmountText.plain(1 / high)) years"
    }
    if low >= 1 { return "\(AmountText.plain(low)) to \(AmountText.plain(high)) times a year" }
    return low > 0
      ? "from once in \(AmountText.plain(1 / low)) years to \(AmountText.plain(high)) times a year"
      : "up to \(AmountText.plain(high)) times a year"
  }
}
