import RegisterAnalysis
import RegisterModel
import ResponsePlanning

/// Whether protocols have the activities that they are for back in time, as planned and as exercises measured.
struct TimeChecksSection {
  let context: ReportContext
  /// Enough for two digits, and soon done.
  private static let trials = 2000

  init(_ context: ReportContext) { self.context = context }

  var blocks: [Block] {
    let responses = context.compiled.response.protocols.filter { !$0.planned.isEmpty }
    return [
      .text(
        "From the event to the activity at its minimum: to detect, assess, decide and notify, and the longest chain of "
          + "tasks. Where no time to notify is planned, everybody is called in the worst case. In time means by the recovery "
          + "time objective (RTO), with a tenth of it to spare and a probability of at least 0.9. The protocol must be "
          + "declared by the latest declaration, counted from the event; the decision window is what is left of that once "
          + "somebody knows."),
      .table(
        Table(
          caption: [
            .text(
              "Time checks. Path: the probability by the critical path, optimistic where tasks run side by side. Simulated: "
                + "of \(Self.trials) trials, seed \(TaskSimulation.standardSeed).")
          ],
          columns: [
            .init("Activity", isRowHeader: true), .init("Times"), .init("Back after", .trailing),
            .init("RTO", .trailing), .init("MTPD", .trailing), .init("Path", .trailing),
            .init("Simulated", .trailing), .init("Latest declaration", .trailing),
            .init("Decision window", .trailing), .init("Verdict"),
          ], rows: Series(responses.flatMap(rows)))),
    ]
  }

  private func rows(_ response: ProtocolResponse) -> [Table.Row] {
    let plan = context.register.protocols[response.place]
    var simulations: [[Int]: TaskSimulation] = [:]
    let measured = Dictionary(
      response.measured.map { ($0.activity, $0) }, uniquingKeysWith: { first, _ in first })
    return [.group([.text(plan.id.text + " "), .said(plan.name.text)])]
      + response.planned.flatMap { planned -> [Table.Row] in
        [
          row(planned, nil, &simulations),
          measured[planned.activity].map { timed in
            var none: [[Int]: TaskSimulation] = [:]
            return row(timed, response.exercise?.text ?? "", &none)
          },
        ].compactMap(\.self)
      }
  }

  private func row(
    _ timed: ActivityTimeCheck, _ times: String?, _ simulations: inout [[Int]: TaskSimulation]
  ) -> Table.Row {
    let check = timed.check
    var simulated: Double?
    if check.probability != nil, let schedule = check.schedule, let left = check.timeForTasks {
      let simulation =
        simulations[timed.restoring]
        ?? TaskSimulation(schedule, trials: min(Self.trials, check.trials))
      simulations[timed.restoring] = simulation
      simulated = simulation?.probability(within: left).share
    }
    let name = times == nil ? context.compiled.impact.name(timed.activity) : ""
    return .cells([
      [context.link(toNode: timed.activity), .text(" "), .said(name)], [.text(times ?? "planned")],
      [
        .text(
          check.total.map { ResponseWords.time($0) }
            ?? "over \(ResponseWords.time(check.notBefore))")
      ],
      [.text(time(check.objective))], [.text(time(check.tolerable))],
      [.text(check.probability.map(ResponseWords.share) ?? "–")],
      [.text(simulated.map(ResponseWords.share) ?? "–")],
      [.text(check.latestDeclare.map { ResponseWords.time($0) } ?? "–")],
      [.text(check.decisionWindow.map { ResponseWords.time($0) } ?? "–")],
      [.badge(ResponseWords.verdict(check.verdict), tone(check.verdict))],
    ])
  }

  private func time(_ time: ElapsedTime?) -> String {
    time.map { DateText.brief($0.seconds) } ?? "–"
  }

  private func tone(_ verdict: TimeCheck.Verdict) -> Tone {
    switch verdict {
    case .fail, .shortfall: .bad
    case .tight: .caution
    case .ok: .good
    case .unknown: .unknown
    }
  }
}
