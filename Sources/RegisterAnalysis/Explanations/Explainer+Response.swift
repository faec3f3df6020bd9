import RegisterModel
import ResponsePlanning

/// Whether a protocol has what it is for back in time.
extension Explainer {
  func responseSteps(_ place: Int) -> [ExplanationStep] {
    let response = compiled.response.protocols[place]
    let plan = register.protocols[place]
    var steps = response.planned.map { timeStep($0, plan, "timeCheck", "Time check of") }
    steps += response.measured.map {
      timeStep(
        $0, plan, "measuredTimeCheck",
        "Time check, as measured in \(response.exercise?.text ?? ""), of")
    }
    if response.planned.isEmpty {
      steps.append(
        ExplanationStep(
          "timeCheck", "Time check", nil,
          "it covers no activity, and restores no asset without which one stops"))
    }
    return steps + [callStep(response.calls, plan)]
  }

  private func timeStep(
    _ timed: ActivityTimeCheck, _ plan: ResponseProtocol, _ key: String, _ quantity: String
  ) -> ExplanationStep {
    let check = timed.check
    let activity = register.activities[timed.activity]
    let total = check.total.map { ResponseWords.time($0) }
    let unknown = check.unknownSteps
    let reason =
      total.map { "back after \($0), detect + assess + authorise + notify + recover" }
      ?? "at least \(ResponseWords.time(check.notBefore)); \(Plural.list(unknown)) not known"
    let lacking =
      timed.restoring.isEmpty && check.recover == nil
      ? "; no task restores it or what it needs" : ""
    let objective = check.objective.map { "RTO \(DateText.elapsed($0))" } ?? "RTO unknown"
    let tolerable = check.tolerable.map { "MTPD \(DateText.elapsed($0))" } ?? "MTPD unknown"
    return ExplanationStep(
      "\(key)[\(activity.id)]", "\(quantity) \(activity.id) '\(activity.name)'",
      ResponseWords.verdict(check.verdict), "\(reason)\(lacking); \(objective), \(tolerable)",
      formula:
        "too late to be borne after the MTPD; too late after the RTO; tight with less than a tenth of it to spare or a "
        + "probability below 0.9",
      inputs: inputs(of: check, plan, activity), parts: parts(of: check))
  }

  private func inputs(of check: TimeCheck, _ plan: ResponseProtocol, _ activity: Activity)
    -> [ExplanationInput]
  {
    check.steps.compactMap { step in
      step.time.map { time in
        let field =
          switch time.source {
          case .planned: "planned/\(step.name)"
          case .callTree: "call[]"
          case .measured: "measured[]"
          case .tasks: "task[]"
          }
        let entity: String =
          if case .measured(let exercise) = time.source { exercise.text } else { plan.id.text }
        return ExplanationInput(
          "\(step.name), \(ResponseWords.source(time.source))", ResponseWords.time(time.seconds),
          entity, field)
      }
    }
      + [
        check.objective.map {
          ExplanationInput("RTO", DateText.elapsed($0), activity.id.text, "targets/rto")
        }
      ].compactMap(\.self)
  }

  private func parts(of check: TimeCheck) -> [ExplanationStep] {
    var parts: [ExplanationStep] = []
    if let slack = check.slack {
      parts.append(
        ExplanationStep("slack", "Left of the RTO", ResponseWords.time(slack), "RTO − total"))
    }
    if let latest = check.latestDeclare {
      parts.append(
        ExplanationStep(
          "latestDeclare", "Latest declaration", ResponseWords.time(latest),
          "RTO − notify − recover, since the event"))
    }
    if let window = check.decisionWindow {
      parts.append(
        ExplanationStep(
          "decisionWindow", "Decision window", ResponseWords.time(window),
          "latest declaration − detect: for the picture and the decision"))
    }
    if let schedule = check.schedule {
      for (number, path) in schedule.criticalPaths.enumerated() {
        parts.append(
          ExplanationStep(
            "criticalPath[\(number + 1)]", "Critical path",
            ResponseWords.path(path, schedule.network),
            schedule.areAllPathsListed
              ? "" : "one of more than \(TaskSchedule.pathLimit), all of the same length"))
      }
      if !schedule.unknown.isEmpty {
        parts.append(
          ExplanationStep(
            "unknownTasks", "Tasks without a duration",
            Plural.list(schedule.unknown.map { schedule.network.tasks[$0].id.text }), ""))
      }
    }
    return parts + probabilityParts(of: check)
  }

  private func probabilityParts(of check: TimeCheck) -> [ExplanationStep] {
    guard let probability = check.probability,
      let simulated = check.simulated(trials: check.trials)
    else { return [] }
    return [
      ExplanationStep(
        "probability", "Probability of being in time, by the critical path",
        ResponseWords.share(probability), "the least over the critical paths; optimistic",
        formula: "min Φ((RTO − steps before − μ)/σ)"),
      ExplanationStep(
        "simulatedProbability", "The same, simulated", ResponseWords.share(simulated.share),
        "\(simulated.simulation.trials) trials, seed \(simulated.simulation.seed); standard error "
          + "\(AmountText.plain(simulated.standardError)); the tasks end "
          + "\(ResponseWords.time(simulated.simulation.mergeBias)) later on average than the critical path says",
        formula: "beta-PERT durations, independent"),
    ]
  }

  private func callStep(_ calls: CallTree, _ plan: ResponseProtocol) -> ExplanationStep {
    let problems = calls.entries.compactMap { entry in
      entry.problem.map { "\(entry.who): \(ResponseWords.problem($0))" }
    }
    let unknown = calls.entries.filter { $0.reachedBy == nil && $0.problem == nil }.map(\.who.text)
    let reasons =
      problems
      + (unknown.isEmpty
        ? [] : ["not known when \(Plural.list(Array(unknown.prefix(5)))) have answered"])
    return ExplanationStep(
      "notify", "Everybody called, at worst",
      calls.entries.isEmpty
        ? "nobody is called" : calls.worst.map { ResponseWords.time(Double($0)) },
      reasons.isEmpty
        ? "the last of \(Plural.count(calls.entries.count, "call")), one after the other for each caller"
        : reasons.prefix(5).joined(separator: "; "),
      formula: "the caller's own time + the calls before it in the caller's list + Σ timeouts")
  }
}
