import RegisterModel
import RiskScoring

// Makers of small registers, so that a test shows what it is about and nothing else.

let euro = Currency("EUR")!

func level<Scale>(_ rank: Int) -> Level<Scale> { Level(rank)! }

/// A risk with one score: `risk("R-1", likelihood: 4, ["money": 3])`.
func risk(
  _ id: String, title: String = "It happens", likelihood: Int? = nil,
  _ impacts: KeyValuePairs<String, Int> = [:], stage: Stage = .current,
  status: Risk.Status = .open
) -> Risk {
  var risk = Risk(id: try! Identifier(id), title: Line(title)!)
  risk.status = status
  risk.scores = [score(stage, likelihood: likelihood, impacts)]
  return risk
}

func score(
  _ stage: Stage, likelihood: Int?, _ impacts: KeyValuePairs<String, Int>
) -> Score {
  var score = Score(stage: stage)
  score.likelihood = likelihood.map(level)
  score.impacts = impacts.map {
    ScoredImpact(category: try! Identifier($0.key), level: level($0.value))
  }
  return score
}

func unscored(_ id: String) -> Risk { Risk(id: try! Identifier(id), title: Line("Nobody knows")!) }

func register(
  _ risks: [Risk], _ criteria: Criteria? = BuiltInCriteria.standard.criteria(in: euro)
) -> Register {
  var register = Register()
  register.currency = euro
  register.criteria = criteria
  register.risks = risks
  return register
}

/// Criteria of `likelihoods` × `impacts` levels without any interval, and a matrix of ratings.
func plainCriteria(_ rows: [[Int]], categories: [String] = ["money"]) -> Criteria {
  var criteria = Criteria()
  var likelihood = LikelihoodDefinition()
  likelihood.levels = rows.indices.map { LikelihoodLevel(name: Line("L\($0 + 1)")!) }
  criteria.likelihood = likelihood
  criteria.impacts = categories.map { token in
    var category = ImpactCategory(category: try! Identifier(token))
    category.levels = rows[0].indices.map { ImpactLevel(name: Line("I\($0 + 1)")!) }
    return category
  }
  var matrix = RatingMatrix()
  matrix.ratings = (1...(rows.joined().max() ?? 1)).map { Rating(name: Line("Rating \($0)")!) }
  matrix.rows = rows.map { MatrixRow($0.map { level($0) }) }
  criteria.matrix = matrix
  return criteria
}

extension Assessment {
  /// The score of the only risk of a register.
  static func only(
    _ risk: Risk, _ criteria: Criteria? = BuiltInCriteria.standard.criteria(in: euro),
    at stage: Stage = .current
  ) -> RiskScore {
    Assessment(of: register([risk], criteria), at: stage).scores[0]
  }
}

func identifiers(_ order: PriorityOrder) -> [String] { order.map(\.id.text) }

func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
  CalendarDate(year: year, month: month, day: day)!
}
