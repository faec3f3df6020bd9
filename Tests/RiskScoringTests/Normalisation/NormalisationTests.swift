import RegisterModel
import RiskScoring
import Testing

struct NormalisationTests {
  /// A parent of three levels: 0.01–1–100–10000 a year; money in steps of a thousand.
  private let parent = ScoringRules(
    criteria([0.01, 1, 100, 10_000], [1, 1e3, 1e6, 1e9]), currency: euro)

  private static func criteria(_ frequencies: [Double], _ amounts: [Double]) -> Criteria {
    let count = frequencies.count - 1
    var criteria = plainCriteria((1...count).map { row in (1...count).map { max(row, $0) } })
    criteria.impacts[0].unit = Line("EUR")
    for index in 0..<count {
      let isOuter = index == 0 || index == count - 1
      criteria.likelihood?.levels[index].from = AnnualRate(frequencies[index])
      criteria.likelihood?.levels[index].to = AnnualRate(frequencies[index + 1])
      criteria.likelihood?.levels[index].cap = isOuter
      criteria.impacts[0].levels[index].from = Quantity(amounts[index])
      criteria.impacts[0].levels[index].to = Quantity(amounts[index + 1])
      criteria.impacts[0].levels[index].cap = isOuter
    }
    return criteria
  }

  private func normalised(
    _ risk: Risk, _ criteria: Criteria = BuiltInCriteria.standard.criteria(in: euro),
    into parent: ScoringRules? = nil, rate: Double? = nil
  ) -> Normalisation {
    Normalisation(
      of: Assessment(of: register([risk], criteria)), into: parent ?? self.parent,
      exchangeRate: rate)
  }

  @Test("A level becomes the one whose interval holds what stands for it")
  func converted() throws {
    // 0.1–1 a year: √0.1 ≈ 0.32, the parent's first; 1–10 M: about 3.2 M, the parent's third.
    let result = normalised(risk("R-1", likelihood: 3, ["money": 4]))
    #expect(result.scores[0].likelihood == level(1))
    #expect(result.scores[0].impact == level(3))
    #expect(result.scores[0].rating == level(3))
    #expect(result.changed == [0] && result.incomplete == [])
    let levels = result.changes(ofRisk: 0)
    #expect(levels.count == 2)
    guard case .likelihood(let before, .level(let after, let value)) = levels[0] else {
      Issue.record("the likelihood changes")
      return
    }
    #expect(before == level(3) && after == level(1) && value.isNear(0.1.squareRoot()))
  }

  @Test("What keeps its rank is not listed as changed")
  func unchanged() {
    let criteria = BuiltInCriteria.standard.criteria(in: euro)
    let same = normalised(
      risk("R-1", likelihood: 3, ["money": 4, "safety": 2, "legal": 5]), criteria,
      into: ScoringRules(criteria, currency: euro))
    #expect(same.changed.isEmpty && same.incomplete.isEmpty)
    #expect(same.scores[0] == same.original.scores[0])
  }

  @Test("Off the parent's scale is unknown, and never the level at its end")
  func offScale() {
    var criteria = Self.criteria([0.01, 1, 100, 10_000], [1, 1e3, 1e6, 1e9])
    criteria.likelihood?.levels[0].cap = false
    let result = normalised(
      risk("R-1", likelihood: 1, ["money": 4]), into: ScoringRules(criteria, currency: euro))
    #expect(result.scores[0].likelihood == nil && result.scores[0].rating == nil)
    #expect(result.scores[0].standing == .notAssessed)
    guard case .offScale(let value)? = result.gaps(ofRisk: 0).first?.gap else {
      Issue.record("0.001 to 0.01 a year lies below the parent's scale")
      return
    }
    #expect(value.isNear(1e-5.squareRoot()))
    // Where the end is a cap, the outer level is open, and holds it.
    #expect(normalised(risk("R-1", likelihood: 1, ["money": 4])).scores[0].likelihood == level(1))
  }

  @Test("A category that the parent lacks goes through money, and the worse of two stays")
  func throughMoney() {
    let legal = normalised(risk("R-1", likelihood: 3, ["legal": 5, "money": 1]))
    #expect(legal.scores[0].impact == level(3))
    #expect(legal.incomplete.isEmpty)
    #expect(
      normalised(risk("R-1", likelihood: 3, ["legal": 1, "money": 5])).scores[0].impact == level(3))
  }

  @Test("One that has no meaning in money is listed and left out; alone, nothing is known")
  func noCategory() {
    let partly = normalised(risk("R-1", likelihood: 3, ["safety": 5, "money": 1]))
    #expect(partly.scores[0].impact == level(2))  // 1000–10 000
    #expect(partly.gaps(ofRisk: 0).map(\.gap) == [.noCategory])
    let alone = normalised(risk("R-1", likelihood: 3, ["safety": 5]))
    #expect(alone.scores[0].rating == nil && alone.scores[0].notAssessed == .noImpact)
  }

  @Test("The same token in another unit is not comparable, so the risk has no rating there")
  func otherUnit() {
    var criteria = BuiltInCriteria.standard.criteria(in: euro)
    criteria.impacts[1].unit = Line("injured per million hours")
    let result = normalised(
      risk("R-1", likelihood: 3, ["safety": 5, "money": 1]),
      into: ScoringRules(criteria, currency: euro))
    #expect(result.gaps(ofRisk: 0).map(\.gap) == [.otherUnit])
    #expect(result.scores[0].rating == nil && result.scores[0].notAssessed == .offScale)
  }

  @Test("Another currency needs a rate; exposures are converted by it too")
  func currencies() throws {
    let yen = Currency("JPY")!
    let child = BuiltInCriteria.standard.criteria(in: yen)
    var register = register([risk("R-1", likelihood: 3, ["money": 4])], child)
    register.currency = yen
    let assessment = Assessment(of: register)
    let unknown = Normalisation(of: assessment, into: parent)
    #expect(unknown.gaps(ofRisk: 0).map(\.gap) == [.otherCurrency])
    #expect(unknown.scores[0].exposure == nil)
    let known = Normalisation(of: assessment, into: parent, exchangeRate: 0.006)
    #expect(known.scores[0].impact == level(2))  // 3.2 M yen, 19 000 euro
    let exposure = try #require(assessment.scores[0].exposure)
    #expect(known.scores[0].exposure?.expected.isNear(exposure.expected * 0.006) == true)
  }

  @Test("What is not judged stays so, and a level without an interval is unknown")
  func unknown() {
    #expect(normalised(unscored("R-1")).scores[0].notAssessed == .noScore)
    #expect(normalised(unscored("R-1")).incomplete.isEmpty)
    let plain = normalised(
      risk("R-1", likelihood: 2, ["money": 2]), plainCriteria([[1, 1], [1, 2]]))
    #expect(plain.scores[0].rating == nil && plain.incomplete == [0])
    #expect(plain.gaps(ofRisk: 0).map(\.gap) == [.noInterval, .otherUnit])
  }
}

struct RollUpTests {
  private let rules = ScoringRules(BuiltInCriteria.standard.criteria(in: euro), currency: euro)

  @Test("Units are counted by the parent's ratings, closed risks left out")
  func rollUp() {
    let first = register([
      risk("R-1", likelihood: 5, ["money": 5]), risk("R-2", likelihood: 1, ["money": 1]),
      risk("R-3", likelihood: 5, ["money": 5], status: .closed),
    ])
    let second = register(
      [risk("R-1", likelihood: 3, ["money": 3]), unscored("R-2")],
      BuiltInCriteria.sp80030G3.criteria(in: euro))
    let rollUp = RollUp(
      of: [first, second].map { Normalisation(of: Assessment(of: $0), into: rules) }, into: rules)
    #expect(rollUp.units.map(\.ratings.highest) == [level(4), level(3)])
    #expect(rollUp.ratings.counts == [1, 0, 1, 1])
    #expect(rollUp.ratings.notAssessed == 1)
    // 1–10 a year is the third level there and the fourth here.
    #expect(rollUp.units.map(\.changedCount) == [0, 1])
    #expect(rollUp.units.map(\.incompleteCount) == [0, 0])
    #expect(rollUp.exposure.knownCount == 3 && rollUp.exposure.unknownCount == 1)
  }

  @Test("No units, no sum")
  func empty() {
    let rollUp = RollUp(of: [], into: rules)
    #expect(rollUp.ratings.total == 0 && rollUp.exposure.exposure == nil)
  }
}
