import ImpactAnalysis
import RegisterAnalysis
import RegisterModel

/// A disruption that was played, for people at a screen of 80 columns or more; it says all without colour.
struct DisruptionText {
  let view: DisruptionView
  /// How many entries of a list are shown; nil: all.
  let limit: Int?
  let layout: TextLayout

  init(_ view: DisruptionView, limit: Int?, terminal: Terminal) {
    self.view = view
    self.limit = limit
    layout = TextLayout(terminal)
  }

  private var played: PlayedDisruption { view.played }
  private var words: ImpactWords { view.words }
  private var currency: String { view.register.currency.code }

  /// All of it, each line ended.
  var text: String {
    guard !played.activities.isEmpty else {
      return header + "\n" + layout.paragraph("No activity stops.") + assets + order
    }
    return header + activities + timeline + costs + order + assets + people
  }

  private var header: String {
    let failed = played.failed.count
    let given = view.scenario.failures.compactMap(\.duration)
    let length =
      given.isEmpty
      ? ""
      : given.min() == given.max()
        ? ", restored after \(ImpactWords.time(given[0]))"
        : ", restored after \(ImpactWords.time(given.min() ?? 0)) to \(ImpactWords.time(given.max() ?? 0))"
    let fails =
      "\(Plural.count(failed, "asset or activity", "assets and activities")) \(failed == 1 ? "fails" : "fail")"
    var text = layout.paragraph(view.register.title.text, .bold)
    text += layout.paragraph(
      "what if \(Plural.list(view.scenario.causes)) \(view.scenario.causes.count == 1 ? "fails" : "fail") on "
        + "\(view.clock(0)): \(fails)\(length)")
    guard !played.activities.isEmpty else { return text }
    var facts = [
      "\(Plural.count(played.activities.count, "activity", "activities")) \(played.activities.count == 1 ? "stops" : "stop")"
    ]
    facts.append("\(view.late == 0 ? "none" : "\(view.late)") beyond RTO")
    facts.append("\(view.intolerable == 0 ? "none" : "\(view.intolerable)") beyond MTPD")
    let open = played.activities.count(where: \.isOpen)
    if open > 0 { facts.append("\(open) of which nobody knows when it is back") }
    if played.uncosted.count == played.activities.count {
      facts.append("what is lost is not known")
    } else if let end = view.hours.last {
      let least = played.uncosted.isEmpty ? "" : "at least "
      facts.append("\(least)\(AmountText.short(played.loss.value(at: end))) \(currency) lost")
    }
    return text + layout.paragraph(facts.joined(separator: " · "))
  }

  private var activities: String {
    let shown = played.activities.sorted {
      ($0.tolerableCrossed ?? .max, $0.objectiveCrossed ?? .max, $0.node)
        < ($1.tolerableCrossed ?? .max, $1.objectiveCrossed ?? .max, $1.node)
    }.prefix(limit ?? .max)
    let columns: [TextLayout.Column] = [
      .init(title: "Activity", isFlexible: true),
      .init(title: "Back for good", isRight: true), .init(title: "RTO", isRight: true),
      .init(title: "MTPD", isRight: true),
      .init(title: "Verdict"), .init(title: "Lost, \(currency)", isRight: true),
    ]
    let rows = shown.map { stopped -> [String] in
      let end = stopped.back.upper < TimeBounds.never ? Double(stopped.back.upper) / 3600 : nil
      return [
        words.label(stopped.node), ImpactWords.time(stopped.back),
        stopped.objective.map { ImpactWords.time($0) } ?? "–",
        stopped.tolerable.map { ImpactWords.time($0) } ?? "–", verdict(stopped),
        end.flatMap { end in stopped.loss.map { AmountText.short($0.value(at: end)) } }
          ?? "not known",
      ]
    }
    return layout.heading("What stops") + layout.table(columns, rows, indent: 2)
      + layout.more(than: shown.count, of: played.activities.count, "activities")
  }

  private func verdict(_ stopped: PlayedDisruption.Stopped) -> String {
    let mayBe = stopped.isOpen ? "perhaps " : ""
    if stopped.tolerableCrossed != nil { return mayBe + "beyond MTPD" }
    if stopped.objectiveCrossed != nil { return mayBe + "late" }
    if stopped.outages.count > 1 { return mayBe + "out again" }
    return stopped.objective == nil ? "no RTO" : "in time"
  }

  private var timeline: String {
    let events = view.events
    let shown = events.prefix(limit.map { $0 * 2 } ?? .max)
    let width = shown.map { ImpactWords.time($0.at).count }.max() ?? 0
    var text = ""
    for event in shown {
      let time = ImpactWords.time(event.at).replacing("\u{A0}", with: " ").rightAligned(to: width)
      let margin = "  \(time)  \(view.clock(event.at))  "
      let names = event.nodes.map(view.impact.identifier).joined(separator: ", ")
      let line = layout.paragraph(
        "\(event.happening.text): \(names)", indent: margin.count, hanging: 2)
      text += margin + line.dropFirst(margin.count)
    }
    return layout.heading("Hour by hour") + text
      + layout.more(than: shown.count, of: events.count, "events")
  }

  private var costs: String {
    let hours = view.hours
    guard !hours.isEmpty, played.activities.contains(where: { $0.loss != nil }) else { return "" }
    let columns: [TextLayout.Column] = [
      .init(title: "After", isRight: true), .init(title: "When"),
      .init(title: "Lost, \(currency)", isRight: true),
      .init(title: "In the hour before", isRight: true),
    ]
    let rows = hours.map { hour -> [String] in
      let seconds = Int64((hour * 3600).rounded())
      let before = played.loss.value(at: max(hour - 1, 0))
      let value = played.loss.value(at: hour)
      return [
        ImpactWords.time(seconds), view.clock(seconds), AmountText.short(value),
        AmountText.short(value - before),
      ]
    }
    let uncosted =
      played.uncosted.isEmpty
      ? ""
      : layout.paragraph(
        "Not counted, because they state no cost: \(identifiers(played.uncosted)).", indent: 2)
    return layout.heading("What it costs") + layout.table(columns, rows, indent: 2) + uncosted
  }

  private func identifiers(_ nodes: [Int]) -> String {
    let shown = nodes.prefix(8).map(view.impact.identifier).joined(separator: ", ")
    return shown + (nodes.count > 8 ? " and \(nodes.count - 8) more" : "")
  }

  private var order: String {
    let order = view.order
    guard !order.isEmpty else { return "" }
    let shown = order.prefix(limit ?? .max)
    let columns: [TextLayout.Column] = [
      .init(title: "Start", isRight: true), .init(title: "Done", isRight: true),
      .init(title: "Restore", isFlexible: true), .init(title: "Slack", isRight: true),
      .init(title: "Waits for"),
    ]
    let rows = shown.map { entry in
      [
        ImpactWords.time(entry.recovery.start), ImpactWords.time(entry.recovery.finish),
        words.label(entry.node), entry.recovery.slack.map { ImpactWords.time($0) } ?? "any",
        cause(entry.recovery),
      ]
    }
    return layout.heading("In which order to restore") + layout.table(columns, rows, indent: 2)
      + layout.more(than: shown.count, of: order.count, "steps")
  }

  private func cause(_ recovery: RecoverySchedule.Recovery) -> String {
    switch recovery.startCause {
    case .none, .ownWork: "nothing"
    case .workaround: "its workaround"
    case .member(let node, _): view.impact.identifier(node)
    case .resource(let resource, let other):
      "\(view.register.resources[resource].id), busy with \(view.impact.identifier(other))"
    }
  }

  private var assets: String {
    let stopped = played.assets.filter { !played.failed.contains($0.node) }
    guard !stopped.isEmpty else { return "" }
    let shown = stopped.prefix(limit ?? .max)
    return layout.heading("Assets that stop with it")
      + layout.table(
        [.init(title: "Asset", isFlexible: true), .init(title: "Back after", isRight: true)],
        shown.map { [words.label($0.node), ImpactWords.time($0.back)] }, indent: 2)
      + layout.more(than: shown.count, of: stopped.count, "assets")
  }

  private var people: String {
    let short = played.demand.roles.compactMap { role in
      words.shortage(role).map { "\(words.name(of: role.role)): \($0)" }
    }
    guard !short.isEmpty else { return "" }
    return layout.heading("People who are missing, if all activities run at their minimum")
      + short.prefix(limit ?? .max).map { layout.paragraph($0, indent: 2, hanging: 4) }.joined()
  }
}
