import RegisterModel
import RiskScoring
import Testing

struct ExposureTests {
  @Test("Decade by decade: once in one to ten years, a hundred thousand to a million")
  func decades() throws {
    // (1 − 0.1)/ln 10 × (10⁶ − 10⁵)/ln 10 = 810 000/ln² 10
    let exposure = try #require(Assessment.only(risk("R-1", likelihood: 3, ["money": 3])).exposure)
    #expect(exposure.low.isNear(1e4))
    #expect(exposure.high.isNear(1e6))
    #expect(exposure.expected.isNear(152_775.474_579_407_25))
  }

  @Test("Equal bounds are the value itself")
  func points() throws {
    let frequency = try #require(LevelInterval(low: 2, high: 2))
    let loss = try #require(LevelInterval(low: 300, high: 300))
    let exposure = try #require(Exposure(frequency: frequency, loss: loss))
    #expect(exposure.low == 600 && exposure.expected == 600 && exposure.high == 600)
  }

  @Test("An interval from zero gives no expected loss, and never zero")
  func fromZero() throws {
    let frequency = try #require(LevelInterval(low: 0, high: 2))
    let loss = try #require(LevelInterval(low: 300, high: 400))
    #expect(Exposure(frequency: frequency, loss: loss) == nil)
    #expect(Exposure(frequency: loss, loss: frequency) == nil)
  }

  @Test("Amounts beyond a Double are unknown, not infinite")
  func overflow() throws {
    let huge = try #require(LevelInterval(low: 1e300, high: 1e308))
    #expect(Exposure(frequency: huge, loss: huge) == nil)
    #expect(Exposure(low: 2, expected: 1, high: 1) == nil)
    #expect(Exposure(low: 0, expected: .nan, high: 1) == nil)
    #expect(Exposure(low: 0, expected: 3, high: 1) != nil)  // a mean beyond a quantile
  }

  @Test("Of several categories with money the largest expected loss counts, and says its category")
  func worstMoney() throws {
    let rules = ScoringRules(BuiltInCriteria.standard.criteria(in: euro), currency: euro)
    let score = rules.score(
      of: risk("R-1", likelihood: 3, ["money": 2, "legal": 4, "safety": 5]), at: .current)
    let category = try #require(score.exposureCategory)
    #expect(rules[category].definition.category.text == "legal")
    #expect(score.exposure?.low.isNear(1e5) == true)
    #expect(score.exposure?.high.isNear(1e7) == true)
    #expect(score.impactCategory == rules.index(of: try Identifier("safety")))
  }

  @Test("An impact without money has no expected loss")
  func noMoney() {
    let score = Assessment.only(risk("R-1", likelihood: 5, ["safety": 5]))
    #expect(score.exposure == nil && score.exposureCategory == nil)
    #expect(score.rating == level(4))
    #expect(score.share != nil)
  }

  @Test("A money category in another currency than the register's is no money")
  func otherCurrency() {
    let criteria = BuiltInCriteria.standard.criteria(in: Currency("USD")!)
    #expect(Assessment.only(risk("R-1", likelihood: 3, ["money": 3]), criteria).exposure == nil)
  }

  @Test("An expected loss from elsewhere takes the place of that of the levels, and nothing else's")
  func supplied() throws {
    let given = try #require(Exposure(low: 1, expected: 2, high: 9))
    let risks = [risk("R-1", likelihood: 3, ["money": 3]), unscored("R-2")]
    let levels = Assessment(of: register(risks))
    let assessment = Assessment(of: register(risks), exposures: [given, given])
    #expect(assessment.scores[0].exposure == given)
    #expect(assessment.scores[0].exposureCategory == nil)
    #expect(assessment.scores[0].share == levels.scores[0].share)
    #expect(assessment.scores[0].rating == levels.scores[0].rating)
    #expect(assessment.scores[1].exposure == given)
    #expect(assessment.scores[1].rating == nil)
    let partly = Assessment(of: register(risks), exposures: [nil, given])
    #expect(partly.scores[0].exposure == levels.scores[0].exposure)
  }
}

extension Double {
  func isNear(_ value: Double) -> Bool { Optional(self).isNear(value) }
}
