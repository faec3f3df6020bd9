import RegisterModel
import RiskScoring

/// What risks, treatments, acceptances and indicators ask for.
extension AlertMaker {
  var riskReviews: [Alert] {
    register.risks.indices.compactMap { place in
      let risk = register.risks[place]
      guard let due = compiled.reviewDue(ofRisk: place), let state = state(due: due) else {
        return nil
      }
      return Alert(
        .riskReview, state, risk.id.text, title: risk.title.text, due: due, who: risk.owner,
        reason: "its review \(Self.words(state, due))",
        action: "Look at it again with its owner, and set reviewed to the day")
    }
  }

  var treatments: [Alert] {
    register.treatments.compactMap { treatment in
      guard treatment.isOpen, let due = treatment.due, let state = state(due: due) else {
        return nil
      }
      return Alert(
        .treatment, state, treatment.id.text, title: treatment.name.text, due: due,
        who: treatment.owner,
        reason:
          "it is \(ModelWords.text(treatment.status)) and \(Self.words(state, due))",
        action: "Finish it, or set a new day and say why")
    }
  }

  var acceptances: [Alert] {
    register.acceptances.indices.flatMap { place in
      [expiry(place), confirmation(place)].compactMap(\.self)
    }
  }

  private func expiry(_ place: Int) -> Alert? {
    let acceptance = register.acceptances[place]
    switch acceptance.state(on: today) {
    case .live(let until):
      guard let state = state(due: until) else { return nil }
      return alert(
        acceptance, state, part: "end", until,
        "its acceptance ends after \(DateText.day(until))",
        "Decide again whether to bear it, or treat it")
    case .expired(let day):
      guard compiled.isLapsed(acceptance: place) else { return nil }
      return alert(
        acceptance, .overdue, part: "end", day,
        "its acceptance ended on \(DateText.day(day)) and the risk is open again",
        "Decide again whether to bear it, or treat it")
    case .notYet, .withdrawn, .incomplete: return nil
    }
  }

  /// A live acceptance is confirmed every twelve months.
  private func confirmation(_ place: Int) -> Alert? {
    let acceptance = register.acceptances[place]
    guard case .live(let until) = acceptance.state(on: today),
      let due = acceptance.revalidationDue(on: today), due < until, let state = state(due: due)
    else { return nil }
    return alert(
      acceptance, state, part: "confirm", due,
      "that it is borne \(state == .overdue ? "was" : "is") to be confirmed by \(DateText.day(due))",
      "Ask whether its reasons still hold, and set revalidated to the day")
  }

  private func alert(
    _ acceptance: Acceptance, _ state: Alert.State, part: String, _ due: CalendarDate,
    _ reason: String, _ action: String
  ) -> Alert {
    let risk = compiled.risks[acceptance.risk].map { register.risks[$0] }
    return Alert(
      .acceptance, state, acceptance.id.text, part: part,
      title: "\(acceptance.risk) \(risk?.title.text ?? "")", due: due,
      who: acceptance.by ?? risk?.owner, reason: reason, action: action)
  }

  var indicators: [Alert] {
    register.indicators.compactMap { indicator in
      func alert(_ state: Alert.State, _ due: CalendarDate?, _ reason: String, _ action: String)
        -> Alert
      {
        Alert(
          .indicator, state, indicator.id.text, title: indicator.name.text, due: due,
          who: indicator.owner, reason: reason, action: action)
      }
      let unit = indicator.unit.map { " \($0)" } ?? ""
      switch indicator.state(on: today) {
      case .red(let reading, let since):
        return alert(
          .red, nil,
          "it is red since \(DateText.day(since.localDate)): \(AmountText.measure(reading.value.value))\(unit)",
          "Look at the risks it tells of, and act on what drives it")
      case .amber(let reading):
        return alert(
          .amber, nil, "it is amber: \(AmountText.measure(reading.value.value))\(unit)",
          "Find out what drives it before it turns red")
      case .unknown(.stale(let reading, _, let limit)):
        return alert(
          .stale, nil,
          "its last reading is of \(DateText.day(reading.at.localDate)); one counts for \(DateText.period(limit))",
          "Read it")
      case .unknown(.noValue):
        return alert(.missing, nil, "it was never read", "Read it")
      case .green(let reading):
        guard let age = indicator.maximumAge, let due = reading.at.localDate.adding(age),
          let state = state(due: due)
        else { return nil }
        return alert(state, due, "its next reading \(Self.words(state, due))", "Read it")
      case .unknown(.noThresholds): return nil
      }
    }
  }
}
