import Probability

extension DurationKind {
  /// The probability of more than so many hours.
  ///
  /// - Parameter hours: Zero or more, finite.
  func exceedance(_ hours: Double) -> Double {
    switch self {
    case .steps(let values):
      return values.reversed().prefix { $0.hours > hours }.reduce(0) { $0 + $1.share }
    case .lognormal(let logarithm):
      return hours > 0 ? logarithm.exceedance(Logarithm.natural(hours)) : 1
    case .beta(let low, let high, let alpha, let beta):
      if hours <= low { return 1 }
      if hours >= high { return 0 }
      return BetaFunction.lowerShare((high - hours) / (high - low), beta, alpha)
    case .triangular(let low, let mode, let high):
      if hours <= low { return 1 }
      if hours >= high { return 0 }
      return hours <= mode
        ? 1 - (hours - low) * (hours - low) / ((high - low) * (mode - low))
        : (high - hours) * (high - hours) / ((high - low) * (high - mode))
    case .uniform(let low, let high):
      return min(max((high - hours) / (high - low), 0), 1)
    case .logUniform(let low, let high):
      if hours <= low { return 1 }
      if hours >= high { return 0 }
      let end = Logarithm.natural(high)
      return (end - Logarithm.natural(hours)) / (end - Logarithm.natural(low))
    case .gamma(let shape, let scale):
      return GammaFunction.upperShare(shape: shape, hours / scale)
    case .weibull(let shape, let scale):
      return hours > 0 ? Self.exponential(-Self.power(hours / scale, shape)) : 1
    case .pareto(let shape, let scale):
      return hours > scale ? Self.power(scale / hours, shape) : 1
    case .lomax(let shape, let scale):
      return Self.power(scale / (scale + hours), shape)
    }
  }

  /// The hours not exceeded with a probability, where they can be written down; nil for others.
  ///
  /// - Parameter probability: Above 0 and below 1.
  func quantile(_ probability: Double) -> Double? {
    switch self {
    case .steps(let values):
      var sum = 0.0
      for value in values {
        sum += value.share
        // A sum of shares misses by a last bit what is meant.
        if sum >= probability - 1e-12 { return value.hours }
      }
      return values.last?.hours
    case .lognormal(let logarithm):
      return Self.exponential(logarithm.quantile(probability))
    case .triangular(let low, let mode, let high):
      let atMode = (mode - low) / (high - low)
      return probability <= atMode
        ? low + ((high - low) * (mode - low) * probability).squareRoot()
        : high - ((high - low) * (high - mode) * (1 - probability)).squareRoot()
    case .uniform(let low, let high):
      return low + probability * (high - low)
    case .logUniform(let low, let high):
      return low * Self.power(high / low, probability)
    case .weibull(let shape, let scale):
      return scale * Self.power(-Logarithm.natural(1 - probability), 1 / shape)
    case .pareto(let shape, let scale):
      return scale * Self.power(1 - probability, -1 / shape)
    case .lomax(let shape, let scale):
      return scale * (Self.power(1 - probability, -1 / shape) - 1)
    case .beta, .gamma:
      return nil
    }
  }

  /// A power of a number above zero.
  private static func power(_ base: Double, _ exponent: Double) -> Double {
    exponential(exponent * Logarithm.natural(base))
  }

  private static func exponential(_ x: Double) -> Double {
    x > 709 ? .infinity : x < -740 ? 0 : Logarithm.exponential(x)
  }
}
