import RegisterModel
import RiskScoring
import Testing

struct PriorityReasonTests {
  @Test("A place carries all that is known, in the order of the questions")
  func reasons() throws {
    var judged = risk("R-1", likelihood: 4, ["money": 3, "safety": 4])
    judged.proximity = CalendarDate(year: 2027, month: 3, day: 1)
    let assessment = Assessment(of: register([judged]))
    let order = PriorityOrder(of: assessment, reactionMargins: [ReactionMargin(seconds: -60)])
    let safety = try #require(assessment.rules.index(of: try Identifier("safety")))
    let ranked = order[0]
    #expect(ranked.reasons.map(\.criterion) == PriorityCriterion.allCases.dropLast())
    #expect(
      ranked.reasons[0]
        == .exceedsTolerance(rating: level(4), tolerance: level(3), category: safety))
    #expect(
      ranked.reasons[1]
        == .rated(level(4), likelihood: level(4), impact: level(4), category: safety))
    guard case .exposed(let parts, let exposure) = ranked.reasons[2] else {
      Issue.record("the third reason is the exposure")
      return
    }
    #expect(parts.category == safety)
    #expect(parts.likelihood.value == 0.7 && parts.impact.value == 0.7)
    #expect(parts.likelihoodBasis == .intervals && parts.impactBasis == .intervals)
    #expect(parts.share.value == 0.49)
    #expect(exposure == ranked.score.exposure && exposure != nil)  // of money, the other category
    #expect(ranked.reasons[3] == .reactionMargin(ReactionMargin(seconds: -60)))
    #expect(ranked.reasons[4] == .proximity(judged.proximity!))
    #expect(ranked.decidedBy == nil)
  }

  @Test("What is unknown is no reason")
  func unknown() {
    let order = PriorityOrder(
      of: Assessment(
        of: register([risk("R-1", likelihood: 2, ["money": 2])], plainCriteria([[1, 1], [1, 2]]))))
    #expect(order[0].reasons.map(\.criterion) == [.rating, .exposure])
    guard case .exposed(let parts, let exposure) = order[0].reasons[1] else {
      Issue.record("the second reason is the exposure")
      return
    }
    #expect(parts.likelihoodBasis == .ranks && parts.impactBasis == .ranks)
    #expect(exposure == nil)
  }

  @Test("Equivalents in money compare a category that has no unit of its own")
  func equivalents() throws {
    let rules = ScoringRules(BuiltInCriteria.standard.criteria(in: euro), currency: euro)
    let score = rules.score(of: risk("R-1", likelihood: 3, ["legal": 4]), at: .current)
    let parts = try #require(rules.shareParts(of: score))
    #expect(parts.impactBasis == .intervals)
    #expect(parts.impact.value == 0.7)
  }
}
