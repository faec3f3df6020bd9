import ImpactAnalysis
import RegisterModel

/// What follows for an asset, a crew, and what activities support.
extension Explainer {
  func assetSteps(_ place: Int) -> [ExplanationStep] {
    let node = register.activities.count + place
    return [
      requirementStep(node), ownStep(node), readyStep(node), assetGapStep(node),
      dataRequirementStep(node), blastStep(node), sequenceStep(node), supplyStep(place),
    ].compactMap(\.self)
  }

  private func ownStep(_ node: Int) -> ExplanationStep {
    let own = compiled.impact.graph.ownTimes[node]
    return ExplanationStep(
      "own", "Own work", own.map { ImpactWords.time($0.seconds) },
      own == nil ? "nobody has said how long it takes to restore" : "",
      formula:
        "test, incident, contract, estimate: the newest of the best; then planned, then declared",
      inputs: [ownTimeInput(node)].compactMap(\.self))
  }

  private func readyStep(_ node: Int) -> ExplanationStep {
    let back: TimeBounds =
      switch compiled.impact.schedule.outcomes[node] {
      case .unaffected: TimeBounds(0)
      case .recovered(let recovery): TimeBounds(recovery.ready)
      case .unknown(let unknown):
        TimeBounds(lower: unknown.notBefore, upper: TimeBounds.never)
      case .never: TimeBounds(TimeBounds.never)
      }
    return recoveryStep(node, back: back, alone: compiled.impact.graph.recovery.ready[node])
  }

  private func assetGapStep(_ node: Int) -> ExplanationStep? {
    let requirement = compiled.impact.graph.requirements.requirements[node]
    guard requirement.isAsked else { return nil }
    let gap = compiled.impact.graph.gap(of: node)
    return ExplanationStep(
      "gap", "Gap", gap.map { ImpactWords.gap($0) },
      gap.map { $0 > 0 ? lateness(node) : "in time" } ?? "nobody can say when it is back",
      formula: "back after, with crews enough, − required within")
  }

  /// Of members that stand in for each other only as many count as are needed.
  private func lateness(_ node: Int) -> String {
    Shortfall.all(compiled.impact.graph).contains { $0.node == node }
      ? "too late" : "slower than needed, but what stands in for it is there"
  }

  private func blastStep(_ node: Int) -> ExplanationStep? {
    guard let point = compiled.impact.points.points.first(where: { $0.node == node }) else {
      return nil
    }
    return ExplanationStep(
      "blastRadius", "Single point of failure for",
      Plural.count(point.blastRadius, "activity", "activities"),
      point.activities.map { activity in
        compiled.impact.identifier(activity)
          + (point.covered.contains(activity) ? " (bridged for a while)" : "")
      }.joined(separator: ", "),
      formula: "the prioritised activities that never come back if it alone fails for good")
  }

  private func sequenceStep(_ node: Int) -> ExplanationStep? {
    let entries = compiled.impact.sequence.entries
    guard let place = entries.firstIndex(where: { $0.node == node }) else { return nil }
    let entry = entries[place]
    let start = entry.latestStart.map {
      $0 < 0
        ? "work on it would have to begin \(ImpactWords.time(-$0)) before the disruption"
        : "work on it must begin within \(ImpactWords.time($0))"
    }
    return ExplanationStep(
      "sequence", "Place in the order of restoring", "\(place + 1) of \(entries.count)",
      start ?? "nobody has said by when it is needed",
      formula: "by the latest start, then what most activities hang on, never before what it needs")
  }

  private func supplyStep(_ place: Int) -> ExplanationStep? {
    let asset = register.assets[place]
    guard asset.kind == .people, let owner = asset.owner,
      let role = compiled.impact.demand.roles.first(where: { $0.role == owner })
    else { return nil }
    let peak = role.peak
    return ExplanationStep(
      "people", "Needed of \(owner)", "up to \(peak.needed)",
      impactWords.shortage(role) ?? "enough, as far as is stated",
      formula: "what all activities need at least, added over time, against what there is",
      inputs: asset.supply.map {
        ExplanationInput(
          "from \(ImpactWords.time($0.from.seconds))", AmountText.plain($0.amount.value),
          asset.id.text, "supply[]/amount")
      })
  }

  // MARK: Crews, sites and tools

  func resourceSteps(_ place: Int) -> [ExplanationStep] {
    let id = register.resources[place].id
    let impact = compiled.impact
    let works = register.assets.enumerated().compactMap {
      asset, record -> (Int, RecoverySchedule.Recovery)? in
      guard record.restore?.occupies.contains(where: { $0.ref == id }) ?? false,
        case .recovered(let recovery) = impact.schedule.outcomes[register.activities.count + asset]
      else { return nil }
      return (register.activities.count + asset, recovery)
    }.sorted { ($0.1.start, $0.0) < ($1.1.start, $1.0) }
    let busy = ExplanationStep(
      "busy", "Restores", Plural.count(works.count, "asset"),
      works.isEmpty ? "no work occupies it" : "after everything failed",
      parts: works.map { node, recovery in
        ExplanationStep(
          "busy[\(impact.identifier(node))]", impactWords.label(node),
          "from \(ImpactWords.time(recovery.start)) to \(ImpactWords.time(recovery.finish))", "")
      })
    let gain = impact.gains.gains.first { $0.change == .oneMore(place) }
    return [
      busy,
      ExplanationStep(
        "oneMore", "One more of it", gain.map { impactWords.effect($0) } ?? "changes nothing", "",
        formula: "the schedule found anew with one more"),
    ]
  }

  // MARK: What activities support

  func supportSteps(_ entity: String) -> [ExplanationStep] {
    let supporting = register.activities.indices.filter {
      register.activities[$0].supports.contains { $0.ref.text == entity }
    }
    guard !supporting.isEmpty else {
      return [
        ExplanationStep(
          "supportedBy", "Supported by", "no activity", "none names it in what it supports")
      ]
    }
    let worst = supporting.map { compiled.impact.activities[$0] }.sorted(by: ActivityImpact.isWorse)
    return [
      ExplanationStep(
        "supportedBy", "Supported by", Plural.count(supporting.count, "activity", "activities"),
        "the worst first",
        parts: worst.map { activity in
          ExplanationStep(
            "supportedBy[\(compiled.impact.identifier(activity.node))]",
            impactWords.label(activity.node), ImpactWords.verdict(activity.verdict),
            "MTPD \(activity.period.seconds.map { ImpactWords.time($0) } ?? "not known"), back after "
              + ImpactWords.time(activity.back))
        })
    ]
  }
}
