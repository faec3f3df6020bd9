import ArgumentParser
import ImpactAnalysis
import RegisterAnalysis
import RegisterModel
import ResponsePlanning

struct ShowStatus: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract:
      "Show what runs, what is late, which limits pass when, and which decisions are needed.",
    usage: "holdfast respond status [REGISTER] [--at MOMENT] [--all] [--json]",
    discussion: """
      Activations that are not closed, with their tasks, who has not answered, when RTO and MTPD of what is \
      down pass and until when a protocol can still be declared in time; triggers that hold or that nobody can \
      tell; what is missing to stand down.
      """)

  @Argument(help: "The register; may be left out.") var arguments: [String] = []
  @Option(help: "The moment, such as \"2026-12-04 18:00\"; now where left out.") var at: String?
  @Flag(help: "Show closed activations, all tasks, and why each trigger holds or doesn't, too.")
  var all = false
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    var rest = arguments
    let file = try RegisterFile.take(from: &rest)
    guard rest.isEmpty else { throw ValidationError("'\(rest[0])' is too much") }
    let register = try RegisterInput.load(file)
    let calendars = RegisterCalendars(register, unstated: .utc, rules: TimeZoneFiles.rules)
    let now = Surroundings.now()
    let moment =
      try at.map { try SpokenMoment.moment($0, in: calendars.zone) }
      ?? calendars.zone?.moment(at: now.secondsSince1970) ?? now
    let compiled = CompiledRegister(register, today: moment.localDate, zones: TimeZoneFiles.rules)
    let view = StatusView(compiled, at: moment, showsAll: all)
    if json {
      print(try JSONStream.text(of: StatusJSON(view)))
    } else {
      print(StatusText(view, terminal: .output).text, terminator: "")
    }
  }
}

/// All that `status` shows, whatever the face.
struct StatusView {
  /// An activation with what follows for it.
  struct Running {
    let state: ActivationState
    /// What is down in an exercise, apart from what really is.
    let disruption: RunningDisruption?
    let standDown: StandDownCheck?
    /// When the protocol has to be declared at the latest; nil where nobody knows or it is declared.
    let latestDeclare: Int64?
    /// Whether some activity may need it sooner.
    let isBound: Bool
  }

  let compiled: CompiledRegister
  let moment: Moment
  let showsAll: Bool
  let running: [Running]
  /// What is down, by all that is not an exercise.
  let disruption: RunningDisruption
  /// Triggers that hold or that nobody can tell, of protocols that are concerned.
  let concerned: [TriggerState]
  /// Those that are shown: these, or all.
  let triggers: [TriggerState]

  /// Reports still to be made; those that may not be due at all only while the incident is not closed.
  let duties: [ReportingDuty]

  var words: ActivationWords { ActivationWords(compiled, at: moment) }
  var conditions: ConditionWords { ConditionWords(compiled) }

  init(_ compiled: CompiledRegister, at moment: Moment, showsAll: Bool) {
    self.compiled = compiled
    self.moment = moment
    self.showsAll = showsAll
    let register = compiled.register
    let context = compiled.triggerContext(facts: FactRecord(of: register, at: moment), at: moment)
    running = register.activations.compactMap { activation in
      let state = ActivationState(activation, in: register, at: moment)
      guard !state.events.isEmpty, showsAll || state.phase < .closed else { return nil }
      let place = compiled.protocols[activation.activated]
      let own = compiled.triggerContext(
        facts: FactRecord(of: register, at: moment, for: activation), at: moment)
      return Running(
        state: state,
        disruption: activation.exercise.map { _ in
          RunningDisruption(compiled, events: activation.events, at: moment)
        },
        standDown: place.map { StandDownCheck(state, own, protocolPlace: $0) },
        latestDeclare: state.phase == .watching
          ? place.flatMap { context.latestDeclare[$0] }.flatMap { latest in
            state.began.map { $0 + latest }
          } : nil, isBound: place.map { context.boundedOnly.contains($0) } ?? false)
    }
    disruption = RunningDisruption(
      compiled, events: FactRecord.events(of: register, at: moment), at: moment)
    duties = ReportingDuties(register, at: moment, zone: compiled.impact.calendars.zone).duties
      .filter {
        $0.isOpen && (!$0.isDoubtful || register.incidents[$0.incident].status < .closed)
      }
    concerned = ConcernedTriggers(compiled, context, at: moment).triggers
    triggers = showsAll ? context.triggers() : concerned
  }
}
