import Probability
public import RegisterModel

/// How often an activity is down for longer than can be borne.
///
/// - Note: DOMAIN §3.5: ν = Σ λ·p·P(D > MTPD), and P(once or more in T years) = 1 − e^(−νT), breaches
///   coming as a Poisson process.
public struct BreachRate: Hashable, Sendable {
  /// Something that takes the activity down.
  public struct Cause: Hashable, Sendable {
    /// How often it happens in a year.
    public let frequency: AnnualRate
    /// The probability that it then takes the activity down.
    public let probability: Share
    /// For how long.
    public let outage: OutageDuration

    public init(frequency: AnnualRate, probability: Share, outage: OutageDuration) {
      self.frequency = frequency
      self.probability = probability
      self.outage = outage
    }

    /// How often in a year it takes the activity down for longer than a time.
    ///
    /// - Parameter hours: Zero or more.
    public func rate(exceeding hours: Double) -> Double {
      frequency.perYear * probability.value * outage.exceedance(hours)
    }
  }

  /// In breaches a year.
  public let perYear: Double

  /// - Parameters:
  ///   - tolerable: The maximum tolerable period of disruption; an outage of just that length is no breach.
  /// - Complexity: O(causes).
  public init(_ causes: [Cause], tolerable: ElapsedTime) {
    perYear = causes.reduce(0) { $0 + $1.rate(exceeding: tolerable.hours) }
  }

  /// The probability of one breach or more in some years.
  ///
  /// - Parameter years: Zero or more.
  public func chance(inYears years: Double) -> Double {
    let expected = perYear * years
    // Of small numbers the power series loses nothing.
    if expected < 1e-4 { return expected * (1 - expected / 2 * (1 - expected / 3)) }
    return expected > 740 ? 1 : 1 - Logarithm.exponential(-expected)
  }
}

extension LossCurve {
  /// What an outage costs on average whose length is uncertain.
  ///
  /// The mean over a thousand lengths that stand for equal parts of all cases: the same at each run. What a
  /// length beyond the last of them costs, with its twentieth of a percent, is not in it: where such outages
  /// cost very much, the true mean is higher.
  ///
  /// - Parameters:
  ///   - atLeast: In hours: no outage is shorter, such as the time in which the activity can be back at the
  ///     soonest.
  /// - Note: DOMAIN §3.5: midpoint quantiles uᵢ = (i − ½)/1000.
  public func expectedLoss(_ outage: OutageDuration, atLeast: Double = 0) -> Double {
    let lengths = outage.midpoints()
    return lengths.reduce(0) { $0 + value(at: max($1, atLeast)) } / Double(lengths.count)
  }
}
