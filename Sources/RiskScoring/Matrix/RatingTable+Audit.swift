import RegisterModel

/// What an audit asks of the ratings alone, whatever the scales mean.
extension RatingTable {
  /// - Parameter rows: Ranks, 0 for no cell; the rarest likelihood first, in it the mildest impact.
  init(rows: [[Int]]) {
    var matrix = RatingMatrix()
    matrix.rows = rows.map { row in MatrixRow(row.compactMap { Level($0) }) }
    precondition(
      zip(rows, matrix.rows).allSatisfy { $0.count == $1.ratings.count }, "ranks from 1 to 99")
    self.init(matrix)
  }

  /// All cells that have a rating, row by row.
  var ratedCells: [(cell: MatrixCell, rating: Level<RatingScale>)] {
    (0..<rowCount).flatMap { row in
      (0..<columnCount).compactMap { column in
        MatrixCell(row: row, column: column).flatMap { cell in
          self[cell.likelihood, cell.impact].map { (cell, $0) }
        }
      }
    }
  }

  /// The number of cells of each rating, the lowest first.
  var cellCounts: [Int] {
    var counts = [Int](repeating: 0, count: highestRank)
    for cell in ratedCells { counts[Int(cell.rating.rank) - 1] += 1 }
    return counts
  }

  /// Neighbours of which the higher level is rated lower (MX-1).
  func falls() -> [CellPair] {
    neighbours([(1, 0), (0, 1)]).filter { $0.1.rating < $0.0.rating }.map {
      CellPair(higher: $0.0.cell, lower: $0.1.cell, ratio: nil)
    }
  }

  /// Neighbours, corners too, of which one has the lowest rating used and the other the highest (MX-3).
  func jumps() -> [CellPair] {
    let used = ratedCells.map(\.rating)
    guard let lowest = used.min(), let highest = used.max(), lowest < highest else { return [] }
    return neighbours([(1, 0), (0, 1), (1, 1)]).compactMap { first, second in
      switch (first.rating, second.rating) {
      case (lowest, highest): CellPair(higher: second.cell, lower: first.cell, ratio: nil)
      case (highest, lowest): CellPair(higher: first.cell, lower: second.cell, ratio: nil)
      default: nil
      }
    }
  }

  /// The different values that the products of the ranks of cells have, and their sums (MX-9).
  var scoreValues: (products: Int, sums: Int) {
    var (products, sums) = (Set<Int>(), Set<Int>())
    for row in 1...max(rowCount, 1) where rowCount > 0 {
      for column in 1...max(columnCount, 1) where columnCount > 0 {
        products.insert(row * column)
        sums.insert(row + column)
      }
    }
    return (products.count, sums.count)
  }

  private typealias RatedCell = (cell: MatrixCell, rating: Level<RatingScale>)

  /// Each cell and the cell that many rows and columns further on, where both have a rating.
  private func neighbours(_ offsets: [(rows: Int, columns: Int)]) -> [(RatedCell, RatedCell)] {
    ratedCells.flatMap { first in
      offsets.compactMap { offset in
        guard
          let cell = MatrixCell(
            row: Int(first.cell.likelihood.rank) - 1 + offset.rows,
            column: Int(first.cell.impact.rank) - 1 + offset.columns),
          let rating = self[cell.likelihood, cell.impact]
        else { return nil }
        return (first, (cell, rating))
      }
    }
  }
}
