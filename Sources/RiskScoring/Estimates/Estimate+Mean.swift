public import RegisterModel

extension Estimate {
  /// How many loss events a year the estimate expects: the mean of its frequency or, where it states
  /// threat events, theirs times the mean probability that one becomes a loss. nil: unknown.
  ///
  /// The product takes threat and vulnerability for independent.
  ///
  /// - Note: DOMAIN §4.1, Open FAIR.
  public var meanFrequency: Double? {
    if let frequency { return frequency.distribution?.mean }
    guard let threats = threatEvents?.distribution?.mean,
      let vulnerability = vulnerability?.distribution?.mean
    else { return nil }
    return threats * vulnerability
  }

  /// What one loss event costs on average, in major units of the register's currency: its losses added
  /// up and, with the probability that it brings them, those through what others do about it. nil:
  /// unknown, in whole or in a part.
  ///
  /// - Note: DOMAIN §4.1, Open FAIR. Means add whatever depends on what.
  public var meanLoss: Double? {
    guard let primary = Self.sum(losses) else { return nil }
    guard let secondary, !secondary.losses.isEmpty else { return losses.isEmpty ? nil : primary }
    guard let probability = secondary.frequency?.distribution?.mean,
      let loss = Self.sum(secondary.losses)
    else { return nil }
    return primary + probability * loss
  }

  /// 0 for no losses.
  private static func sum(_ losses: [LossEstimate]) -> Double? {
    var sum = 0.0
    for loss in losses {
      guard let mean = loss.distribution?.mean else { return nil }
      sum += mean
    }
    return sum
  }
}
