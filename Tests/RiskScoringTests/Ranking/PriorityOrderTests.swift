import RegisterModel
import RiskScoring
import Testing

struct PriorityOrderTests {
  /// Appetite 2 and tolerance 3, of safety 1 and 1.
  private var strictOnSafety: Criteria {
    var criteria = BuiltInCriteria.decade5x5.criteria(in: euro)
    var safety = Appetite(rating: level(1), tolerance: level(1))
    safety.category = try! Identifier("safety")
    criteria.appetites.append(safety)
    return criteria
  }

  private func order(_ risks: [Risk], _ margins: [Int64?] = []) -> PriorityOrder {
    PriorityOrder(
      of: Assessment(of: register(risks, strictOnSafety)),
      reactionMargins: margins.map { $0.map(ReactionMargin.init) })
  }

  @Test("What exceeds tolerance comes before what is rated higher and tolerated")
  func toleranceFirst() {
    let order = order([
      risk("R-1", likelihood: 3, ["money": 4]),  // high, tolerated
      risk("R-2", likelihood: 2, ["safety": 3]),  // medium, exceeds what is tolerated of safety
    ])
    #expect(identifiers(order) == ["R-2", "R-1"])
    #expect(order.map(\.decidedBy) == [.tolerance, nil])
    #expect(order.map(\.place) == [1, 2])
    #expect(order.map(\.index) == [1, 0])
  }

  @Test("Then the higher rating, then the larger exposure share")
  func ratingThenShare() {
    let order = order([
      risk("R-1", likelihood: 2, ["money": 3]),  // medium
      risk("R-2", likelihood: 3, ["money": 3]),  // high, 0.5 × 0.5
      risk("R-3", likelihood: 3, ["money": 4]),  // high, 0.5 × 0.7
      risk("R-4", likelihood: 5, ["money": 5]),  // critical, exceeds
      risk("R-5", likelihood: 1, ["money": 5]),  // high, 0.1 × 0.9
    ])
    #expect(identifiers(order) == ["R-4", "R-3", "R-2", "R-5", "R-1"])
    #expect(order.map(\.decidedBy) == [.tolerance, .exposure, .exposure, .rating, nil])
  }

  @Test("A risk without money is not behind one with money for that reason")
  func withoutMoney() {
    let order = order([
      risk("R-1", likelihood: 3, ["money": 3]), risk("R-2", likelihood: 3, ["service": 4]),
      risk("R-3", likelihood: 3, ["service": 3]),
    ])
    #expect(identifiers(order) == ["R-2", "R-1", "R-3"])
    #expect(order[0].score.exposure == nil && order[1].score.exposure != nil)
    #expect(order[1].decidedBy == .identifier)  // both lie in the middle of their scales
  }

  @Test("Shares that are equal on paper are equal: 0.1 × 0.9 and 0.3 × 0.3")
  func equalShares() {
    let scores = Assessment(
      of: register([
        risk("R-1", likelihood: 1, ["money": 5]), risk("R-2", likelihood: 2, ["money": 2]),
        risk("R-3", likelihood: 5, ["money": 1]),
      ])
    ).scores
    #expect(scores[0].share == scores[1].share)
    #expect(scores[0].share == scores[2].share)
    #expect(scores[0].share?.value == 0.09)
  }

  @Test("Then the shorter reaction margin, a negative one first and an unknown one last")
  func margins() {
    let alike = (1...4).map { risk("R-\($0)", likelihood: 3, ["money": 3]) }
    let order = order(alike, [nil, 3600, -60, 0])
    #expect(identifiers(order) == ["R-3", "R-4", "R-2", "R-1"])
    #expect(order.map(\.decidedBy) == [.reactionMargin, .reactionMargin, .reactionMargin, nil])
  }

  @Test("Then the nearer date, an unknown one last")
  func proximity() {
    var alike = (1...3).map { risk("R-\($0)", likelihood: 3, ["money": 3]) }
    alike[1].proximity = CalendarDate(year: 2030, month: 1, day: 1)
    alike[2].proximity = CalendarDate(year: 2027, month: 6, day: 30)
    let order = order(alike)
    #expect(identifiers(order) == ["R-3", "R-2", "R-1"])
    #expect(order.map(\.decidedBy) == [.proximity, .proximity, nil])
  }

  @Test("Then the identifier, numbers as numbers")
  func identifier() {
    let alike = ["R-10", "R-2", "A-1", "R-02"].map { risk($0, likelihood: 3, ["money": 3]) }
    let order = order(alike)
    #expect(identifiers(order) == ["A-1", "R-02", "R-2", "R-10"])
    #expect(order.map(\.decidedBy) == [.identifier, .identifier, .identifier, nil])
  }

  @Test("A question is asked only where all before it leave a tie")
  func precedence() {
    var risks = (1...6).map { risk("R-\($0)", likelihood: 3, ["money": 3]) }
    risks[5].proximity = CalendarDate(year: 2027, month: 1, day: 1)
    risks[0] = risk("R-1", likelihood: 3, ["money": 4])
    risks[1] = risk("R-2", likelihood: 4, ["money": 4])
    let order = order(risks, [nil, nil, nil, 5, nil, nil])
    #expect(identifiers(order) == ["R-2", "R-1", "R-4", "R-6", "R-3", "R-5"])
    #expect(
      order.map(\.decidedBy)
        == [.tolerance, .exposure, .reactionMargin, .proximity, .identifier, nil])
  }

  @Test("Unscored and closed risks are listed apart; accepted ones and drafts keep their place")
  func apart() {
    let order = order([
      risk("R-10", likelihood: 5, ["money": 5], status: .closed),
      risk("R-9", likelihood: 5), risk("R-1", likelihood: 3, ["money": 3], status: .accepted),
      unscored("R-8"), risk("R-4", likelihood: 3, ["money": 4], status: .draft),
      risk("R-3", status: .closed),
    ])
    let risks = order.assessment.risks
    #expect(identifiers(order) == ["R-4", "R-1"])
    #expect(order.notAssessed.map { risks[$0].id.text } == ["R-8", "R-9"])
    #expect(order.closed.map { risks[$0].id.text } == ["R-3", "R-10"])
    #expect(order.assessment.scores[order.notAssessed[1]].notAssessed == .noImpact)
  }

  @Test("Nothing to rank is an empty order")
  func empty() {
    #expect(order([]).isEmpty)
    let unrated = PriorityOrder(of: Assessment(of: register([unscored("R-1")], nil)))
    #expect(unrated.isEmpty && unrated.notAssessed == [0])
  }

  @Test("A stage is ranked by its own scores")
  func otherStage() {
    var first = risk("R-1", likelihood: 5, ["money": 5], stage: .inherent)
    first.scores.append(score(.current, likelihood: 1, ["money": 1]))
    let second = risk("R-2", likelihood: 2, ["money": 2], stage: .current)
    let register = register([first, second])
    #expect(identifiers(PriorityOrder(of: Assessment(of: register))) == ["R-2", "R-1"])
    let inherent = PriorityOrder(of: Assessment(of: register, at: .inherent))
    #expect(identifiers(inherent) == ["R-1"])
    #expect(inherent.notAssessed == [1])
  }

  @Test("The same risks in any order give the same order")
  func permutation() {
    var generator = SmallGenerator(seed: 7)
    var risks: [Risk] = (1...60).map { number in
      let category = ["money", "safety", "service", "legal", "reputation"][generator.below(5)]
      var risk = risk(
        "R-\(number)", title: "Größe \(number) — 範囲",
        likelihood: generator.below(8) == 0 ? nil : generator.below(5) + 1,
        [category: generator.below(5) + 1], status: generator.below(9) == 0 ? .closed : .open)
      if generator.below(2) == 0 {
        risk.proximity = CalendarDate(year: 2027 + generator.below(2), month: 1, day: 1)
      }
      return risk
    }
    func everything() -> [[String]] {
      let order = order(risks)
      return [
        identifiers(order), order.map { "\($0.decidedBy as Any)" },
        order.notAssessed.map { risks[$0].id.text }, order.closed.map { risks[$0].id.text },
      ]
    }
    let expected = everything()
    #expect(expected[0].count > 30 && !expected[2].isEmpty && !expected[3].isEmpty)
    for _ in 1...20 {
      for index in risks.indices.reversed() { risks.swapAt(index, generator.below(index + 1)) }
      #expect(everything() == expected)
    }
    risks.reverse()
    #expect(everything() == expected)
  }
}

/// A generator whose draws are the same in each run (SplitMix64).
struct SmallGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((bits ^ (bits >> 31)) % UInt64(bound))
  }
}
