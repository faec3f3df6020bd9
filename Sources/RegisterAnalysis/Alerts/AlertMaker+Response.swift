import ImpactAnalysis
public import RegisterModel
public import ResponsePlanning

/// What incidents and activations ask for.
extension AlertMaker {
  var reportingClocks: [Alert] {
    let clocks = register.criteria?.clocks ?? []
    return compiled.reportingDuties(at: now).duties.compactMap { duty in
      duty.isOpen ? alert(duty, clocks[duty.clock], register.incidents[duty.incident]) : nil
    }
  }

  private func alert(_ duty: ReportingDuty, _ clock: ReportingClock, _ incident: Incident) -> Alert?
  {
    let words = DutyWords(duty, clock)
    let state: Alert.State
    switch duty.state {
    case .overdue: state = .overdue
    case .running:
      // What counts from a report that is still to be made has time until that is due.
      guard let due = duty.due, !duty.isProvisional || self.state(due: due.localDate) != nil else {
        return nil
      }
      state = .due
    case .undetermined: state = .undecided
    case .inTime, .late, .reported: return nil
    }
    return Alert(
      .reportingClock, state, incident.id.text, part: clock.id.text, title: incident.name.text,
      moment: duty.due, who: incident.owner, reason: words.reason, action: words.action)
  }

  var activations: [Alert] {
    register.activations.compactMap { activation in
      let kinds = activation.events.filter { $0.at.secondsSince1970 <= now.secondsSince1970 }
        .map(\.kind)
      guard kinds.contains(.declared), !kinds.contains(.reviewed) else { return nil }
      let name =
        compiled.protocols[activation.activated].map { register.protocols[$0].name.text } ?? ""
      let owner = compiled.protocols[activation.activated].flatMap { register.protocols[$0].owner }
      func alert(_ state: Alert.State, _ reason: String, _ action: String) -> Alert {
        Alert(
          .activation, state, activation.id.text, title: "\(activation.activated) \(name)",
          who: owner, reason: reason, action: action)
      }
      if kinds.contains(.closed) {
        return alert(
          .missing, "it was closed and nobody has reviewed it",
          "Sit together, compare with the plan, and record what was measured and learned")
      }
      if kinds.contains(.stoodDown) {
        return alert(
          .open, "it was stood down and is not closed", "Close it once the backlog is worked off")
      }
      let late = ActivationState(activation, in: register, at: now).lateTasks.count
      let tasks = late == 0 ? "" : ", and \(Plural.count(late, "task is", "tasks are")) late"
      return alert(
        .open, "it is active\(tasks)",
        "See 'holdfast respond status'; stand down when its conditions hold")
    }
  }

  /// Major incidents that were closed and not reviewed; also those whose severity nobody has said.
  var incidents: [Alert] {
    register.incidents.compactMap { incident in
      guard incident.severity.map({ $0 >= .major }) ?? true,
        incident.status == .closed || incident.closed != nil,
        incident.status != .reviewed, incident.reviewed == nil
      else { return nil }
      let kind = incident.severity.map { "\($0.rawValue) and " } ?? "of unknown severity, "
      return Alert(
        .incidentReview, .missing, incident.id.text, title: incident.name.text,
        who: incident.owner, reason: "it is \(kind)closed, and nobody has reviewed it",
        action: "Review it with those who were there, and write down what was learned")
    }
  }

  /// Root causes that came back, without a problem record; of a month ago or later.
  var rootCauses: [Alert] {
    let since = now.secondsSince1970 - RecurringCause.window
    return RecurringCause.all(in: register.incidents).compactMap { cause in
      guard cause.problems.isEmpty, let last = cause.incidents.last,
        let began = register.incidents[last].began?.secondsSince1970,
        (since...now.secondsSince1970).contains(began)
      else { return nil }
      let incident = register.incidents[last]
      return Alert(
        .rootCause, .missing, incident.id.text, part: cause.cause.text, title: cause.cause.text,
        who: incident.owner,
        reason: "\(cause.most) incidents of this cause within 90 days, and no problem record",
        action: "Open a problem record, and look for what is behind it")
    }
  }
}

extension ReportingDuty {
  /// Whether it counts from a report that is still to be made.
  package var isProvisional: Bool {
    if case .dueTime = start?.basis { true } else { false }
  }
}

extension CompiledRegister {
  /// The reporting duties that incidents bring, at a moment.
  public func reportingDuties(at now: Moment) -> ReportingDuties {
    ReportingDuties(
      register, at: now, zone: register.timeZone == nil ? nil : impact.calendars.zone)
  }
}
