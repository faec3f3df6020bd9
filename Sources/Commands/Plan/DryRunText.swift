import ImpactAnalysis
import RegisterAnalysis
import RegisterModel
import ResponsePlanning

/// All that `dryrun` shows, whatever the face.
struct DryRunView {
  let compiled: CompiledRegister
  let scenario: DisruptionScenario
  let run: DryRun

  var played: PlayedDisruption { run.played }
  var words: ActivationWords { ActivationWords(compiled, at: played.start) }

  /// "Fri 2026-12-04 18:00", seconds after the start.
  func clock(_ seconds: Int64) -> String {
    let zone = compiled.impact.calendars.zone ?? .utc
    let moment = zone.moment(at: played.start.secondsSince1970 + seconds) ?? played.start
    return ImpactWords.moment(moment)
  }

  func planned(_ course: ProtocolCourse) -> ResponseProtocol {
    compiled.register.protocols[course.place]
  }

  /// What happens when, in order: of protocols and of activities.
  var events: [(at: Int64, text: String)] {
    var events: [(at: Int64, order: Int, text: String)] = []
    let disruption = DisruptionView(scenario: scenario, impact: compiled.impact, played: played)
    for event in disruption.events {
      let names = event.nodes.map(compiled.impact.identifier).joined(separator: ", ")
      events.append((event.at, 0, "\(event.happening.text): \(names)"))
    }
    for course in run.courses { events += Self.events(course, planned(course), words) }
    return events.enumerated()
      .sorted {
        ($0.element.at, $0.element.order, $0.offset) < ($1.element.at, $1.element.order, $1.offset)
      }
      .map { ($0.element.at, $0.element.text) }
  }

  private static func events(
    _ course: ProtocolCourse, _ planned: ResponseProtocol, _ words: ActivationWords
  ) -> [(at: Int64, order: Int, text: String)] {
    var events: [(at: Int64, order: Int, text: String)] = []
    for firing in course.firings {
      let level = words.level(firing.state.trigger.level, of: planned)
      let name = words.trigger(firing.state)
      if firing.holds {
        let mode = firing.state.trigger.mode == .automatic ? "raises" : "recommends"
        events.append((firing.at, 1, "\(planned.id): trigger \(name) \(mode) \(level)"))
      } else {
        events.append(
          (firing.at, 1, "\(planned.id): decision needed on \(level), trigger \(name)"))
      }
      if let off = firing.off {
        events.append((off, 5, "\(planned.id): trigger \(name) is off again"))
      }
    }
    for raised in course.raised {
      let first = raised.escalation.steps.first { !$0.chain.isUnreachable }?.party
      let who =
        first.map { "declared by \($0)" }
        ?? (raised.escalation.steps.isEmpty
          ? "to be declared, and nobody has the authority"
          : "to be declared, and nobody with the authority can be reached")
      events.append(
        (
          raised.declared, 2,
          "\(planned.id): \(words.level(raised.level, of: planned)) \(who)"
        ))
      guard !raised.calls.entries.isEmpty || planned.planned?.notify != nil else { continue }
      events.append(
        (
          raised.notified, 3,
          "\(planned.id): "
            + (raised.isNotifyUnknown ? "those whose contacts are known know" : "everybody knows")
        ))
    }
    for task in course.tasks {
      guard let end = task.end else { continue }
      let record = planned.tasks[task.place]
      let restores = record.restores.map { ", restores \($0)" } ?? ""
      events.append((end, 4, "\(planned.id): \(record.id) '\(record.name)' done\(restores)"))
    }
    return events
  }
}

/// A dry run, for people at a screen of 80 columns or more.
struct DryRunText {
  private let view: DryRunView
  private let limit: Int?
  private let layout: TextLayout

  init(_ view: DryRunView, limit: Int?, terminal: Terminal) {
    self.view = view
    self.limit = limit
    layout = TextLayout(terminal)
  }

  private var run: DryRun { view.run }
  private var words: ActivationWords { view.words }

  /// What failed and of which nobody knows when it is back.
  private var open: String {
    let unknown = run.played.assets.filter {
      !$0.back.isKnown && run.played.failed.contains($0.node)
    }
    .map { view.compiled.impact.identifier($0.node) }
    return unknown.isEmpty
      ? ""
      : layout.paragraph(
        "taken as down to the end, because nobody knows when it is back: \(Plural.list(unknown)); --for says how long",
        hanging: 2, .yellow)
  }

  /// All of it, each line ended.
  var text: String { header + open + gaps + courses + back + timeline }

  private var header: String {
    let causes = view.scenario.causes
    let activated = run.courses.count(where: \.isActivated)
    let open = run.courses.count(where: \.needsDecision)
    let count = run.played.activities.count
    let stops =
      count == 0
      ? "no activity stops"
      : "\(Plural.count(count, "activity", "activities")) \(count == 1 ? "stops" : "stop")"
    var facts = [
      stops,
      "\(Plural.count(activated, "protocol")) activated",
    ]
    if open > 0 { facts.append("\(open) waiting for a decision") }
    if !run.uncovered.isEmpty {
      facts.append(
        "\(Plural.count(run.uncovered.count, "activity", "activities")) without a protocol")
    }
    return layout.paragraph(view.compiled.register.title.text, .bold)
      + layout.paragraph(
        "dry run: \(Plural.list(causes)) \(causes.count == 1 ? "fails" : "fail") on \(view.clock(0))"
      )
      + layout.paragraph(facts.joined(separator: " · "))
  }

  private var gaps: String {
    var text = ""
    if !run.uncovered.isEmpty {
      let names = run.uncovered.map { ImpactWords(view.compiled.impact).label($0) }
      text += layout.paragraph("no protocol for: \(Plural.list(names))", hanging: 2, .red)
    }
    for place in run.silent {
      let planned = view.compiled.register.protocols[place]
      text += layout.paragraph(
        "\(planned.id) '\(planned.name)' is for what is down, and nothing in it fires", hanging: 2,
        .yellow)
    }
    return text
  }

  private var courses: String { run.courses.map(course).joined() }

  private func course(_ course: ProtocolCourse) -> String {
    let planned = view.planned(course)
    var text = layout.heading("\(planned.id)  \(planned.name)")
    for firing in course.firings where !firing.holds {
      let at = view.played.start.secondsSince1970 + firing.at
      let missing = firing.state.condition.open(at: at).compactMap(\.missing)
      text += layout.paragraph(
        "decision needed on \(words.level(firing.state.trigger.level, of: planned)) after "
          + "\(ImpactWords.time(firing.at)), trigger \(words.trigger(firing.state)): "
          + Plural.list(missing), indent: 2, hanging: 2, .yellow)
    }
    for raised in course.raised { text += self.raised(raised, course, planned) }
    guard !course.tasks.isEmpty else { return text }
    return text + tasks(course, planned)
  }

  private func raised(
    _ raised: ProtocolCourse.Raised, _ course: ProtocolCourse, _ planned: ResponseProtocol
  ) -> String {
    let firing = course.firings[raised.firing]
    let mode = firing.state.trigger.mode == .automatic ? "raised" : "recommended"
    var lines = [
      "\(words.level(raised.level, of: planned)) \(mode) after \(ImpactWords.time(firing.at)) by trigger "
        + "\(words.trigger(firing.state)), declared after \(ImpactWords.time(raised.declared)) (\(view.clock(raised.declared)))"
    ]
    if !raised.unplanned.isEmpty {
      lines.append(
        "nobody planned how long it takes to \(Plural.list(raised.unplanned.map(\.rawValue))): it is declared no sooner, "
          + "and tasks begin no sooner, than said")
    }
    let reachable = raised.escalation.steps.filter { !$0.chain.isUnreachable }
    if let first = reachable.first {
      let others = reachable.dropFirst().prefix(3).map { words.label($0.party) }
      lines.append(
        "decides: \(words.label(first.party))"
          + (others.isEmpty ? "; nobody stands in" : "; then \(Plural.list(others))"))
    } else {
      lines.append(
        raised.escalation.steps.isEmpty
          ? "decides: nobody has the authority"
          : "decides: nobody with the authority can be reached at that hour")
    }
    let missing = Set(raised.escalation.unreachable + raised.calls.unreachable)
      .sorted { $0.text < $1.text }
    if !missing.isEmpty {
      lines.append("not reachable at that hour: \(Plural.list(missing.map(words.label)))")
    }
    guard !raised.calls.entries.isEmpty || planned.planned?.notify != nil else {
      return lines.map { layout.paragraph($0, indent: 2, hanging: 2) }.joined()
    }
    lines.append(
      raised.isNotifyUnknown
        ? "when everybody knows can't be said: contacts without times"
        : planned.planned?.notify == nil
          ? "everybody knows after \(ImpactWords.time(raised.notified)) at the latest"
          : "everybody knows after \(ImpactWords.time(raised.notified)), as planned; the call tree takes "
            + (raised.calls.worst.map { "up to \(ImpactWords.time($0))" } ?? "nobody knows how long")
    )
    return lines.map { layout.paragraph($0, indent: 2, hanging: 2) }.joined()
  }

  private func tasks(_ course: ProtocolCourse, _ planned: ResponseProtocol) -> String {
    let columns: [TextLayout.Column] = [
      .init(title: "Task"), .init(title: "", isFlexible: true), .init(title: "Who"),
      .init(title: "Start", isRight: true), .init(title: "Done", isRight: true),
      .init(title: "Restores"),
    ]
    let rows = course.tasks.map { time -> [String] in
      let task = planned.tasks[time.place]
      return [
        task.id.text, task.name.text + (task.gate == nil ? "" : " (decision first)"),
        task.role?.text ?? "nobody", time.start.map(ImpactWords.time) ?? "not known",
        time.end.map(ImpactWords.time) ?? "not known", task.restores?.text ?? "",
      ]
    }
    return layout.table(columns, rows, indent: 2)
  }

  /// When each activity is back by the evidence, and when a task says that it restores it.
  private var back: String {
    let activities = view.played.activities
    guard !activities.isEmpty else { return "" }
    var planned: [String: Int64] = [:]
    for course in run.courses {
      for time in course.tasks {
        guard let id = view.planned(course).tasks[time.place].restores?.text, let end = time.end
        else {
          continue
        }
        planned[id] = min(planned[id] ?? .max, end)
      }
    }
    let shown = activities.sorted { ($0.back.upper, $0.node) > ($1.back.upper, $1.node) }
      .prefix(limit ?? .max)
    let columns: [TextLayout.Column] = [
      .init(title: "Activity", isFlexible: true), .init(title: "Back by evidence", isRight: true),
      .init(title: "By its task", isRight: true), .init(title: "RTO", isRight: true),
      .init(title: "MTPD", isRight: true),
    ]
    let rows = shown.map { stopped -> [String] in
      let id = view.compiled.impact.identifier(stopped.node)
      return [
        ImpactWords(view.compiled.impact).label(stopped.node), ImpactWords.time(stopped.back),
        planned[id].map(ImpactWords.time) ?? "–", stopped.objective.map(ImpactWords.time) ?? "–",
        stopped.tolerable.map(ImpactWords.time) ?? "–",
      ]
    }
    return layout.heading("When each activity is back") + layout.table(columns, rows, indent: 2)
      + layout.more(than: shown.count, of: activities.count, "activities")
  }

  private var timeline: String {
    let events = view.events
    guard !events.isEmpty else { return "" }
    let shown = events.prefix(limit.map { $0 * 3 } ?? .max)
    let width = shown.map { ImpactWords.time($0.at).count }.max() ?? 0
    var text = ""
    for event in shown {
      let time = ImpactWords.time(event.at).replacing("\u{A0}", with: " ").rightAligned(to: width)
      let margin = "  \(time)  \(view.clock(event.at))  "
      let line = layout.paragraph(event.text, indent: margin.count, hanging: 2)
      text += margin + line.dropFirst(margin.count)
    }
    return layout.heading("Hour by hour") + text
      + layout.more(than: shown.count, of: events.count, "events")
  }
}
