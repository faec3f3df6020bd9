import RegisterModel

/// What keeps plans, people and analyses up to date.
extension AlertMaker {
  var actions: [Alert] {
    register.actions.compactMap { action in
      guard action.status == .open || action.status == .inProgress, let due = action.due,
        let state = state(due: due)
      else { return nil }
      return Alert(
        .action, state, action.id.text, title: action.name.text, due: due, who: action.owner,
        reason: "it \(Self.words(state, due))",
        action: "Finish it and set done to the day, or set a new day and say why")
    }
  }

  /// Exercises that are planned and were not held.
  var exercises: [Alert] {
    register.exercises.compactMap { exercise in
      guard exercise.on == nil, let day = exercise.planned, let state = state(due: day) else {
        return nil
      }
      return Alert(
        .exercise, state, exercise.id.text, title: exercise.name.text, due: day,
        who: exercise.lead,
        reason:
          "it \(state == .overdue ? "was planned for" : "is planned for") \(DateText.day(day))"
          + (state == .overdue ? " and nobody recorded that it was held" : ""),
        action: state == .overdue
          ? "Record what was measured and found, or set a new day"
          : "Invite, and say what it is to show")
    }
  }

  var contacts: [Alert] { protocolContacts + register.parties.compactMap(contacts) }

  private var protocolContacts: [Alert] {
    register.protocols.compactMap { plan in
      guard let until = plan.contactsValidUntil, let state = state(due: until) else { return nil }
      return Alert(
        .contact, state, plan.id.text, title: plan.name.text, due: until, who: plan.owner,
        reason:
          "its contacts \(state == .overdue ? "were" : "are") valid until \(DateText.day(until))",
        action: "Call everybody in it, and set contactsValidUntil anew")
    }
  }

  /// The contact of a party that is to be verified first: six months after the last time.
  private func contacts(_ party: Party) -> Alert? {
    guard let halfYear = CalendarPeriod(months: 6, days: 0), !party.contacts.isEmpty else {
      return nil
    }
    func alert(_ state: Alert.State, _ due: CalendarDate?, _ reason: String) -> Alert {
      Alert(
        .contact, state, party.id.text, title: party.name.text, due: due,
        who: party.kind == .organisation ? register.owner : party.id,
        reason: reason, action: "Try it, and set verified to the day")
    }
    let never = party.contacts.count { $0.verified == nil }
    if never > 0 {
      return alert(
        .missing, nil,
        "nobody has verified \(never == party.contacts.count ? "how to reach it" : Plural.count(never, "of its contacts", "of its contacts"))"
      )
    }
    guard let due = party.contacts.compactMap({ $0.verified?.adding(halfYear) }).min(),
      let state = state(due: due)
    else { return nil }
    return alert(
      state, due,
      "how to reach it \(state == .overdue ? "was" : "is") to be verified by \(DateText.day(due))")
  }

  var impactReviews: [Alert] {
    register.activities.compactMap { activity in
      guard let due = activity.analysisDue, let state = state(due: due) else { return nil }
      return Alert(
        .impactReview, state, activity.id.text, title: activity.name.text, due: due,
        who: activity.owner,
        reason:
          "its impact analysis \(state == .overdue ? "was" : "is") due again on \(DateText.day(due))",
        action: "Look at it again with its owner, and set assessed/on to the day")
    }
  }

  var criteriaReview: [Alert] {
    guard let due = register.criteria?.reviewDue, let state = state(due: due) else { return [] }
    return [
      Alert(
        .criteriaReview, state, register.id.text, title: "The criteria", due: due,
        who: register.owner, reason: "their review \(Self.words(state, due))",
        action: "Review scales, matrix and appetite, and set reviewed to the day")
    ]
  }

  var suppressions: [Alert] {
    register.suppressions.compactMap { suppression in
      guard let until = suppression.until, let state = state(due: until) else { return nil }
      let about = suppression.ref.map { " of \($0)" } ?? ""
      return Alert(
        .suppression, state, suppression.id.text, title: "\(suppression.rule)\(about)", due: until,
        who: suppression.by,
        reason:
          "\(state == .overdue ? "it ended" : "it ends") after \(DateText.day(until)), and the finding \(state == .overdue ? "is back" : "comes back")",
        action: state == .overdue
          ? "Mend what it hid, decide again, or remove it" : "Mend what it hides, or decide again")
    }
  }
}
