public import RegisterAnalysis
public import RegisterModel

/// Everything that an exercise brought to light has an action with an owner and a due date, and is done in time.
///
/// A finding without an action is found, an action without owner or due date, and one whose due date has passed
/// while it is open or in progress. An action that was cancelled is a decision, and is left alone.
///
/// Finding something and doing nothing is worse than not looking: from then on it was known.
public struct ExerciseFindingOpen: RegisterCheck {
  public static let rule = Rule(
    "EXR-003", .error, "Finding of an exercise that nobody mends",
    [.iso22301("8.5"), .iso22301("10.1"), .csf("ID.IM-02")], .wrong)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    let actions = Dictionary(
      register.register.actions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return register.register.exercises.flatMap { exercise in
      exercise.findings.compactMap { found -> Finding? in
        guard let id = found.action, let action = actions[id] else {
          return Self.noAction(exercise, found)
        }
        return Self.flaw(of: action, exercise, register.today)
      }
    }
  }

  private static func flaw(of action: Action, _ exercise: Exercise, _ today: CalendarDate)
    -> Finding?
  {
    guard action.status == .open || action.status == .inProgress else { return nil }
    if action.owner == nil { return lacks("owner", "no owner", action, exercise) }
    guard let due = action.due else { return lacks("due", "no due date", action, exercise) }
    return due < today ? overdue(action, due, exercise, today) : nil
  }

  private static func noAction(_ exercise: Exercise, _ found: ExerciseFinding) -> Finding {
    let text = found.text.map { ": “\($0.line.shortened(to: 60))”" } ?? ""
    return rule.finding(
      exercise.id.text, "finding",
      "nobody does anything about a finding of '\(exercise.name)'\(text)",
      hint: "add an action with owner and due date, and name it: <finding action=\"…\">",
      nature: .missing)
  }

  private static func lacks(
    _ field: String, _ what: String, _ action: Action, _ exercise: Exercise
  ) -> Finding {
    rule.finding(
      action.id.text, field,
      "the action '\(action.name)', from the exercise \(exercise.id), has \(what)",
      hint: "set \(field)=\"…\"", nature: .missing)
  }

  private static func overdue(
    _ action: Action, _ due: CalendarDate, _ exercise: Exercise, _ today: CalendarDate
  ) -> Finding {
    rule.finding(
      action.id.text, "due",
      "the action '\(action.name)', from the exercise \(exercise.id), was due on \(due.text), "
        + "\(Wording.days(from: due, to: today)) ago",
      hint:
        "once done: status=\"done\" done=\"…\"; otherwise agree on a new due date, with a reason")
  }
}

extension String {
  /// As much of the text as fits, with an ellipsis where some is left out.
  fileprivate func shortened(to most: Int) -> String {
    count <= most ? self : prefix(most - 1) + "…"
  }
}
