import ImpactAnalysis
import RegisterAnalysis
import RegisterModel
import ResponsePlanning

/// A dry run as JSON has it; times in seconds after the start, null where nobody knows.
struct DryRunJSON: Encodable {
  struct Firing: Encodable {
    let trigger: Nullable<String>
    let level: Int
    let mode: String
    let at: Int64
    let holds: Bool
    let off: Nullable<Int64>
  }
  struct Raised: Encodable {
    let level: Int
    let declared: Int64
    let notified: Nullable<Int64>
    let authorities: [String]
    let unreachable: [String]
  }
  struct TaskTime: Encodable {
    let id: String
    let role: Nullable<String>
    let start: Nullable<Int64>
    let end: Nullable<Int64>
    let restores: Nullable<String>
  }
  struct Course: Encodable {
    let `protocol`: String
    let firings: [Firing]
    let levels: [Raised]
    let tasks: [TaskTime]
  }
  struct Activity: Encodable {
    let id: String
    /// As `whatif` has it.
    let backEarliest: Nullable<Int64>
    let backLatest: Nullable<Int64>
    let rto: Nullable<Int64>
    let mtpd: Nullable<Int64>
    let hasProtocol: Bool
  }

  /// Of this form of JSON: keys may be added to a version, none goes or changes its meaning.
  let version = 1
  let title: String
  let start: String
  let causes: [String]
  let protocols: [Course]
  let silent: [String]
  let activities: [Activity]

  init(_ view: DryRunView) {
    title = view.compiled.register.title.text
    start = view.played.start.writtenText
    causes = view.scenario.causes
    protocols = view.run.courses.map { course in
      let planned = view.planned(course)
      return Course(
        protocol: planned.id.text,
        firings: course.firings.map {
          Firing(
            trigger: Nullable($0.state.trigger.name?.text), level: Int($0.state.trigger.level.rank),
            mode: $0.state.trigger.mode.rawValue, at: $0.at, holds: $0.holds,
            off: Nullable($0.off))
        },
        levels: course.raised.map { raised in
          Raised(
            level: Int(raised.level.rank), declared: raised.declared,
            notified: Nullable(raised.isNotifyUnknown ? nil : raised.notified),
            authorities: raised.escalation.steps.map(\.party.text),
            unreachable: Set(raised.escalation.unreachable + raised.calls.unreachable)
              .map(\.text).sorted())
        },
        tasks: course.tasks.map { time in
          let task = planned.tasks[time.place]
          return TaskTime(
            id: task.id.text, role: Nullable(task.role?.text), start: Nullable(time.start),
            end: Nullable(time.end), restores: Nullable(task.restores?.text))
        })
    }
    silent = view.run.silent.map { view.compiled.register.protocols[$0].id.text }
    activities = view.played.activities.map { stopped in
      Activity(
        id: view.compiled.impact.identifier(stopped.node), backEarliest: finite(stopped.back.lower),
        backLatest: finite(stopped.back.upper), rto: Nullable(stopped.objective),
        mtpd: Nullable(stopped.tolerable),
        hasProtocol: !view.run.uncovered.contains(stopped.node))
    }
  }
}

/// A coverage matrix as JSON has it.
struct CoverageJSON: Encodable {
  struct Row: Encodable {
    let risk: String
    let protocols: [Answers]
  }
  struct Answers: Encodable {
    let id: String
    /// An answer an hour.
    let answers: [String]
  }
  let version = 1
  let hours: [String]
  let risks: [Row]
  let hitNothing: [String]

  init(_ coverage: ResponseCoverage, _ compiled: CompiledRegister) {
    let register = compiled.register
    hours = coverage.hours.map(\.writtenText)
    risks = coverage.rows.map { row in
      let answers = row.answers.enumerated().filter { $1.contains { $0 != .none } }
        .map { Answers(id: register.protocols[$0].id.text, answers: $1.map { "\($0)" }) }
      return Row(risk: register.risks[row.risk].id.text, protocols: answers)
    }
    hitNothing = coverage.unplayable.map { register.risks[$0].id.text }
  }
}

/// A coverage matrix for a screen: a row a risk, a column a protocol, a letter an hour.
struct CoverageText {
  private let coverage: ResponseCoverage
  private let compiled: CompiledRegister
  private let layout: TextLayout

  init(_ coverage: ResponseCoverage, _ compiled: CompiledRegister, terminal: Terminal) {
    self.coverage = coverage
    self.compiled = compiled
    layout = TextLayout(terminal)
  }

  var text: String {
    let register = compiled.register
    let hours = coverage.hours.map(ImpactWords.moment)
    let open = coverage.rows.count(where: \.isOpen)
    var text = layout.paragraph(register.title.text, .bold)
    guard !coverage.rows.isEmpty else {
      return text
        + layout.paragraph(
          "no risk hits anything, so none can be played: add <hits ref=\"…\"/> to risks")
    }
    text += layout.paragraph(
      "which protocols respond to \(Plural.count(coverage.rows.count, "risk")) at \(Plural.list(hours)): "
        + (open == 0 ? "each risk has one at each hour" : "\(open) without any at some hour"))
    text += layout.paragraph(
      "a letter an hour: A raised by itself · R recommended · ? decision needed · ! nobody with the authority "
        + "can be reached · - meant for it, and nothing fires")
    var columns: [TextLayout.Column] = [.init(title: "Risk", isFlexible: true)]
    columns += register.protocols.map { .init(title: $0.id.text) }
    columns.append(.init(title: ""))
    let rows = coverage.rows.map { row -> [String] in
      let risk = register.risks[row.risk]
      return ["\(risk.id) '\(risk.title)'"]
        + row.answers.map { answers in
          let letters = String(answers.map(\.rawValue))
          return letters.allSatisfy { $0 == " " } ? "·" : letters
        } + [row.isOpen ? "open" : ""]
    }
    text += "\n" + layout.table(columns, rows, indent: 0)
    if !coverage.unplayable.isEmpty {
      let names = coverage.unplayable.map { register.risks[$0].id.text }
      text += layout.paragraph(
        "not played, because they hit nothing: \(Plural.list(names))", hanging: 2)
    }
    return text
  }
}
