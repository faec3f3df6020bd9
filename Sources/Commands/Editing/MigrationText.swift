import RegisterModel
import RiskScoring

/// What a migration would change, for people.
struct MigrationText {
  private let migration: ScaleMigration
  private let register: Register
  private let words: MigrationWords
  /// How many risks are shown; nil: all.
  private let limit: Int?

  init(_ migration: ScaleMigration, of register: Register, limit: Int?) {
    self.migration = migration
    self.register = register
    words = MigrationWords(migration)
    self.limit = limit
  }

  var text: String {
    ([heading, ""] + scales + risks + others + criteria).joined(separator: "\n")
  }

  private var heading: String {
    let names = [migration.before?.set, migration.after.set].map {
      $0?.text ?? "criteria of its own"
    }
    return "From \(names[0]) to \(names[1])"
  }

  // MARK: Scales

  private var scales: [String] {
    let mapping = migration.mapping
    var scales = [("likelihood", words.pairs(likelihood: mapping.likelihood))]
    scales += mapping.categories.filter { isNew($0.to) }.map { ($0.from.text, words.pairs($0)) }
    scales.append(("rating", words.pairs(ratings: mapping.ratings)))
    let width = scales.map(\.0.count).max() ?? 0
    var lines = scales.map { name, pairs in
      "  \(name.padded(to: width))  "
        + (pairs.isEmpty ? "nothing decided" : pairs.joined(separator: " · "))
    }
    let kept = mapping.categories.map(\.to).filter { !isNew($0) }.map(\.text)
    if !kept.isEmpty { lines.append("  kept as it is: \(kept.joined(separator: ", "))") }
    let gone = migration.droppedCategories.map(\.text)
    if !gone.isEmpty {
      lines.append("  gone, since nothing uses it: \(gone.joined(separator: ", "))")
    }
    return lines + [""]
  }

  /// Whether a category has its scale from the new criteria.
  private func isNew(_ category: Identifier<ImpactCategory>) -> Bool {
    !migration.keptCategories.contains(category)
  }

  // MARK: Risks

  private var risks: [String] {
    var levels: [String: [LevelChange]] = [:]
    for change in migration.changes where change.kind == "risk" {
      levels[change.entity ?? "", default: []].append(change)
    }
    var ratings: [String: [RatingChange]] = [:]
    for change in migration.ratingChanges { ratings[change.risk.text, default: []].append(change) }
    let changed = register.risks.indices.filter {
      let id = register.risks[$0].id.text
      return levels[id] != nil || ratings[id] != nil
    }
    var lines = [
      "Risks with another level or rating: \(changed.count) of \(register.risks.count)"
    ]
    for index in changed.prefix(limit ?? .max) {
      let risk = register.risks[index]
      lines.append("  \(risk.id)  \(risk.title)")
      lines += stages(levels[risk.id.text] ?? [], ratings[risk.id.text] ?? [])
    }
    let rest = changed.count - min(changed.count, limit ?? .max)
    return rest > 0 ? lines + ["  … and \(rest) more; --all shows them"] : lines
  }

  private func stages(_ levels: [LevelChange], _ ratings: [RatingChange]) -> [String] {
    var lines = Stage.allCases.compactMap { stage -> String? in
      var parts = levels.filter { $0.stage == stage }.map {
        "\(words.scale($0.level)) \(words.change($0.level))"
      }
      if let rating = ratings.first(where: { $0.stage == stage }) { parts += sentence(rating) }
      return parts.isEmpty ? nil : "    \(stage.rawValue): " + parts.joined(separator: " · ")
    }
    lines += levels.filter { $0.stage == nil }.map {
      "    \(EditText.words(FieldPath($0.field) ?? FieldPath([]))): \(words.change($0.level))"
    }
    return lines
  }

  private func sentence(_ change: RatingChange) -> [String] {
    var parts: [String] = []
    let expected = change.before.flatMap { migration.mapping.ratings[$0] }
    if expected != change.after {
      let instead = expected.map { ", where its old rating is now \(words.newRating($0))" } ?? ""
      parts.append(
        "rated \(words.oldRating(change.before)) → \(words.newRating(change.after))\(instead)")
    }
    if change.stateBefore != change.stateAfter {
      parts.append("\(phrase(change.stateBefore)) → \(phrase(change.stateAfter))")
    }
    return parts
  }

  private func phrase(_ state: AppetiteState?) -> String {
    switch state {
    case .withinAppetite: "within appetite"
    case .withinTolerance: "within tolerance"
    case .exceedsTolerance: "exceeds tolerance"
    case nil: "standing not known"
    }
  }

  // MARK: All else

  private var others: [String] {
    let parts = [
      ("activity", "activities"), ("treatment", "treatments"), ("acceptance", "acceptances"),
      ("session", "sessions"),
    ].compactMap { kind, plural -> String? in
      let changes = migration.changes.filter { $0.kind == kind }
      guard !changes.isEmpty else { return nil }
      let records = Set(changes.compactMap(\.entity)).count
      return "\(changes.count) in \(records) \(records == 1 ? kind : plural)"
    }
    return parts.isEmpty ? [] : ["Levels and ratings elsewhere: " + parts.joined(separator: ", ")]
  }

  private var criteria: [String] {
    let changes = migration.changes.filter { $0.kind == "criteria" }
    return changes.isEmpty
      ? []
      : ["What was decided by level or rating, on the new scales:"]
        + changes.map { change in
          let path = FieldPath(Array((FieldPath(change.field)?.steps ?? []).dropFirst()))
          return "  \(EditText.words(path)) \(words.change(change.level))"
        }
  }
}
