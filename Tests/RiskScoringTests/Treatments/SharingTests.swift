import RegisterModel
import RiskScoring
import Testing

struct SharingTests {
  private let rules = ScoringRules(BuiltInCriteria.standard.criteria(in: euro), currency: euro)
  private let current = risk("R-1", likelihood: 3, ["money": 4, "safety": 4, "legal": 4])

  private func treatment(
    _ option: Treatment.Option?, likelihood: Int? = nil,
    _ impacts: KeyValuePairs<String, Int> = [:], status: Treatment.Status = .approved
  ) -> Treatment {
    let name = option?.rawValue ?? "none"
    var treatment = Treatment(id: try! Identifier("T-\(name)"), name: Line("Treat it")!)
    treatment.option = option
    treatment.status = status
    var treated = TreatedRisk(ref: current.id)
    treated.likelihood = likelihood.map(level)
    treated.impacts = score(.target, likelihood: nil, impacts).impacts
    treatment.treats = [treated]
    return treatment
  }

  private func changes(_ treatments: Treatment...) -> [UnsharableChange.Change] {
    rules.unsharableChanges(of: current, treatments: treatments).map(\.change)
  }

  private var safety: CategoryIndex { rules.index(of: try! Identifier("safety"))! }

  @Test("Sharing lowers what counts money, and nothing else")
  func moneyOnly() {
    #expect(changes(treatment(.share, ["money": 1, "legal": 2])) == [])
    #expect(
      changes(treatment(.share, likelihood: 1, ["money": 1, "safety": 2])) == [
        .likelihood(from: level(3), to: level(1)),
        .impact(safety, from: level(4), to: level(2)),
      ])
    #expect(changes(treatment(.share, likelihood: 3, ["safety": 4])) == [])
    #expect(changes(treatment(.reduceImpact, ["safety": 2])) == [])
  }

  @Test("What another treatment lowers is not put down to the sharing")
  func another() {
    let sharing = treatment(.share, ["money": 1, "safety": 2])
    #expect(changes(sharing, treatment(.reduceImpact, ["safety": 2])) == [])
    #expect(changes(sharing, treatment(.reduceImpact)) == [])  // it doesn't say what it lowers
    let safetyStays = [UnsharableChange.Change.impact(safety, from: level(4), to: level(2))]
    #expect(changes(sharing, treatment(.reduceLikelihood, likelihood: 1)) == safetyStays)
    #expect(changes(sharing, treatment(.retain, ["safety": 2])) == safetyStays)
    #expect(
      changes(sharing, treatment(.reduceImpact, ["safety": 2], status: .cancelled)) == safetyStays)
  }

  @Test("A target is held against it where nothing but sharing is done")
  func target() {
    var risk = current
    risk.scores.append(score(.target, likelihood: 3, ["money": 2, "safety": 3]))
    risk.response = .share
    let changes = rules.unsharableChanges(of: risk, treatments: [])
    #expect(changes.map(\.change) == [.impact(safety, from: level(4), to: level(3))])
    #expect(changes.map(\.source) == [.target])
    #expect(rules.unsharableChanges(of: risk, treatments: [treatment(.reduceImpact)]).isEmpty)
    risk.response = .reduce
    #expect(rules.unsharableChanges(of: risk, treatments: []).isEmpty)
  }

  @Test("Without a current score nothing can be said")
  func unknown() {
    #expect(
      rules.unsharableChanges(
        of: unscored("R-1"), treatments: [treatment(.share, ["safety": 1])]
      ).isEmpty)
  }
}
