import RegisterModel
import ResponsePlanning

/// What follows for an exercise.
extension Explainer {
  func exerciseSteps(_ place: Int) -> [ExplanationStep] {
    let exercise = register.exercises[place]
    let words = ExerciseWords(register)
    let times = ExerciseComparison.all(of: exercise, in: compiled)
    let measured = ExplanationStep(
      "measured", "Measured", Plural.count(times.count, "time"),
      times.isEmpty ? "nothing was measured" : "beside what is planned",
      parts: times.enumerated().map { index, time in
        ExplanationStep(
          "measured[\(index + 1)]", words.subject(time.subject).capitalisedFirst,
          DateText.brief(time.measured), ExerciseWords.comparison(time),
          formula: "measured − planned")
      })
    return [counts(exercise), measured, answers(exercise)].compactMap(\.self)
      + [foundStep(exercise)].filter { _ in exercise.isHeld(by: today) }
  }

  /// Which protocols it keeps exercised, and until when.
  private func counts(_ exercise: Exercise) -> ExplanationStep {
    let entries = ExerciseProgramme(compiled).entries
    return ExplanationStep(
      "protocols", "Counts for", Plural.count(exercise.exercised.count, "protocol"),
      exercise.isHeld(by: today)
        ? "for twelve months from \(exercise.on.map { DateText.day($0) } ?? "")"
        : "once it was held",
      parts: exercise.exercised.compactMap { reference in
        guard let place = compiled.protocols[reference.ref] else { return nil }
        let entry = entries[place]
        return ExplanationStep(
          "protocols[\(reference.ref)]",
          "\(reference.ref) '\(register.protocols[place].name)'", ExerciseWords.text(entry.state),
          entry.due.map { "due again by \(DateText.day($0))" } ?? "no exercise was held")
      })
  }

  private func answers(_ exercise: Exercise) -> ExplanationStep? {
    guard !exercise.reached.isEmpty else { return nil }
    let metrics = CallMetrics(exercise.reached)
    return ExplanationStep(
      "reached", "Answered", "\(metrics.answered) of \(metrics.called)", CallWords.text(metrics),
      formula: "median, and nearest rank of 95 in 100")
  }

  private func foundStep(_ exercise: Exercise) -> ExplanationStep {
    let actions = Dictionary(
      register.actions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let mended = exercise.findings.count { found in
      found.action.flatMap { actions[$0] }.map { $0.status == .done } ?? false
    }
    return ExplanationStep(
      "findings", "Found", Plural.count(exercise.findings.count, "thing"),
      exercise.findings.isEmpty ? "the scenario may have been too easy" : "\(mended) mended",
      parts: exercise.findings.enumerated().map { index, found in
        let action = found.action.flatMap { actions[$0] }
        return ExplanationStep(
          "findings[\(index + 1)]", found.text?.line ?? "Something",
          action.map { "\($0.id), \(ExerciseWords.text($0.status))" } ?? "no action",
          action.flatMap { action in action.due.map { "due \(DateText.day($0))" } } ?? "")
      })
  }
}

extension String {
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
