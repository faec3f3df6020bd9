import RegisterModel
import ResponsePlanning

/// What follows for an incident and a problem.
extension Explainer {
  func incidentSteps(_ place: Int) -> [ExplanationStep] {
    let incident = register.incidents[place]
    let flaws = incident.lifeCycleFlaws(today: today)
    let contradictions =
      flaws.isEmpty
      ? []
      : [
        ExplanationStep(
          "contradictions", "Contradicts itself",
          Plural.list(flaws.map(IncidentWords.text)), "")
      ]
    return IncidentMeasure.allCases.map { timeStep($0, incident) }
      + [countsStep(place), recurrenceStep(place)].compactMap(\.self) + contradictions
  }

  private func timeStep(_ measure: IncidentMeasure, _ incident: Incident) -> ExplanationStep {
    let ends = [measure.start, measure.end]
    let inputs = ends.compactMap { moment in
      incident[moment].map {
        ExplanationInput(moment.name, ImpactWords.moment($0), incident.id.text, moment.name)
      }
    }
    let name = "Time \(IncidentWords.purpose(measure))"
    let (value, reason): (String?, String) =
      switch measure.time(of: incident) {
      case .known(let seconds): (DateText.brief(seconds), "it counts in \(measure.abbreviation)")
      case .contradictory:
        (
          nil,
          "it was \(measure.end.name) before it \(measure.start == .occurred ? "" : "was ")\(measure.start.name), so it "
            + "counts nowhere"
        )
      case .unknown:
        (
          nil,
          "nobody has said when it "
            + Plural.list(
              ends.filter { incident[$0] == nil }.map {
                $0 == .occurred ? $0.name : "was \($0.name)"
              })
        )
      }
    return ExplanationStep(
      measure.rawValue, name, value, reason, formula: "\(measure.end.name) − \(measure.start.name)",
      inputs: inputs)
  }

  /// What the incidents of the twelve months up to its day come to, it among them.
  private func countsStep(_ place: Int) -> ExplanationStep {
    let incident = register.incidents[place]
    guard let began = incident.began?.localDate else {
      return ExplanationStep(
        "counts", "Counts in", nil,
        "nobody has said when it occurred, was detected or reported, so it counts in no period")
    }
    let days = RegisterIncidents.year(upTo: today)
    let shown = days.contains(began) ? days : RegisterIncidents.year(upTo: began)
    let metrics = RegisterIncidents(compiled, days: shown).analysis.metrics
    return ExplanationStep(
      "counts", "Counts in", "\(Plural.count(metrics.count, "incident"))",
      "those from \(IncidentWords.days(shown))",
      parts: metrics.times.map { times in
        ExplanationStep(
          "counts[\(times.measure.abbreviation)]", times.measure.abbreviation,
          times.mean.map { IncidentWords.time($0) },
          times.count == 0
            ? "no incident has both moments"
            : "n \(IncidentWords.number(times)), median \(IncidentWords.time(times.median))",
          formula: "mean of \(times.measure.end.name) − \(times.measure.start.name)")
      })
  }

  private func recurrenceStep(_ place: Int) -> ExplanationStep? {
    guard
      let recurring = RecurringCause.all(in: register.incidents).first(where: {
        $0.incidents.contains(place)
      })
    else { return nil }
    return recurrenceStep(recurring)
  }

  private func recurrenceStep(_ recurring: RecurringCause) -> ExplanationStep {
    let words = IncidentWords(register)
    return ExplanationStep(
      "recurrence[\(recurring.cause)]", "Cause '\(recurring.cause)'",
      IncidentWords.recurrence(recurring),
      "\(words.identifiers(recurring.incidents)); "
        + (words.problems(recurring).map { "problem \($0)" } ?? "no problem record"),
      formula: "three incidents of one root cause within 90 days")
  }

  // MARK: Problems

  func problemSteps(_ problem: Identifier<Problem>) -> [ExplanationStep] {
    let places = register.incidents.indices.filter { register.incidents[$0].problem == problem }
    let words = IncidentWords(register)
    let recurring = RecurringCause.all(in: register.incidents).filter {
      $0.problems.contains(problem)
    }
    let metrics = Downtime(of: places.map { register.incidents[$0] }, upTo: today)
    return [
      ExplanationStep(
        "incidents", "Behind", Plural.count(places.count, "incident"),
        places.isEmpty ? "no incident names it" : words.identifiers(places, most: 12)),
      ExplanationStep(
        "down", "Outages because of it", places.isEmpty ? nil : DateText.brief(metrics.seconds),
        places.isEmpty
          ? "no incident names it"
          : metrics.unknownCount > 0
            ? "at least: of \(Plural.count(metrics.unknownCount, "incident")) nobody knows how long"
            : "from occurred to restored, hours in several counted once",
        formula: "Σ restored − occurred"),
    ] + recurring.map { recurrenceStep($0) }
  }
}
