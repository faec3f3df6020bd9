import RegisterModel
import RiskScoring

/// The courses of conditions that ask for one fact, each with what is missing where it is unknown.
extension TriggerContext {
  typealias Found = (TruthCourse, String)
  typealias Step = TruthCourse.Step

  func course<Subject>(of condition: StateCondition<Subject>) -> Found {
    let held = self.state(of: condition.ref.text, is: condition.state)
      .held(for: condition.duration?.seconds ?? 0)
    return (held, "nobody has reported the state of \(condition.ref)")
  }

  func course(of condition: ElapsedCondition) -> Found {
    let id = condition.ref.text
    let down = state(of: id, is: .down)
    if let time = condition.time {
      return (down.held(for: time.seconds), "nobody has reported the state of \(id)")
    }
    let limit = condition.of == .mtpd ? limits[id]?.mtpd : limits[id]?.rto
    guard let limit, let ratio = condition.ratio else {
      let name = condition.of == .mtpd ? "MTPD" : "RTO"
      return (.combining([down]) { $0[0] == .no ? .no : .unknown }, "\(id) has no \(name)")
    }
    let seconds = (Double(limit) * ratio.value).rounded(.up)
    return (
      down.held(for: seconds < 0x1p62 ? Int64(seconds) : .max),
      "nobody has reported the state of \(id)"
    )
  }

  func course(of condition: ForecastCondition, in place: Int) -> Found {
    let id = condition.ref.text
    let down = state(of: id, is: .down)
    // Where only the latest declaration for some activities is known, that for all may be sooner.
    let isBound = condition.exceeds == nil && boundedOnly.contains(place)
    guard let longest = condition.exceeds?.seconds ?? latestDeclare[place] else {
      return (
        .combining([down]) { $0[0] == .no ? .no : .unknown },
        "the latest time to declare the protocol is not known"
      )
    }
    // A forecast is for the outage in which it was made, and tells nothing once it has passed.
    let forecasts = facts.forecasts[id] ?? []
    let moments = forecasts.flatMap { [$0.at, $0.value] } + down.steps.map(\.from)
    let steps = Set(moments).sorted().map { moment -> Step in
      guard down.value(at: moment) == .yes else {
        return Step(from: moment, value: down.value(at: moment) == .no ? .no : .unknown)
      }
      let begin = down.since(at: moment) ?? moment
      guard let forecast = forecasts.last(where: { $0.at <= moment && $0.at >= begin }) else {
        return Step(from: moment, value: .unknown)
      }
      if forecast.value - begin > longest { return Step(from: moment, value: .yes) }
      return Step(from: moment, value: isBound || forecast.value <= moment ? .unknown : .no)
    }
    return (
      TruthCourse(down.value(at: .min) == .no ? .no : .unknown, then: steps),
      isBound
        ? "the latest time to declare is not known for every activity"
        : "nobody has said when \(id) will be back, or that time has passed"
    )
  }

  func course(of condition: HazardCondition) -> Found {
    let steps = (facts.levels[condition.ref.text] ?? [])
      .map { Step(from: $0.at, value: Truth($0.value >= condition.atLeast)) }
    return (TruthCourse(.unknown, then: steps), "nobody has read the level of \(condition.ref)")
  }

  func course(of condition: IndicatorCondition) -> Found {
    guard let indicator = indicators[condition.ref.text] else {
      return (TruthCourse(.unknown), "there is no indicator \(condition.ref)")
    }
    switch indicator.state(on: moment.localDate) {
    case .unknown(.noValue): return (TruthCourse(.unknown), "\(indicator.id) was never read")
    case .unknown(.noThresholds): return (TruthCourse(.unknown), "\(indicator.id) has no threshold")
    case .unknown(.stale(_, let days, _)):
      return (TruthCourse(.unknown), "\(indicator.id) was last read \(days) days ago")
    case .green: return (TruthCourse(Truth(condition.state == .green)), "")
    case .amber: return (TruthCourse(Truth(condition.state == .amber)), "")
    case .red(_, let since):
      let isRed = condition.state == .red
      return (
        TruthCourse(
          Truth(!isRed), then: [Step(from: since.secondsSince1970, value: Truth(isRed))]), ""
      )
    }
  }

  func course(of condition: SeverityCondition) -> Found {
    let steps = facts.severities.map { severity in
      Step(
        from: severity.at,
        value: severity.value.map { Truth($0 >= condition.atLeast) } ?? .unknown)
    }
    return (TruthCourse(.unknown, then: steps), "the severity of the incident is not settled")
  }

  func course(of condition: ManualCondition) -> Found {
    let question = FactRecord.Question(role: condition.role.text, words: condition.question.text)
    let steps = (facts.answers[question] ?? []).map { Step(from: $0.at, value: Truth($0.value)) }
    return (TruthCourse(.unknown, then: steps), "\(condition.role) has not answered")
  }

  /// How many incidents there were in the time up to each moment: as few as there surely were, and as many as
  /// there may have been, where nobody has settled category or severity.
  func course(of condition: IncidentCondition) -> Found {
    var changes: [(at: Int64, sure: Int, possible: Int)] = []
    var undated = 0
    for incident in register.incidents {
      let fits = Truth.all([
        condition.category.map { isPart(incident.category, of: $0) } ?? .yes,
        condition.severityAtLeast.map { least in
          incident.severity.map { Truth($0 >= least) } ?? .unknown
        } ?? .yes,
      ])
      guard fits != .no else { continue }
      guard let begin = incident.began?.secondsSince1970 else {
        // Nobody knows when it was: it may count at any time.
        undated += 1
        continue
      }
      let sure = fits == .yes ? 1 : 0
      let end = begin.addingReportingOverflow(condition.within.seconds)
      changes.append((begin, sure, 1))
      changes.append((end.overflow ? .max : end.partialValue, -sure, -1))
    }
    changes.sort { $0.at < $1.at }
    var (sure, possible) = (0, undated)
    let count = Int(condition.count.value)
    let steps = changes.map { change -> Step in
      sure += change.sure
      possible += change.possible
      return Step(
        from: change.at, value: sure >= count ? .yes : possible >= count ? .unknown : .no)
    }
    return (
      TruthCourse(count == 0 ? .yes : undated >= count ? .unknown : .no, then: steps),
      "category, severity or beginning of an incident is not settled"
    )
  }

  /// Whether something is in a state: up until something else is reported.
  private func state(of id: String, is state: OperatingState) -> TruthCourse {
    TruthCourse(
      Truth(state == .up),
      then: (facts.states[id] ?? []).map { report in
        Step(from: report.at, value: report.value.map { Truth($0 == state) } ?? .unknown)
      })
  }
}
