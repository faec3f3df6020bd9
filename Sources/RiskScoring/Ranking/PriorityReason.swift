public import RegisterModel

/// The questions that the priority order asks, in this order (DOMAIN §2.7).
public enum PriorityCriterion: Int, Hashable, Comparable, CaseIterable, Sendable {
  /// Those that exceed tolerance come first.
  case tolerance
  /// The higher rating comes first.
  case rating
  /// The larger share of its own scale comes first.
  case exposure
  /// The shorter reaction margin comes first, an unknown one last.
  case reactionMargin
  /// The earlier date comes first, an unknown one last.
  case proximity
  /// The identifier settles the rest: R-2 before R-10.
  case identifier

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// What is known of a ranked risk about one of the questions, as values for a face to put into words.
public enum PriorityReason: Hashable, Sendable {
  /// `rating` in `category` is above the tolerance for it.
  case exceedsTolerance(
    rating: Level<RatingScale>, tolerance: Level<RatingScale>, category: CategoryIndex)
  /// The matrix gives `rating` for these two levels; `category` brings the impact.
  case rated(
    Level<RatingScale>, likelihood: Level<LikelihoodScale>, impact: Level<ImpactScale>,
    category: CategoryIndex)
  /// The share that is compared, its parts, and the expected loss with its interval where known.
  case exposed(ShareParts, Exposure?)
  case reactionMargin(ReactionMargin)
  case proximity(CalendarDate)

  /// The question it answers.
  public var criterion: PriorityCriterion {
    switch self {
    case .exceedsTolerance: .tolerance
    case .rated: .rating
    case .exposed: .exposure
    case .reactionMargin: .reactionMargin
    case .proximity: .proximity
    }
  }
}

/// A risk in its place.
public struct RankedRisk: Sendable {
  /// 1 for the first.
  public let place: Int
  /// The index of the risk in ``Assessment/risks`` and ``Assessment/scores``.
  public let index: Int
  public let id: Identifier<Risk>
  public let score: RiskScore
  /// What is known about each question, in the order they are asked; what is unknown is left out.
  public let reasons: [PriorityReason]
  /// The question that put it before the next one; nil for the last.
  public let decidedBy: PriorityCriterion?
}
