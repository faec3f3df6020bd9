public import RegisterModel
public import RiskScoring

/// A register compiled once, on a given day, for everything that asks about it: checks, reports and
/// commands talk to this, and none of them walks the register for itself.
///
/// Records are known by their place in their family (`register.risks[place]`); families are in the
/// order of identifiers.
public final class CompiledRegister: Sendable {
  public let register: Register
  /// The day that counts as today: what is overdue, stale or expired depends on it and never on a clock.
  public let today: CalendarDate
  /// What disruption costs, what recovery takes, and what hangs on what.
  public let impact: RegisterImpact
  /// The activation protocols: who is called, what is done, and whether it is in time.
  public let response: RegisterResponse
  /// The criteria, compiled.
  public let rules: ScoringRules

  /// The risks scored at each stage, in the order of the register.
  public let inherent: Assessment
  public let current: Assessment
  public let target: Assessment

  public let risks: RecordIndex<Risk>
  public let controls: RecordIndex<Control>
  public let treatments: RecordIndex<Treatment>
  public let parties: RecordIndex<Party>
  public let hazards: RecordIndex<Hazard>
  public let assets: RecordIndex<Asset>
  public let activities: RecordIndex<Activity>
  public let protocols: RecordIndex<ResponseProtocol>
  public let indicators: RecordIndex<Indicator>

  /// Of each risk: the treatments that treat it.
  public let treatmentsOfRisk: Links
  /// What all treatments do to risks, one after the other: the treatment, and the place in what it
  /// treats.
  let effects: [(treatment: Int, place: Int)]
  /// Of each risk: what treatments do to it, by its place in ``effects``.
  let effectsOfRisk: Links
  /// Of each risk: its acceptances.
  public let acceptancesOfRisk: Links
  /// Of each risk: the indicators that track it.
  public let indicatorsOfRisk: Links
  /// Of each risk: the protocols that it activates or that cover it.
  public let protocolsOfRisk: Links

  /// - Parameter zones: Where to find the rules of time zones; without it those that the register names are
  ///   unknown, and so is what depends on them.
  /// - Complexity: O(*n* log *n*) in the number of records and their references.
  public init(
    _ register: Register, today: CalendarDate,
    zones: @escaping RegisterImpact.ZoneSource = { _ in nil }
  ) {
    self.register = register
    self.today = today
    impact = RegisterImpact(register, today: today, zones: zones)
    response = RegisterResponse(register, impact, today: today)
    inherent = Assessment(of: register, at: .inherent)
    current = Assessment(of: register, at: .current)
    target = Assessment(of: register, at: .target)
    rules = current.rules
    let risks = RecordIndex<Risk>(register.risks.map(\.id))
    self.risks = risks
    controls = RecordIndex(register.controls.map(\.id))
    treatments = RecordIndex(register.treatments.map(\.id))
    parties = RecordIndex(register.parties.map(\.id))
    hazards = RecordIndex(register.hazards.map(\.id))
    assets = RecordIndex(register.assets.map(\.id))
    activities = RecordIndex(register.activities.map(\.id))
    protocols = RecordIndex(register.protocols.map(\.id))
    indicators = RecordIndex(register.indicators.map(\.id))
    treatmentsOfRisk = Links(
      sourceCount: register.risks.count,
      register.treatments.enumerated().flatMap { place, treatment in
        treatment.treats.compactMap { treated in risks[treated.ref].map { ($0, place) } }
      })
    let effects = register.treatments.enumerated().flatMap { treatment, record in
      record.treats.indices.map { (treatment: treatment, place: $0) }
    }
    self.effects = effects
    effectsOfRisk = Links(
      sourceCount: register.risks.count,
      effects.enumerated().compactMap { index, effect in
        risks[register.treatments[effect.treatment].treats[effect.place].ref].map { ($0, index) }
      })
    acceptancesOfRisk = Links(
      sourceCount: register.risks.count,
      register.acceptances.enumerated().compactMap { place, acceptance in
        risks[acceptance.risk].map { ($0, place) }
      })
    indicatorsOfRisk = Links(
      sourceCount: register.risks.count,
      register.indicators.enumerated().flatMap { place, indicator in
        indicator.tracks.compactMap { tracked in risks[tracked.ref].map { ($0, place) } }
      })
    protocolsOfRisk = Links(
      sourceCount: register.risks.count,
      Self.protocolLinks(of: register, risks: risks, protocols: protocols))
  }

  private static func protocolLinks(
    of register: Register, risks: RecordIndex<Risk>, protocols: RecordIndex<ResponseProtocol>
  ) -> [(source: Int, target: Int)] {
    var links: [(source: Int, target: Int)] = []
    for place in register.risks.indices {
      for use in register.risks[place].activates {
        if let activated = protocols[use.ref] { links.append((place, activated)) }
      }
    }
    for (place, covering) in register.protocols.enumerated() {
      links += covering.covers.compactMap { covered in risks[covered.ref].map { ($0, place) } }
    }
    return links
  }

  /// The risks scored at a stage.
  public func assessment(at stage: Stage) -> Assessment {
    switch stage {
    case .inherent: inherent
    case .current: current
    case .target: target
    }
  }
}
