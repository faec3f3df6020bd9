import RegisterModel
import ResponsePlanning

/// What triggers of protocols ask for, on the facts that are recorded.
extension AlertMaker {
  /// Triggers that hold, and those of protocols concerned of which nobody knows whether they do. One whose protocol is
  /// active at its level already has done its work.
  var triggers: [Alert] {
    guard !register.protocols.isEmpty else { return [] }
    let context = compiled.triggerContext(facts: FactRecord(of: register, at: now), at: now)
    let levels = activeLevels
    return ConcernedTriggers(compiled, context, at: now).triggers.compactMap { trigger in
      let planned = register.protocols[trigger.protocolPlace]
      if let level = levels[planned.id], trigger.trigger.level <= level { return nil }
      return alert(trigger, of: planned)
    }
  }

  private func alert(_ trigger: TriggerState, of planned: ResponseProtocol) -> Alert {
    let holds = trigger.value(at: now) == .yes
    let seconds = now.secondsSince1970
    let words = ConditionWords(compiled)
    let parts =
      holds ? trigger.condition.decisive(at: seconds) : trigger.condition.open(at: seconds)
    let basis = Plural.list(parts.map { words.text($0.condition) })
    let level = trigger.trigger.level.rank
    let name = trigger.trigger.name.map { "'\($0)'" } ?? "for level \(level)"
    return Alert(
      .trigger, holds ? .triggered : .undecided, planned.id.text,
      part:
        "\(trigger.place.map { "\($0 + 1)" } ?? "recommended").\(level).\(trigger.condition.condition.subjects.first ?? "")",
      title: planned.name.text, who: authority(of: planned, trigger.trigger.level) ?? planned.owner,
      reason: holds
        ? "its trigger \(name) holds: \(basis)"
        : "nobody knows whether its trigger \(name) holds: \(basis)",
      action: holds
        ? trigger.trigger.mode == .automatic
          ? "Declare level \(level): it is raised by itself"
          : "Decide whether to declare level \(level)"
        : "Find out, and note it with 'holdfast respond fact', or decide without")
  }

  private func authority(of planned: ResponseProtocol, _ level: Level<ActivationScale>)
    -> Identifier<Party>?
  {
    planned.levels.first { $0.number == level }?.authorities.first?.ref
  }

  /// Of protocols that are active: the highest level reached.
  private var activeLevels: [Identifier<ResponseProtocol>: Level<ActivationScale>] {
    var levels: [Identifier<ResponseProtocol>: Level<ActivationScale>] = [:]
    for activation in register.activations {
      let events = activation.events.filter { $0.at.secondsSince1970 <= now.secondsSince1970 }
      guard events.contains(where: { $0.kind == .declared }),
        !events.contains(where: { $0.kind == .stoodDown || $0.kind == .closed })
      else { continue }
      let level = events.filter { $0.kind == .declared || $0.kind == .escalated }
        .compactMap(\.level).max()
      if let level {
        levels[activation.activated] = max(levels[activation.activated] ?? level, level)
      }
    }
    return levels
  }
}
