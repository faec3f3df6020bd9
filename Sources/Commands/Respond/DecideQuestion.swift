import ArgumentParser
import RegisterAnalysis
import RegisterModel
import ResponsePlanning

struct DecideQuestion: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide", abstract: "Record a decision, or the answer to a question of a trigger.",
    usage: """
      holdfast respond decide [REGISTER] [ACTIVATION] WORDS --by WHO
      holdfast respond decide [REGISTER] [ACTIVATION] --task TASK --yes|--no --by WHO
      holdfast respond decide [REGISTER] [ACTIVATION] --question N --yes|--no --by WHO
      """,
    discussion: """
      With --task it is the decision at the gate of a task. With --question it answers a question of the \
      protocol; the number is that which 'holdfast respond status' shows.
      """)

  @Argument(help: "The register and the activation, either may be left out, and what was decided.")
  var arguments: [String] = []
  @Option(help: "The task before which it is decided.") var task: String?
  @Option(help: "The number of the question that is answered.") var question: Int?
  @Flag(help: "The decision or answer is yes.") var yes = false
  @Flag(help: "The decision or answer is no.") var no = false
  @OptionGroup var options: ResponseOptions

  func validate() throws {
    guard !(yes && no) else { throw ValidationError("--yes and --no exclude each other") }
    guard task == nil || question == nil else {
      throw ValidationError("--task and --question exclude each other")
    }
    guard task == nil && question == nil || yes || no else {
      throw ValidationError("say --yes or --no")
    }
  }

  func run() throws {
    var rest = arguments
    let desk = try ResponseDesk(&rest, options)
    let place = try desk.activation(from: &rest)
    let state = desk.state(of: place)
    let words = rest.isEmpty ? nil : rest.joined(separator: " ")
    guard words != nil || task != nil || question != nil else {
      throw ValidationError("say what was decided")
    }
    var event = try desk.event(question == nil ? .decision : .fact, words)
    let said: String
    if let task {
      guard let found = state.tasks.first(where: { $0.task.id.text == task }) else {
        let hint = Spelling.hint(for: task, in: state.tasks.map(\.task.id.text))
        throw CommandFailure(
          "\(state.activation.activated) has no task '\(task)'" + (hint.map { "; \($0)" } ?? ""))
      }
      event.task = found.task.id
      event.approved = yes
      said = "\(yes ? "yes" : "no") to \(found.task.id) '\(found.task.name)'"
    } else if let question {
      let questions = state.planned?.questions ?? []
      guard questions.indices.contains(question - 1) else {
        throw CommandFailure(
          questions.isEmpty
            ? "\(state.activation.activated) asks no question"
            : "\(state.activation.activated) has the questions 1 to \(questions.count)")
      }
      let asked = questions[question - 1]
      event.question = asked.question
      event.answer = yes
      event.role = asked.role
      if !desk.words.holds(desk.by, asked.role), desk.role != asked.role {
        printError(
          "note: \(desk.words.label(asked.role)) is asked, and \(desk.by) neither holds that role nor stands in"
        )
      }
      said = "\(yes ? "yes" : "no") to “\(asked.question)”"
    } else {
      if yes || no { event.approved = yes }
      said = "“\(words ?? "")”"
    }
    desk.say(
      "\(state.activation.id): \(desk.by) decided \(said) at "
        + desk.words.clock(desk.moment.secondsSince1970))
    var after = state.activation
    after.events.append(event)
    desk.sayNext(after)
    try desk.record([event], in: place)
  }
}
