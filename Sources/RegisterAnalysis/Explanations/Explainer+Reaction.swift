import RegisterModel
import RiskScoring

/// Whether there is time to react to a risk, and what an estimate comes to.
extension Explainer {
  func reactionStep(_ place: Int) -> ExplanationStep {
    let times = compiled.reactionTimes(ofRisk: place)
    let lacks = [
      times.lead == nil ? "the warning before the event" : nil,
      times.stopped == nil ? "an activity that the event stops, with an MTPD" : nil,
      times.response == nil ? "a protocol for it" : nil,
    ].compactMap(\.self)
    let unknown = times.response?.unknownSteps ?? []
    let value = times.greatestMargin.map { margin in
      (unknown.isEmpty ? "" : "at most ") + signed(margin.seconds)
    }
    let reason =
      !lacks.isEmpty
      ? "not known: \(Plural.list(lacks))"
      : unknown.isEmpty
        ? "warning and MTPD, less the time of the reaction"
        : "warning and MTPD, less what is known of the reaction; \(Plural.list(unknown)) not known"
    return ExplanationStep(
      "reactionMargin", "Reaction margin", value, reason,
      formula: "warning + MTPD − (detect + assess + authorise + notify + recover)",
      inputs: reactionInputs(times, register.risks[place]))
  }

  private func reactionInputs(_ times: ReactionTimes, _ risk: Risk) -> [ExplanationInput] {
    let lead = times.lead.map {
      ExplanationInput(
        "warning", DateText.elapsed($0.time), $0.hazard?.text ?? risk.id.text, "onsetLead")
    }
    let stopped = times.stopped.map { stopped in
      let through = stopped.through.map(\.text)
      return ExplanationInput(
        "MTPD of \(stopped.activity) '\(name(of: stopped.activity.text))'"
          + (through.isEmpty ? "" : " (stopped through \(Plural.list(through)))"),
        DateText.elapsed(stopped.tolerablePeriod), stopped.activity.text, "targets/mtpd")
    }
    let steps = times.response.map { response in
      response.steps.compactMap { step in
        step.time.map {
          step.name == "recover" && response.isRecoveryReal
            ? ExplanationInput(
              "recover, by evidence", DateText.elapsed($0), times.stopped?.activity.text, "needs[]")
            : ExplanationInput(
              step.name, DateText.elapsed($0), response.protocolID.text,
              step.name == "recover" ? "task[]" : "planned/\(step.name)")
        }
      }
    }
    return [lead, stopped].compactMap(\.self) + (steps ?? [])
  }

  private func signed(_ seconds: Int64) -> String {
    guard let time = ElapsedTime(seconds: abs(seconds)) else { return "\(seconds) s" }
    return seconds < 0 ? "−\(DateText.elapsed(time)), too late" : DateText.elapsed(time)
  }

  // MARK: Estimate

  func estimateStep(_ estimate: Estimate, _ risk: Risk) -> ExplanationStep {
    let path = "estimate[\(estimate.stage.rawValue)]"
    let assertion = Assertion(
      by: estimate.by, name: estimate.by.map { words.name(of: $0) }, on: estimate.on,
      because: estimate.because)
    let (frequency, loss) = (estimate.meanFrequency, estimate.meanLoss)
    let score = risk.scores.first { $0.stage == estimate.stage }
    let money = rules.categories.first(where: \.isMoney)
    let yearly = frequency.flatMap { frequency in loss.map { frequency * $0 } }
    let parts = [
      frequency.flatMap { rules.likelihood.level(containing: $0) }.map {
        ExplanationStep(
          "level[likelihood]", "Its mean frequency is the likelihood", likelihood($0),
          "\(Self.number(frequency)) events a year lie in that interval; "
            + judged(score?.likelihood.map { likelihood($0) }, likelihood($0)))
      },
      loss.flatMap { loss in money.flatMap { money in level(of: loss, in: money, score) } },
    ].compactMap(\.self)
    return ExplanationStep(
      path, "\(estimate.stage.title) estimate",
      yearly.map { "\(AmountText.short($0)) \(register.currency.code)/year on average" },
      "\(Self.number(frequency)) events a year × \(Self.number(loss)) "
        + "\(register.currency.code) each",
      formula:
        "the mean of the frequency times the mean loss, taken as independent; without outages",
      inputs: [
        ExplanationInput(
          "frequency", "mean \(Self.number(frequency)) a year", risk.id.text,
          path + (estimate.frequency == nil ? "/threatEvents" : "/frequency"), assertion),
        ExplanationInput(
          "loss", "mean \(Self.number(loss)) \(register.currency.code)", risk.id.text,
          path + "/loss", assertion),
      ], parts: parts)
  }

  private func level(of loss: Double, in money: CategoryRules, _ score: Score?)
    -> ExplanationStep?
  {
    guard let level = money.scale.level(containing: loss),
      let index = rules.index(of: money.definition.category)
    else { return nil }
    return ExplanationStep(
      "level[\(money.definition.category)]", "Its mean loss is \(words.name(of: index))",
      impact(level, index),
      "\(Self.number(loss)) \(register.currency.code) lie in that interval; "
        + judged(
          score?.impacts.first { $0.category == money.definition.category }.map {
            impact($0.level, index)
          }, impact(level, index)))
  }

  /// What people judged, beside what follows.
  private func judged(_ judged: String?, _ derived: String) -> String {
    judged.map { $0 == derived ? "judged the same" : "judged \($0)" } ?? "not judged"
  }
}
