import RegisterModel

/// A cell that has a rating and bounds: what the audit can compare.
struct AuditedCell {
  let cell: MatrixCell
  /// The rank of its rating.
  let rating: Int
  /// The least and the most that a risk in it may come to: R(i,j) of DOMAIN §2.4.
  let low: Double
  let high: Double
  /// What stands for it; nil where an axis has no middle, because it starts at zero and is geometric.
  let centre: Double?
}

/// The cells that can be compared, and what the pairs of them come to.
struct AuditedCells {
  /// Row by row.
  let cells: [AuditedCell]
  /// The cells of the two scales that can't be compared, for want of a rating or of bounds.
  let unknown: [MatrixCell]

  /// Relative slack for bounds that are equal on paper.
  private static let slack = 1e-12

  /// - Complexity: O(*n*) in the number of cells.
  init(
    _ table: RatingTable, likelihood: AuditAxis, impact: AuditAxis, _ spacing: AxisSpacing
  ) {
    var cells: [AuditedCell] = []
    var unknown: [MatrixCell] = []
    for row in likelihood.levels.indices {
      for column in impact.levels.indices {
        guard let cell = MatrixCell(row: row, column: column) else { continue }
        guard let frequency = likelihood.range(row), let loss = impact.range(column),
          let rating = table[cell.likelihood, cell.impact]
        else {
          unknown.append(cell)
          continue
        }
        let (low, high) = (frequency.low * loss.low, frequency.high * loss.high)
        cells.append(
          AuditedCell(
            cell: cell, rating: Int(rating.rank), low: low, high: high,
            centre: Self.centre(frequency, loss, spacing)))
      }
    }
    self.cells = cells
    self.unknown = unknown
  }

  private static func centre(
    _ frequency: (low: Double, high: Double), _ loss: (low: Double, high: Double),
    _ spacing: AxisSpacing
  ) -> Double? {
    switch spacing {
    case .linear: (frequency.low + frequency.high) / 2 * ((loss.low + loss.high) / 2)
    case .geometric:
      frequency.low > 0 && loss.low > 0
        ? (frequency.low * frequency.high).squareRoot() * (loss.low * loss.high).squareRoot()
        : nil
    }
  }

  /// Cells of the highest rating whose least is below the most of a cell of the lowest rating: weak
  /// consistency is broken (MX-2).
  ///
  /// - Complexity: O(*n* log *n*) in the number of cells, and O(pairs) up to the limit.
  func inconsistencies(lowest: Int, highest: Int) -> CellPairs {
    let top = cells.filter { $0.rating == highest }.sorted { $0.low < $1.low }
    let bottom = cells.filter { $0.rating == lowest }.sorted { $0.high > $1.high }
    var (pairs, count) = ([CellPair](), 0)
    var end = bottom.count  // the first that doesn't contradict; those after it don't either
    for higher in top {
      while end > 0, !(higher.low < bottom[end - 1].high * (1 - Self.slack)) { end -= 1 }
      count += end
      pairs += bottom.prefix(min(end, CellPairs.limit - pairs.count)).map {
        CellPair(higher: higher.cell, lower: $0.cell, ratio: $0.high / higher.low)
      }
    }
    return CellPairs(pairs, count: count)
  }

  /// Pairs of cells whose centres lie in the opposite order of their ratings (MX-4).
  ///
  /// - Complexity: O(*n* log *n*) in the number of cells, times the ratings; O(*n*) more for each pair
  ///   listed.
  func inversions() -> CellPairs {
    let known = cells.filter { $0.centre != nil }.sorted { $0.middle < $1.middle }
    var sweep = RatingSweep(known.map { ($0.middle, $0.rating) })
    var (pairs, count) = ([CellPair](), 0)
    for lower in known {
      let before = sweep.advance { $0 < lower.middle * (1 - 1e-9) }
      let above = sweep.count(above: lower.rating)
      count += above
      guard above > 0, pairs.count < CellPairs.limit else { continue }
      for higher in known[..<before] where higher.rating > lower.rating {
        pairs.append(
          CellPair(
            higher: higher.cell, lower: lower.cell, ratio: lower.middle / higher.middle))
      }
    }
    return CellPairs(Array(pairs.prefix(CellPairs.limit)), count: count)
  }

  /// For each number of steps between two ratings, from one step on: the pairs of cells so far apart,
  /// and how many of them overlap, so that a risk of the lower rating may be the larger one.
  ///
  /// - Complexity: O(*n* log *n*) in the number of cells, times the ratings.
  func overlaps() -> [RatingDistance] {
    var counts = [Int](repeating: 0, count: 100)
    for cell in cells { counts[cell.rating] += 1 }
    guard let lowest = counts.firstIndex(where: { $0 > 0 }),
      let highest = counts.lastIndex(where: { $0 > 0 }), lowest < highest
    else { return [] }
    var (all, separate) = (counts.map { _ in 0 }, counts.map { _ in 0 })
    for low in lowest..<highest {
      for high in (low + 1)...highest { all[high - low] += counts[low] * counts[high] }
    }
    // Two cells that don't overlap: one ends where, or before, the other starts.
    var sweep = RatingSweep(cells.map { ($0.high, $0.rating) }.sorted { $0.0 < $1.0 })
    for cell in cells.sorted(by: { $0.low < $1.low }) {
      sweep.advance { !(cell.low < $0 * (1 - Self.slack)) }
      for rating in lowest...highest where rating != cell.rating {
        separate[abs(rating - cell.rating)] += sweep[rating]
      }
    }
    return (1...(highest - lowest)).filter { all[$0] > 0 }.map {
      RatingDistance(steps: $0, pairs: all[$0], overlapping: all[$0] - separate[$0])
    }
  }

  /// The cells in which the largest risk is more than `limit` times the smallest (MX-6).
  func wideCells(limit: Double) -> [CellSpan] {
    cells.compactMap { cell in
      let ratio = cell.high / cell.low
      // Bounds of decades give a hundred but for rounding.
      return ratio > limit * (1 + 1e-9) ? CellSpan(cell: cell.cell, ratio: ratio) : nil
    }
  }
}

extension AuditedCell {
  /// The centre of a cell that has one.
  fileprivate var middle: Double { centre ?? 0 }
}
