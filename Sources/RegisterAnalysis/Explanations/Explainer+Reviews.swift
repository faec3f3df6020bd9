import RegisterModel
import RiskScoring

/// Reviews, acceptances and indicators of a risk on the register's day.
extension Explainer {
  /// nil where the status is what it says.
  func statusStep(_ place: Int) -> ExplanationStep? {
    let risk = register.risks[place]
    let status = compiled.effectiveStatus(ofRisk: place)
    guard status != risk.status else { return nil }
    return ExplanationStep(
      "status", "Status", ModelWords.text(status),
      "recorded as \(ModelWords.text(risk.status)), but no acceptance of it is live today",
      inputs: [ExplanationInput("status", ModelWords.text(risk.status), risk.id.text, "status")])
  }

  func reviewStep(_ place: Int) -> ExplanationStep {
    let risk = register.risks[place]
    let formula = "the last review and the interval: its own or, without one, that of its rating"
    let inputs = [
      risk.reviewed.map {
        ExplanationInput("last review", DateText.day($0), risk.id.text, "reviewed")
      }
    ].compactMap(\.self)
    switch compiled.nextReview(ofRisk: place) {
    case .neverReviewed:
      return ExplanationStep(
        "nextReview", "Next review", nil, "it was never reviewed, so there is no day to count from",
        formula: formula)
    case .noInterval:
      return ExplanationStep(
        "nextReview", "Next review", nil,
        "it has no review interval, and the criteria have none for its rating", formula: formula,
        inputs: inputs)
    case .due(let day, let basis):
      let (reason, input) = interval(basis, risk)
      return ExplanationStep(
        "nextReview", "Next review",
        "\(DateText.day(day)), \(DateText.distance(day, from: today))"
          + (today > day ? ", overdue" : ""), reason, formula: formula, inputs: inputs + [input])
    }
  }

  private func interval(_ basis: NextReview.Basis, _ risk: Risk) -> (String, ExplanationInput) {
    let every = DateText.period(basis.every)
    switch basis {
    case .risk:
      return (
        "every \(every), the risk's own interval",
        ExplanationInput("interval", every, risk.id.text, "reviewEvery")
      )
    case .rating(let rating, _):
      return (
        "every \(every), the interval of \(self.rating(rating))",
        ExplanationInput("interval", every, nil, "criteria/review[\(rating.rank)]/every")
      )
    }
  }

  // MARK: Acceptances

  func acceptanceStep(_ acceptance: Acceptance) -> ExplanationStep {
    let place = compiled.risks[acceptance.risk]
    var parts: [ExplanationStep] = []
    if let place, acceptance.state(on: today).isLive {
      let covers = compiled.covers(acceptance, risk: place)
      parts.append(
        ExplanationStep(
          "covers", "Answers for the risk as it is today", covers ? "yes" : "no",
          covers
            ? "it was given at today's rating and state, or worse ones"
            : "the risk is \(compiled.current.scores[place].rating.map(rating) ?? "not rated") and "
              + "\(words.phrase(for: compiled.current.scores[place].standing)) today, worse than when it "
              + "was accepted"))
    }
    if let due = acceptance.revalidationDue(on: today) {
      parts.append(
        ExplanationStep(
          "revalidation", "To be confirmed by",
          "\(DateText.day(due)), \(DateText.distance(due, from: today))",
          "twelve months after it was decided or last confirmed"))
    }
    let (value, reason) = acceptanceWords(acceptance)
    return ExplanationStep(
      "acceptance[\(acceptance.id)]", "Acceptance \(acceptance.id)", value, reason,
      formula: "live from the day of the decision to its last day, if nothing is missing",
      inputs: acceptanceInputs(acceptance), parts: parts)
  }

  private func acceptanceWords(_ acceptance: Acceptance) -> (value: String, reason: String) {
    switch acceptance.state(on: today) {
    case .live(let until):
      ("live", "until \(DateText.day(until)), \(DateText.distance(until, from: today))")
    case .expired(let on):
      ("expired", "its last day was \(DateText.day(on)); the risk is open again")
    case .notYet(let from): ("not yet live", "decided for \(DateText.day(from)) on")
    case .withdrawn(let on): ("withdrawn", "taken back on \(DateText.day(on))")
    case .incomplete(let missing):
      (
        "incomplete",
        "it lacks \(Plural.list(missing.map(AcceptanceWords.text))), so it never was live"
      )
    }
  }

  private func acceptanceInputs(_ acceptance: Acceptance) -> [ExplanationInput] {
    let assertion = Assertion(
      by: acceptance.by, name: acceptance.by.map { words.name(of: $0) }, on: acceptance.on,
      because: acceptance.justification)
    let id = acceptance.id.text
    return [
      acceptance.rating.map {
        ExplanationInput("rating then", rating($0), id, "rating", assertion)
      },
      acceptance.state.map {
        ExplanationInput("appetite state then", words.phrase(for: $0), id, "state", assertion)
      },
      acceptance.until.map {
        ExplanationInput("last day", DateText.day($0), id, "until", assertion)
      },
    ].compactMap(\.self)
  }

  // MARK: Indicators

  /// Whether the risks that an indicator tracks were reviewed since it turned red.
  func reviewSteps(after indicator: Indicator) -> [ExplanationStep] {
    let state = indicator.state(on: today)
    return indicator.tracks.compactMap { tracked in
      guard let place = compiled.risks[tracked.ref] else { return nil }
      let risk = register.risks[place]
      let reviewed =
        risk.reviewed.map { "last reviewed on \(DateText.day($0))" } ?? "never reviewed"
      return ExplanationStep(
        "risk[\(risk.id)]", "Tracks \(risk.id) '\(risk.title)',",
        state.isReviewDue(lastReviewed: risk.reviewed)
          ? "review due now [RSK-015]" : "no review due by it",
        reviewed)
    }
  }

  func indicatorStep(_ indicator: Indicator) -> ExplanationStep {
    let (value, reason) = indicatorWords(indicator)
    return ExplanationStep(
      "indicator[\(indicator.id)]", "Indicator \(indicator.id) '\(indicator.name)'", value, reason,
      formula: "the newest reading up to today against the thresholds, if it isn't too old",
      inputs: [
        indicator.amber.map { ExplanationInput("amber", number($0), indicator.id.text, "amber") },
        indicator.red.map { ExplanationInput("red", number($0), indicator.id.text, "red") },
      ].compactMap(\.self))
  }

  private func indicatorWords(_ indicator: Indicator) -> (value: String?, reason: String) {
    func reading(_ reading: IndicatorReading) -> String {
      "\(number(reading.value))\(indicator.unit.map { " \($0)" } ?? "") on "
        + DateText.day(reading.at.localDate)
    }
    let beyond = indicator.direction == .higherIsWorse ? "at or above" : "at or below"
    switch indicator.state(on: today) {
    case .green(let newest): return ("green", "\(reading(newest)), beyond no threshold")
    case .amber(let newest):
      return (
        "amber", "\(reading(newest)), \(beyond) amber \(indicator.amber.map(number) ?? "")"
      )
    case .red(let newest, let since):
      return (
        "red since \(DateText.day(since.localDate))",
        "\(reading(newest)), \(beyond) red \(indicator.red.map(number) ?? "")"
      )
    case .unknown(.noValue): return (nil, "it has no reading up to today")
    case .unknown(.noThresholds):
      return (nil, "it has neither an amber nor a red threshold")
    case .unknown(.stale(let newest, let days, let limit)):
      return (
        nil,
        "the newest reading, \(reading(newest)), is \(DateText.span(days)) old and says nothing after "
          + DateText.period(limit)
      )
    }
  }

  private func number(_ measure: Measure) -> String { AmountText.measure(measure.value) }
}
