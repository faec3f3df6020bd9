import ArgumentParser
import ImpactAnalysis
import RegisterAnalysis
import RegisterModel
import ResponsePlanning

struct CloseActivation: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "Close the record of an activation.",
    usage: "holdfast respond close [REGISTER] [ACTIVATION] --by WHO")

  @Argument(help: "The register and the activation; either may be left out.") var arguments:
    [String] = []
  @OptionGroup var options: ResponseOptions

  func run() throws {
    var rest = arguments
    let desk = try ResponseDesk(&rest, options)
    let place = try desk.activation(from: &rest)
    guard rest.isEmpty else { throw ValidationError("'\(rest[0])' is too much") }
    let state = desk.wholeState(of: place)
    guard state.phase < .closed else {
      throw CommandFailure("\(state.activation.id) is closed already")
    }
    if state.phase == .active {
      throw CommandFailure("\(state.activation.id) is active; stand it down first")
    }
    let down = state.reportedDown
    if !down.isEmpty {
      printError("note: still reported down: \(Plural.list(down.map { desk.words.label($0) }))")
    }
    desk.say(
      "\(state.activation.id): closed by \(desk.by), \(desk.words.clock(desk.moment.secondsSince1970)); "
        + "review it with 'holdfast respond review'")
    try desk.record([try desk.event(.closed)], in: place)
  }
}

struct ReviewActivation: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Review an activation: measured times become evidence, findings become actions.",
    usage: """
      holdfast respond review [REGISTER] ACTIVATION WORDS --by WHO [--action WHAT …] [--owner WHO] [--due DATE]
      """,
    discussion: """
      The time that each task took to restore something becomes a recovery time achieved of that thing, with the \
      activation as its evidence: a test where it was part of an exercise. Where it was, the times go into the \
      exercise too. What took longer than planned is listed; with --due an action is made of each.
      """)

  @Argument(help: "The register, which may be left out, the activation, and what was learned.")
  var arguments: [String]
  @Option(parsing: .singleValue, help: "Something to be done; may be given again.")
  var action: [String] = []
  @Option(help: "Who does what is to be done; the owner of the protocol where left out.")
  var owner: String?
  @Option(help: "When it is to be done.") var due: CalendarDate?
  @Flag(help: "Don't make evidence of the measured times.") var noEvidence = false
  @OptionGroup var options: ResponseOptions

  func validate() throws {
    guard action.isEmpty || due != nil else { throw ValidationError("say until when: --due DATE") }
  }

  func run() throws {
    var rest = arguments
    let desk = try ResponseDesk(&rest, options)
    let place = try desk.activation(from: &rest, canBeOver: true)
    let state = desk.state(of: place)
    guard state.phase >= .closed else {
      throw CommandFailure("\(state.activation.id) is not closed; close it before it is reviewed")
    }
    guard state.phase != .reviewed else {
      throw CommandFailure("\(state.activation.id) is reviewed already")
    }
    guard !rest.isEmpty else { throw ValidationError("say what was learned") }
    let review = ActivationReview(state)
    var draft = ReviewDraft(desk, place, review)
    if !noEvidence { draft.addEvidence() }
    draft.addMeasuredTimes()
    if let due {
      let actions = review.measured.filter(\.isLonger).map { draft.title(for: $0) } + action
      try draft.addActions(actions, owner: owner.map { try desk.party($0) }, due: due)
    }
    draft.edited.activations[place].events.append(
      try desk.event(.reviewed, rest.joined(separator: " ")))
    draft.reviewIncident()
    desk.say("\(state.activation.id): reviewed by \(desk.by)")
    for line in draft.lines { desk.say(line, indent: 2) }
    if due == nil, review.measured.contains(where: \.isLonger) {
      desk.say("with --due DATE each of what took longer becomes an action", indent: 2)
    }
    try desk.finish(draft.edited)
  }
}

/// What a review writes into the register, and the words for it.
private struct ReviewDraft {
  var edited: Register
  private(set) var lines: [String] = []
  private let desk: ResponseDesk
  private let review: ActivationReview
  private let activation: Activation
  private let planned: ResponseProtocol?

  init(_ desk: ResponseDesk, _ place: Int, _ review: ActivationReview) {
    self.desk = desk
    self.review = review
    edited = desk.register
    activation = desk.register.activations[place]
    planned = desk.state(of: place).planned
    if let after = review.declaredAfter {
      lines.append("declared \(DateText.brief(after)) after it began")
    }
    if let notified = review.notified {
      lines.append("last answer \(DateText.brief(notified)) after the declaration")
    }
    let called = CallMetrics(activation, called: desk.wholeState(of: place).toBeTold)
    if called.called > 0 {
      lines.append("of \(called.called) to be told: \(CallWords.text(called))")
    }
    for time in review.measured {
      let plan = time.planned.map { ", planned at most \(DateText.brief($0))" } ?? ""
      let missed = time.missedBy.map { ", target missed by \(DateText.brief($0))" } ?? ""
      lines.append(
        "\(time.isLonger ? "longer than planned: " : "")\(time.task.id) '\(time.task.name)' took "
          + "\(DateText.brief(time.took))\(plan)\(missed)")
    }
    if !review.unfinished.isEmpty {
      lines.append(
        "never reported done: \(Plural.list(review.unfinished.map { "\($0.id) '\($0.name)'" }))")
    }
  }

  /// Measured times become recovery times achieved.
  mutating func addEvidence() {
    let exercise = activation.exercise.flatMap { id in edited.exercises.first { $0.id == id } }
    let zone = desk.compiled.impact.calendars.zone ?? .utc
    let shown = review.capabilities(of: activation, exercise: exercise) { seconds in
      zone.moment(at: seconds)?.localDate ?? desk.moment.localDate
    }
    for (id, capability) in shown {
      if let place = desk.compiled.assets[id] {
        edited.assets[place].capabilities.append(capability)
      } else if let place = desk.compiled.activities[id] {
        edited.activities[place].capabilities.append(capability)
      }
    }
    let after = CompiledRegister(edited, today: desk.compiled.today, zones: TimeZoneFiles.rules)
    for (id, capability) in shown {
      guard let node = desk.compiled.node(id) else { continue }
      let (old, new) = (desk.compiled.impact.graph.own[node], after.impact.graph.own[node])
      let effect =
        old == new
        ? "; recovery is still taken as \(ImpactWords.time(old)), by evidence that counts more"
        : "; recovery was taken as \(ImpactWords.time(old)), now as \(ImpactWords.time(new))"
      let time = capability.rta.map { DateText.brief($0.seconds) } ?? ""
      lines.append(
        "evidence (\(capability.evidence.rawValue)): \(desk.words.label(id)) back in \(time)\(effect)"
      )
    }
    if shown.isEmpty, review.measured.contains(where: { $0.task.restores != nil }) {
      lines.append(
        exercise == nil || exercise?.kind == .functional || exercise?.kind == .full
          ? "no evidence: what was restored took no time that was recorded"
          : "no evidence: nothing is really restored in an exercise of this kind")
    }
  }

  /// In an exercise the times are what was measured in it.
  mutating func addMeasuredTimes() {
    guard let id = activation.exercise,
      let place = edited.exercises.firstIndex(where: { $0.id == id })
    else { return }
    let known = Set(edited.exercises[place].measured.compactMap { $0.task?.text })
    for time in review.measured where !known.contains(time.task.id.text) {
      guard let elapsed = ElapsedTime(seconds: time.took) else { continue }
      var measured = MeasuredTime(time: elapsed)
      measured.task = time.task.id
      edited.exercises[place].measured.append(measured)
    }
    let hasNotify = edited.exercises[place].measured.contains { $0.step == .notify }
    if !hasNotify, let elapsed = review.notified.flatMap({ ElapsedTime(seconds: $0) }) {
      var measured = MeasuredTime(time: elapsed)
      measured.step = .notify
      edited.exercises[place].measured.append(measured)
    }
    lines.append("times measured go into \(desk.words.label(id))")
  }

  func title(for time: ActivationReview.Measured) -> String {
    let plan = time.planned.map { ", planned at most \(DateText.brief($0))" } ?? ""
    return
      "Plan \(time.task.id) '\(time.task.name)' anew: it took \(DateText.brief(time.took))\(plan)"
  }

  mutating func addActions(_ titles: [String], owner: Identifier<Party>?, due: CalendarDate) throws
  {
    var maker = IdentifierMaker(edited)
    for title in titles {
      guard let name = Line(title) else { throw ValidationError("an action needs words") }
      var action = Action(id: try Identifier(maker.next(for: "action")), name: name)
      action.owner = owner ?? planned?.owner
      action.due = due
      action.from = [Reference(Identifier<Anything>(activation.id))]
      let place = edited.actions.firstIndex { $0.id > action.id } ?? edited.actions.count
      edited.actions.insert(action, at: place)
      lines.append(
        "action \(action.id): \(title)\(action.owner.map { ", \($0)" } ?? ""), due \(DateText.day(due))"
      )
    }
  }

  /// The incident that it answered is reviewed with it, once that is over.
  mutating func reviewIncident() {
    guard let id = activation.incident,
      let place = edited.incidents.firstIndex(where: { $0.id == id }),
      edited.incidents[place].status == .closed
    else { return }
    edited.incidents[place].status = .reviewed
    edited.incidents[place].reviewed = desk.moment
    lines.append("\(desk.words.label(id)) is reviewed with it")
  }
}
