public import RegisterModel

/// What the audit of a matrix found: one value for each check that has something to say, with all that
/// it says it of.
///
/// - Note: DOMAIN §2.4, MX-1 to MX-10.
public enum MatrixFinding: Hashable, Sendable {
  /// MX-1: a higher level is rated lower than its neighbour.
  case notMonotone(CellPairs)
  /// MX-2: a risk of the highest rating may be smaller than one of the lowest. The ratio is by how much.
  case weakConsistency(CellPairs)
  /// MX-3: cells of the lowest and of the highest rating are neighbours.
  case betweenness(CellPairs)
  /// MX-4: what stands for a cell is larger than what stands for one that is rated higher.
  case inversions(CellPairs)
  /// MX-5: how well the ratings order risks. Always reported, where it can be.
  case ordering(OrderingShares)
  /// MX-6: risks of one cell may lie further apart than the limit; in the order of the cells.
  case rangeCompression([CellSpan], limit: Double)
  /// MX-7: ratings that no cell has, the lowest first.
  case unusedRatings([Level<RatingScale>])
  /// MX-7: one rating covers more than half of the cells.
  case dominantRating(Level<RatingScale>, cells: Int, of: Int)
  /// MX-8: the bounds of a scale leave gaps, overlap, or don't ascend.
  case boundDefects(MatrixScale, [AxisDefect])
  /// MX-9: the scores that levels multiply or add up to have few different values.
  case scoreTies(products: Int, sums: Int, cells: Int)
  /// MX-10: a scale ends nowhere, and no cap says where to stop.
  case openEnds(MatrixScale, [OpenEnd])

  /// The check, such as `MX-2`.
  public var code: String {
    switch self {
    case .notMonotone: "MX-1"
    case .weakConsistency: "MX-2"
    case .betweenness: "MX-3"
    case .inversions: "MX-4"
    case .ordering: "MX-5"
    case .rangeCompression: "MX-6"
    case .unusedRatings, .dominantRating: "MX-7"
    case .boundDefects: "MX-8"
    case .scoreTies: "MX-9"
    case .openEnds: "MX-10"
    }
  }

  /// How much it weighs.
  public var severity: Severity {
    switch self {
    case .notMonotone, .weakConsistency, .betweenness, .boundDefects, .openEnds: .error
    case .inversions, .rangeCompression, .unusedRatings, .dominantRating: .warning
    case .ordering, .scoreTies: .info
    }
  }

  /// What it is about.
  public var subject: Subject {
    switch self {
    case .notMonotone, .betweenness, .unusedRatings, .dominantRating, .scoreTies: .matrix
    case .boundDefects(let scale, _), .openEnds(let scale, _):
      scale == .likelihood ? .likelihood : .impact
    case .weakConsistency, .inversions, .ordering, .rangeCompression: .cells
    }
  }

  /// What a finding is about.
  public enum Subject: Hashable, Sendable {
    /// The ratings of the matrix, whatever the scales mean.
    case matrix
    /// The bounds of one scale.
    case likelihood, impact
    /// The matrix and both scales together.
    case cells
  }
}

/// One of the two scales of a matrix.
public enum MatrixScale: Hashable, Sendable {
  case likelihood, impact
}
