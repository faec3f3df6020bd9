import RegisterAnalysis
import RegisterModel

/// What exercises found, with the action that mends each and how far it has come: first what nobody mends, then
/// what is late, then by day, what is done last.
struct ExerciseFindingsTable {
  private struct Found {
    let exercise: Exercise
    let finding: ExerciseFinding
    let action: Action?
  }

  private let context: ReportContext
  private let found: [Found]

  /// - Parameter held: The exercises that were held, the last first.
  init(_ context: ReportContext, _ held: [Int]) {
    self.context = context
    let register = context.register
    let actions = Dictionary(
      register.actions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    found = held.map { register.exercises[$0] }.flatMap { exercise in
      exercise.findings.map {
        Found(exercise: exercise, finding: $0, action: $0.action.flatMap { actions[$0] })
      }
    }
  }

  var block: Block? {
    guard !found.isEmpty else { return nil }
    let order = found.stableSorted { found -> Int in
      guard let action = found.action else { return -1 }
      return action.isUnderWay ? Int(action.due?.dayNumber ?? -1) : Int.max
    }
    let open = found.count { $0.action?.isUnderWay ?? true }
    let rows = order.map { found -> Table.Row in
      .cells([
        [.said(found.finding.text?.line ?? "–")], [.text(found.exercise.id.text)],
        found.action.map { [.text("\($0.id) "), .said($0.name.text)] } ?? ["nothing is done"],
        [found.action.map { context.party($0.owner) } ?? "–"], due(found.action),
        state(found.action),
      ])
    }
    return .table(
      Table(
        caption: [
          .text(
            "What exercises found: \(Plural.count(found.count, "finding")), \(open == 0 ? "all mended" : "\(open) not mended yet")"
          )
        ],
        columns: [
          .init("Finding", isRowHeader: true), .init("Exercise"), .init("Action"), .init("Owner"),
          .init("Due, or done"), .init("State"),
        ], rows: Series(rows)))
  }

  private func due(_ action: Action?) -> [Inline] {
    guard let action else { return ["–"] }
    if let done = action.done { return [.text(DateText.day(done))] }
    return [.text(action.due.map { DateText.day($0) } ?? "no day set")]
  }

  private func state(_ action: Action?) -> [Inline] {
    guard let action else { return [.badge("no action", .bad)] }
    if action.isUnderWay, let due = action.due, due < context.today {
      return [.badge("overdue", .bad)]
    }
    let tone: Tone =
      switch action.status {
      case .open, .inProgress: .caution
      case .done: .good
      case .cancelled: .unknown
      }
    return [.badge(ExerciseWords.text(action.status), tone)]
  }
}

extension Action {
  fileprivate var isUnderWay: Bool { status == .open || status == .inProgress }
}
