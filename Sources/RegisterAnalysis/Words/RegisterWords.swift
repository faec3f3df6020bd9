package import RegisterModel
package import RiskScoring

/// What the register calls its levels, ratings, categories and people, and how reports say the rest: the
/// same words in all faces.
package struct RegisterWords {
  package let rules: ScoringRules
  private let criteria: Criteria?
  private let parties: [Identifier<Party>: String]
  private let riskCategories: [Identifier<RiskCategory>: String]

  package init(_ register: Register, _ rules: ScoringRules) {
    self.rules = rules
    criteria = register.criteria
    parties = Dictionary(
      register.parties.map { ($0.id, $0.name.text) }, uniquingKeysWith: { first, _ in first })
    riskCategories = Dictionary(
      (register.criteria?.categories ?? []).map { ($0.id, $0.name.text) },
      uniquingKeysWith: { first, _ in first })
  }

  // MARK: Names

  /// The name of a likelihood; nil where the scale has none.
  package func name(of level: Level<LikelihoodScale>) -> String? {
    let levels = criteria?.likelihood?.levels ?? []
    return Int(level.rank) <= levels.count ? levels[Int(level.rank) - 1].name.text : nil
  }

  /// The name of an impact in a category; nil where its scale has none.
  package func name(of level: Level<ImpactScale>, in category: CategoryIndex) -> String? {
    let levels = rules[category].definition.levels
    return Int(level.rank) <= levels.count ? levels[Int(level.rank) - 1].name.text : nil
  }

  /// The name of an impact, whatever the category; nil where categories call it differently.
  package func commonName(of level: Level<ImpactScale>) -> String? {
    var common: Line?
    for category in rules.categories where Int(level.rank) <= category.definition.levels.count {
      let name = category.definition.levels[Int(level.rank) - 1].name
      guard common == nil || common == name else { return nil }
      common = name
    }
    return common?.text
  }

  package func name(of rating: Level<RatingScale>) -> String {
    rules.matrix[rating]?.name.text ?? "rating \(rating.rank)"
  }

  package func name(of category: CategoryIndex) -> String {
    let definition = rules[category].definition
    return definition.name?.text ?? definition.category.text
  }

  package func name(of party: Identifier<Party>?) -> String {
    party.map { parties[$0] ?? $0.text } ?? "no owner"
  }

  package func name(of category: Identifier<RiskCategory>?) -> String {
    category.map { riskCategories[$0] ?? $0.text } ?? "no category"
  }

  /// The colour of a rating: its own, or one from green to red.
  package func colour(of rating: Level<RatingScale>) -> String {
    if let colour = rules.matrix[rating]?.colour { return colour.hexadecimal }
    let palette = ["#1a9850", "#91cf60", "#fee08b", "#fc8d59", "#d73027"]
    let last = max(rules.matrix.highestRank - 1, 1)
    return palette[min((Int(rating.rank) - 1) * (palette.count - 1) / last, palette.count - 1)]
  }

  // MARK: Phrases

  /// "4 Likely × 5 Extreme (safety)": what is judged of a score, and which category brings the impact.
  package func levels(of score: RiskScore) -> String {
    let likelihood = score.likelihood.map { phrase($0.rank, name(of: $0)) } ?? "not judged"
    guard let impact = score.impact, let category = score.impactCategory else {
      return "\(likelihood) × not judged"
    }
    return "\(likelihood) × \(phrase(impact.rank, name(of: impact, in: category)))"
      + " (\(name(of: category)))"
  }

  /// "4 Likely", or "level 4" where there is no name.
  package func phrase(_ rank: Int16, _ name: String?) -> String {
    name.map { "\(rank) \($0)" } ?? "level \(rank)"
  }

  package func phrase(for stage: Stage) -> String {
    switch stage {
    case .inherent: "inherent (before any control)"
    case .current: "current (with the controls of today)"
    case .target: "target (after the plan)"
    }
  }

  package func phrase(for state: AppetiteState) -> String {
    switch state {
    case .withinAppetite: "within appetite"
    case .withinTolerance: "within tolerance"
    case .exceedsTolerance: "exceeds tolerance"
    }
  }

  package func phrase(for standing: AppetiteStanding) -> String {
    switch standing {
    case .state(let state, _, _): phrase(for: state)
    case .notAssessed: "not assessed"
    case .noAppetiteStated: "no appetite stated"
    }
  }

  /// What a score lacks for a rating.
  package func missing(in score: RiskScore) -> String? {
    if score.notAssessed != nil, criteria == nil { return "there are no criteria to rate it by" }
    return switch score.notAssessed {
    case nil: nil
    case .noScore: "not judged at this stage"
    case .noLikelihood: "the likelihood is not judged"
    case .noImpact: "the impact is not judged in any category"
    case .offScale: "a level or category that the criteria don't have"
    case .noMatrix: "the criteria have no matrix"
    case .noCell: "the matrix has no cell for \(levels(of: score))"
    }
  }
}
