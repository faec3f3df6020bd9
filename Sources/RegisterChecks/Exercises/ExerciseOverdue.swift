public import RegisterAnalysis
public import RegisterModel

/// Every protocol for something prioritised was exercised within the last 12 months.
///
/// A protocol is for something prioritised if it covers a prioritised activity, something that one needs, or a
/// risk that hits either. An exercise counts from the day on which it was held; one that is only planned
/// doesn't. A real activation is no exercise: it shows what that day asked for, not what was to be tried.
///
/// What nobody has tried doesn't work at night. Exercise it, even if only around a table, and record the day,
/// the times and what was found.
public struct ExerciseOverdue: RegisterCheck {
  public static let rule = Rule(
    "EXR-001", .error, "Protocol not exercised within 12 months",
    [.iso22301("8.5"), .dora("11(6)(a)")], .wrong)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    ExerciseProgramme(register).entries.compactMap { entry in
      guard entry.isForPrioritised, entry.state == .never || entry.state == .overdue else {
        return nil
      }
      return Self.overdue(entry, register)
    }
  }

  private static func overdue(_ entry: ExerciseProgramme.Entry, _ register: CompiledRegister)
    -> Finding
  {
    let subject = register.register.protocols[entry.place]
    let planned = entry.planned.first.map { register.register.exercises[$0] }
    let when =
      entry.held.first.map { register.register.exercises[$0] }.flatMap { exercise in
        exercise.on.map { "was last exercised on \($0.text), in \(exercise.id)" }
      } ?? "was never exercised"
    let next = planned.flatMap { exercise in
      exercise.nextDay.map { "; \(exercise.id) is planned for \($0.text)" }
    }
    return rule.finding(
      subject.id.text, nil, "the protocol '\(subject.name)' \(when)\(next ?? "")",
      hint: planned.map { "hold \($0.id), and set on=\"…\" and what was measured and found" }
        ?? "plan one: <exercise id=\"…\" planned=\"…\"><protocol ref=\"\(subject.id)\"/></exercise>",
      nature: entry.held.isEmpty ? .missing : .wrong)
  }
}
