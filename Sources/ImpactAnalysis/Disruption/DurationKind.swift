import Probability
import RegisterModel

/// A distribution of durations in hours that is no mixture.
///
/// - Note: DOMAIN §4.2.
enum DurationKind: Hashable, Sendable {
  /// Values with their shares, ascending.
  case steps([Observation])
  /// Of the logarithm.
  case lognormal(NormalDistribution)
  case beta(low: Double, high: Double, alpha: Double, beta: Double)
  case triangular(low: Double, mode: Double, high: Double)
  case uniform(low: Double, high: Double)
  case logUniform(low: Double, high: Double)
  case gamma(shape: Double, scale: Double)
  case weibull(shape: Double, scale: Double)
  case pareto(shape: Double, scale: Double)
  case lomax(shape: Double, scale: Double)

  struct Observation: Hashable, Sendable {
    var hours: Double
    var share: Double
  }

  static func steps(_ values: [(hours: Double, share: Double)]) -> DurationKind {
    let total = values.reduce(0) { $0 + $1.share }
    return .steps(
      values.map { Observation(hours: $0.hours, share: $0.share / total) }
        .sorted { $0.hours < $1.hours })
  }

  /// - Returns: nil for a mixture, and where the parameters make no distribution.
  init?(_ distribution: Distribution<ElapsedTime>) {
    let kind: DurationKind? =
      switch distribution {
      case .constant(let it): it.value.map { .steps([($0.hours, 1)]) }
      case .between(let it): Self.between(it.low?.hours, it.high?.hours, it.confidence.value)
      case .lognormal(let it): Self.lognormal(it.median?.hours, p95: it.p95?.hours)
      case .pert(let it): Self.pert(it.low?.hours, it.mode?.hours, it.high?.hours)
      case .triangular(let it): Self.triangular(it.low?.hours, it.mode?.hours, it.high?.hours)
      case .uniform(let it):
        Self.range(it.low?.hours, it.high?.hours).map { low, high in
          low == high ? .steps([(low, 1)]) : .uniform(low: low, high: high)
        }
      case .logUniform(let it):
        Self.range(it.low?.hours, it.high?.hours).flatMap { low, high in
          low == high ? .steps([(low, 1)]) : low > 0 ? .logUniform(low: low, high: high) : nil
        }
      case .gamma(let it):
        Self.pair(it.shape?.value, it.mean?.hours).map {
          .gamma(shape: $0, scale: $1 / $0)
        }
      case .exponential(let it): Self.pair(1, it.mean?.hours).map { .weibull(shape: $0, scale: $1) }
      case .weibull(let it):
        Self.pair(it.shape?.value, it.scale?.hours).map {
          .weibull(shape: $0, scale: $1)
        }
      case .pareto(let it):
        Self.pair(it.shape?.value, it.scale?.hours).map {
          .pareto(shape: $0, scale: $1)
        }
      case .lomax(let it):
        Self.pair(it.shape?.value, it.scale?.hours).map {
          .lomax(shape: $0, scale: $1)
        }
      case .empirical(let it): Self.empirical(it)
      case .mixture: nil
      }
    guard let kind else { return nil }
    self = kind
  }

  /// Both above zero.
  private static func pair(_ first: Double?, _ second: Double?) -> (Double, Double)? {
    guard let first, let second, first > 0, second > 0 else { return nil }
    return (first, second)
  }

  private static func range(_ low: Double?, _ high: Double?) -> (Double, Double)? {
    guard let low, let high, low <= high else { return nil }
    return (low, high)
  }

  private static func between(_ low: Double?, _ high: Double?, _ confidence: Double)
    -> DurationKind?
  {
    guard let (low, high) = range(low, high), low > 0 else { return nil }
    if low == high { return .steps([(low, 1)]) }
    // So little confidence that the interval says nothing.
    guard confidence > 1e-9, confidence < 1 else { return nil }
    let width = NormalDistribution.standard.quantile((1 + confidence) / 2)
    let (first, last) = (Logarithm.natural(low), Logarithm.natural(high))
    return .lognormal(
      NormalDistribution(
        mean: (first + last) / 2, standardDeviation: (last - first) / (2 * width)))
  }

  private static func lognormal(_ median: Double?, p95: Double?) -> DurationKind? {
    guard let (median, p95) = range(median, p95), median > 0 else { return nil }
    if median == p95 { return .steps([(median, 1)]) }
    let mean = Logarithm.natural(median)
    return .lognormal(
      NormalDistribution(
        mean: mean,
        standardDeviation: (Logarithm.natural(p95) - mean)
          / NormalDistribution.standard.quantile(0.95)))
  }

  private static func pert(_ low: Double?, _ mode: Double?, _ high: Double?) -> DurationKind? {
    guard let (low, high) = range(low, high), let mode, low <= mode, mode <= high else {
      return nil
    }
    if low == high { return .steps([(low, 1)]) }
    return .beta(
      low: low, high: high, alpha: 1 + 4 * (mode - low) / (high - low),
      beta: 1 + 4 * (high - mode) / (high - low))
  }

  private static func triangular(_ low: Double?, _ mode: Double?, _ high: Double?) -> DurationKind?
  {
    guard let (low, high) = range(low, high), let mode, low <= mode, mode <= high else {
      return nil
    }
    return low == high
      ? .steps([(low, 1)]) : .triangular(low: low, mode: mode, high: high)
  }

  private static func empirical(_ it: Parameters.Empirical<ElapsedTime>) -> DurationKind? {
    guard it.observations.allSatisfy({ $0.value != nil }) else { return nil }
    let values = it.observations.compactMap { observation in
      observation.value.map { (hours: $0.hours, share: observation.weight.value) }
    }.filter { $0.share > 0 }
    return values.isEmpty ? nil : .steps(values)
  }
}
