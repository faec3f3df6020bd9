import Probability
import RegisterModel

/// How well ratings order risks whose size is known: of all pairs of risks, how many are in the right
/// order.
///
/// - Note: DOMAIN §2.4, MX-5.
public struct OrderingShares: Hashable, Sendable {
  /// The number of pairs.
  public let pairCount: Int
  /// Pairs of which the larger risk has the higher rating.
  public let correctCount: Int
  /// Pairs of which the larger risk has the lower rating.
  public let errorCount: Int
  /// Pairs with the same rating.
  public let tieCount: Int
  /// Pairs of equal risks that are rated differently.
  public let equalCount: Int

  /// The pairs in the right order, as a share of all.
  public var correct: Double { share(correctCount) }
  /// The pairs in the wrong order, as a share of all.
  public var error: Double { share(errorCount) }
  /// The pairs with the same rating, as a share of all.
  public var tie: Double { share(tieCount) }
  /// The pairs of equal risks that are rated differently, as a share of all.
  public var equal: Double { share(equalCount) }

  private func share(_ count: Int) -> Double { Double(count) / Double(pairCount) }

  /// - Parameter risks: The size of each risk, events a year times loss, and the rank of its rating. Two
  ///   sizes are equal if they differ by less than one in 10⁹.
  /// - Returns: nil for less than two risks: there is no pair.
  /// - Complexity: O(*n* log *n*) in the number of risks, times the ratings.
  init?(of risks: [(size: Double, rating: Int)]) {
    guard risks.count > 1 else { return nil }
    let risks = risks.sorted { $0.size < $1.size }
    var sweep = RatingSweep(risks.map { ($0.size, $0.rating) })
    var counts = [Int](repeating: 0, count: 100)
    var (correct, error) = (0, 0)
    for risk in risks {
      counts[risk.rating] += 1
      sweep.advance { $0 < risk.size * (1 - 1e-9) }
      correct += sweep.count(below: risk.rating)
      error += sweep.count(above: risk.rating)
    }
    pairCount = risks.count * (risks.count - 1) / 2
    correctCount = correct
    errorCount = error
    tieCount = counts.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
    equalCount = pairCount - correct - error - tieCount
  }
}

extension AuditedCells {
  /// How well the ratings order risks that are spread evenly over the cells: each cell is divided into
  /// `divisions` by `divisions`, and the middle of each part stands for it. Nothing is drawn at random.
  ///
  /// - Complexity: O(*n* log *n*) in the number of parts, times the ratings.
  func ordering(
    likelihood: AuditAxis, impact: AuditAxis, _ spacing: AxisSpacing, divisions: Int
  ) -> OrderingShares? {
    let rows = likelihood.samples(spacing, divisions: divisions)
    let columns = impact.samples(spacing, divisions: divisions)
    var risks: [(size: Double, rating: Int)] = []
    risks.reserveCapacity(cells.count * divisions * divisions)
    for cell in cells {
      for frequency in rows[Int(cell.cell.likelihood.rank) - 1] {
        for loss in columns[Int(cell.cell.impact.rank) - 1] {
          risks.append((frequency * loss, cell.rating))
        }
      }
    }
    return OrderingShares(of: risks)
  }
}

extension AuditAxis {
  /// The middles of equal parts of each level; none for a level without bounds, or one that starts at
  /// zero on a geometric scale.
  fileprivate func samples(_ spacing: AxisSpacing, divisions: Int) -> [[Double]] {
    levels.indices.map { index in
      guard let (low, high) = range(index), spacing == .linear || low > 0 else { return [] }
      return (0..<divisions).map { part in
        let place = (Double(part) + 0.5) / Double(divisions)
        return switch spacing {
        case .linear: low + place * (high - low)
        case .geometric: low * Logarithm.exponential(place * Self.logarithm(of: high, over: low))
        }
      }
    }
  }

  private static func logarithm(of high: Double, over low: Double) -> Double {
    Logarithm.natural(high) - Logarithm.natural(low)
  }
}
