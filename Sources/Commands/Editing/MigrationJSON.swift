import RegisterModel
import RiskScoring

/// What a migration changes, as JSON has it.
struct MigrationJSON: Encodable {
  let from: Nullable<String>
  let to: Nullable<String>
  let mapping: [Scale]
  /// Old categories that go.
  let dropped: [String]
  let levels: [Level]
  let ratings: [Rating]

  struct Scale: Encodable {
    /// `likelihood`, `rating`, or an impact category.
    let scale: String
    /// The impact category that it becomes; null for the other scales.
    let category: Nullable<String>
    let levels: [Pair]
  }

  struct Pair: Encodable {
    let from: Int16
    let to: Int16
  }

  /// A level of a record that becomes another one.
  struct Level: Encodable {
    let kind: String
    /// Null for the criteria.
    let id: Nullable<String>
    let field: String
    let scale: String
    let from: Int16
    let to: Int16
  }

  /// A risk that is rated, or stands, otherwise than its old rating would. Null: not assessed.
  struct Rating: Encodable {
    let id: String
    let stage: String
    let from: Nullable<Int16>
    let to: Nullable<Int16>
    let stateBefore: Nullable<String>
    let stateAfter: Nullable<String>
  }

  init(_ migration: ScaleMigration, of register: Register) {
    let words = MigrationWords(migration)
    from = Nullable(migration.before?.set?.text)
    to = Nullable(migration.after.set?.text)
    mapping =
      [
        Scale(
          scale: "likelihood", category: Nullable(nil),
          levels: Self.pairs(migration.mapping.likelihood))
      ]
      + migration.mapping.categories.map {
        Scale(
          scale: $0.from.text, category: Nullable($0.to.text), levels: Self.pairs($0.levels))
      }
      + [
        Scale(
          scale: "rating", category: Nullable(nil), levels: Self.pairs(migration.mapping.ratings))
      ]
    dropped = migration.droppedCategories.map(\.text)
    levels = migration.changes.map { change in
      let (from, to) =
        switch change.level {
        case .likelihood(let from, let to): (from.rank, to.rank)
        case .impact(_, let from, let to, _): (from.rank, to.rank)
        case .rating(let from, let to): (from.rank, to.rank)
        }
      return Level(
        kind: change.kind, id: Nullable(change.entity), field: change.field,
        scale: words.scale(change.level), from: from, to: to)
    }
    ratings = migration.ratingChanges.map {
      Rating(
        id: $0.risk.text, stage: $0.stage.rawValue, from: Nullable($0.before?.rank),
        to: Nullable($0.after?.rank), stateBefore: Nullable($0.stateBefore?.rawValue),
        stateAfter: Nullable($0.stateAfter?.rawValue))
    }
  }

  private static func pairs<Scale>(_ map: LevelMap<Scale>) -> [Pair] {
    map.pairs.map { Pair(from: $0.from.rank, to: $0.to.rank) }
  }
}
