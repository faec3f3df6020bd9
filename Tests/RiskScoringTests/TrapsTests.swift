import RegisterModel
import RiskScoring
import TestSupport
import Testing

/// Mistakes that other programs make, each tried here so that this one never does (DOMAIN §8.2). The
/// numbers are those of that list; traps of recovery times and of simulation are tried elsewhere.
struct TrapsTests {
  private let criteria = BuiltInCriteria.standard.criteria(in: euro)

  @Test("Unrated is not within tolerance, and not last: it is nowhere")
  func unrated() {
    let assessment = Assessment(
      of: register([unscored("R-1"), risk("R-2", likelihood: 1, ["money": 1])]))
    #expect(assessment.scores[0].standing.state == nil)
    #expect(RiskCounts(of: assessment).states.map(\.count).reduce(0, +) == 1)
    #expect(identifiers(PriorityOrder(of: assessment)) == ["R-2"])
  }

  @Test("2: Zero is a value, and what is unset wins no comparison")
  func zeroIsNotUnset() throws {
    let unset = Assessment.only(risk("R-1", likelihood: 2, ["reputation": 2]))
    #expect(unset.exposure == nil)
    let sum = RiskCounts(
      of: Assessment(
        of: register([
          risk("R-1", likelihood: 2, ["reputation": 2]), risk("R-2", likelihood: 2, ["money": 2]),
        ]))
    ).exposure
    #expect(sum.knownCount == 1 && sum.unknownCount == 1)
    // No warning at all is known; a margin that nobody knows comes last, not first.
    let both = register([
      risk("R-1", likelihood: 2, ["money": 2]), risk("R-2", likelihood: 2, ["money": 2]),
    ])
    let order = PriorityOrder(
      of: Assessment(of: both), reactionMargins: [nil, ReactionMargin(seconds: 0)])
    #expect(identifiers(order) == ["R-2", "R-1"])
    // A control that is known to do nothing is another than one of which nobody knows.
    let nothing = ControlEffects([ControlUse(ref: try Identifier("C-1"))]) { _ in
      control("C-1", 0, 1)
    }
    let unknown = ControlEffects([ControlUse(ref: try Identifier("C-1"))]) { _ in
      control("C-1", nil, 1)
    }
    #expect(nothing.silent.isEmpty && unknown.silent.count == 1)
  }

  @Test("A level above its scale is not pushed down to the highest")
  func noClamp() {
    let high = Assessment.only(risk("R-1", likelihood: 7, ["money": 3]))
    #expect(high.rating == nil && high.notAssessed == .offScale)
    let mixed = Assessment.only(risk("R-1", likelihood: 3, ["money": 9, "safety": 1]))
    #expect(mixed.rating == nil && mixed.impact == nil)
    #expect(ScoringRules(criteria, currency: euro).likelihood.level(containing: -1) == nil)
  }

  @Test("5: Accepted is a decision of somebody until a day, never a word")
  func acceptance() throws {
    var risk = risk("R-1", likelihood: 5, ["money": 5], status: .accepted)
    risk.status = .accepted
    let today = day(2026, 6, 1)
    var acceptance = Acceptance(id: try Identifier("AC-1"), risk: risk.id)
    #expect(risk.effectiveStatus(given: [acceptance].live(on: today)) == .open)
    acceptance.by = try Identifier("p-1")
    acceptance.on = day(2026, 1, 1)
    acceptance.justification = Prose("It is cheaper.")
    #expect(acceptance.state(on: today) == .incomplete(missing: [.expiry]))
    #expect([acceptance].live(on: today) == nil)
    acceptance.until = day(2026, 12, 31)
    acceptance.by = nil
    #expect([acceptance].live(on: today) == nil)
    acceptance.by = try Identifier("p-1")
    #expect(risk.effectiveStatus(given: [acceptance].live(on: today)) == .accepted)
    // Accepted or not, it stays what it is: no rating, no state, no rank changes.
    #expect(Assessment.only(risk).standing.state == .exceedsTolerance)
  }

  @Test("6: Sharing moves money; who is hurt stays hurt")
  func sharing() throws {
    let rules = ScoringRules(criteria, currency: euro)
    let shareable = rules.categories.filter(\.canBeShared).map(\.definition.category.text)
    #expect(shareable == ["money", "legal"])
  }

  @Test("7: Velocity and proximity never enter a score")
  func velocity() {
    let slow = risk("R-1", likelihood: 3, ["money": 3])
    var fast = slow
    fast.velocity = ElapsedTime(seconds: 0)
    fast.onsetLead = ElapsedTime(seconds: 0)
    fast.proximity = day(2026, 1, 1)
    #expect(Assessment.only(slow) == Assessment.only(fast))
  }

  @Test("8: The impact of a risk is its worst, never a mean; levels have no sum")
  func noMeans() {
    let score = Assessment.only(
      risk("R-1", likelihood: 3, ["money": 1, "safety": 5, "service": 1, "reputation": 1]))
    #expect(score.impact == level(5))
    // What can be done with ratings is to count them.
    let counts = RiskCounts(
      of: Assessment(
        of: register([
          risk("R-1", likelihood: 1, ["money": 1]), risk("R-2", likelihood: 5, ["money": 5]),
        ])))
    #expect(counts.ratings.counts == [1, 0, 0, 1] && counts.ratings.highest == level(4))
    #expect(!(Level<RatingScale>.self is any Numeric.Type))
    #expect(!(Level<RatingScale>.self is any AdditiveArithmetic.Type))
  }

  @Test("16: What is overdue depends on the day that is asked about, not on the clock")
  func today() {
    var risk = risk("R-1", likelihood: 1, ["money": 1])
    risk.reviewed = day(1999, 1, 1)
    let next = ScoringRules(criteria, currency: euro).reviews.next(of: risk, rating: level(1))
    #expect(next.isOverdue(on: day(1999, 12, 31)) == false)
    risk.reviewed = day(2999, 1, 1)
    let later = ScoringRules(criteria, currency: euro).reviews.next(of: risk, rating: level(1))
    #expect(later.isOverdue(on: day(3000, 1, 2)) == true)
  }
}
