import RegisterModel
import RiskScoring
import Testing

struct RiskScoreTests {
  @Test("The rating is the cell of the likelihood and the worst impact, never of a mean")
  func worstImpact() throws {
    let criteria = BuiltInCriteria.decade5x5.criteria(in: euro)
    let rules = ScoringRules(criteria, currency: euro)
    let score = rules.score(
      of: risk("R-1", likelihood: 4, ["money": 1, "safety": 4, "service": 1]), at: .current)
    #expect(score.likelihood == level(4))
    #expect(score.impact == level(4))
    #expect(score.rating == level(4))
    #expect(score.notAssessed == nil)
    let driver = try #require(score.impactCategory)
    #expect(rules[driver].definition.category.text == "safety")
  }

  @Test("Of equally bad categories the first in the criteria drives, however they were typed")
  func driverOfTies() throws {
    let rules = ScoringRules(BuiltInCriteria.decade5x5.criteria(in: euro), currency: euro)
    let one = rules.score(of: risk("R-1", likelihood: 2, ["legal": 3, "money": 3]), at: .current)
    let two = rules.score(of: risk("R-1", likelihood: 2, ["money": 3, "legal": 3]), at: .current)
    #expect(one == two)
    #expect(one.impactCategory?.position == 0)
    #expect(one.exposureCategory?.position == 0)
    #expect(one.shareCategory?.position == 0)
  }

  @Test("What is not judged is not assessed, and says what is missing")
  func missing() {
    #expect(Assessment.only(unscored("R-1")).notAssessed == .noScore)
    let onlyLikelihood = Assessment.only(risk("R-1", likelihood: 5))
    #expect(onlyLikelihood.notAssessed == .noImpact)
    #expect(onlyLikelihood.likelihood == level(5))
    #expect(onlyLikelihood.rating == nil)
    let onlyImpact = Assessment.only(risk("R-1", ["money": 5]))
    #expect(onlyImpact.notAssessed == .noLikelihood)
    #expect(onlyImpact.impact == level(5))
    #expect(onlyImpact.rating == nil && onlyImpact.exposure == nil && onlyImpact.share == nil)
    #expect(Assessment.only(risk("R-1")).notAssessed == .noLikelihood)
  }

  @Test("A stage that is not judged is unknown; no other stands in for it")
  func stages() {
    var judged = risk("R-1", likelihood: 5, ["money": 5], stage: .inherent)
    judged.scores.append(score(.target, likelihood: 1, ["money": 1]))
    let rules = ScoringRules(register([judged]))
    let stages = rules.stages(of: judged)
    #expect(stages.inherent.rating == level(4))
    #expect(stages.current.rating == nil && stages.current.notAssessed == .noScore)
    #expect(stages[.target].rating == level(1))
    #expect(stages[.inherent] == Assessment.only(judged, at: .inherent))
  }

  @Test("Without criteria, without a matrix or without the cell there is no rating")
  func noMatrix() {
    let judged = risk("R-1", likelihood: 2, ["money": 2])
    #expect(Assessment.only(judged, nil).notAssessed == .offScale)
    #expect(Assessment.only(judged, Criteria()).notAssessed == .offScale)

    var withoutMatrix = BuiltInCriteria.decade5x5.criteria(in: euro)
    withoutMatrix.matrix = nil
    let score = Assessment.only(judged, withoutMatrix)
    #expect(score.notAssessed == .noMatrix)
    #expect(score.exposure != nil)  // the intervals still say what it costs

    var ragged = plainCriteria([[1, 1], [1, 2]])
    ragged.matrix?.rows[1].ratings.removeLast()
    #expect(Assessment.only(judged, ragged).notAssessed == .noCell)
    ragged.matrix?.rows.removeLast()
    #expect(Assessment.only(judged, ragged).notAssessed == .noCell)
  }

  @Test("Levels and categories that the criteria don't have are never rated")
  func offScale() {
    let criteria = plainCriteria([[1, 1], [1, 2]])
    for odd in [
      risk("R-1", likelihood: 3, ["money": 1]), risk("R-1", likelihood: 1, ["money": 3]),
      risk("R-1", likelihood: 99, ["money": 99]),
      risk("R-1", likelihood: 1, ["money": 1, "planet": 2]),
    ] {
      let score = Assessment.only(odd, criteria)
      #expect(score.notAssessed == .offScale)
      #expect(score.rating == nil && score.share == nil && score.standing == .notAssessed)
    }
  }

  @Test("Levels without intervals are rated by the matrix and cost an unknown amount")
  func withoutIntervals() {
    let score = Assessment.only(
      risk("R-1", likelihood: 2, ["money": 2]), plainCriteria([[1, 1], [1, 2]]))
    #expect(score.rating == level(2))
    #expect(score.exposure == nil)
    #expect(score.share?.value == 0.5625)  // ¾ × ¾
  }

  @Test("One level without interval leaves the others theirs")
  func oneWithoutInterval() {
    var criteria = BuiltInCriteria.decade5x5.criteria(in: euro)
    criteria.impacts[0].levels[2].to = nil
    let missing = Assessment.only(risk("R-1", likelihood: 3, ["money": 3]), criteria)
    #expect(missing.rating == level(3) && missing.exposure == nil)
    let known = Assessment.only(risk("R-1", likelihood: 3, ["money": 2]), criteria)
    #expect(known.exposure != nil)
  }

  @Test("Criteria of one level each")
  func oneLevel() {
    var criteria = plainCriteria([[1]])
    criteria.appetites = [Appetite(rating: level(1), tolerance: level(1))]
    let score = Assessment.only(risk("R-1", likelihood: 1, ["money": 1]), criteria)
    #expect(score.rating == level(1))
    #expect(score.share?.value == 0.25)
    #expect(score.standing.state == .withinAppetite)
  }

  @Test("A category may have fewer levels than the matrix has columns")
  func shortCategory() {
    var criteria = plainCriteria([[1, 1, 2], [1, 2, 3]], categories: ["money", "safety"])
    criteria.impacts[1].levels.removeLast()
    let score = Assessment.only(risk("R-1", likelihood: 2, ["safety": 2, "money": 1]), criteria)
    #expect(score.rating == level(2))
    #expect(
      Assessment.only(risk("R-1", likelihood: 2, ["safety": 3]), criteria).notAssessed == .offScale)
  }

  @Test("Criteria whose scales are not declared take the size of the matrix")
  func undeclaredScales() {
    var criteria = plainCriteria([[1, 1], [1, 2]])
    criteria.likelihood = nil
    criteria.impacts[0].levels = []
    let score = Assessment.only(risk("R-1", likelihood: 2, ["money": 2]), criteria)
    #expect(score.rating == level(2))
    #expect(score.share?.value == 0.5625)
  }

  @Test("An estimate of the stage leaves the typed levels as they are")
  func estimate() {
    var judged = risk("R-1", likelihood: 2, ["money": 2])
    let typed = Assessment.only(judged)
    judged.estimates = [Estimate()]
    #expect(Assessment.only(judged) == typed)
  }

  @Test("The impacts of a risk come in the order of the criteria, each with its own rating")
  func impacts() {
    let rules = ScoringRules(BuiltInCriteria.decade5x5.criteria(in: euro), currency: euro)
    let judged = risk("R-1", likelihood: 3, ["reputation": 1, "money": 4, "safety": 2])
    let impacts = rules.impacts(of: judged, at: .current)
    #expect(impacts.map(\.category.position) == [0, 1, 4])
    #expect(impacts.map(\.impact) == [level(4), level(2), level(1)])
    #expect(impacts.map(\.rating) == [level(3), level(2), level(1)])
    #expect(impacts.map { $0.exposure != nil } == [true, false, false])
    #expect(impacts[0].share == rules.score(of: judged, at: .current).share)
    #expect(rules.impacts(of: judged, at: .target).isEmpty)
    #expect(rules.impacts(of: risk("R-2", ["money": 1]), at: .current).map(\.rating) == [nil])
  }

  @Test("Names in any script change nothing")
  func names() {
    var criteria = BuiltInCriteria.decade5x5.criteria(in: euro)
    criteria.impacts[0].name = Line("Überschwemmung — 洪水 — السيول")
    criteria.matrix?.ratings[3].name = Line("критический 🔥")!
    let rules = ScoringRules(criteria, currency: euro)
    let judged = risk(
      "R-1", title: "Das Wasser steigt über die Türschwelle — 水位上昇", likelihood: 5, ["money": 5])
    let score = rules.score(of: judged, at: .current)
    #expect(score.rating.flatMap { rules.matrix[$0] }?.name.text == "критический 🔥")
  }
}
