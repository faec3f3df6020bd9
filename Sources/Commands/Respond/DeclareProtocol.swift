import ArgumentParser
import RegisterAnalysis
import RegisterModel
import ResponsePlanning

struct DeclareProtocol: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "declare", abstract: "Activate a protocol at a level.",
    usage: "holdfast respond declare [REGISTER] PROTOCOL [--level N] --by WHO --because BASIS",
    discussion: """
      Records who declared which level, when and on what basis, with the facts that were known. Where the \
      protocol's facts were noted before ('respond fact'), the declaration goes into the same record. Without \
      --level it is the highest level that a trigger raises now, else the lowest of the protocol.

        holdfast respond declare P-ehr --level 2 --by p-wilczek --because "record out, no forecast"
      """)

  @Argument(help: "The register (may be left out), and the protocol.") var arguments: [String]
  @Option(help: "The level, 1 for local up to 4 for a crisis.") var level: Int?
  @Option(help: "The incident that it answers.") var incident: String?
  @Option(help: "The exercise that it is part of.") var exercise: String?
  @OptionGroup var options: ResponseOptions

  func run() throws {
    var rest = arguments
    let desk = try ResponseDesk(&rest, options)
    guard let name = rest.first, rest.count == 1 else {
      throw ValidationError("say which protocol, and nothing else")
    }
    let register = desk.register
    guard let place = register.protocols.firstIndex(where: { $0.id.text == name }) else {
      let hint = Spelling.hint(for: name, in: register.protocols.map(\.id.text))
      throw CommandFailure("there is no protocol '\(name)'" + (hint.map { "; \($0)" } ?? ""))
    }
    let planned = register.protocols[place]
    var (edited, activation) = try desk.watching(planned.id, isExercise: exercise != nil)
    try link(&edited.activations[activation], in: register)
    let context = desk.compiled.triggerContext(
      facts: FactRecord(of: edited, at: desk.moment, for: edited.activations[activation]),
      at: desk.moment)
    let triggers = context.triggers(of: place)
    let level = try self.level(of: planned, triggers, at: desk.moment)
    var event = try desk.event(.declared)
    event.level = level
    event.text = basis(triggers, event.text, desk)
    edited.activations[activation].events.append(event)
    let words = desk.words
    if !words.mayDeclare(desk.by, as: desk.role, level, of: planned) {
      printError(
        "note: \(desk.by) is none of those who may declare \(words.level(level, of: planned)) of \(planned.id); "
          + "it is recorded all the same")
    }
    desk.say(
      "\(edited.activations[activation].id): \(planned.id) '\(planned.name)' declared at "
        + "\(words.level(level, of: planned)) by \(desk.by), \(words.clock(desk.moment.secondsSince1970))"
    )
    let state = ActivationState(edited.activations[activation], in: edited, at: desk.moment)
    for line in words.next(state) { desk.say(line, indent: 2) }
    try desk.finish(edited)
  }

  private func link(_ activation: inout Activation, in register: Register) throws {
    if let incident {
      guard let found = register.incidents.first(where: { $0.id.text == incident }) else {
        throw CommandFailure("there is no incident '\(incident)'")
      }
      activation.incident = found.id
    }
    if let exercise {
      guard let found = register.exercises.first(where: { $0.id.text == exercise }) else {
        throw CommandFailure("there is no exercise '\(exercise)'")
      }
      activation.exercise = found.id
    }
  }

  private func level(of planned: ResponseProtocol, _ triggers: [TriggerState], at moment: Moment)
    throws -> Level<ActivationScale>
  {
    let levels = planned.levels.map(\.number).sorted()
    if let asked = level {
      guard let number = Level<ActivationScale>(asked), levels.contains(number) else {
        let known = levels.map { "\($0.rank)" }
        throw CommandFailure(
          "\(planned.id) has no level \(asked)"
            + (known.isEmpty ? "; it has none" : "; it has \(Plural.list(known))"))
      }
      return number
    }
    let raised = triggers.filter { $0.value(at: moment) == .yes }.map(\.trigger.level).max()
    guard let number = raised ?? levels.first else {
      throw CommandFailure("\(planned.id) has no levels; add one to it first")
    }
    if raised == nil, levels.count > 1 {
      let open = triggers.filter { $0.value(at: moment) == .unknown }.map {
        "\($0.trigger.level.rank)"
      }
      printError(
        "note: no trigger raises a level, so the lowest is taken; --level says another one"
          + (open.isEmpty ? "" : "; not known: triggers for level \(Plural.list(open, "or"))"))
    }
    return number
  }

  /// What was said, and the triggers that hold or that nobody can tell.
  private func basis(_ triggers: [TriggerState], _ said: Prose?, _ desk: ResponseDesk) -> Prose? {
    let words = desk.words
    let facts = triggers.compactMap { trigger -> String? in
      switch trigger.value(at: desk.moment) {
      case .yes: "Trigger \(words.trigger(trigger)) holds: \(words.reason(trigger))."
      case .unknown: "Trigger \(words.trigger(trigger)) is not known: \(words.reason(trigger))."
      case .no: nil
      }
    }
    return Prose(paragraphs: (said?.paragraphs.map(String.init) ?? []) + facts)
  }
}

extension ResponseDesk {
  /// The register with a record for a protocol to which facts and a declaration can be added: the one that only
  /// watches, else a new one.
  ///
  /// - Throws: If the protocol is activated already.
  func watching(_ planned: Identifier<ResponseProtocol>, isExercise: Bool) throws -> (Register, Int)
  {
    for (place, activation) in register.activations.enumerated()
    where activation.activated == planned {
      let phase = wholeState(of: place).phase
      // Facts are noted before anybody says whether it is an exercise.
      guard phase == .watching || isExercise == (activation.exercise != nil) else { continue }
      switch phase {
      case .watching: return (register, place)
      case .active:
        throw CommandFailure(
          "\(planned) is active already, in \(activation.id); raise it with 'holdfast respond escalate'"
        )
      default: continue
      }
    }
    return try opening(planned)
  }

  /// The register with a new record of an activation.
  func opening(_ planned: Identifier<ResponseProtocol>) throws -> (Register, Int) {
    var maker = IdentifierMaker(register)
    var edited = register
    let year = moment.localDate.components.year
    let prefix = "AV-\(year)-"
    let known = edited.activations.map(\.id.text)
    // Numbers begin anew each year, as wide as they were.
    let width = known.last.map { $0.reversed().prefix { $0.isNumber }.count } ?? 2
    let likes = known.filter { $0.hasPrefix(prefix) }
    let id = maker.next(
      in: "activation",
      after: likes.isEmpty ? [prefix + String(repeating: "0", count: max(width, 1))] : likes,
      otherwise: prefix)
    let new = Activation(id: try Identifier(id), activated: planned)
    let place = edited.activations.firstIndex { $0.id > new.id } ?? edited.activations.count
    edited.activations.insert(new, at: place)
    return (edited, place)
  }
}
