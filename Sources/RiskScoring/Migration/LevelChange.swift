public import RegisterModel

/// A level that a record has, before and after a migration.
public struct LevelChange: Hashable, Sendable {
  public enum Level: Hashable, Sendable {
    case likelihood(
      from: RegisterModel.Level<LikelihoodScale>, to: RegisterModel.Level<LikelihoodScale>)
    case impact(
      Identifier<ImpactCategory>, from: RegisterModel.Level<ImpactScale>,
      to: RegisterModel.Level<ImpactScale>, in: Identifier<ImpactCategory>)
    case rating(from: RegisterModel.Level<RatingScale>, to: RegisterModel.Level<RatingScale>)
  }

  /// The element of the record: `risk`, `activity`, `treatment` …; `criteria` for those.
  public let kind: String
  /// The identifier of the record; nil for the criteria.
  public let entity: String?
  /// The field, such as `score[current]/likelihood`.
  public let field: String
  public let level: Level

  /// Whether the rank, or the category, is another one after.
  public var isVisible: Bool {
    switch level {
    case .likelihood(let from, let to): from != to
    case .impact(let category, let from, let to, let other): from != to || category != other
    case .rating(let from, let to): from != to
    }
  }
}

/// A risk whose rating, or standing to appetite and tolerance, is another one after a migration than its
/// old rating would become.
public struct RatingChange: Hashable, Sendable {
  /// The place of the risk in the register.
  public let index: Int
  public let risk: Identifier<Risk>
  public let stage: Stage
  /// The rating by the old criteria; nil: not assessed.
  public let before: Level<RatingScale>?
  /// The rating by the new criteria; nil: not assessed.
  public let after: Level<RatingScale>?
  /// How it stood, and how it stands; nil where nobody can say.
  public let stateBefore: AppetiteState?
  public let stateAfter: AppetiteState?
}
