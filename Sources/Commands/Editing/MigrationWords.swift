import RegisterModel
import RiskScoring

/// The names of levels and ratings, before and after a migration.
struct MigrationWords {
  private let before: Criteria
  private let after: Criteria

  init(_ migration: ScaleMigration) {
    before = migration.before ?? Criteria()
    after = migration.after
  }

  /// "3 Possible → 2 Low".
  func change(_ level: LevelChange.Level) -> String {
    switch level {
    case .likelihood(let from, let to):
      "\(named(from.rank, names(before))) → \(named(to.rank, names(after)))"
    case .impact(let category, let from, let to, let other):
      "\(named(from.rank, names(before, category))) → "
        + (category == other ? "" : "\(other) ") + named(to.rank, names(after, other))
    case .rating(let from, let to):
      "\(named(from.rank, ratings(before))) → \(named(to.rank, ratings(after)))"
    }
  }

  /// What a level is of: "likelihood", "money", "rating".
  func scale(_ level: LevelChange.Level) -> String {
    switch level {
    case .likelihood: "likelihood"
    case .impact(let category, _, _, _): category.text
    case .rating: "rating"
    }
  }

  /// The rating under the old criteria; "not assessed" for none.
  func oldRating(_ rating: Level<RatingScale>?) -> String { name(rating, ratings(before)) }

  /// The rating under the new criteria; "not assessed" for none.
  func newRating(_ rating: Level<RatingScale>?) -> String { name(rating, ratings(after)) }

  /// What each level of a scale becomes: "1 Rare → 1 Very Low", the lowest first.
  func pairs(likelihood map: LevelMap<LikelihoodScale>) -> [String] {
    map.pairs.map { change(.likelihood(from: $0.from, to: $0.to)) }
  }

  func pairs(_ category: ScaleMapping.Category) -> [String] {
    category.levels.pairs.map {
      change(.impact(category.from, from: $0.from, to: $0.to, in: category.to))
    }
  }

  func pairs(ratings map: LevelMap<RatingScale>) -> [String] {
    map.pairs.map { change(.rating(from: $0.from, to: $0.to)) }
  }

  private func names(_ criteria: Criteria) -> [Line] {
    criteria.likelihood?.levels.map(\.name) ?? []
  }

  private func names(_ criteria: Criteria, _ category: Identifier<ImpactCategory>) -> [Line] {
    criteria.impacts.first { $0.category == category }?.levels.map(\.name) ?? []
  }

  private func ratings(_ criteria: Criteria) -> [Line] {
    criteria.matrix?.ratings.map(\.name) ?? []
  }

  private func named(_ rank: Int16, _ names: [Line]) -> String {
    Int(rank) <= names.count ? "\(rank) \(names[Int(rank) - 1])" : "\(rank)"
  }

  private func name(_ rating: Level<RatingScale>?, _ names: [Line]) -> String {
    guard let rating else { return "not assessed" }
    return Int(rating.rank) <= names.count ? names[Int(rating.rank) - 1].text : "\(rating.rank)"
  }
}

extension LevelChange {
  /// The stage of the risk whose level it is; nil where it is of none.
  var stage: Stage? {
    guard let step = FieldPath(field)?.steps.first, step.name == "score" else { return nil }
    return step.key.flatMap(Stage.init(rawValue:))
  }
}
