import ImpactAnalysis
import RegisterModel

/// What follows for an activity: how long it can be down, when it must be back, when it is, and what it costs.
extension Explainer {
  var impactWords: ImpactWords { ImpactWords(compiled.impact) }

  func activitySteps(_ node: Int) -> [ExplanationStep] {
    let activity = compiled.impact.activities[node]
    return [
      periodStep(activity), requirementStep(node), recoveryStep(activity), gapStep(activity),
      dataRequirementStep(node), pointsStep(node), lossStep(node),
    ].compactMap(\.self)
  }

  // MARK: Tolerable period

  private func periodStep(_ activity: ActivityImpact) -> ExplanationStep {
    let record = register.activities[activity.node]
    let disruption = compiled.impact.disruptions[activity.node]
    let targets = record.targets
    let notes = impactWords.notes(activity.period, of: record)
    return ExplanationStep(
      "mtpd", "MTPD", activity.period.seconds.map { ImpactWords.time($0) },
      notes.isEmpty
        ? "neither declared, nor an impact judged, a cost or a limit stated"
        : notes.joined(separator: "; "),
      formula:
        "the first time at which any category is intolerable, the loss reaches its limit, or a limit from outside "
        + "is reached; a declared one if it is shorter, or approved with a reason",
      inputs: targets?.mtpd.map { mtpd in
        [
          ExplanationInput(
            "declared MTPD", ImpactWords.time(mtpd.seconds), record.id.text, "targets/mtpd",
            Assertion(
              by: targets?.approvedBy, name: targets?.approvedBy.map { words.name(of: $0) },
              on: targets?.approvedOn, because: targets?.because))
        ]
      } ?? [],
      parts: disruption.rows.map { rowStep($0, record) } + capSteps(record))
  }

  private func rowStep(_ row: ActivityDisruption.Row, _ activity: Activity) -> ExplanationStep {
    let window = row.window.map { " in \(impactWords.name(ofWindow: $0))" } ?? ""
    var reasons: [String] = []
    if row.period == nil {
      reasons.append("the criteria don't say from which level on it is intolerable")
    }
    if case .loss? = row.period?.basis {
      reasons.append(
        "by the loss curve"
          + (row.period?.start.map { ", if it begins \(ImpactWords.moment($0))" } ?? ""))
    } else if !row.unjudged.isEmpty {
      reasons.append(
        "not judged at \(Plural.list(row.unjudged.map { ImpactWords.time($0.seconds) }))")
    }
    if let at = row.decreasesAt {
      reasons.append("milder at \(ImpactWords.time(at.seconds)) than before [BIA-007]")
    }
    return ExplanationStep(
      "mtpd[\(row.category)\(row.window.map { ",\($0)" } ?? "")]",
      impactWords.name(of: row.category) + window, ImpactWords.interval(row.period),
      reasons.joined(separator: "; "))
  }

  private func capSteps(_ activity: Activity) -> [ExplanationStep] {
    activity.caps.enumerated().map { place, cap in
      ExplanationStep(
        "mtpd[cap \(place + 1)]", "\(cap.basis.rawValue.capitalisedFirst) limit",
        ImpactWords.time(cap.at.seconds), cap.source.text)
    }
  }

  // MARK: Required and back

  func requirementStep(_ node: Int) -> ExplanationStep {
    let requirement = compiled.impact.graph.requirements.requirements[node]
    let rto = compiled.impact.activity(node)?.targets?.rto
    let reason =
      !requirement.isAsked
      ? "nobody who needs it has said by when, nor has it an RTO of its own"
      : requirement.binding == nil ? "its own RTO" : impactWords.demandReason(node) ?? ""
    return ExplanationStep(
      "required", "Required within",
      requirement.isAsked ? ImpactWords.time(requirement.seconds) : nil,
      reason
        + (requirement.isAsked && requirement.isIncomplete
          ? "; others need it too and have not said by when" : ""),
      formula:
        "what the user must be back in, less its own work where it needs this at the start, and the lead time; with a "
        + "workaround, until that runs out",
      inputs: rto.map {
        [
          ExplanationInput(
            "RTO", ImpactWords.time($0.seconds), compiled.impact.identifier(node), "targets/rto")
        ]
      } ?? [])
  }

  private func recoveryStep(_ activity: ActivityImpact) -> ExplanationStep {
    recoveryStep(
      activity.node, back: activity.back, alone: activity.backUnhindered,
      lapse: impactWords.lapse(activity))
  }

  /// When a node is back, what it waits for, and the times that rests on.
  func recoveryStep(
    _ node: Int, back: TimeBounds, alone: TimeBounds, lapse: String? = nil
  ) -> ExplanationStep {
    let words = impactWords
    var reason =
      words.obstacle(node) ?? words.waitingChain(node) ?? "nobody can say when it is back"
    if let back = back.seconds, let alone = alone.seconds, alone < back {
      reason += "; \(ImpactWords.time(alone)) with crews enough"
    }
    if let lapse { reason += "; \(lapse)" }
    var nodes: [Int] = []
    for step in compiled.impact.schedule.chain(of: node) where !nodes.contains(step.node) {
      nodes.append(step.node)
    }
    return ExplanationStep(
      "back", "Back after", back.isKnown || back.lower > 0 ? ImpactWords.time(back) : nil, reason,
      formula:
        "own work after what is needed at the start, and not before what is needed at the end; crews, sites and tools "
        + "one after the other",
      inputs: (nodes.isEmpty ? [node] : nodes).compactMap(ownTimeInput))
  }

  /// The own time of a node, and what it rests on.
  func ownTimeInput(_ node: Int) -> ExplanationInput? {
    guard let own = compiled.impact.graph.ownTimes[node] else { return nil }
    let id = compiled.impact.identifier(node)
    let date = own.on.map { " of \(DateText.day($0))" } ?? ""
    let (basis, field): (String, String) =
      switch own.basis {
      case .evidence(let evidence): ("\(evidence.rawValue)\(date)", "capability[]/rta")
      case .contract: ("contract", "contract[]/recovery")
      case .plannedWork: ("as planned", "restore/duration")
      case .declared: ("declared", "targets/own")
      case .assumed: ("assumed", "targets/own")
      }
    return ExplanationInput(
      "own time of \(id)", "\(ImpactWords.time(own.seconds)), \(basis)", id, field)
  }

  private func gapStep(_ activity: ActivityImpact) -> ExplanationStep? {
    guard activity.requirement.isAsked else { return nil }
    let verdict = ImpactWords.verdict(activity.verdict)
    return ExplanationStep(
      "gap", "Gap", activity.gap.map { ImpactWords.gap($0) }, verdict,
      formula: "back after − required within; a shortfall where it is above zero")
  }

  // MARK: Data, single points, costs

  func dataRequirementStep(_ node: Int) -> ExplanationStep? {
    let requirement = compiled.impact.dataLoss.requirements[node]
    guard requirement.isAsked || compiled.impact.dataLoss.achieved[node] != nil else { return nil }
    return ExplanationStep(
      "rpo", "RPO", requirement.isAsked ? ImpactWords.time(requirement.seconds) : nil,
      impactWords.dataLoss(node),
      formula:
        "RPO: the least of all that use it; at worst the time between copies and the time until one is safe"
    )
  }

  private func pointsStep(_ node: Int) -> ExplanationStep? {
    let points = compiled.impact.points.points.filter { $0.activities.contains(node) }
    guard !points.isEmpty else { return nil }
    let bare = points.filter { !$0.covered.contains(node) }
    return ExplanationStep(
      "singlePoints", "Single points of failure", "\(points.count)",
      bare.isEmpty
        ? "a workaround bridges each for a while"
        : "no workaround bridges \(Plural.list(bare.prefix(8).map { compiled.impact.identifier($0.node) }))"
          + (bare.count > 8 ? " and \(bare.count - 8) more" : ""),
      formula: "what keeps it from ever coming back if it alone fails for good")
  }

  private func lossStep(_ node: Int) -> ExplanationStep? {
    let record = register.activities[node]
    guard let losses = record.losses, !losses.terms.isEmpty else { return nil }
    let currency = register.currency.code
    guard let loss = compiled.impact.losses[node] else {
      return ExplanationStep(
        "loss", "Loss", nil, "a time zone that it depends on is not known here")
    }
    let horizons = register.criteria?.bands ?? []
    func amounts(_ curve: LossCurve) -> String {
      horizons.map {
        "\(AmountText.short(curve.value(at: $0.hours))) \(currency) after \(ImpactWords.time($0.seconds))"
      }.joined(separator: ", ")
    }
    let start = loss.start.map { "if it begins \(ImpactWords.moment($0)), when it costs most" }
    let parts = losses.terms.enumerated().map { place, term in
      let curve = loss.parts.terms[place]
      return ExplanationStep(
        "loss[\(place + 1)]", term.info.name?.text ?? term.kindWords,
        curve.map(amounts),
        curve == nil ? "it is never cleared: there is no capacity over normal" : "")
    }
    return ExplanationStep(
      "loss", "Loss", amounts(loss.curve), start ?? "whenever it begins",
      formula: "the sum of all terms over the time at work, each with its jumps", parts: parts)
  }
}

extension LossTerm {
  /// What kind of term it is, for one without a name.
  fileprivate var kindWords: String {
    switch self {
    case .fixed: "Fixed amount"
    case .rate: "Rate"
    case .step: "Penalty"
    case .recurring: "Penalty that recurs"
    case .backlog: "Backlog"
    case .revenue: "Lost revenue"
    case .idleLabour: "Idle staff"
    }
  }
}

extension String {
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
