import Probability
public import RegisterModel

extension Distribution where Quantity: EstimatedQuantity {
  /// The mean, by the closed form of its kind, in the unit of ``EstimatedQuantity/number``.
  ///
  /// nil where there is none: a tail so heavy that the mean is infinite, parameters that make no
  /// distribution (a highest value below the lowest, a lognormal with a bound of zero), or a mean beyond
  /// a Double.
  ///
  /// - Complexity: O(*n*) in observations and components.
  /// - Note: DOMAIN §4.2.
  public var mean: Double? {
    let mean: Double? =
      switch self {
      case .constant(let it): it.value?.number
      case .between(let it): it.mean
      case .lognormal(let it): it.mean
      case .pert(let it): it.ordered.map { ($0.low + 4 * $0.mode + $0.high) / 6 }
      case .triangular(let it): it.ordered.map { ($0.low + $0.mode + $0.high) / 3 }
      case .uniform(let it): it.ordered.map { ($0.low + $0.high) / 2 }
      case .logUniform(let it): it.ordered.flatMap(\.mean)
      case .gamma(let it): it.mean?.number
      case .exponential(let it): it.mean?.number
      case .weibull(let it): it.closedMean
      case .pareto(let it): it.mean { scale, shape in shape * scale / (shape - 1) }
      case .lomax(let it): it.mean { scale, shape in scale / (shape - 1) }
      case .empirical(let it):
        weightedMean(it.observations.map { ($0.value?.number, $0.weight.value) })
      case .mixture(let it):
        weightedMean(it.components.map { ($0.distribution?.mean, $0.weight.value) })
      }
    return mean.flatMap { $0.isFinite ? $0 : nil }
  }
}

/// The mean of values by their weights; nil where a value that counts is unknown, or none counts.
private func weightedMean(_ values: [(value: Double?, weight: Double)]) -> Double? {
  var (sum, weights) = (0.0, 0.0)
  for (value, weight) in values where weight > 0 {
    guard let value else { return nil }
    sum += weight * value
    weights += weight
  }
  return weights > 0 ? sum / weights : nil
}

extension Parameters.Interval where Quantity: EstimatedQuantity {
  /// e^(μ + σ²/2), with μ in the middle of the logarithms of the bounds and σ by how far they lie apart.
  fileprivate var mean: Double? {
    guard let low = low?.number, let high = high?.number, low > 0, low <= high else { return nil }
    if low == high { return low }
    let upper = (1 + confidence.value) / 2
    guard upper > 0.5, upper < 1 else { return nil }
    let (from, to) = (Logarithm.natural(low), Logarithm.natural(high))
    return lognormalMean((from + to) / 2, (to - from) / (2 * NormalQuantile.value(upper)))
  }
}

extension Parameters.Lognormal where Quantity: EstimatedQuantity {
  fileprivate var mean: Double? {
    guard let median = median?.number, let p95 = p95?.number, median > 0, median <= p95 else {
      return nil
    }
    let middle = Logarithm.natural(median)
    return lognormalMean(middle, (Logarithm.natural(p95) - middle) / NormalQuantile.value(0.95))
  }
}

/// The mean of a lognormal distribution; nil beyond a Double.
private func lognormalMean(_ μ: Double, _ σ: Double) -> Double? {
  let exponent = μ + σ * σ / 2
  return abs(exponent) < 700 ? Logarithm.exponential(exponent) : nil
}

extension Parameters.ThreePoint where Quantity: EstimatedQuantity {
  fileprivate var ordered: (low: Double, mode: Double, high: Double)? {
    guard let low = low?.number, let mode = mode?.number, let high = high?.number, low <= mode,
      mode <= high
    else { return nil }
    return (low, mode, high)
  }
}

extension Parameters.Range where Quantity: EstimatedQuantity {
  fileprivate var ordered: LevelInterval? {
    guard let low = low?.number, let high = high?.number else { return nil }
    return LevelInterval(low: low, high: high)
  }
}

extension Parameters.Weibull where Quantity: EstimatedQuantity {
  /// λ·Γ(1 + 1/k).
  fileprivate var closedMean: Double? {
    guard let shape = shape?.value, let scale = scale?.number, shape > 0 else { return nil }
    let argument = 1 + 1 / shape
    return argument.isFinite ? scale * GammaFunction.value(argument) : nil
  }
}

extension Parameters.Pareto where Quantity: EstimatedQuantity {
  /// Finite only where the tail index is above 1.
  fileprivate func mean(_ formula: (_ scale: Double, _ shape: Double) -> Double) -> Double? {
    guard let shape = shape?.value, let scale = scale?.number, shape > 1 else { return nil }
    return formula(scale, shape)
  }
}
