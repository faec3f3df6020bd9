public import RegisterModel

/// The rating matrix as a flat table: `table[likelihood, impact]`.
public struct RatingTable: Sendable {
  /// The ratings, the lowest first; rank 1 is the first of them.
  public let ratings: [Rating]
  /// The number of likelihood levels that have a row.
  public let rowCount: Int
  /// The number of impact levels in the longest row.
  public let columnCount: Int
  private let cells: [Int16]

  /// - Parameter matrix: nil for criteria without one: a table without cells.
  /// - Complexity: O(*n*) in the number of cells.
  init(_ matrix: RatingMatrix?) {
    let rows = matrix?.rows.prefix(99) ?? []  // a Level has no higher rank
    let columns = min(rows.lazy.map(\.ratings.count).max() ?? 0, 99)
    var cells: [Int16] = []
    for row in rows {
      for column in 0..<columns {
        cells.append(column < row.ratings.count ? row.ratings[column].rank : 0)
      }
    }
    ratings = matrix?.ratings ?? []
    rowCount = rows.count
    columnCount = columns
    self.cells = cells
  }

  /// Whether there is no cell at all.
  public var isEmpty: Bool { cells.isEmpty }

  /// The highest rank that is declared or used; 0 where there is none.
  public var highestRank: Int { max(ratings.count, Int(cells.max() ?? 0)) }

  /// The rating that a likelihood and an impact come to; nil where the matrix has no such cell.
  public subscript(likelihood: Level<LikelihoodScale>, impact: Level<ImpactScale>)
    -> Level<RatingScale>?
  {
    let (row, column) = (Int(likelihood.rank) - 1, Int(impact.rank) - 1)
    guard row < rowCount, column < columnCount else { return nil }
    return Level(Int(cells[row * columnCount + column]))  // 0, no cell, is no level
  }

  /// The rating of a rank, with its name and colour; nil where the matrix declares none.
  public subscript(rating: Level<RatingScale>) -> Rating? {
    Int(rating.rank) <= ratings.count ? ratings[Int(rating.rank) - 1] : nil
  }
}
