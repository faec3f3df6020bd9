import Probability

/// How often, of the times between events, a later one is longer than an earlier one: more often than in half
/// of all pairs means that events become rarer.
///
/// - Note: NIST/SEMATECH e-Handbook 8.2.3.4; Mann (1945), Kendall (1970) for ties.
public struct ReverseArrangements: Hashable, Sendable {
  /// How many times between events there are.
  public let count: Int
  /// Pairs of which the later is longer. Pairs that are alike are not counted.
  public let reversals: Int
  /// Pairs that are alike; half of them are added before ``reversals`` is compared with ``expected``.
  public let ties: Int
  /// Two-sided: how likely a number at least as far from ``expected`` is without a trend; 1 for fewer than
  /// two times.
  ///
  /// Exact up to ``mostExact`` times without ties, normal beyond.
  public let probability: Double

  /// Up to so many times the probability is counted out.
  static let mostExact = 50

  /// - Complexity: O(*n* log *n*).
  init(_ times: [Double]) {
    let n = times.count
    count = n
    var groups: [Int] = []
    var last: Double?
    for time in times.sorted() {
      if time == last { groups[groups.count - 1] += 1 } else { groups.append(1) }
      last = time
    }
    ties = groups.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
    reversals = Self.ascents(times)
    guard n > 1, groups.count > 1 else {
      probability = 1
      return
    }
    if ties == 0, n <= Self.mostExact {
      probability = Self.exact(reversals, of: n)
    } else {
      func spread(_ n: Int) -> Double { Double(n) * Double(n - 1) * Double(2 * n + 5) }
      let variance = (spread(n) - groups.reduce(0) { $0 + spread($1) }) / 72
      let excess = Double(reversals) + Double(ties) / 2 - Double(n) * Double(n - 1) / 4
      probability = min(
        1, 2 * NormalDistribution.standard.exceedance(abs(excess) / variance.squareRoot()))
    }
  }

  /// What is expected without a trend: n(n − 1)/4.
  public var expected: Double { Double(count) * Double(count - 1) / 4 }

  /// How many pairs have the smaller number first: by merging halves.
  private static func ascents(_ values: [Double]) -> Int {
    var (sorted, merged, ascents) = (values, values, 0)
    var width = 1
    while width < sorted.count {
      var start = 0
      while start < sorted.count {
        let (middle, end) = (
          min(start + width, sorted.count), min(start + 2 * width, sorted.count)
        )
        var (left, right) = (start, middle)
        for place in start..<end {
          if right == end || (left < middle && sorted[left] < sorted[right]) {
            // What is left on the right is longer than this one, and came later.
            ascents += end - right
            merged[place] = sorted[left]
            left += 1
          } else {
            merged[place] = sorted[right]
            right += 1
          }
        }
        start = end
      }
      swap(&sorted, &merged)
      width *= 2
    }
    return ascents
  }

  /// Twice the smaller tail of the number of ascents of a random order of `n`.
  private static func exact(_ number: Int, of n: Int) -> Double {
    var shares = [1.0]
    for size in stride(from: 2, through: n, by: 1) {
      var next = [Double](repeating: 0, count: shares.count + size - 1)
      for (place, share) in shares.enumerated() {
        for shift in 0..<size { next[place + shift] += share / Double(size) }
      }
      shares = next
    }
    let (below, above) = (shares[...number].reduce(0, +), shares[number...].reduce(0, +))
    return min(1, 2 * min(below, above))
  }
}
