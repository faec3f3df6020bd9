public import RegisterAnalysis
public import RegisterModel

/// No protocol was changed in substance after it was last exercised.
///
/// A protocol changed in substance on the day that it states as `effective`. Changed on the day of the exercise
/// it counts as exercised. One that was never exercised is a matter of EXR-001.
///
/// People do what they did last time. Walk those who have a part through what changed, and record that as an
/// exercise.
public struct ProtocolChangedSinceExercise: RegisterCheck {
  public static let rule = Rule(
    "EXR-002", .error, "Protocol changed since it was last exercised",
    [.dora("11(6)"), .iso22301("8.5")], .wrong)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    ExerciseProgramme(register).entries.compactMap { entry in
      let subject = register.register.protocols[entry.place]
      guard let last = entry.last, let changed = subject.effective, last < changed,
        changed <= register.today, let exercise = entry.held.first
      else { return nil }
      return Self.changed(subject, changed, register.register.exercises[exercise], last)
    }
  }

  private static func changed(
    _ subject: ResponseProtocol, _ changed: CalendarDate, _ exercise: Exercise,
    _ last: CalendarDate
  ) -> Finding {
    let version = subject.version.map { ", version \($0)," } ?? ""
    return rule.finding(
      subject.id.text, "effective",
      "the protocol '\(subject.name)'\(version) changed on \(changed.text), after it was last exercised on "
        + "\(last.text), in \(exercise.id)",
      hint: "exercise what changed, if only with those whose part it is, and record it")
  }
}
