import RegisterAnalysis
import RegisterModel
import RiskScoring

/// What every list of risks says of one.
struct ListedRiskJSON: Encodable {
  let id: String
  let title: String
  let status: String
  let owner: Nullable<String>
  let category: Nullable<String>

  init(_ risk: Risk) {
    id = risk.id.text
    title = risk.title.text
    status = risk.status.rawValue
    owner = Nullable(risk.owner?.text)
    category = Nullable(risk.category?.text)
  }
}

struct RankedJSON: Encodable {
  let place: Int
  let risk: ListedRiskJSON
  let likelihood: Nullable<LevelJSON>
  let impact: Nullable<LevelJSON>
  /// The category that brings the impact.
  let impactCategory: Nullable<String>
  let rating: Nullable<LevelJSON>
  let appetite: AppetiteJSON
  let expectedAnnualLoss: Nullable<LossJSON>
  /// The category that the expected loss comes from.
  let lossCategory: Nullable<String>
  let share: Nullable<ShareJSON>
  /// What is known about each question that the order asks, in the order they are asked.
  let reasons: [ReasonJSON]
  /// The question that put it above the next risk, and that risk; null for the last.
  let decidedBy: Nullable<String>
  let above: Nullable<String>
  let sentence: String

  init(_ ranked: RankedRisk, above next: RankedRisk?, _ report: AssessmentReport) {
    let words = report.words
    let score = ranked.score
    place = ranked.place
    risk = ListedRiskJSON(report.assessment.risks[ranked.index])
    likelihood = Nullable(score.likelihood.map { LevelJSON($0, words) })
    impact = Nullable(
      score.impact.flatMap { impact in
        score.impactCategory.map { LevelJSON(impact, in: $0, words) }
      })
    impactCategory = Nullable(score.impactCategory.map(words.token))
    rating = Nullable(score.rating.map { LevelJSON($0, words) })
    appetite = AppetiteJSON(score.standing, words)
    expectedAnnualLoss = Nullable(score.exposure.map { LossJSON($0) })
    lossCategory = Nullable(score.exposureCategory.map(words.token))
    share = Nullable(words.rules.shareParts(of: score).map { ShareJSON($0, words) })
    reasons = ranked.reasons.map { ReasonJSON($0, words) }
    decidedBy = Nullable(ranked.decidedBy.map(ReasonJSON.word(for:)))
    above = Nullable(next?.id.text)
    sentence = report.reasons.sentence(for: ranked, above: next)
  }
}

struct NotAssessedJSON: Encodable {
  let risk: ListedRiskJSON
  /// noScore, noLikelihood, noImpact, offScale, noMatrix or noCell.
  let missing: Nullable<String>
  let sentence: Nullable<String>
  /// What is judged nevertheless.
  let likelihood: Nullable<LevelJSON>
  let impact: Nullable<LevelJSON>
  let impactCategory: Nullable<String>

  init(_ index: Int, _ report: AssessmentReport) {
    let words = report.words
    let score = report.assessment.scores[index]
    risk = ListedRiskJSON(report.assessment.risks[index])
    missing = Nullable(score.notAssessed.map { "\($0)" })
    sentence = Nullable(words.missing(in: score))
    likelihood = Nullable(score.likelihood.map { LevelJSON($0, words) })
    impact = Nullable(
      score.impact.flatMap { impact in
        score.impactCategory.map { LevelJSON(impact, in: $0, words) }
      })
    impactCategory = Nullable(score.impactCategory.map(words.token))
  }
}

/// A level by its rank, 1 the lowest, and its name.
struct LevelJSON: Encodable {
  let rank: Int16
  let name: Nullable<String>

  init(_ level: Level<LikelihoodScale>, _ words: RegisterWords) {
    rank = level.rank
    name = Nullable(words.name(of: level))
  }

  init(_ level: Level<ImpactScale>, in category: CategoryIndex, _ words: RegisterWords) {
    rank = level.rank
    name = Nullable(words.name(of: level, in: category))
  }

  init(_ rating: Level<RatingScale>, _ words: RegisterWords) {
    rank = rating.rank
    name = Nullable(words.rules.matrix[rating]?.name.text)
  }
}

/// How a risk stands to appetite and tolerance, and the category and rating that it stands so by.
struct AppetiteJSON: Encodable {
  /// withinAppetite, withinTolerance, exceedsTolerance, notAssessed or noAppetiteStated.
  let state: String
  let category: Nullable<String>
  let rating: Nullable<LevelJSON>

  init(_ standing: AppetiteStanding, _ words: RegisterWords) {
    switch standing {
    case .state(let state, let rating, let category):
      self.state = state.rawValue
      self.category = Nullable(words.token(category))
      self.rating = Nullable(LevelJSON(rating, words))
    case .notAssessed:
      state = "notAssessed"
      category = Nullable(nil)
      rating = Nullable(nil)
    case .noAppetiteStated(let category):
      state = "noAppetiteStated"
      self.category = Nullable(words.token(category))
      rating = Nullable(nil)
    }
  }
}

/// An exposure share and how it came about.
struct ShareJSON: Encodable {
  let value: Double
  let category: String
  let likelihoodPosition: Double
  /// intervals or ranks.
  let likelihoodBasis: String
  let impactPosition: Double
  let impactBasis: String

  init(_ parts: ShareParts, _ words: RegisterWords) {
    value = parts.share.value
    category = words.token(parts.category)
    likelihoodPosition = parts.likelihood.value
    likelihoodBasis = "\(parts.likelihoodBasis)"
    impactPosition = parts.impact.value
    impactBasis = "\(parts.impactBasis)"
  }
}

extension RegisterWords {
  /// The token of a category.
  func token(_ category: CategoryIndex) -> String { rules[category].definition.category.text }
}
