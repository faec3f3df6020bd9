import RegisterAnalysis
import RegisterModel
import RiskScoring

/// What messages about risks call things.
extension CompiledRegister {
  /// "High (3)", or "rating 3" where the matrix gives it no name.
  func words(for rating: Level<RatingScale>) -> String {
    rules.matrix[rating].map { "\($0.name) (\(rating.rank))" } ?? "rating \(rating.rank)"
  }

  /// "4 Likely", or "level 4" where the scale gives it no name.
  func words(for likelihood: Level<LikelihoodScale>) -> String {
    let levels = register.criteria?.likelihood?.levels ?? []
    return Int(likelihood.rank) <= levels.count
      ? "\(likelihood.rank) \(levels[Int(likelihood.rank) - 1].name)" : "level \(likelihood.rank)"
  }

  /// "3 Moderate", or "level 3" where the scale gives it no name.
  func words(for impact: Level<ImpactScale>, in category: Identifier<ImpactCategory>) -> String {
    let levels = register.criteria?.impacts.first { $0.category == category }?.levels ?? []
    return Int(impact.rank) <= levels.count
      ? "\(impact.rank) \(levels[Int(impact.rank) - 1].name)" : "level \(impact.rank)"
  }

  /// The name of an impact category, or its token.
  func name(of category: Identifier<ImpactCategory>) -> String {
    register.criteria?.impacts.first { $0.category == category }?.name?.text ?? category.text
  }

  /// "rated High (3)"; nil where the risk isn't rated.
  func ratedWords(ofRisk place: Int) -> String? {
    current.scores[place].rating.map { "rated \(words(for: $0))" }
  }
}

extension Risk {
  /// What people judged at a stage; nil where nobody has.
  func score(_ stage: Stage) -> Score? { scores.first { $0.stage == stage } }
}

extension Wording {
  /// "R-1", "R-1 and R-2", "R-1, R-2 and 5 more": a list that doesn't run away.
  static func someOf(_ parts: [String], limit: Int = 3) -> String {
    parts.count <= limit + 1
      ? list(parts) : list(Array(parts.prefix(limit)) + ["\(parts.count - limit) more"])
  }
}
