import RegisterModel
import RiskScoring
import Testing

struct AppetiteStandingTests {
  /// Ratings 1 to 4 on the diagonal; impact and likelihood alike.
  private func criteria(_ appetites: [Appetite]) -> Criteria {
    var criteria = plainCriteria(
      [[1, 1, 1, 1], [1, 2, 2, 2], [1, 2, 3, 3], [1, 2, 3, 4]], categories: ["money", "safety"])
    criteria.appetites = appetites
    return criteria
  }

  private func appetite(_ rating: Int, _ tolerance: Int, for category: String? = nil) -> Appetite {
    var appetite = Appetite(rating: level(rating), tolerance: level(tolerance))
    appetite.category = category.map { try! Identifier($0) }
    return appetite
  }

  @Test(
    "At the appetite is within it, at the tolerance within that, above it exceeds",
    arguments: [
      (1, AppetiteState.withinAppetite), (2, .withinAppetite), (3, .withinTolerance),
      (4, .exceedsTolerance),
    ])
  func general(rank: Int, state: AppetiteState) {
    let score = Assessment.only(
      risk("R-1", likelihood: rank, ["money": rank]), criteria([appetite(2, 3)]))
    #expect(score.standing.state == state)
  }

  @Test("Each category is held against its own appetite, and the worst counts")
  func ownAppetite() {
    let criteria = criteria([appetite(3, 4), appetite(1, 1, for: "safety")])
    let score = Assessment.only(
      risk("R-1", likelihood: 4, ["money": 4, "safety": 2]), criteria)
    // Money is rated 4 and tolerated; safety is rated 2 and is not.
    #expect(score.rating == level(4))
    #expect(
      score.standing
        == .state(.exceedsTolerance, rating: level(2), category: score.exposureOrSafety))
    let money = Assessment.only(risk("R-1", likelihood: 4, ["money": 4]), criteria)
    #expect(money.standing.state == .withinTolerance)
  }

  @Test("Of categories that stand alike the one rated highest is named")
  func named() {
    let score = Assessment.only(
      risk("R-1", likelihood: 4, ["money": 3, "safety": 4]), criteria([appetite(1, 2)]))
    #expect(
      score.standing == .state(.exceedsTolerance, rating: level(4), category: score.impactCategory!)
    )
  }

  @Test("Without a rating there is no state, least of all within tolerance")
  func unrated() {
    for odd in [unscored("R-1"), risk("R-1", likelihood: 1), risk("R-1", ["money": 1])] {
      let score = Assessment.only(odd, criteria([appetite(2, 3)]))
      #expect(score.standing == .notAssessed)
      #expect(score.standing.state == nil)
    }
  }

  @Test("Where no appetite is stated there is no state, and the category is named")
  func notStated() throws {
    let score = Assessment.only(risk("R-1", likelihood: 1, ["safety": 1]), criteria([]))
    #expect(score.rating == level(1))
    #expect(score.standing.state == nil)
    #expect(score.standing == .noAppetiteStated(category: try #require(score.impactCategory)))
  }

  @Test("An appetite for one category says nothing of another, unless it is exceeded")
  func partlyStated() {
    let criteria = criteria([appetite(2, 3, for: "money")])
    let mild = Assessment.only(risk("R-1", likelihood: 2, ["money": 1, "safety": 1]), criteria)
    #expect(mild.standing.state == nil)
    let bad = Assessment.only(risk("R-1", likelihood: 4, ["money": 4, "safety": 1]), criteria)
    #expect(bad.standing.state == .exceedsTolerance)
    let onlyMoney = Assessment.only(risk("R-1", likelihood: 2, ["money": 1]), criteria)
    #expect(onlyMoney.standing.state == .withinAppetite)
  }

  @Test("A tolerance below the appetite is still not to be exceeded")
  func inverted() {
    let score = Assessment.only(
      risk("R-1", likelihood: 3, ["money": 3]), criteria([appetite(4, 2)]))
    #expect(score.standing.state == .exceedsTolerance)
  }
}

extension RiskScore {
  /// The second category of the criteria of these tests.
  fileprivate var exposureOrSafety: CategoryIndex {
    ScoringRules(
      plainCriteria([[1]], categories: ["money", "safety"]), currency: euro
    ).index(of: try! Identifier("safety"))!
  }
}
