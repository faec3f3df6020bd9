import RegisterModel

/// What a matrix on linear scales must look like to be consistent at all: the bottom row and the left
/// column have the lowest rating, and the second row and column never the highest.
///
/// - Note: Cox, "What's wrong with risk matrices?", Risk Analysis 28 (2008): necessary for three
///   ratings on scales from zero to one.
public struct CoxForm: Hashable, Sendable {
  /// Cells of the bottom row or the left column that don't have the lowest rating, row by row.
  public let raisedEdges: [MatrixCell]
  /// Cells of the second row or column that have the highest rating, row by row.
  public let highNearEdge: [MatrixCell]

  /// Whether the matrix has that form.
  public var isMet: Bool { raisedEdges.isEmpty && highNearEdge.isEmpty }

  /// - Returns: nil unless both scales are linear and start at zero, and three ratings are used.
  init?(_ table: RatingTable, likelihood: AuditAxis, impact: AuditAxis, _ spacing: AxisSpacing) {
    let used = Set(table.ratedCells.map(\.rating)).sorted()
    guard spacing == .linear, used.count == 3, likelihood.startsAtZero, impact.startsAtZero else {
      return nil
    }
    let cells = table.ratedCells
    raisedEdges = cells.filter { $0.cell.edge == 1 && $0.rating != used[0] }.map(\.cell)
    highNearEdge = cells.filter { $0.cell.edge == 2 && $0.rating == used[2] }.map(\.cell)
  }
}

extension MatrixCell {
  /// 1 in the bottom row or left column, 2 in the next ones, and so on.
  fileprivate var edge: Int16 { min(likelihood.rank, impact.rank) }
}

extension AuditAxis {
  fileprivate var startsAtZero: Bool { levels.first?.from == 0 }
}
