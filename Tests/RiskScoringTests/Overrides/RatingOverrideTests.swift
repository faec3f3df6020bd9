import RegisterModel
import RiskScoring
import Testing

struct RatingOverrideTests {
  private let rules = ScoringRules(BuiltInCriteria.standard.criteria(in: euro), currency: euro)

  private func overridden(_ value: String, field: String = "rating") -> Risk {
    var risk = risk("R-1", likelihood: 1, ["money": 1])
    risk.overrides = [Override(field: Line(field)!, value: Line(value)!)]
    return risk
  }

  @Test(
    "It is the name of a rating or its rank",
    arguments: [("High", 3), ("high", 3), ("4", 4), ("Critical", 4), ("1", 1)])
  func written(value: String, rank: Int) {
    #expect(rules.ratingOverride(of: overridden(value))?.rating == level(rank))
  }

  @Test("What names no rating is kept as it was written", arguments: ["Severe", "5", "0", "-1"])
  func unknown(value: String) throws {
    let override = try #require(rules.ratingOverride(of: overridden(value)))
    #expect(override.rating == nil && override.value.text == value)
  }

  @Test("A rating whose name is a number is meant before the rank")
  func numericName() {
    var criteria = plainCriteria([[1, 2]])
    criteria.matrix?.ratings[0].name = Line("2")!
    let rules = ScoringRules(criteria, currency: euro)
    #expect(rules.ratingOverride(of: overridden("2"))?.rating == level(1))
  }

  @Test("An override of something else is none of the rating")
  func otherField() {
    #expect(rules.ratingOverride(of: overridden("High", field: "mtpd")) == nil)
    #expect(rules.ratingOverride(of: risk("R-1", likelihood: 1)) == nil)
  }

  @Test("It is accountable with who, when and why")
  func accountable() {
    var risk = overridden("High")
    risk.overrides[0].by = try! Identifier("p-1")
    risk.overrides[0].on = day(2026, 1, 1)
    #expect(rules.ratingOverride(of: risk)?.isAccountable == false)
    risk.overrides[0].because = Prose("The levee is old.")
    #expect(rules.ratingOverride(of: risk)?.isAccountable == true)
  }

  @Test("The rating, its state and the order stay those of the matrix")
  func derived() {
    let mild = overridden("Critical")
    let worse = risk("R-2", likelihood: 5, ["money": 5])
    let assessment = Assessment(of: register([mild, worse]))
    #expect(assessment.scores[0].rating == level(1))
    #expect(assessment.scores[0].standing.state == .withinAppetite)
    #expect(identifiers(PriorityOrder(of: assessment)) == ["R-2", "R-1"])
  }
}
