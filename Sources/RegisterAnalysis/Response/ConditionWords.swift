import ImpactAnalysis
package import RegisterModel

/// Conditions of triggers in the words of people.
package struct ConditionWords {
  private let compiled: CompiledRegister

  package init(_ compiled: CompiledRegister) { self.compiled = compiled }

  /// "S-ehr 'Health record' is down for 30 min".
  package func text(_ condition: Condition) -> String {
    switch condition {
    case .all(let group): list(group.conditions, "all of")
    case .any(let group): list(group.conditions, "any of")
    case .atLeast(let quorum): list(quorum.conditions, "at least \(quorum.count.value) of")
    case .not(let negation):
      "not (\(negation.condition.map(text) ?? ""))"
    case .asset(let it): state(it.ref.text, it.state, it.duration)
    case .activity(let it): state(it.ref.text, it.state, it.duration)
    case .elapsed(let it): elapsed(it)
    case .hazard(let it):
      "\(label(it.ref.text)) is at \(AmountText.measure(it.atLeast.value))\(it.unit.map { " \($0)" } ?? "") or more"
    case .indicator(let it): "\(label(it.ref.text)) is \(it.state.rawValue)"
    case .incidents(let it): incidents(it)
    case .severity(let it): "the incident is \(it.atLeast.rawValue) or worse"
    case .forecast(let it):
      it.exceeds.map {
        "\(label(it.ref.text)) is forecast to be out for more than \(ImpactWords.time($0.seconds))"
      } ?? "\(label(it.ref.text)) is forecast to be back later than the protocol can wait"
    case .manual(let it): "\(label(it.role.text)) says yes to “\(it.question)”"
    }
  }

  private func list(_ conditions: [Condition], _ words: String) -> String {
    conditions.count == 1
      ? text(conditions[0]) : "\(words): \(conditions.map(text).joined(separator: "; "))"
  }

  private func state(_ id: String, _ state: OperatingState, _ time: ElapsedTime?) -> String {
    "\(label(id)) is \(state.rawValue)\(time.map { " for \(ImpactWords.time($0.seconds))" } ?? "")"
  }

  private func elapsed(_ it: ElapsedCondition) -> String {
    let limit =
      it.time.map { ImpactWords.time($0.seconds) }
      ?? "\(ShareText.percent(it.ratio?.value ?? 0)) of its \(it.of == .mtpd ? "MTPD" : "RTO")"
    return "\(label(it.ref.text)) has been down for \(limit)"
  }

  private func incidents(_ it: IncidentCondition) -> String {
    let severity = it.severityAtLeast.map { " that are \($0.rawValue) or worse" } ?? ""
    let category = it.category.map { " of category \($0)" } ?? ""
    return
      "\(Plural.count(Int(it.count.value), "incident", "incidents"))\(category)\(severity) within \(ImpactWords.time(it.within.seconds))"
  }

  /// "S-ehr 'Health record'".
  package func label(_ id: String) -> String {
    let register = compiled.register
    let key = Identifier<Anything>(unchecked: id)
    let name: String? =
      compiled.activities[key].map { register.activities[$0].name.text }
      ?? compiled.assets[key].map { register.assets[$0].name.text }
      ?? compiled.parties[key].map { register.parties[$0].name.text }
      ?? compiled.protocols[key].map { register.protocols[$0].name.text }
      ?? compiled.hazards[key].map { register.hazards[$0].name.text }
      ?? compiled.indicators[key].map { register.indicators[$0].name.text }
    return name.map { "\(id) '\($0)'" } ?? id
  }
}
