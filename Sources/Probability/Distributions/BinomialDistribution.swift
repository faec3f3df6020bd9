/// How many of a number of things are there, each with the same probability and for itself.
public struct BinomialDistribution: Hashable, Sendable {
  public let count: Int
  public let probability: Double

  /// - Parameters:
  ///   - count: Zero or more.
  ///   - probability: In 0...1.
  public init(count: Int, probability: Double) {
    precondition(count >= 0 && (0...1).contains(probability))
    self.count = count
    self.probability = probability
  }

  public var mean: Double { Double(count) * probability }
  public var variance: Double { mean * (1 - probability) }

  /// The probability that at least `number` of them are there.
  ///
  /// - Complexity: O(√count).
  /// - Note: Σⱼ₌ₖ C(n, j) pʲ (1 − p)ⁿ⁻ʲ = I_p(k, n − k + 1): Abramowitz and Stegun 26.5.24.
  public func atLeast(_ number: Int) -> Double {
    if number <= 0 { return 1 }
    if number > count { return 0 }
    return BetaFunction.lowerShare(probability, Double(number), Double(count - number + 1))
  }

  /// The probabilities of 0, 1, … `count`.
  ///
  /// - Complexity: O(count).
  func shares() -> [Double] {
    guard probability > 0 else { return [1] + Array(repeating: 0, count: count) }
    guard probability < 1 else { return Array(repeating: 0, count: count) + [1] }
    let (there, away) = (Logarithm.natural(probability), Logarithm.natural(1 - probability))
    let all = GammaFunction.logarithm(Double(count) + 1)
    return (0...count).map { number in
      let exponent =
        all - GammaFunction.logarithm(Double(number) + 1)
        - GammaFunction.logarithm(Double(count - number) + 1)
        + Double(number) * there + Double(count - number) * away
      return exponent < -740 ? 0 : Logarithm.exponential(exponent)
    }
  }
}

/// How many are there of several groups, each group with a probability of its own.
public struct BinomialSum: Hashable, Sendable {
  /// Those with the same probability together, in ascending order of it.
  public let groups: [BinomialDistribution]

  /// The most that are counted where groups differ: the work grows with the square of their number.
  public static let mostCounted = 5000

  public init(_ groups: [BinomialDistribution]) {
    var merged: [BinomialDistribution] = []
    for group in groups.sorted(by: { $0.probability < $1.probability }) where group.count > 0 {
      if let last = merged.last, last.probability == group.probability {
        merged[merged.count - 1] = BinomialDistribution(
          count: last.count + group.count, probability: last.probability)
      } else {
        merged.append(group)
      }
    }
    self.groups = merged
  }

  /// The probability that at least `number` of all are there; nil where groups differ and there are more
  /// than ``mostCounted`` of them together.
  ///
  /// - Complexity: O(√count) for one group, else O(count²).
  public func atLeast(_ number: Int) -> Double? {
    if groups.count <= 1 {
      return (groups.first ?? BinomialDistribution(count: 0, probability: 1)).atLeast(number)
    }
    let count = groups.reduce(0) { $0 + $1.count }
    if number <= 0 { return 1 }
    if number > count { return 0 }
    guard count <= Self.mostCounted else { return nil }
    var shares = [1.0]
    for group in groups {
      let added = group.shares()
      var sum = [Double](repeating: 0, count: shares.count + added.count - 1)
      for (first, share) in shares.enumerated() where share > 0 {
        for (second, other) in added.enumerated() { sum[first + second] += share * other }
      }
      shares = sum
    }
    return min(shares[number...].reversed().reduce(0, +), 1)
  }
}
