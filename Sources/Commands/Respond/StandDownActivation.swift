import ArgumentParser
import RegisterAnalysis
import RegisterModel
import ResponsePlanning

struct StandDownActivation: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "standdown",
    abstract: "End the measures of a protocol, once its conditions are met.",
    usage:
      "holdfast respond standdown [REGISTER] [ACTIVATION] --by WHO [--validated] [--backlog-plan] [--anyway]",
    discussion: """
      The condition of the protocol must have held for its time, the message must have gone out, and where the \
      protocol asks for it, what was restored must be validated and there must be a plan for the backlog. What \
      is missing is listed, and nothing is written; --anyway with --because overrides that and is recorded.
      """)

  @Argument(help: "The register and the activation; either may be left out.") var arguments:
    [String] = []
  @Flag(help: "What was restored has been validated.") var validated = false
  @Flag(help: "There is a plan for the backlog.") var backlogPlan = false
  @Flag(help: "End it though a condition is not met; say why with --because.") var anyway = false
  @OptionGroup var options: ResponseOptions

  func validate() throws {
    guard !anyway || options.edit.because != nil else {
      throw ValidationError("--anyway needs --because")
    }
  }

  func run() throws {
    var rest = arguments
    let desk = try ResponseDesk(&rest, options)
    let place = try desk.activation(from: &rest)
    guard rest.isEmpty else { throw ValidationError("'\(rest[0])' is too much") }
    let state = desk.state(of: place)
    guard state.phase == .active, desk.wholeState(of: place).phase == .active else {
      throw CommandFailure(
        state.phase == .watching
          ? "\(state.activation.id) was never declared"
          : "\(state.activation.id) is stood down already")
    }
    let missing = missing(state, desk)
    if !missing.isEmpty {
      for line in missing { printError("not met: \(line)") }
      guard anyway else {
        throw CommandFailure(
          "\(state.activation.id) is not stood down; meet the conditions, or use --anyway --because \"…\""
        )
      }
    }
    var event = try desk.event(.stoodDown)
    event.validated = validated
    event.backlogPlan = backlogPlan
    if !missing.isEmpty {
      event.text = Prose(
        paragraphs: (event.text?.paragraphs.map(String.init) ?? [])
          + missing.map { "Not met: \($0)." })
    }
    desk.say(
      "\(state.activation.id): stood down by \(desk.by), "
        + "\(desk.words.clock(desk.moment.secondsSince1970)); close it once the backlog is worked off, and review it"
    )
    try desk.record([event], in: place)
  }

  private func missing(_ state: ActivationState, _ desk: ResponseDesk) -> [String] {
    guard let protocolPlace = desk.compiled.protocols[state.activation.activated] else { return [] }
    let context = desk.compiled.triggerContext(
      facts: FactRecord(of: desk.register, at: desk.moment, for: state.activation),
      at: desk.moment)
    let check = StandDownCheck(state, context, protocolPlace: protocolPlace)
    return StandDownWords(desk.words, ConditionWords(desk.compiled))
      .missing(check, validated: validated, backlogPlan: backlogPlan, by: desk.by, as: desk.role)
  }
}

/// What stands in the way of standing down, in words.
struct StandDownWords {
  private let words: ActivationWords
  private let conditions: ConditionWords

  init(_ words: ActivationWords, _ conditions: ConditionWords) {
    self.words = words
    self.conditions = conditions
  }

  /// - Parameters:
  ///   - person: Who ends it; nil where nobody has said yet, and then it isn't missing.
  func missing(
    _ check: StandDownCheck, validated: Bool, backlogPlan: Bool, by person: Identifier<Party>?,
    as role: Identifier<Party>?
  ) -> [String] {
    /// Whether the condition asks for it anyway.
    func named(_ check: StandDownCheck, _ id: Identifier<Dependable>) -> Bool {
      check.held != .yes
        && (check.condition?.condition.subjects.contains(id.text) ?? false)
    }
    var lines: [String] = []
    let now = words.now.secondsSince1970
    if let condition = check.condition, check.held != .yes {
      let value = condition.course.value(at: now)
      if value == .yes {
        let since = condition.course.since(at: now).map { ", since \(words.clock($0))" } ?? ""
        lines.append(
          "the condition must hold for \(DateText.brief(check.hold))\(since): "
            + conditions.text(condition.condition))
      } else if value == .unknown {
        lines += condition.open(at: now).map {
          "\(conditions.text($0.condition)) (\($0.missing ?? "not known"))"
        }
      } else {
        lines += condition.decisive(at: now).map { conditions.text($0.condition) }
        lines += condition.parts.flatMap { $0.open(at: now) }.map {
          "\(conditions.text($0.condition)) (\($0.missing ?? "not known"))"
        }
      }
    }
    for id in check.down where !named(check, id) {
      lines.append("\(words.label(id)) is up again (it is reported down)")
    }
    if let unsent = check.unsent { lines.append("message \(unsent) has gone out") }
    if check.needsValidation, !validated {
      lines.append("what was restored is validated (--validated)")
    }
    if check.needsBacklogPlan, !backlogPlan {
      lines.append("there is a plan for the backlog (--backlog-plan)")
    }
    if let authority = check.authority, let person, authority != person, authority != role {
      let party = words.compiled.parties[authority].map { words.compiled.register.parties[$0] }
      let people = (party?.holders ?? []) + (party?.deputies ?? [])
      if !people.contains(where: { $0.ref == person }) {
        lines.append("\(words.label(authority)) signs it off")
      }
    }
    return lines
  }
}
