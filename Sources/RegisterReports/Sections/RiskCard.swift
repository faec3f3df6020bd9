import RegisterAnalysis
import RegisterChecks
import RegisterModel
import RiskScoring

/// One risk in full.
struct RiskCard {
  let context: ReportContext
  /// Its place among the risks.
  let index: Int
  let risk: Risk

  init(_ context: ReportContext, _ index: Int) {
    self.context = context
    self.index = index
    risk = context.register.risks[index]
  }

  var card: Card {
    let score = context.compiled.current.scores[index]
    let rank = context.ranks[index]
    var title: [Inline] = rank < 0 ? [] : [.text("\(rank + 1). ")]
    title += [.text(risk.id.text + " "), .said(risk.title.text)]
    var badges = [context.badge(score.rating)]
    if score.rating != nil { badges.append(context.badge(score.standing)) }
    badges.append(.badge(status, .neutral))
    if let override = context.compiled.rules.ratingOverride(of: risk) {
      badges.append(.badge("set by people: \(override.value)", .caution))
    }
    return Card(
      Heading(title, level: 4, anchor: context.anchor(ofRisk: index)), badges: badges,
      [.definitions(story + stages + answers + people)])
  }

  /// Its status; where it says accepted and no acceptance is in force, that it is open again.
  private var status: String {
    let effective = context.compiled.effectiveStatus(ofRisk: index)
    return effective == risk.status
      ? ModelWords.text(risk.status)
      : "\(ModelWords.text(risk.status)), but no acceptance is in force"
  }

  // MARK: What may happen

  private var story: [Definition] {
    var story: [Definition] = []
    if let reason {
      let term = context.ranks[index] < 0 ? "Why not ranked" : "Why it ranks here"
      story.append(Definition(term, [.text(reason)]))
    }
    for (term, prose) in [
      ("Cause", risk.cause), ("Event", risk.event), ("Consequence", risk.consequence),
    ] {
      if let prose { story.append(Definition(term, prose.said)) }
    }
    append(
      "Hazards",
      risk.hazards.map { hazard in
        context.compiled.hazards[hazard.ref].map { context.register.hazards[$0].name.text }
          ?? hazard.ref.text
      }, to: &story)
    append("Hits", risk.hits.map(words(of:)), to: &story)
    append(
      "Threatens",
      risk.threatens.map { threat in
        context.objectives[threat.ref] ?? threat.ref.text
      }, to: &story)
    return story
  }

  private var reason: String? {
    let place = Int(context.ranks[index])
    guard place >= 0 else {
      return risk.status == .closed
        ? nil : context.words.missing(in: current)
    }
    let next = place + 1 < context.order.count ? context.order[place + 1] : nil
    return context.reasons.sentence(for: context.order[place], above: next)
  }

  private var current: RiskScore { context.compiled.current.scores[index] }

  private func words(of hit: Hit) -> String {
    let name =
      context.compiled.assets[hit.ref].map { context.register.assets[$0].name.text }
      ?? context.compiled.activities[hit.ref].map { context.register.activities[$0].name.text }
      ?? hit.ref.text
    return hit.probability.map { "\(name) (\(ShareText.percent($0.value)) of events)" } ?? name
  }

  // MARK: How it is judged

  private var stages: [Definition] {
    var stages: [Definition] = []
    for stage in [Stage.current, .inherent, .target] {
      if let definition = StageText(self, stage).definition { stages.append(definition) }
    }
    if let exposure = current.exposure {
      var text = context.yearly(exposure)
      if let category = current.exposureCategory {
        text += ", from \(context.words.name(of: category))"
      }
      stages.append(Definition("Loss in a year", [.text(text)]))
    } else if context.ranks[index] >= 0 {
      stages.append(Definition("Loss in a year", ["not known"]))
    }
    if let override = context.compiled.rules.ratingOverride(of: risk) {
      stages.append(Definition("Rating set by people", words(of: override)))
    }
    return stages
  }

  private func words(of override: RatingOverride) -> [[Inline]] {
    var text: [Inline] = [.said(override.value.text)]
    if let by = override.by { text += [", by ", context.party(by)] }
    if let on = override.on { text.append(.text(", \(DateText.day(on))")) }
    text.append("; the rating that follows from the levels is the one that counts.")
    return [text] + (override.because?.said ?? [])
  }

  // MARK: What is done about it

  private var answers: [Definition] {
    var answers: [Definition] = []
    if let response = risk.response {
      answers.append(Definition("Response", [.text(ModelWords.text(response))]))
    }
    if let plan = risk.responseDescription { answers.append(Definition("Plan", plan.said)) }
    append(
      "Controls",
      risk.controls.map { use in
        guard let place = context.compiled.controls[use.ref] else { return use.ref.text }
        return "\(use.ref) \(context.register.controls[place].name)"
      }, to: &answers)
    let treatments = context.compiled.treatmentsOfRisk[index].map { words(ofTreatment: $0) }
    if !treatments.isEmpty { answers.append(Definition("Treatments", treatments)) }
    let acceptances = context.compiled.acceptancesOfRisk[index].map { words(ofAcceptance: $0) }
    if !acceptances.isEmpty { answers.append(Definition("Acceptances", acceptances)) }
    let indicators = context.compiled.indicatorsOfRisk[index].map { place -> [Inline] in
      let indicator = context.register.indicators[place]
      return [
        .text("\(indicator.id) "), .said(indicator.name.text), " ",
        IndicatorWords.badge(indicator.state(on: context.today)),
      ]
    }
    if !indicators.isEmpty { answers.append(Definition("Indicators", indicators)) }
    append(
      "Activates",
      risk.activates.map { use in
        guard let place = context.compiled.protocols[use.ref] else { return use.ref.text }
        return "\(use.ref) \(context.register.protocols[place].name)"
      }, to: &answers)
    return answers
  }

  private func words(ofTreatment place: Int) -> [Inline] {
    let treatment = context.register.treatments[place]
    var text: [Inline] = [
      .text("\(treatment.id) "), .said(treatment.name.text),
      .text(", \(ModelWords.text(treatment.status))"),
    ]
    if treatment.isOpen, let due = treatment.due {
      text.append(.text(", due \(DateText.day(due))"))
      if due < context.today { text += [" ", .badge("overdue", .bad)] }
    }
    return text
  }

  private func words(ofAcceptance place: Int) -> [Inline] {
    let acceptance = context.register.acceptances[place]
    var text: [Inline] = [
      .text("\(acceptance.id), \(AcceptanceWords.text(acceptance.state(on: context.today)))")
    ]
    if let by = acceptance.by { text += [", by ", context.party(by)] }
    return text
  }

  // MARK: Who and when

  private var people: [Definition] {
    var people: [Definition] = []
    var owner = [context.party(risk.owner)]
    if let delegate = risk.delegate {
      owner += ["; the work is done by ", context.party(delegate)]
    }
    people.append(Definition("Owner", owner))
    if let category = risk.category {
      people.append(Definition("Category", [.said(context.words.name(of: category))]))
    }
    people.append(Definition("Review", [.text(review)]))
    var times: [String] = []
    if let proximity = risk.proximity {
      times.append("may happen from \(DateText.day(proximity)) on")
    }
    if let lead = risk.onsetLead { times.append("warning before it: \(DateText.elapsed(lead))") }
    if let velocity = risk.velocity {
      times.append("from its start to the first intolerable impact: \(DateText.elapsed(velocity))")
    }
    if !times.isEmpty {
      people.append(Definition("Timing", [.text(times.joined(separator: "; "))]))
    }
    if let note = risk.info.note { people.append(Definition("Note", note.said)) }
    if let findings = context.findingsOfRisk[index], let checks = context.checks {
      people.append(
        Definition(
          "Findings",
          findings.map { place in
            let finding = checks.findings[place]
            return [
              .badge("\(finding.rule) \(ModelWords.text(finding.severity))", finding.severity.tone),
              .text(" " + finding.message),
            ]
          }))
    }
    return people
  }

  private var review: String {
    let last = risk.reviewed.map { "last on \(DateText.day($0))" } ?? "never reviewed"
    guard risk.status != .closed else { return last }
    switch context.compiled.nextReview(ofRisk: index) {
    case .due(let date, _):
      let word = date < context.today ? "overdue since" : "next by"
      return "\(last), \(word) \(context.day(date))"
    case .neverReviewed: return last
    case .noInterval: return "\(last); nobody has said how often"
    }
  }

  /// A term with names of the register, if there are any.
  private func append(_ term: String, _ names: [String], to definitions: inout [Definition]) {
    guard !names.isEmpty else { return }
    definitions.append(Definition(term, [.said(names.joined(separator: "; "))]))
  }
}

extension Severity {
  var tone: Tone {
    switch self {
    case .error: .bad
    case .warning: .caution
    case .info: .neutral
    }
  }
}
