import RegisterModel
import RiskScoring
import Testing

struct ControlBoundsTests {
  private let rules = ScoringRules(BuiltInCriteria.standard.criteria(in: euro), currency: euro)

  /// Judged at inherent and at current.
  private func judged(
    inherent: (Int?, KeyValuePairs<String, Int>), current: (Int?, KeyValuePairs<String, Int>)
  ) -> Risk {
    var risk = risk("R-1", likelihood: inherent.0, inherent.1, stage: .inherent)
    risk.scores.append(score(.current, likelihood: current.0, current.1))
    return risk
  }

  private func effects(_ controls: Control...) -> ControlEffects {
    ControlEffects(controls.map { ControlUse(ref: $0.id) }) { id in
      controls.first { $0.id == id }
    }
  }

  @Test("One level of a scale of decades is explained by nine tenths, to the bound and not beyond")
  func onPaper() throws {
    let risk = judged(inherent: (4, [:]), current: (2, [:]))  // 1–10 a year
    let bounds = rules.bounds(of: risk, given: effects(control("C-1", 0.9, 1)))
    let frequency = try #require(bounds.frequency)
    #expect(frequency.low.isNear(0.1) && frequency.high.isNear(1))
    // 1 − 0.9 is a little less than 0.1 as a Double; on paper it is level 3.
    #expect(bounds.likelihood == level(3))
    #expect(
      rules.unexplainedLevels(of: risk, at: .current, given: bounds.effects)
        == [.likelihood(level(2), bound: level(3))])
  }

  @Test("A little more than nine tenths explains the next level")
  func beyond() {
    let risk = judged(inherent: (4, [:]), current: (2, [:]))
    let effects = effects(control("C-1", 0.91, 1))
    #expect(rules.bounds(of: risk, given: effects).likelihood == level(2))
    #expect(rules.unexplainedLevels(of: risk, at: .current, given: effects).isEmpty)
  }

  @Test("Below the scale everything is explained")
  func belowScale() {
    let risk = judged(inherent: (2, [:]), current: (1, [:]))
    let effects = effects(control("C-1", 1, 1))
    #expect(rules.bounds(of: risk, given: effects).likelihood == level(1))
    #expect(rules.unexplainedLevels(of: risk, at: .current, given: effects).isEmpty)
  }

  @Test("Without controls nothing lower than the inherent level is explained")
  func noControls() {
    let risk = judged(inherent: (3, ["money": 4]), current: (2, ["money": 3]))
    let money = rules.index(of: try! Identifier("money"))!
    #expect(
      rules.unexplainedLevels(of: risk, at: .current, given: effects())
        == [
          .likelihood(level(2), bound: level(3)),
          .impact(level(3), bound: level(4), category: money),
        ])
  }

  @Test("What lowers severity lowers the impact in every category, on its own scale")
  func severity() {
    var criteria = BuiltInCriteria.standard.criteria(in: euro)
    let reputation = criteria.impacts.count - 1
    for (index, bounds) in [(1.0, 3.0), (3, 10), (10, 30), (30, 100), (100, 300)].enumerated() {
      criteria.impacts[reputation].levels[index].from = Quantity(bounds.0)
      criteria.impacts[reputation].levels[index].to = Quantity(bounds.1)
    }
    let rules = ScoringRules(criteria, currency: euro)
    let risk = judged(
      inherent: (3, ["money": 5, "reputation": 5]), current: (3, ["money": 4, "reputation": 3]))
    let effects = effects(control("C-1", 0.8, 1, .corrective, lowers: .severity))
    let bounds = rules.bounds(of: risk, given: effects)
    // Money 10–100 M × 0.2 starts in 1–10 M; reputation 100–300 × 0.2 starts in 10–30.
    #expect(bounds.impacts.map(\.impact) == [level(4), level(3)])
    #expect(rules.unexplainedLevels(of: risk, at: .current, given: effects).isEmpty)
  }

  @Test("What shortens the event may lower an impact by any amount, so nothing is said of it")
  func duration() {
    let risk = judged(inherent: (3, ["money": 5]), current: (3, ["money": 1]))
    for shorter in [
      control("C-1", 0.1, 1, .corrective, lowers: .duration),
      control("C-1", nil, nil, .corrective, lowers: nil),
    ] {
      let bounds = rules.bounds(of: risk, given: effects(shorter))
      #expect(bounds.impacts.map(\.impact) == [nil])
      #expect(bounds.likelihood == level(3))
      #expect(rules.unexplainedLevels(of: risk, at: .current, given: effects(shorter)).isEmpty)
    }
  }

  @Test("Without an inherent level, or without intervals, nothing is known and nothing is claimed")
  func unknown() {
    let current = risk("R-1", likelihood: 1, ["money": 1])
    #expect(rules.bounds(of: current, given: effects()).likelihood == nil)
    #expect(rules.unexplainedLevels(of: current, at: .current, given: effects()).isEmpty)
    let plain = ScoringRules(plainCriteria([[1, 1], [1, 2]]), currency: euro)
    let risk = judged(inherent: (2, ["money": 2]), current: (1, ["money": 1]))
    #expect(plain.bounds(of: risk, given: effects()).frequency == nil)
    #expect(plain.unexplainedLevels(of: risk, at: .current, given: effects()).isEmpty)
  }
}
