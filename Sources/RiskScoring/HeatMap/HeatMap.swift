public import RegisterModel

/// How many risks stand in each cell of the matrix at a stage.
///
/// Every risk of the assessment is counted once: in a cell, as not assessed, or as closed. A risk
/// without a rating is not assessed, here as everywhere.
public struct HeatMap: Sendable {
  /// One cell: a likelihood and an overall impact.
  public struct Cell: Hashable, Sendable {
    public let likelihood: Level<LikelihoodScale>
    public let impact: Level<ImpactScale>
    /// The rating of the cell; nil where the matrix has none.
    public let rating: Level<RatingScale>?
    /// The number of risks in it.
    public let count: Int
  }

  public let stage: Stage
  /// The number of likelihood levels: a row each.
  public let rowCount: Int
  /// The number of impact levels: a column each.
  public let columnCount: Int
  /// All cells, row by row: the rarest likelihood first and in it the mildest impact.
  public let cells: [Cell]
  /// The risks without a rating that are not closed.
  public let notAssessed: Int
  /// The closed risks, rated or not.
  public let closed: Int

  /// - Complexity: O(*n*) in the number of risks.
  public init(of assessment: Assessment) {
    let rules = assessment.rules
    let rows = Swift.max(rules.likelihood.count, rules.matrix.rowCount)
    let columns = Swift.max(
      rules.categories.map(\.scale.count).max() ?? 0, rules.matrix.columnCount)
    var counts = [Int](repeating: 0, count: rows * columns)
    var (notAssessed, closed) = (0, 0)
    for (index, score) in assessment.scores.enumerated() {
      if assessment.risks[index].status == .closed {
        closed += 1
      } else if score.rating != nil, let likelihood = score.likelihood, let impact = score.impact {
        counts[(Int(likelihood.rank) - 1) * columns + Int(impact.rank) - 1] += 1
      } else {
        notAssessed += 1
      }
    }
    cells = (0..<rows).flatMap { row in
      (0..<columns).compactMap { column in
        guard let likelihood = Level<LikelihoodScale>(row + 1),
          let impact = Level<ImpactScale>(column + 1)
        else { return nil }
        return Cell(
          likelihood: likelihood, impact: impact, rating: rules.matrix[likelihood, impact],
          count: counts[row * columns + column])
      }
    }
    stage = assessment.stage
    rowCount = rows
    columnCount = columns
    self.notAssessed = notAssessed
    self.closed = closed
  }

  /// A cell; nil outside the map.
  public subscript(likelihood: Level<LikelihoodScale>, impact: Level<ImpactScale>) -> Cell? {
    let (row, column) = (Int(likelihood.rank) - 1, Int(impact.rank) - 1)
    return row < rowCount && column < columnCount ? cells[row * columnCount + column] : nil
  }
}
