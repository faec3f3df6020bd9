import ArgumentParser
import RegisterAnalysis
import RegisterModel
import ResponsePlanning

struct FinishTask: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "done", abstract: "Record that a task is done, or has begun.",
    usage: "holdfast respond done [REGISTER] [ACTIVATION] TASK --by WHO [--begin]",
    discussion: """
      A task that restores something says so: that thing counts as up from then on. What a task takes is \
      measured from its beginning, or else from when all before it was done.
      """)

  @Argument(help: "The register and the activation, either may be left out, and the task.")
  var arguments: [String]
  @Flag(help: "It has begun, and is not done yet.") var begin = false
  @OptionGroup var options: ResponseOptions

  func run() throws {
    var rest = arguments
    let desk = try ResponseDesk(&rest, options)
    let place = try desk.activation(from: &rest)
    let state = desk.state(of: place)
    guard let name = rest.first, rest.count == 1 else { throw ValidationError("say which task") }
    guard let task = state.tasks.first(where: { $0.task.id.text == name }) else {
      let hint = Spelling.hint(for: name, in: state.tasks.map(\.task.id.text))
      throw CommandFailure(
        "\(state.activation.activated) has no task '\(name)'" + (hint.map { "; \($0)" } ?? ""))
    }
    let whole = desk.wholeState(of: place)
    if let end = whole.tasks[task.place].finished {
      throw CommandFailure("\(name) was done already, at \(desk.words.clock(end))")
    }
    let begun = whole.events.first { $0.kind == .taskStarted && $0.task == task.task.id }
    if let begun, begin || begun.at > desk.moment {
      throw CommandFailure("\(name) began at \(desk.words.clock(begun.at.secondsSince1970))")
    }
    guard whole.phase < .closed else {
      throw CommandFailure("\(state.activation.id) is closed")
    }
    if state.phase == .watching {
      printError("note: nothing is declared in \(state.activation.id)")
    }
    note(on: task, state)
    let events = try events(for: task.task, desk)
    var after = state.activation
    after.events += events
    let took = ActivationState(after, in: desk.register, at: desk.moment)
      .tasks.first { $0.task.id == task.task.id }?.took
    let time = took.map { begin ? "" : ", after \(DateText.brief($0))" } ?? ""
    desk.say(
      "\(state.activation.id): \(task.task.id) '\(task.task.name)' \(begin ? "begun" : "done") at "
        + "\(desk.words.clock(desk.moment.secondsSince1970))\(time)")
    desk.sayNext(after)
    try desk.record(events, in: place)
  }

  private func events(for task: RecoveryTask, _ desk: ResponseDesk) throws -> [ActivationEvent] {
    var event = try desk.event(begin ? .taskStarted : .taskDone)
    event.task = task.id
    guard !begin, let restored = task.restores else { return [event] }
    var fact = ActivationEvent(kind: .fact, at: desk.moment, by: desk.by)
    fact.about = restored
    fact.state = .up
    return [event, fact]
  }

  /// Says what is odd; people know better than the plan.
  private func note(on task: TaskState, _ state: ActivationState) {
    switch task.progress {
    case .waiting(let open):
      let names = open.map { "\(state.tasks[$0].task.id)" }
      printError("note: \(task.task.id) comes after \(Plural.list(names)) in the protocol")
    case .gated:
      printError("note: nobody has recorded the decision: \(task.task.gate?.text ?? "")")
    case .refused: printError("note: the decision was no: \(task.task.gate?.text ?? "")")
    case .aside: printError("note: \(task.task.id) is for a higher level of activation")
    default: break
    }
  }
}
