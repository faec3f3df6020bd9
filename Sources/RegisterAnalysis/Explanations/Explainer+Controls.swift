import RegisterModel
import RiskScoring

/// What the controls of a risk do, and what they explain.
extension Explainer {
  /// nil where there are none or, at the target, none besides those of today.
  func controlStep(_ place: Int, _ stage: Stage) -> ExplanationStep? {
    let risk = register.risks[place]
    let effects = compiled.controlEffects(ofRisk: place, at: stage)
    if stage == .target, effects == compiled.controlEffects(ofRisk: place, at: .current) {
      return nil
    }
    let parts = [
      effectPart(effects.frequency, "frequency", risk),
      effectPart(effects.severity, "severity", risk),
      effectPart(effects.duration, "duration", risk),
    ].compactMap(\.self)
    guard !parts.isEmpty || !effects.silent.isEmpty else { return nil }
    let leaves = [
      ("frequency", effects.frequency), ("severity", effects.severity),
      ("duration", effects.duration),
    ].filter { !$0.1.steps.isEmpty }.map { "\(ShareText.percent($0.1.factor)) of the \($0.0)" }
    return ExplanationStep(
      "controls[\(stage.rawValue)]", "Controls, \(stage.rawValue), leave",
      leaves.isEmpty ? nil : Plural.list(leaves),
      leaves.isEmpty
        ? "none of its controls has an effectiveness, a reliability and something that it lowers"
        : stage == .current
          ? "those that the risk lists and those of treatments that are done"
          : "those of today and those of treatments under way, as if they were done",
      formula:
        "the product of 1 − effectiveness × reliability; of controls that share a cause the best alone",
      inputs: controlInputs(effects, risk),
      parts: parts + silentPart(effects) + boundParts(effects, risk, stage))
  }

  private func effectPart(_ effect: ControlEffect, _ what: String, _ risk: Risk)
    -> ExplanationStep?
  {
    guard !effect.steps.isEmpty else { return nil }
    let steps = effect.steps.map { step in
      let name = controlName(step.best.control)
      let others = step.others.map(\.control.text)
      let cause =
        step.sharedCause.map { cause in
          others.isEmpty
            ? ""
            : "; \(Plural.list(others)) \(others.count == 1 ? "shares" : "share") '\(cause)' with it and "
              + "\(others.count == 1 ? "counts" : "count") for nothing more"
        } ?? ""
      return "\(name) leaves \(ShareText.percent(step.factor))\(cause)"
    }
    return ExplanationStep(
      what, "Of the \(what) they leave", ShareText.percent(effect.factor),
      steps.joined(separator: "; "))
  }

  private func controlName(_ id: Identifier<Control>) -> String {
    compiled.controls[id].map { "\(id) '\(register.controls[$0].name)'" } ?? id.text
  }

  /// The figures of the controls that count, as their records or the risk have them.
  private func controlInputs(_ effects: ControlEffects, _ risk: Risk) -> [ExplanationInput] {
    let steps = effects.frequency.steps + effects.severity.steps + effects.duration.steps
    return steps.flatMap { [$0.best] + $0.others }.flatMap { claim -> [ExplanationInput] in
      let isOwn = risk.controls.contains {
        $0.ref == claim.control && $0.effectiveness != nil
      }
      return [
        ExplanationInput(
          "\(claim.control) effectiveness", Self.number(claim.effectiveness.value),
          isOwn ? risk.id.text : claim.control.text,
          isOwn ? "control[\(claim.control)]/effectiveness" : "effectiveness"),
        ExplanationInput(
          "\(claim.control) reliability", Self.number(claim.reliability.value),
          claim.control.text, "reliability"),
      ]
    }
  }

  private func silentPart(_ effects: ControlEffects) -> [ExplanationStep] {
    effects.silent.isEmpty
      ? []
      : [
        ExplanationStep(
          "silent", "Controls that count for nothing", "\(effects.silent.count)",
          effects.silent.map { silent in
            "\(controlName(silent.control)): \(Plural.list(silent.reasons.map(\.words)))"
          }.joined(separator: "; "))
      ]
  }

  // MARK: Bounds

  /// The lowest levels that the controls explain, beside what was judged.
  private func boundParts(_ effects: ControlEffects, _ risk: Risk, _ stage: Stage)
    -> [ExplanationStep]
  {
    let bounds = rules.bounds(of: risk, given: effects)
    let judged = risk.scores.first { $0.stage == stage }
    var parts: [ExplanationStep] = []
    if let bound = bounds.likelihood, let left = bounds.frequency {
      parts.append(
        ExplanationStep(
          "explained[likelihood]", "Likelihood explained down to", likelihood(bound),
          "of the inherent frequency \(Self.number(left.low)) – \(Self.number(left.high)) "
            + "a year are left; "
            + verdict(judged?.likelihood, bound, judged?.likelihood.map { likelihood($0) })))
    }
    for impactBound in bounds.impacts {
      guard let bound = impactBound.impact else { continue }
      let token = rules[impactBound.category].definition.category
      let level = judged?.impacts.first { $0.category == token }?.level
      parts.append(
        ExplanationStep(
          "explained[\(token)]", "\(words.name(of: impactBound.category)) explained down to",
          impact(bound, impactBound.category),
          verdict(level, bound, level.map { impact($0, impactBound.category) })))
    }
    return parts
  }

  private func verdict<Scale>(_ judged: Level<Scale>?, _ bound: Level<Scale>, _ name: String?)
    -> String
  {
    guard let judged, let name else { return "not judged" }
    return judged < bound ? "judged \(name), lower than that [RSK-012]" : "judged \(name)"
  }
}

extension SilentControl.Reason {
  var words: String {
    switch self {
    case .noEffectiveness: "no effectiveness stated"
    case .noReliability: "no reliability stated"
    case .noEffect: "nobody has said what it lowers"
    case .correctsFrequency: "what corrects can't lower the frequency"
    }
  }
}
