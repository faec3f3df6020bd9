package import RegisterModel
package import ResponsePlanning

/// Which triggers matter at a moment: those that hold, and those that nobody can tell of protocols that something
/// that is going on concerns. Otherwise every unanswered question of every protocol would ask for a decision on a
/// quiet day.
package struct ConcernedTriggers {
  package let triggers: [TriggerState]

  package init(_ compiled: CompiledRegister, _ context: TriggerContext, at moment: Moment) {
    let register = compiled.register
    let now = moment.secondsSince1970
    var active: Set<String> = []
    var troubled: Set<String> = []
    for activation in register.activations where activation.exercise == nil {
      let state = ActivationState(activation, in: register, at: moment)
      guard state.phase < .stoodDown, !state.events.isEmpty else { continue }
      active.insert(activation.activated.text)
      troubled.formUnion(state.events.filter { $0.state == .down }.compactMap { $0.about?.text })
    }
    for incident in register.incidents
    where incident.restored == nil && incident.status < .recovered {
      guard let begin = incident.began?.secondsSince1970, begin <= now else { continue }
      troubled.formUnion(incident.affected.map(\.ref.text) + incident.realises.map(\.ref.text))
    }
    triggers = context.triggers().filter { trigger in
      switch trigger.value(at: moment) {
      case .no: return false
      case .yes: return true
      case .unknown:
        let planned = register.protocols[trigger.protocolPlace]
        if active.contains(planned.id.text) { return true }
        let subjects =
          planned.covers.map(\.ref.text) + trigger.condition.condition.subjects
        return subjects.contains(where: troubled.contains)
      }
    }
  }
}
