public import RegisterAnalysis
public import RegisterModel

/// An exercise that was held brought something to light.
///
/// Only noted: that all went well is possible. More often the scenario was too easy, or nobody wrote down what
/// went wrong because it was put right at once.
public struct ExerciseWithoutFindings: RegisterCheck {
  public static let rule = Rule(
    "EXR-005", .info, "Exercise without findings", [.iso22301("8.5")], .wrong)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    register.register.exercises.compactMap { exercise in
      guard exercise.isHeld(by: register.today), exercise.findings.isEmpty, let on = exercise.on
      else { return nil }
      return Self.noFindings(exercise, on)
    }
  }

  private static func noFindings(_ exercise: Exercise, _ on: CalendarDate) -> Finding {
    rule.finding(
      exercise.id.text, "finding",
      "the exercise '\(exercise.name)' of \(on.text) found nothing: the scenario may have been too easy",
      hint: "ask those who took part what they would do otherwise, and add <finding action=\"…\">")
  }
}
