import ArgumentParser
import RegisterAnalysis
import RegisterModel
import ResponsePlanning

struct EscalateActivation: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "escalate",
    abstract: "Raise the level of an activation, lower it, or call somebody in.",
    usage:
      "holdfast respond escalate [REGISTER] [ACTIVATION] [--level N] [--to WHO] --by WHO --because WHY"
  )

  @Argument(help: "The register and the activation; either may be left out.") var arguments:
    [String] = []
  @Option(help: "The level from now on.") var level: Int?
  @Option(help: "Who is called in: a person, role or supplier.") var to: String?
  @OptionGroup var options: ResponseOptions

  func validate() throws {
    guard level != nil || to != nil else { throw ValidationError("say to what: --level or --to") }
  }

  func run() throws {
    var rest = arguments
    let desk = try ResponseDesk(&rest, options)
    let place = try desk.activation(from: &rest)
    guard rest.isEmpty else { throw ValidationError("'\(rest[0])' is too much") }
    let state = desk.state(of: place)
    guard state.phase == .active else {
      throw CommandFailure("\(state.activation.id) is not active; only what runs can be escalated")
    }
    var event = try desk.event(.escalated)
    var said: [String] = []
    if let level {
      event.level = try newLevel(level, state, desk)
      let isLower = state.level.map { event.level! < $0 } ?? false
      said.append(
        "\(isLower ? "down to" : "to") \(desk.words.level(event.level!, of: state.planned))")
    }
    if let to {
      event.to = try desk.party(to)
      said.append("to \(desk.words.label(event.to!))")
    }
    desk.say(
      "\(state.activation.id): escalated \(Plural.list(said)) by \(desk.by), "
        + desk.words.clock(desk.moment.secondsSince1970))
    var after = state.activation
    after.events.append(event)
    desk.sayNext(after)
    try desk.record([event], in: place)
  }

  private func newLevel(_ rank: Int, _ state: ActivationState, _ desk: ResponseDesk) throws
    -> Level<ActivationScale>
  {
    let known = state.planned?.levels.map(\.number).sorted() ?? []
    guard let number = Level<ActivationScale>(rank), known.contains(number) else {
      throw CommandFailure(
        "\(state.activation.activated) has no level \(rank); it has "
          + Plural.list(known.map { "\($0.rank)" }))
    }
    if number == state.level {
      throw CommandFailure("\(state.activation.id) is at level \(rank) already")
    }
    guard let planned = state.planned else { return number }
    let current = planned.levels.filter { state.level.map($0.number.isAtMost) ?? false }
    let may = current.flatMap(\.escalates).map(\.ref)
    let holds = may.contains { role in
      guard role != desk.by, role != desk.role else { return true }
      let party = desk.compiled.parties[role].map { desk.register.parties[$0] }
      return ((party?.holders ?? []) + (party?.deputies ?? [])).contains { $0.ref == desk.by }
    }
    if !holds, !desk.words.mayDeclare(desk.by, as: desk.role, number, of: planned) {
      printError(
        "note: \(desk.by) is none of those who may raise it to \(desk.words.level(number, of: planned)); "
          + "it is recorded all the same")
    }
    return number
  }
}

extension Level {
  fileprivate func isAtMost(_ other: Self) -> Bool { self <= other }
}
