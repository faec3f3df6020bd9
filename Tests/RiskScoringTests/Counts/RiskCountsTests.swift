import RegisterModel
import RiskScoring
import Testing

struct RiskCountsTests {
  private func counts() throws -> RiskCounts {
    var criteria = BuiltInCriteria.decade5x5.criteria(in: euro)
    criteria.categories = [
      RiskCategory(id: try Identifier("people"), name: Line("Menschen")!),
      RiskCategory(id: try Identifier("cyber"), name: Line("Cyber")!),
      RiskCategory(id: try Identifier("site"), name: Line("Standort")!),
    ]
    var risks = [
      risk("R-1", likelihood: 3, ["money": 3]),  // high
      risk("R-2", likelihood: 5, ["safety": 5], status: .accepted),  // critical, no money
      risk("R-3", likelihood: 1, ["money": 1], status: .draft),  // low
      unscored("R-4"),
      risk("R-5", likelihood: 5, ["money": 5], status: .closed),
    ]
    let categories = ["cyber", "people", "cyber", nil, "site"]
    let owners = ["team-10", "team-2", "team-10", nil, "team-1"]
    for index in risks.indices {
      risks[index].category = try categories[index].map { try Identifier($0) }
      risks[index].owner = try owners[index].map { try Identifier($0) }
    }
    return RiskCounts(of: Assessment(of: register(risks, criteria)))
  }

  @Test("By rating, by status and by state")
  func ratings() throws {
    let counts = try counts()
    #expect(counts.ratings.counts == [1, 0, 1, 1])
    #expect(counts.ratings.notAssessed == 1 && counts.ratings.total == 4)
    #expect(counts.ratings[level(3)] == 1 && counts.ratings[level(9)] == 0)
    #expect(counts.ratings.highest == level(4))
    #expect(counts.statuses.map(\.status) == Risk.Status.allCases)
    #expect(counts.statuses.map(\.count) == [2, 1, 0, 0, 1, 1])  // an unscored risk is a draft
    #expect(counts.states.map(\.state) == AppetiteState.allCases)
    #expect(counts.states.map(\.count) == [1, 1, 1])
    #expect(counts.unknownStates == 1)
  }

  @Test("By category, in the order of the criteria, the risks without one at the end")
  func categories() throws {
    let categories = try counts().categories
    #expect(categories.map { $0.subject?.text } == ["people", "cyber", "site", nil])
    #expect(categories.map(\.tally.total) == [1, 2, 0, 1])
    #expect(categories[1].tally.counts == [1, 0, 1, 0])
    #expect(categories[2].tally.highest == nil)
    #expect(categories[3].tally.notAssessed == 1)
  }

  @Test("The highest rating of each owner, numbers in names as numbers")
  func owners() throws {
    let owners = try counts().owners
    #expect(owners.map { $0.subject?.text } == ["team-2", "team-10", nil])
    #expect(owners.map(\.tally.highest) == [level(4), level(3), nil])
  }

  @Test("Expected losses add up beside their bounds; unknown ones are counted, not taken for zero")
  func exposure() throws {
    let sum = try counts().exposure
    #expect(sum.knownCount == 2 && sum.unknownCount == 2)
    let exposure = try #require(sum.exposure)
    #expect(exposure.low.isNear(1e4 + 1))
    #expect(exposure.high.isNear(1e6 + 100))
    // 810 000/ln² 10 + 81/ln² 10
    #expect(exposure.expected.isNear(152_790.752_126_865_18))
  }

  @Test("Where nobody knows a loss there is no sum")
  func noExposure() {
    let counts = RiskCounts(of: Assessment(of: register([unscored("R-1")])))
    #expect(counts.exposure.exposure == nil && counts.exposure.unknownCount == 1)
    let none = RiskCounts(of: Assessment(of: register([], nil)))
    #expect(none.exposure.exposure == nil && none.ratings.counts.isEmpty)
    #expect(none.ratings.highest == nil && none.owners.isEmpty && none.categories.isEmpty)
  }
}
