import ImpactAnalysis
import RegisterAnalysis
import RegisterModel
import ResponsePlanning

/// How things stand, for people at a screen.
struct StatusText {
  private let view: StatusView
  private let layout: TextLayout

  init(_ view: StatusView, terminal: Terminal) {
    self.view = view
    layout = TextLayout(terminal)
  }

  private var words: ActivationWords { view.words }

  /// All of it, each line ended.
  var text: String {
    let head =
      layout.paragraph(view.compiled.register.title.text, .bold)
      + layout.paragraph("status on \(ImpactWords.moment(view.moment)) · \(summary)")
    let down = clocks(view.disruption)
    return head + (down.isEmpty ? "" : layout.heading("What is down") + down)
      + view.running.map(activation).joined() + duties + triggers
  }

  private var summary: String {
    let phases = view.running.map(\.state.phase)
    let active = phases.count { $0 == .active }
    let watching = phases.count { $0 == .watching }
    let late = view.running.reduce(0) { $0 + $1.state.lateTasks.count }
    var parts = [
      active == 0 ? "nothing is activated" : "\(Plural.count(active, "protocol")) active"
    ]
    if watching > 0 { parts.append("\(watching) watched") }
    if late > 0 { parts.append("\(Plural.count(late, "task")) late") }
    let overdue = view.duties.count { if case .overdue = $0.state { true } else { false } }
    if overdue > 0 { parts.append("\(Plural.count(overdue, "report")) overdue") }
    let open = view.concerned.count { $0.value(at: view.moment) == .unknown }
    let held = view.concerned.count - open
    if held > 0 { parts.append("\(Plural.count(held, "trigger")) \(held == 1 ? "holds" : "hold")") }
    if open > 0 { parts.append("\(Plural.count(open, "decision")) needed") }
    return parts.joined(separator: " · ")
  }

  private func activation(_ running: StatusView.Running) -> String {
    let state = running.state
    let name = words.label(state.activation.activated)
    let mark = state.isExercise ? "EXERCISE  " : ""
    var text = layout.heading("\(mark)\(state.activation.id)  \(name)")
    text += layout.paragraph(standing(running), indent: 2, hanging: 2)
    if let next = state.nextUpdate {
      let isLate = next < view.moment.secondsSince1970
      text += layout.paragraph(
        "next word to those concerned: \(words.clock(next)), \(words.distance(next))\(isLate ? ", late" : "")",
        indent: 2, isLate ? .red : nil)
    }
    for task in state.lateTasks {
      let due = task.due.map { "was due \(words.clock($0)), \(words.distance($0))" } ?? ""
      text += layout.paragraph(
        "late: \(task.task.id) '\(task.task.name)' \(due)", indent: 2, hanging: 2, .red)
    }
    text += (running.disruption.map(clocks) ?? "") + tasks(state)
    if state.phase == .active { text += asked(running) }
    return text
  }

  private func standing(_ running: StatusView.Running) -> String {
    let state = running.state
    let level = state.level.map { words.level($0, of: state.planned) }
    switch state.phase {
    case .watching:
      let latest =
        running.latestDeclare.map {
          "; can be declared in time until \(words.clock($0)), \(words.distance($0))"
            + (running.isBound ? ", or sooner: it is not known for every activity" : "")
        } ?? ""
      return "facts are noted, nothing is declared\(latest)"
    case .active:
      let by = state.declared?.by.map { " by \(words.label($0))" } ?? ""
      let at = state.declared.map { $0.at.secondsSince1970 }
      if let raised = state.events.last(where: { $0.kind == .escalated && $0.level != nil }) {
        let by = raised.by.map { " by \(words.label($0))" } ?? ""
        return
          "\(level ?? "no level") since \(words.clock(raised.at.secondsSince1970))\(by); first "
          + "declared at \(at.map(words.clock) ?? ""), \(at.map(words.distance) ?? "")"
      }
      return
        "\(level ?? "no level"), declared\(by) at \(at.map(words.clock) ?? ""), \(at.map(words.distance) ?? "")"
    case .stoodDown: return "stood down at \(last(.stoodDown, state)); not closed yet"
    case .closed: return "closed at \(last(.closed, state)); not reviewed yet"
    case .reviewed: return "reviewed at \(last(.reviewed, state))"
    }
  }

  private func last(_ kind: ActivationEvent.Nature, _ state: ActivationState) -> String {
    state.events.last { $0.kind == kind }.map { words.clock($0.at.secondsSince1970) } ?? ""
  }

  private func clocks(_ disruption: RunningDisruption) -> String {
    let shown = disruption.activities.sorted {
      ($0.objective ?? $0.from, $0.from, $0.node) < ($1.objective ?? $1.from, $1.from, $1.node)
    }
    guard !shown.isEmpty else { return "" }
    let columns: [TextLayout.Column] = [
      .init(title: "Activity", isFlexible: true), .init(title: "Stops", isRight: true),
      .init(title: "RTO passes", isRight: true), .init(title: "MTPD passes", isRight: true),
      .init(title: "Now"),
    ]
    let rows = shown.map { stopped -> [String] in
      [
        view.conditions.label(view.compiled.impact.identifier(stopped.node)),
        words.clock(stopped.from) + (stopped.isReported ? "" : "*"),
        limit(stopped.objective), limit(stopped.tolerable), standing(stopped),
      ]
    }
    let note =
      shown.contains { !$0.isReported }
      ? layout.paragraph("* follows from what is down, nobody has reported it", indent: 2) : ""
    return layout.table(columns, rows, indent: 2) + note
  }

  private func limit(_ at: Int64?) -> String { at.map(words.clock) ?? "not known" }

  private func standing(_ stopped: RunningDisruption.Stopped) -> String {
    let now = view.moment.secondsSince1970
    if let back = stopped.back {
      if let limit = stopped.tolerable, back > limit { return "back, beyond MTPD" }
      if let limit = stopped.objective, back > limit { return "back, late" }
      return "back at \(words.clock(back))"
    }
    if stopped.from > now {
      return stopped.workaroundEnds == nil ? "up" : "on a workaround"
    }
    if let limit = stopped.tolerable, now > limit {
      return "beyond MTPD since \(DateText.brief(now - limit))"
    }
    if let limit = stopped.objective, now > limit {
      return "late by \(DateText.brief(now - limit))"
    }
    return stopped.objective.map { "\(DateText.brief($0 - now)) left" } ?? "no RTO"
  }

  private func tasks(_ state: ActivationState) -> String {
    guard state.phase == .active else { return "" }
    let shown = state.tasks.filter { view.showsAll || $0.progress != .aside }
    guard !shown.isEmpty else { return "" }
    let columns: [TextLayout.Column] = [
      .init(title: "Task"), .init(title: "", isFlexible: true), .init(title: "Who"),
      .init(title: "Due", isRight: true), .init(title: "State"),
    ]
    let rows = shown.map { task -> [String] in
      [
        task.task.id.text, task.task.name.text, task.task.role?.text ?? "nobody",
        task.due.map(words.clock) ?? "–", progress(task, state),
      ]
    }
    return layout.table(columns, rows, indent: 2)
  }

  private func progress(_ task: TaskState, _ state: ActivationState) -> String {
    switch task.progress {
    case .waiting(let places):
      "waits for \(Plural.list(places.prefix(3).map { state.tasks[$0].task.id.text }))"
    case .gated: "decision needed"
    case .refused: "decided no"
    case .ready: task.isLate ? "can begin, late" : "can begin"
    case .running(let since):
      "runs since \(words.clock(since))" + (task.isLate ? ", late" : "")
    case .done(let at): "done \(words.clock(at))" + (task.isLate ? ", late" : "")
    case .aside: "higher level"
    }
  }

  private func asked(_ running: StatusView.Running) -> String {
    let state = running.state
    var lines: [String] = []
    let silent = state.unanswered(in: view.compiled.register)
    if !silent.isEmpty { lines.append("not answered yet: \(Plural.list(silent.map(words.label)))") }
    for task in state.tasks where task.progress == .gated {
      lines.append(
        "decision needed before \(task.task.id): \(task.task.gate?.text ?? "") "
          + "('holdfast respond decide --task \(task.task.id) --yes')")
    }
    for (place, question) in (state.planned?.questions ?? []).enumerated() {
      let answer = state.events.last { $0.question == question.question && $0.answer != nil }?
        .answer
      let said = answer.map { $0 ? "yes" : "no" } ?? "not answered"
      lines.append("question \(place + 1) to \(question.role): “\(question.question)” \(said)")
    }
    if let check = running.standDown {
      let missing = StandDownWords(words, view.conditions)
        .missing(check, validated: false, backlogPlan: false, by: nil, as: nil)
      lines.append(
        missing.isEmpty
          ? "can be stood down" : "to stand down: \(missing.joined(separator: "; "))")
    }
    return lines.map { layout.paragraph($0, indent: 2, hanging: 2) }.joined()
  }

  private var duties: String {
    guard !view.duties.isEmpty else { return "" }
    let register = view.compiled.register
    let columns: [TextLayout.Column] = [
      .init(title: "Incident"), .init(title: "Report", isFlexible: true), .init(title: "To"),
      .init(title: "Due", isRight: true), .init(title: "Now"),
    ]
    let rows = view.duties.map { duty -> [String] in
      let clock = register.criteria?.clocks[duty.clock]
      return [
        register.incidents[duty.incident].id.text, clock?.name.text ?? "",
        (clock?.recipient?.text ?? "").shortened(to: 24),
        duty.due.map { words.clock($0.secondsSince1970) } ?? "not known",
        standing(duty) + (duty.isDoubtful ? ", if it applies" : ""),
      ]
    }
    return layout.heading("Reports to make") + layout.table(columns, rows, indent: 2)
  }

  private func standing(_ duty: ReportingDuty) -> String {
    switch duty.state {
    case .undetermined: "not known when"
    case .running(let left): "\(DateText.brief(left)) left"
    case .overdue(let time): "\(DateText.brief(time)) late"
    case .inTime, .late, .reported: "made"
    }
  }

  private var triggers: String {
    guard !view.triggers.isEmpty else { return "" }
    var text = layout.heading("Triggers")
    for trigger in view.triggers {
      let planned = view.compiled.register.protocols[trigger.protocolPlace]
      let level = words.level(trigger.trigger.level, of: planned)
      let name = "\(planned.id), \(level), \(words.trigger(trigger))"
      switch trigger.value(at: view.moment) {
      case .yes:
        let since = trigger.since(view.moment).map { " since \(words.clock($0))" } ?? ""
        let mode = trigger.trigger.mode == .automatic ? "raised" : "recommended"
        text += layout.paragraph(
          "\(mode)\(since): \(name): \(words.reason(trigger))", indent: 2, hanging: 2, .red)
      case .unknown:
        text += layout.paragraph(
          "\(view.showsAll ? "not known" : "decision needed"): \(name): \(words.reason(trigger))",
          indent: 2, hanging: 2, .yellow)
      case .no:
        text += layout.paragraph("off: \(name): \(words.reason(trigger))", indent: 2, hanging: 2)
      }
    }
    return text
  }
}
