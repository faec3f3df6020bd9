public import RegisterModel

/// A cell of the matrix: a likelihood and an impact.
public struct MatrixCell: Hashable, Sendable {
  public let likelihood: Level<LikelihoodScale>
  public let impact: Level<ImpactScale>

  public init(likelihood: Level<LikelihoodScale>, impact: Level<ImpactScale>) {
    self.likelihood = likelihood
    self.impact = impact
  }

  /// By places counted from 0; nil beyond what a level can be.
  init?(row: Int, column: Int) {
    guard let likelihood = Level<LikelihoodScale>(row + 1),
      let impact = Level<ImpactScale>(column + 1)
    else { return nil }
    self.init(likelihood: likelihood, impact: impact)
  }
}

/// Two cells that are rated differently, and contradict each other.
public struct CellPair: Hashable, Sendable {
  /// The cell that is rated higher.
  public let higher: MatrixCell
  /// The cell that is rated lower.
  public let lower: MatrixCell
  /// By which factor the lower-rated risk may be the larger one, infinite where the higher-rated one
  /// may be zero; nil for a check that doesn't look at amounts.
  public let ratio: Double?
}

/// Pairs that a check found: how many, and the first of them.
public struct CellPairs: Hashable, Sendable {
  /// The number of all pairs.
  public let count: Int
  /// All pairs or, of very many, ``limit`` of them; the largest ratio first, then row by row.
  public let pairs: [CellPair]

  /// How many pairs are listed at most. A matrix of ten by ten has fewer than this that contradict each
  /// other, unless it is no matrix of ratings at all.
  public static let limit = 1000

  init(_ pairs: [CellPair], count: Int) {
    self.count = count
    self.pairs = pairs.sorted { left, right in
      let (first, second) = (left.ratio ?? 0, right.ratio ?? 0)
      return first != second ? first > second : left.order < right.order
    }
  }
}

extension CellPair {
  /// Row by row.
  fileprivate var order: (Int16, Int16, Int16, Int16) {
    (higher.likelihood.rank, higher.impact.rank, lower.likelihood.rank, lower.impact.rank)
  }
}

/// A cell and how far apart the risks in it may lie.
public struct CellSpan: Hashable, Sendable {
  public let cell: MatrixCell
  /// The largest risk of the cell over the smallest; infinite where the smallest is zero.
  public let ratio: Double
}
