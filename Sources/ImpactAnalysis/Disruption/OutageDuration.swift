import Probability
public import RegisterModel

/// How long an outage lasts, compiled for computing: how likely it is to last longer than a time, and which
/// time it exceeds with a probability.
///
/// Times are in hours.
public struct OutageDuration: Hashable, Sendable {
  /// The kinds it is made of, each with its weight; the weights come to 1.
  private let parts: [(weight: Double, kind: DurationKind)]

  /// - Returns: nil where the parameters make no distribution, such as a highest value below the lowest.
  /// - Complexity: O(components).
  public init?(_ distribution: Distribution<ElapsedTime>) {
    var parts: [(weight: Double, kind: DurationKind)] = []
    // Mixtures may be made of mixtures, to any depth.
    var open: [(Double, Distribution<ElapsedTime>)] = [(1, distribution)]
    while let (weight, distribution) = open.popLast() {
      if case .mixture(let mixture) = distribution {
        let total = mixture.components.reduce(0) { $0 + $1.weight.value }
        guard total > 0 else { return nil }
        for component in mixture.components.reversed() where component.weight.value > 0 {
          guard let distribution = component.distribution else { return nil }
          open.append((weight * component.weight.value / total, distribution))
        }
      } else {
        guard let kind = DurationKind(distribution) else { return nil }
        parts.append((weight, kind))
      }
    }
    self.parts = parts
  }

  /// It always lasts as long.
  public init(_ time: ElapsedTime) { parts = [(1, .steps([(time.hours, 1)]))] }

  /// The probability that it lasts longer than a time.
  ///
  /// - Parameter hours: Any; below zero it is certain.
  public func exceedance(_ hours: Double) -> Double {
    if hours < 0 { return 1 }
    if hours == .infinity { return 0 }
    return min(parts.reduce(0) { $0 + $1.weight * $1.kind.exceedance(hours) }, 1)
  }

  /// As long as elapsed times reach: 100,000 days.
  static let longest = 2_400_000.0

  /// The shortest time that it doesn't exceed with a probability, to twelve digits; at most 100,000 days.
  ///
  /// - Parameter probability: Above 0 and below 1.
  public func quantile(_ probability: Double) -> Double {
    precondition(probability > 0 && probability < 1, "neither certain nor impossible")
    if parts.count == 1, let hours = parts[0].kind.quantile(probability) {
      return min(hours, Self.longest)
    }
    if exceedance(0) <= 1 - probability { return 0 }
    // Half of what is left, until nothing is.
    var (low, high) = (0.0, Self.longest)
    while high - low > 1e-13 * high {
      let middle = low + (high - low) / 2
      if exceedance(middle) > 1 - probability { low = middle } else { high = middle }
    }
    return high
  }

  /// The times that stand for equal parts of all cases: those not exceeded with (i − ½)/`count`.
  func midpoints(_ count: Int = 1000) -> [Double] {
    (1...count).map { quantile((Double($0) - 0.5) / Double(count)) }
  }

  public static func == (left: Self, right: Self) -> Bool {
    left.parts.elementsEqual(right.parts) { $0.weight == $1.weight && $0.kind == $1.kind }
  }

  public func hash(into hasher: inout Hasher) {
    for part in parts {
      hasher.combine(part.weight)
      hasher.combine(part.kind)
    }
  }
}
