public import RegisterAnalysis
public import RegisterModel

/// An exercise that was held measured something: how long a step, a task or a restoration took, or who answered
/// how soon.
///
/// One that is still planned is not asked.
///
/// Without times nobody learns whether it was fast enough, and promises stay promises. Somebody with a watch and
/// a list will do, also around a table: how long until there was a decision?
public struct ExerciseWithoutTimes: RegisterCheck {
  public static let rule = Rule(
    "EXR-004", .warning, "Exercise without measured times",
    [.iso22301("8.5"), .iso22301("9.1")], .missing)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    register.register.exercises.compactMap { exercise in
      guard exercise.isHeld(by: register.today), exercise.measured.isEmpty,
        exercise.reached.isEmpty, let on = exercise.on
      else { return nil }
      return Self.noTimes(exercise, on)
    }
  }

  private static func noTimes(_ exercise: Exercise, _ on: CalendarDate) -> Finding {
    rule.finding(
      exercise.id.text, "measured",
      "the exercise '\(exercise.name)' of \(on.text) recorded no times",
      hint:
        "add what was measured: <measured step=\"authorise\" time=\"PT…\"/>, task=\"…\" or restored=\"…\"; else "
        + "appoint somebody with a watch next time")
  }
}
