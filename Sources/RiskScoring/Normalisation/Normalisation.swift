public import RegisterModel

/// The risks of a unit's register, converted to the criteria of its parent (NIST IR 8286C: normalisation).
///
/// Each level becomes the parent's level whose interval holds what stands for it, √(lo·hi): frequencies by
/// events a year, impacts by their unit or through money. No level is pushed onto a scale that it lies
/// off: what can't be converted stays unknown, and is listed.
///
/// Levels and ratings of many risks can be counted, and money added up. They can't be averaged or summed,
/// here or anywhere: there is no function that would.
///
/// - Note: DOMAIN §2.7.
public struct Normalisation: Sendable {
  /// The risks as the unit judged them.
  public let original: Assessment
  /// The parent's criteria.
  public let rules: ScoringRules
  /// The score of each risk by the parent's criteria, in the order of ``original``.
  ///
  /// The rating is unknown where the likelihood, or an impact in a category that the parent has, can't be
  /// converted. Impacts in categories that the parent doesn't judge by are left out.
  public let scores: [RiskScore]
  /// What each level of likelihood becomes, the lowest first.
  public let likelihood: [LevelConversion<LikelihoodScale>]
  /// What each impact category becomes, in the order of the unit's criteria.
  public let categories: [CategoryConversion]

  /// - Parameters:
  ///   - original: The risks of the unit, at the stage that is rolled up.
  ///   - rules: The parent's criteria.
  ///   - exchangeRate: What one unit of the unit's currency is in the parent's; nil: unknown, so that money
  ///     is converted only within one currency.
  /// - Complexity: O(*n*) in the number of risks.
  public init(of original: Assessment, into rules: ScoringRules, exchangeRate: Double? = nil) {
    precondition(exchangeRate.map { $0 > 0 && $0.isFinite } ?? true, "a rate above zero")
    let child = original.rules
    let rate = exchangeRate ?? (child.currency == rules.currency ? 1 : nil)
    let likelihood = child.likelihood.conversions(to: rules.likelihood)
    let categories = child.categories.indices.map {
      CategoryConversion(CategoryIndex($0), of: child, to: rules, rate: rate)
    }
    self.original = original
    self.rules = rules
    self.likelihood = likelihood
    self.categories = categories
    let converter = ScoreConverter(
      child: child, parent: rules, likelihood: likelihood, categories: categories, rate: rate)
    scores = original.risks.indices.map { index in
      converter.score(
        original.risks[index].scores, at: original.stage, original.scores[index])
    }
  }

  /// The levels of a risk that are others on the parent's scales.
  ///
  /// - Parameter index: Of the risk in ``original``.
  public func changes(ofRisk index: Int) -> [ConvertedLevel] {
    levels(ofRisk: index).filter { $0.isChanged }
  }

  /// The levels of a risk that nobody can put on the parent's scales.
  ///
  /// - Parameter index: Of the risk in ``original``.
  public func gaps(ofRisk index: Int) -> [ConvertedLevel] {
    levels(ofRisk: index).filter { $0.gap != nil }
  }

  /// The risks of which a level changes its rank, as indices into ``original``; closed ones too.
  public var changed: [Int] { original.risks.indices.filter { !changes(ofRisk: $0).isEmpty } }

  /// The risks of which a level can't be converted, as indices into ``original``; closed ones too.
  public var incomplete: [Int] { original.risks.indices.filter { !gaps(ofRisk: $0).isEmpty } }

  /// All levels of a risk and what they become: likelihood first, then impacts in the order of the
  /// unit's criteria.
  ///
  /// - Parameter index: Of the risk in ``original``.
  public func levels(ofRisk index: Int) -> [ConvertedLevel] {
    guard let score = original.risks[index].scores.first(where: { $0.stage == original.stage })
    else { return [] }
    var levels: [ConvertedLevel] = []
    if let level = score.likelihood {
      levels.append(.likelihood(level, conversion(of: level)))
    }
    for impact in original.rules.impacts(of: original.risks[index], at: original.stage) {
      let category = categories[impact.category.position]
      levels.append(
        .impact(impact.impact, category[impact.impact], from: impact.category, to: category.to))
    }
    return levels
  }

  private func conversion(of level: Level<LikelihoodScale>) -> LevelConversion<LikelihoodScale> {
    Int(level.rank) <= likelihood.count
      ? likelihood[Int(level.rank) - 1] : .unknown(.noInterval)
  }
}

/// A level of a risk, and what it becomes on the parent's scale.
public enum ConvertedLevel: Hashable, Sendable {
  case likelihood(Level<LikelihoodScale>, LevelConversion<LikelihoodScale>)
  /// `from` is a category of the unit's criteria, `to` one of the parent's.
  case impact(
    Level<ImpactScale>, LevelConversion<ImpactScale>, from: CategoryIndex, to: CategoryIndex?)

  /// Whether its rank is another there.
  public var isChanged: Bool {
    switch self {
    case .likelihood(let level, let conversion): conversion.level.map { $0 != level } ?? false
    case .impact(let level, let conversion, _, _): conversion.level.map { $0 != level } ?? false
    }
  }

  /// Why nobody can say what it is there; nil where somebody can.
  public var gap: ConversionGap? {
    switch self {
    case .likelihood(_, .unknown(let gap)), .impact(_, .unknown(let gap), _, _): gap
    default: nil
    }
  }
}
