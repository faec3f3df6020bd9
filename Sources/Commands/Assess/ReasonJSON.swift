import RegisterAnalysis
import RegisterModel
import RiskScoring

/// What is known of a risk about one question of the priority order: `criterion`, and the values of it.
enum ReasonJSON: Encodable {
  case exceedsTolerance(rating: LevelJSON, tolerance: LevelJSON, category: String)
  case rated(rating: LevelJSON, likelihood: LevelJSON, impact: LevelJSON, category: String)
  case exposed(ShareJSON, LossJSON?)
  case reactionMargin(seconds: Int64)
  case proximity(String)

  init(_ reason: PriorityReason, _ words: RegisterWords) {
    switch reason {
    case .exceedsTolerance(let rating, let tolerance, let category):
      self = .exceedsTolerance(
        rating: LevelJSON(rating, words), tolerance: LevelJSON(tolerance, words),
        category: words.token(category))
    case .rated(let rating, let likelihood, let impact, let category):
      self = .rated(
        rating: LevelJSON(rating, words), likelihood: LevelJSON(likelihood, words),
        impact: LevelJSON(impact, in: category, words), category: words.token(category))
    case .exposed(let parts, let exposure):
      self = .exposed(ShareJSON(parts, words), exposure.map { LossJSON($0) })
    case .reactionMargin(let margin): self = .reactionMargin(seconds: margin.seconds)
    case .proximity(let date): self = .proximity(DateText.day(date))
    }
  }

  /// The word for a question: tolerance, rating, exposure, reactionMargin, proximity or identifier.
  static func word(for criterion: PriorityCriterion) -> String {
    switch criterion {
    case .tolerance: "tolerance"
    case .rating: "rating"
    case .exposure: "exposure"
    case .reactionMargin: "reactionMargin"
    case .proximity: "proximity"
    case .identifier: "identifier"
    }
  }

  private enum Key: String, CodingKey {
    case criterion, rating, tolerance, likelihood, impact, category, share, expectedAnnualLoss
    case seconds, date
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    func encode(_ criterion: PriorityCriterion) throws {
      try container.encode(Self.word(for: criterion), forKey: .criterion)
    }
    switch self {
    case .exceedsTolerance(let rating, let tolerance, let category):
      try encode(.tolerance)
      try container.encode(rating, forKey: .rating)
      try container.encode(tolerance, forKey: .tolerance)
      try container.encode(category, forKey: .category)
    case .rated(let rating, let likelihood, let impact, let category):
      try encode(.rating)
      try container.encode(rating, forKey: .rating)
      try container.encode(likelihood, forKey: .likelihood)
      try container.encode(impact, forKey: .impact)
      try container.encode(category, forKey: .category)
    case .exposed(let share, let loss):
      try encode(.exposure)
      try container.encode(share, forKey: .share)
      try container.encode(Nullable(loss), forKey: .expectedAnnualLoss)
    case .reactionMargin(let seconds):
      try encode(.reactionMargin)
      try container.encode(seconds, forKey: .seconds)
    case .proximity(let date):
      try encode(.proximity)
      try container.encode(date, forKey: .date)
    }
  }
}
