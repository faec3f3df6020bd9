import RegisterModel

/// An audit of a rating matrix against what its levels stand for: whether it contradicts itself, and how
/// well it orders risks.
///
/// A matrix that fails is no reason not to use a register, but every reader must know (DOMAIN §0.2).
/// Cells without a rating or without bounds are left out of what compares amounts; they are in
/// ``unaudited``.
///
/// ```swift
/// let audit = MatrixAudit(
///   likelihoodBounds: [0.01, 0.1, 1], impactBounds: [1e3, 1e4, 1e5], ratings: [[1, 2], [2, 3]])
/// ```
public struct MatrixAudit: Sendable {
  /// The ratings, row by row.
  public let table: RatingTable
  public let likelihood: AuditAxis
  public let impact: AuditAxis
  public let spacing: AxisSpacing
  /// The number of cells of each rating, the lowest first.
  public let cellCounts: [Int]
  /// Of pairs of cells that are rated differently, how many overlap; by the steps between the ratings.
  public let distances: [RatingDistance]
  /// How well the ratings order risks; nil where less than two cells could be compared.
  public let ordering: OrderingShares?
  /// Cox's necessary forms; nil unless the scales are linear from zero and three ratings are used.
  public let coxForm: CoxForm?
  /// The cells of the two scales that could not be compared, row by row: no rating, or no bounds.
  public let unaudited: [MatrixCell]
  /// What the checks found, in their order.
  public let findings: [MatrixFinding]

  /// How many times the smallest risk of a cell its largest may be without MX-6.
  public static let standardCompressionLimit = 100.0
  /// Into how many parts MX-5 divides a level.
  private static let divisions = 4

  /// - Parameters:
  ///   - likelihoodBounds: In events a year, ascending, one more than there are rows.
  ///   - impactBounds: In the unit of the category, ascending, one more than there are columns.
  ///   - ratings: Ranks from 1, the rarest likelihood first, in it the mildest impact.
  ///   - spacing: How values are spread inside a level.
  ///   - compressionLimit: For MX-6.
  ///   - showsScores: Whether products or sums of levels are shown to people, for MX-9. Holdfast itself
  ///     shows none.
  /// - Complexity: O(*n* log *n*) in the number of cells, times the ratings.
  public init(
    likelihoodBounds: [Double], impactBounds: [Double], ratings: [[Int]],
    spacing: AxisSpacing = .geometric,
    compressionLimit: Double = MatrixAudit.standardCompressionLimit, showsScores: Bool = false
  ) {
    precondition(likelihoodBounds.count == ratings.count + 1, "a bound between each two rows")
    precondition(
      ratings.allSatisfy { impactBounds.count == $0.count + 1 }, "a bound between each two columns")
    self.init(
      RatingTable(rows: ratings), likelihood: AuditAxis(bounds: likelihoodBounds),
      impact: AuditAxis(bounds: impactBounds), spacing, compressionLimit: compressionLimit,
      showsScores: showsScores)
  }

  init(
    _ table: RatingTable, likelihood: AuditAxis, impact: AuditAxis, _ spacing: AxisSpacing,
    compressionLimit: Double, showsScores: Bool
  ) {
    let cells = AuditedCells(table, likelihood: likelihood, impact: impact, spacing)
    self.table = table
    self.likelihood = likelihood
    self.impact = impact
    self.spacing = spacing
    cellCounts = table.cellCounts
    distances = cells.overlaps()
    ordering = cells.ordering(
      likelihood: likelihood, impact: impact, spacing, divisions: Self.divisions)
    coxForm = CoxForm(table, likelihood: likelihood, impact: impact, spacing)
    unaudited = cells.unknown
    findings =
      Self.findings(of: table, showsScores: showsScores)
      + Self.findings(of: likelihood, .likelihood, spacing)
      + Self.findings(of: impact, .impact, spacing)
      + Self.findings(of: cells, table, ordering, compressionLimit)
  }

  /// How many different values the products of the ranks of the cells have, and how many their sums:
  /// all else are ties (MX-9).
  public var scoreValues: (products: Int, sums: Int) { table.scoreValues }

  /// The pairs of cells that are rated differently.
  public var differentPairs: Int { distances.reduce(0) { $0 + $1.pairs } }

  /// Those of ``differentPairs`` in which a risk of the lower rating may be the larger one.
  public var overlappingPairs: Int { distances.reduce(0) { $0 + $1.overlapping } }

  /// How well the ratings order risks whose frequency and loss are known, such as those of an
  /// organisation's own history. Those that lie off the scales, or in a cell without a rating, are left
  /// out.
  ///
  /// - Parameter risks: Events a year, and loss in the unit of the category.
  /// - Returns: nil where less than two of them have a rating.
  /// - Complexity: O(*n* log *n*) in the number of risks, times the ratings.
  public func ordering(of risks: [(frequency: Double, loss: Double)]) -> OrderingShares? {
    OrderingShares(
      of: risks.compactMap { risk in
        guard let row = likelihood.place(of: risk.frequency),
          let column = impact.place(of: risk.loss), let cell = MatrixCell(row: row, column: column)
        else { return nil }
        return table[cell.likelihood, cell.impact].map {
          (risk.frequency * risk.loss, Int($0.rank))
        }
      })
  }
}

extension MatrixAudit {
  /// What the ratings alone say: MX-1, MX-3, MX-7, MX-9.
  static func findings(of table: RatingTable, showsScores: Bool) -> [MatrixFinding] {
    var findings: [MatrixFinding] = []
    let falls = table.falls()
    if !falls.isEmpty { findings.append(.notMonotone(CellPairs(falls, count: falls.count))) }
    let jumps = table.jumps()
    if !jumps.isEmpty { findings.append(.betweenness(CellPairs(jumps, count: jumps.count))) }
    let counts = table.cellCounts
    let cellCount = counts.reduce(0, +)
    let unused = counts.indices.filter { counts[$0] == 0 }.compactMap {
      Level<RatingScale>($0 + 1)
    }
    if cellCount > 0, !unused.isEmpty { findings.append(.unusedRatings(unused)) }
    if let most = counts.indices.first(where: { 2 * counts[$0] > cellCount }),
      let rating = Level<RatingScale>(most + 1)
    {
      findings.append(.dominantRating(rating, cells: counts[most], of: cellCount))
    }
    if showsScores, cellCount > 0 {
      let values = table.scoreValues
      findings.append(
        .scoreTies(products: values.products, sums: values.sums, cells: cellCount))
    }
    return findings
  }

  /// What a scale alone says: MX-8, MX-10.
  static func findings(of axis: AuditAxis, _ scale: MatrixScale, _ spacing: AxisSpacing)
    -> [MatrixFinding]
  {
    let (defects, ends) = (axis.defects, axis.openEnds(spacing))
    return (defects.isEmpty ? [] : [.boundDefects(scale, defects)])
      + (ends.isEmpty ? [] : [.openEnds(scale, ends)])
  }

  /// What the ratings and the bounds say together: MX-2, MX-4, MX-5, MX-6.
  private static func findings(
    of cells: AuditedCells, _ table: RatingTable, _ ordering: OrderingShares?, _ limit: Double
  ) -> [MatrixFinding] {
    var findings: [MatrixFinding] = []
    let counts = table.cellCounts
    if let lowest = counts.firstIndex(where: { $0 > 0 }),
      let highest = counts.lastIndex(where: { $0 > 0 }), lowest < highest
    {
      let pairs = cells.inconsistencies(lowest: lowest + 1, highest: highest + 1)
      if pairs.count > 0 { findings.append(.weakConsistency(pairs)) }
    }
    let inversions = cells.inversions()
    if inversions.count > 0 { findings.append(.inversions(inversions)) }
    if let ordering { findings.append(.ordering(ordering)) }
    let wide = cells.wideCells(limit: limit)
    if !wide.isEmpty { findings.append(.rangeCompression(wide, limit: limit)) }
    return findings
  }
}

extension AuditAxis {
  /// The place of the level that holds a value, its upper bound excluded but on the top level.
  fileprivate func place(of value: Double) -> Int? {
    levels.indices.first { index in
      guard let (low, high) = range(index) else { return false }
      return low <= value && (value < high || (value == high && index == levels.count - 1))
    }
  }
}
