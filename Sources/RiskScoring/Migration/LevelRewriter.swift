import RegisterModel

/// Puts levels of records on new scales, and keeps account of it: what became what, and which levels
/// nobody has decided on.
struct LevelRewriter {
  let mapping: ScaleMapping
  private(set) var changes: [LevelChange] = []
  private(set) var gaps = MappingGaps()

  init(_ mapping: ScaleMapping) { self.mapping = mapping }

  /// Where a level stands.
  struct Place {
    let kind: String
    let entity: String?
  }

  mutating func likelihood(
    _ level: inout Level<LikelihoodScale>?, _ place: Place, _ field: @autoclosure () -> String
  ) {
    guard let old = level else { return }
    guard let new = mapping.likelihood[old] else {
      return gaps.add(.likelihood(old), place, field())
    }
    level = new
    if new != old { add(.likelihood(from: old, to: new), place, field()) }
  }

  /// What an impact becomes: its level, and its category.
  mutating func impact(
    _ level: Level<ImpactScale>, _ category: Identifier<ImpactCategory>, _ place: Place,
    _ field: @autoclosure () -> String
  ) -> (level: Level<ImpactScale>, category: Identifier<ImpactCategory>) {
    guard let decided = mapping[category] else {
      gaps.add(.category(category), place, field())
      return (level, category)
    }
    guard let new = decided.levels[level] else {
      gaps.add(.impact(category, level), place, field())
      return (level, category)
    }
    if new != level || decided.to != category {
      add(.impact(category, from: level, to: new, in: decided.to), place, field())
    }
    return (new, decided.to)
  }

  mutating func rating(
    _ level: inout Level<RatingScale>, _ place: Place, _ field: @autoclosure () -> String
  ) {
    guard let new = mapping.ratings[level] else {
      return gaps.add(.rating(level), place, field())
    }
    let old = level
    level = new
    if new != old { add(.rating(from: old, to: new), place, field()) }
  }

  mutating func rating(
    _ level: inout Level<RatingScale>?, _ place: Place, _ field: @autoclosure () -> String
  ) {
    guard var present = level else { return }
    rating(&present, place, field())
    level = present
  }

  /// A category that stands without a level.
  mutating func category(
    _ category: inout Identifier<ImpactCategory>?, _ place: Place,
    _ field: @autoclosure () -> String
  ) {
    guard let old = category else { return }
    guard let decided = mapping[old] else {
      return gaps.add(.category(old), place, field())
    }
    category = decided.to
  }

  mutating func impacts(
    _ impacts: inout [ScoredImpact], _ place: Place, _ path: @autoclosure () -> String
  ) {
    for index in impacts.indices {
      let (level, category) = (impacts[index].level, impacts[index].category)
      (impacts[index].level, impacts[index].category) = impact(
        level, category, place, "\(path())impact[\(category)]/level")
    }
  }

  private mutating func add(_ level: LevelChange.Level, _ place: Place, _ field: String) {
    changes.append(
      LevelChange(kind: place.kind, entity: place.entity, field: field, level: level))
  }
}
