public import RegisterAnalysis
public import RegisterModel
import ResponsePlanning

/// A root cause that came back three times within 90 days has a problem record.
///
/// Causes that differ only in case, blanks, hyphens or underscores are the same. One of the incidents must name a
/// problem; a problem that was resolved before the last of them is none.
///
/// Each incident for itself was mended; together they say that nobody has mended the cause. A problem record has
/// an owner and stays open until it is gone.
public struct RecurringCauseWithoutProblem: RegisterCheck {
  public static let rule = Rule(
    "INC-004", .warning, "Recurring root cause without problem record", [.iso22301("10.1")],
    .missing)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    let problems = Dictionary(
      register.register.problems.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let incidents = register.register.incidents
    return RecurringCause.all(in: incidents).compactMap { recurring in
      guard let latest = recurring.incidents.last else { return nil }
      let began = incidents[latest].began?.localDate
      let named = recurring.problems.compactMap { problems[$0] }
      let holds = named.contains { problem in
        problem.status != .resolved
          || (problem.resolved.flatMap { day in began.map { $0 <= day } } ?? true)
      }
      return holds ? nil : Self.noProblem(recurring, latest, named.last, register.register)
    }
  }

  private static func noProblem(
    _ recurring: RecurringCause, _ latest: Int, _ resolved: Problem?, _ register: Register
  ) -> Finding {
    let shown = recurring.incidents.prefix(6).map { register.incidents[$0].id.text }
    let more = recurring.incidents.count - shown.count
    let list = Wording.list(shown + (more > 0 ? ["\(more) more"] : []))
    let why =
      resolved.map { problem in
        "its problem \(problem.id) '\(problem.name)' was resolved"
          + (problem.resolved.map { " on \($0.text)" } ?? "") + " before the last of them"
      } ?? "no problem record is named"
    return rule.finding(
      register.incidents[latest].id.text, "problem",
      "the root cause '\(recurring.cause)' came back \(recurring.most) times within 90 days (\(list)), and \(why)",
      hint: resolved.map { "open \($0.id) again, or write a new problem with an owner" }
        ?? "add <problem id=\"…\" name=\"…\" owner=\"…\"/>, and name it: problem=\"…\"")
  }
}
