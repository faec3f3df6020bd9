import ImpactAnalysis
import RegisterAnalysis
import RegisterModel

/// Who restores what when if everything failed, what the latest activity waits for, and what would help.
struct RecoverySection {
  let context: ReportContext
  private var impact: RegisterImpact { context.compiled.impact }
  private var words: ImpactWords { context.impactWords }
  private var schedule: RecoverySchedule { impact.schedule }
  /// How many rows the chart has at most.
  private static let most = 36

  init(_ context: ReportContext) { self.context = context }

  var blocks: [Block] {
    [.text(introduction)] + chart + obstacles + gains
  }

  private var introduction: String {
    var text =
      "If everything failed at once, and all began to restore it with the crews, sites and tools there are. "
    if let objective = schedule.objective {
      if !schedule.isLateness {
        text += "No activity has an objective; all are back after \(ImpactWords.time(objective)). "
      } else if objective > 0 {
        text +=
          "The activity that misses its objective most is \(ImpactWords.time(objective)) late. "
      } else {
        text += "Every activity of which it is known is back in time. "
      }
      if schedule.isProvenOptimal {
        text += "No order of work does better."
      } else if let bound = schedule.lowerBound {
        text +=
          "Another order of work may do better, by \(ImpactWords.time(objective - bound)) at most."
      }
    }
    if context.register.resources.isEmpty {
      text +=
        " The register names no crews, sites or tools, so that nothing waits for one: real recovery may take longer."
    }
    return text
  }

  // MARK: The chart

  /// The critical path, the activities that are late with what they wait for, then other activities.
  private var rows: [Int] {
    var chosen: [Int] = []
    var isChosen = Set<Int>()
    func choose(_ node: Int) {
      guard chosen.count < Self.most, case .recovered = schedule.outcomes[node],
        isChosen.insert(node).inserted
      else { return }
      chosen.append(node)
    }
    for node in schedule.criticalNodes.suffix(Self.most) { choose(node) }
    let worst = impact.worstFirst
    for activity in worst where [.intolerable, .late].contains(activity.verdict) {
      choose(activity.node)
      for step in schedule.chain(of: activity.node) { choose(step.node) }
    }
    for activity in worst { choose(activity.node) }
    return chosen.sorted { left, right in
      let (first, second) = (recovery(left), recovery(right))
      return (first?.start ?? 0, first?.finish ?? 0, left)
        < (second?.start ?? 0, second?.finish ?? 0, right)
    }
  }

  private func recovery(_ node: Int) -> RecoverySchedule.Recovery? {
    guard case .recovered(let recovery) = schedule.outcomes[node] else { return nil }
    return recovery
  }

  private var chart: [Block] {
    let rows = rows
    guard !rows.isEmpty else {
      return [.text("Nobody can say of anything when it is back, so there is no schedule to show.")]
    }
    let waits = schedule.waits
    let last = rows.compactMap { recovery($0)?.ready }.max() ?? 0
    let axis = ElapsedAxis(upTo: last)
    let critical = schedule.criticalNodes.map(impact.identifier)
    return [
      .figure(
        Figure(
          .schedule(
            ScheduleChart(
              ticks: axis.ticks, rows: rows.compactMap { row($0, waits[$0], axis, last) })),
          title: "Recovery, if everything failed at once",
          summary:
            "\(Plural.count(rows.count, "piece of work", "pieces of work").capitalisedFirst), in the order in which "
            + "they start: the critical path, what is late with what it waits for, and other activities. "
            + (critical.isEmpty
              ? "Nothing is critical."
              : "Critical: \(SummarySection.shortened(Array(critical.prefix(12)), of: critical.count))."),
          alternative: table(rows)))
    ]
  }

  private func row(_ node: Int, _ wait: Int64, _ axis: ElapsedAxis, _ last: Int64)
    -> ScheduleChart.Row?
  {
    guard let recovery = recovery(node) else { return nil }
    let required = impact.graph.requirements.requirements[node]
    let late = required.isAsked ? recovery.ready - required.seconds : 0
    let note =
      DateText.brief(recovery.ready) + (late > 0 ? ", \(DateText.brief(late)) too late" : "")
    let tolerable =
      node < impact.activities.count ? impact.activities[node].period.seconds : nil
    // What lies beyond the axis is not drawn at its end.
    let within = { (seconds: Int64?) in
      seconds.flatMap { (0...last).contains($0) ? axis.place(of: $0) : nil }
    }
    return ScheduleChart.Row(
      "\(impact.identifier(node)) \(impact.name(node))", crews: crews(node),
      waitsFrom: wait > 0 ? axis.place(of: recovery.start - wait) : nil,
      start: axis.place(of: recovery.start), finish: axis.place(of: recovery.finish),
      ready: axis.place(of: recovery.ready), isCritical: recovery.isCritical,
      objective: within(required.seconds), tolerable: within(tolerable), note: note,
      isLate: late > 0)
  }

  private func crews(_ node: Int) -> String {
    (impact.asset(node)?.restore?.occupies ?? []).map { occupation in
      let name =
        context.register.resources.first { $0.id == occupation.ref }?.name.text
        ?? occupation.ref.text
      return occupation.amount.value == 1 ? name : "\(name) × \(occupation.amount.value)"
    }.joined(separator: ", ")
  }

  private func table(_ rows: [Int]) -> Table {
    Table(
      caption: "Recovery, if everything failed at once",
      columns: [
        .init("What", isRowHeader: true), .init("Work starts", .trailing),
        .init("Work is done", .trailing), .init("Is back", .trailing),
        .init("Must be back", .trailing), .init("Occupies"), .init("Critical"),
      ],
      rows: rows.compactMap { node in
        guard let recovery = recovery(node) else { return nil }
        let required = impact.graph.requirements.requirements[node]
        let crews = crews(node)
        return [
          [context.link(toNode: node), " ", .said(impact.name(node))],
          [.text(DateText.brief(recovery.start))], [.text(DateText.brief(recovery.finish))],
          [.text(DateText.brief(recovery.ready))],
          [.text(required.isAsked ? ImpactWords.time(required.seconds) : "nothing asks for it")],
          crews.isEmpty ? ["–"] : [.said(crews)], [.text(recovery.isCritical ? "yes" : "no")],
        ]
      })
  }

  /// The activities of which nobody can say when they are back.
  private var obstacles: [Block] {
    let open = impact.worstFirst.filter { !$0.back.isKnown || $0.back.isNever }
    guard !open.isEmpty else { return [] }
    return [
      .heading(Heading(["Not in the schedule"])),
      .list(
        ItemList(
          open.map { activity in
            let reason = words.obstacle(activity.node).map { ": \($0)" } ?? ""
            return [
              context.link(toNode: activity.node), " ", .said(impact.name(activity.node)),
              .said(
                activity.back.isNever
                  ? " never comes back\(reason)." : " comes back nobody knows when\(reason)."),
            ]
          })),
    ]
  }

  // MARK: What would help

  private var gains: [Block] {
    let gains = words.gains.prefix(8)
    guard !gains.isEmpty else { return [] }
    return [
      .heading(Heading(["What would help most"])),
      .list(
        ItemList(
          gains.map { gain in
            [
              .said(gain.change.capitalisedFirst, .strong),
              .said(": \(gain.effect)."),
            ]
          }, isOrdered: true)),
    ]
  }
}
