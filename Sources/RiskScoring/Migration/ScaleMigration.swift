public import RegisterModel

/// A register put on other scales: every level that its records and criteria have, by a mapping that
/// somebody decided on.
///
/// Nothing is guessed and nothing is pushed to the end of a scale: a level in use that the mapping
/// doesn't have is a finding, and then nothing changes at all. Levels of all stages are migrated, those
/// of treatments, impact grids and ballots, and ratings that people stated: appetite, authorities, review
/// intervals, overrides, and the ratings of recorded acceptances, which become what the same rating is
/// now called. Ratings that follow from levels follow from the new matrix; where that is another one
/// than the old rating would become, ``ratingChanges`` says so.
///
/// ```swift
/// let mapping = ScaleMapping.proposed(from: old, to: new, currency: register.currency)
/// let migration = ScaleMigration(of: register, to: new, by: mapping)
/// let migrated = try register.applying(migration.edits)
/// ```
public struct ScaleMigration: Sendable {
  /// The criteria before; nil: there are none, and nothing to migrate from.
  public let before: Criteria?
  /// The criteria after: the new scales and matrix, with what the organisation decided before.
  public let after: Criteria
  public let mapping: ScaleMapping
  /// Every level that becomes another one: of the criteria, then of the records in the order of their
  /// families.
  public let changes: [LevelChange]
  /// The risks that are rated, or stand to the appetite, otherwise than their old rating would; in the
  /// order of the register, each stage in its order. Empty where there are findings.
  public let ratingChanges: [RatingChange]
  /// The categories that the new criteria don't have and that are kept with their scales.
  public let keptCategories: [Identifier<ImpactCategory>]
  /// The old categories that go, for nothing uses them.
  public let droppedCategories: [Identifier<ImpactCategory>]
  /// What keeps the migration from being made; empty: nothing.
  public let findings: [Finding]
  private let original: Register
  private let migrated: Register

  /// - Complexity: O(*n*) in the number of levels.
  public init(of register: Register, to target: Criteria, by mapping: ScaleMapping) {
    var migrated = register
    var rewriter = LevelRewriter(mapping)
    let old = register.criteria ?? Criteria()
    let after = rewriter.criteria(old, to: target)
    rewriter.rewrite(
      &migrated, rules: ScoringRules(register),
      names: target.matrix?.ratings.map(\.name) ?? [])
    migrated.criteria = after
    let findings =
      register.criteria == nil
      ? [Self.noCriteria] : mapping.findings(from: old, to: after) + rewriter.gaps.findings(old)
    before = register.criteria
    self.after = after
    self.mapping = mapping
    self.findings = findings
    self.migrated = migrated
    original = register
    changes = rewriter.changes
    keptCategories = mapping.categories.map(\.to).filter { kept in
      !target.impacts.contains { $0.category == kept }
    }
    droppedCategories = old.impacts.map(\.category).filter { mapping[$0] == nil }
    ratingChanges =
      findings.isEmpty ? Self.ratingChanges(from: register, to: migrated, mapping.ratings) : []
  }

  /// The edits that migrate the register; their inverses, the last first, take it back. Empty where
  /// there are findings.
  ///
  /// - Complexity: O(*n*) in the size of the register.
  public var edits: [Edit] { findings.isEmpty ? original.edits(to: migrated) : [] }

  private static func ratingChanges(
    from old: Register, to new: Register, _ ratings: LevelMap<RatingScale>
  ) -> [RatingChange] {
    let stages = Stage.allCases.map { (Assessment(of: old, at: $0), Assessment(of: new, at: $0)) }
    return old.risks.indices.flatMap { index in
      stages.compactMap { old, new in
        let (before, after) = (old.scores[index], new.scores[index])
        let states = (before: before.standing.state, after: after.standing.state)
        guard
          before.rating.flatMap({ ratings[$0] }) != after.rating || states.before != states.after
        else { return nil }
        return RatingChange(
          index: index, risk: old.risks[index].id, stage: old.stage, before: before.rating,
          after: after.rating, stateBefore: states.before, stateAfter: states.after)
      }
    }
  }

  private static let noCriteria = Finding(
    rule: "MIG-002", message: "the register has no criteria to migrate from",
    hint: "add <criteria>; 'holdfast new' shows what they look like")
}
