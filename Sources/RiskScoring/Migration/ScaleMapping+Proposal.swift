public import RegisterModel

extension ScaleMapping {
  /// A mapping to look at, and to use only when somebody asks for it.
  ///
  /// A level becomes the one whose interval holds what stands for it, √(lo·hi), by its unit or through
  /// money; where that can't be told, the one of the same name. A category that the new criteria lack is
  /// kept as it is, if its scale fits the new matrix. Ratings go by their names, if all of them are known
  /// there; otherwise a rating becomes the one that most of its cells have under the new matrix, of
  /// several the highest. What can't be told so is left out.
  ///
  /// - Parameter currency: That of the register.
  public static func proposed(
    from old: Criteria, to new: Criteria, currency: Currency
  ) -> ScaleMapping {
    let (before, after) = (
      ScoringRules(old, currency: currency), ScoringRules(new, currency: currency)
    )
    var mapping = ScaleMapping()
    mapping.likelihood = LevelMap(
      before.likelihood.conversions(to: after.likelihood),
      names: old.likelihood?.levels.map(\.name) ?? [],
      in: new.likelihood?.levels.map(\.name) ?? [])
    for (place, category) in old.impacts.enumerated() {
      if let same = after.index(of: category.category) {
        let conversion = CategoryConversion(CategoryIndex(place), of: before, to: after, rate: 1)
        mapping.categories.append(
          Category(
            from: category.category, to: category.category,
            levels: LevelMap(
              conversion.levels, names: category.levels.map(\.name),
              in: after[same].definition.levels.map(\.name))))
      } else if category.levels.count <= after.matrix.columnCount {
        mapping.categories.append(
          Category(
            from: category.category, to: category.category,
            levels: .identity(count: category.levels.count)))
      }
    }
    mapping.ratings = mapping.proposedRatings(from: before, to: after)
    return mapping
  }

  private func proposedRatings(from old: ScoringRules, to new: ScoringRules)
    -> LevelMap<RatingScale>
  {
    let (before, after) = (old.matrix.ratings.map(\.name), new.matrix.ratings.map(\.name))
    let byName = LevelMap<RatingScale>(names: before, in: after)
    if byName.pairs.count == before.count, byName.reversal == nil { return byName }
    let byCells = ratingsByCells(from: old.matrix, to: new.matrix)
    return byCells.reversal == nil ? byCells : LevelMap()
  }

  /// By the ratings that the cells of a rating have under the new matrix, over all categories.
  private func ratingsByCells(from old: RatingTable, to new: RatingTable) -> LevelMap<RatingScale> {
    var counts = Array(
      repeating: [Int](repeating: 0, count: new.highestRank), count: old.highestRank)
    for (cell, rating) in old.ratedCells {
      for category in categories {
        guard let row = likelihood[cell.likelihood], let column = category.levels[cell.impact],
          let there = new[row, column]
        else { continue }
        counts[Int(rating.rank) - 1][Int(there.rank) - 1] += 1
      }
    }
    var map = LevelMap<RatingScale>()
    for (index, counts) in counts.enumerated() {
      guard let most = counts.max(), most > 0, let place = counts.lastIndex(of: most),
        let from = Level<RatingScale>(index + 1)
      else { continue }
      map[from] = Level(place + 1)
    }
    return map
  }
}

extension LevelMap {
  /// By conversions and, where there is none, by names.
  fileprivate init(_ conversions: [LevelConversion<Scale>], names: [Line], in others: [Line]) {
    self.init(names: names, in: others)
    for (index, conversion) in conversions.enumerated() {
      if let from = Level<Scale>(index + 1), let to = conversion.level { self[from] = to }
    }
  }

  /// Levels become those of the same name; capitals don't matter.
  fileprivate init(names: [Line], in others: [Line]) {
    self.init()
    let others = others.map { $0.text.lowercased() }
    for (index, name) in names.enumerated() {
      if let place = others.firstIndex(of: name.text.lowercased()),
        let from = Level<Scale>(index + 1)
      {
        self[from] = Level(place + 1)
      }
    }
  }
}
