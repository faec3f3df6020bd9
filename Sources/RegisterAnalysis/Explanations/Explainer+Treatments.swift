import RegisterModel
import RiskScoring

/// What is derived for controls and treatments.
extension Explainer {
  func steps(of control: Control) -> [ExplanationStep] {
    var inputs: [ExplanationInput] = []
    let id = control.id.text
    if let effectiveness = control.effectiveness {
      inputs.append(
        .init("effectiveness", Self.number(effectiveness.value), id, "effectiveness"))
    }
    if let reliability = control.reliability {
      inputs.append(.init("reliability", Self.number(reliability.value), id, "reliability"))
    }
    let lowering = control.effectiveness.flatMap { effectiveness in
      control.reliability.map { effectiveness.value * $0.value }
    }
    let effect = control.effect?.rawValue
    let step = ExplanationStep(
      "lowering", "Lowers \(effect.map { "the \($0)" } ?? "something that isn't stated") by",
      effect == nil ? nil : lowering.map(ShareText.percent),
      effect == nil
        ? "it says neither what it lowers nor, by its kind, can that be told"
        : lowering == nil
          ? "its effectiveness or its reliability is not stated, so it counts for nothing"
          : "effectiveness × reliability, unless a risk states another effectiveness",
      formula: "effectiveness × reliability", inputs: inputs)
    let users = compiled.register.risks.indices.filter { place in
      register.risks[place].controls.contains { $0.ref == control.id }
    }
    return [step] + users.map { part(of: control, for: $0) }
  }

  private func part(of control: Control, for place: Int) -> ExplanationStep {
    let risk = register.risks[place]
    let effects = compiled.controlEffects(ofRisk: place, at: .current)
    let steps = effects.frequency.steps + effects.severity.steps + effects.duration.steps
    let (value, reason): (String?, String) =
      if let step = steps.first(where: { $0.best.control == control.id }) {
        (
          "leaves \(ShareText.percent(step.factor))",
          "of the \(control.effect?.rawValue ?? "") together with the other controls "
            + "\(ShareText.percent(factor(effects, control)))"
        )
      } else if let step = steps.first(where: {
        $0.others.contains { $0.control == control.id }
      }) {
        (
          "nothing more",
          "it shares '\(step.sharedCause?.text ?? "")' with \(step.best.control), which is better"
        )
      } else {
        (
          nil,
          effects.silent.first { $0.control == control.id }.map {
            Plural.list($0.reasons.map(\.words))
          } ?? "it counts for nothing"
        )
      }
    return ExplanationStep(
      "risk[\(risk.id)]", "Against \(risk.id) '\(risk.title)'", value, reason)
  }

  private func factor(_ effects: ControlEffects, _ control: Control) -> Double {
    switch control.effect {
    case .frequency: effects.frequency.factor
    case .severity: effects.severity.factor
    case .duration: effects.duration.factor
    case nil: 1
    }
  }

  // MARK: Treatments

  func steps(of treatment: Treatment) -> [ExplanationStep] {
    let id = treatment.id.text
    let isOpen = treatment.status != .done && treatment.status != .cancelled
    var steps: [ExplanationStep] = []
    if let due = treatment.due {
      steps.append(
        ExplanationStep(
          "due", "Due", "\(DateText.day(due)), \(DateText.distance(due, from: today))",
          isOpen && today > due
            ? "overdue: it is \(ModelWords.text(treatment.status))"
            : "it is \(ModelWords.text(treatment.status))",
          inputs: [ExplanationInput("due", DateText.day(due), id, "due")]))
    } else {
      steps.append(ExplanationStep("due", "Due", nil, "it has no due date"))
    }
    return steps + treatment.treats.compactMap { treatedStep($0, treatment) }
  }

  /// What a risk is rated today, and what it would be rated by the levels that the treatment expects.
  private func treatedStep(_ treated: TreatedRisk, _ treatment: Treatment) -> ExplanationStep? {
    guard let place = compiled.risks[treated.ref] else { return nil }
    let risk = register.risks[place]
    var expected = risk
    guard var score = risk.scores.first(where: { $0.stage == .current }) else {
      return ExplanationStep(
        "risk[\(risk.id)]", "Brings \(risk.id) '\(risk.title)' to", nil,
        "the risk is not judged today")
    }
    score.likelihood = treated.likelihood ?? score.likelihood
    for impact in treated.impacts {
      score.impacts.removeAll { $0.category == impact.category }
      score.impacts.append(impact)
    }
    expected.scores = [score]
    let then = rules.score(of: expected, at: .current)
    let path = "treats[\(treated.ref)]"
    let inputs =
      [
        treated.likelihood.map {
          ExplanationInput("likelihood", likelihood($0), treatment.id.text, path + "/likelihood")
        }
      ].compactMap(\.self)
      + treated.impacts.map { impact in
        ExplanationInput(
          rules.index(of: impact.category).map { words.name(of: $0) } ?? impact.category.text,
          rules.index(of: impact.category).map { self.impact(impact.level, $0) }
            ?? "level \(impact.level.rank)", treatment.id.text,
          path + "/impact[\(impact.category)]/level")
      }
    let now = compiled.current.scores[place].rating.map(rating) ?? "not rated"
    return ExplanationStep(
      "risk[\(risk.id)]", "Brings \(risk.id) '\(risk.title)' to",
      inputs.isEmpty ? nil : then.rating.map(rating),
      inputs.isEmpty
        ? "it states no level that the risk is to come to; today it is \(now)"
        : "\(words.levels(of: then)); today it is \(now)",
      formula: "today's levels with those that the treatment expects, in the matrix", inputs: inputs
    )
  }
}
