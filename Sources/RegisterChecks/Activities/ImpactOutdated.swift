public import RegisterAnalysis
public import RegisterModel

/// Every impact analysis was made within the last 12 months, and after every significant change to what it is
/// about.
///
/// A `change` is about an activity where it affects that activity, a service or process that it supports, or
/// what it needs directly; or where it says nothing of what it affects. One of the same day counts as
/// considered, one that is still to come doesn't count. An activity that is judged, and doesn't say when, is
/// asked for that day.
///
/// Organisations change faster than their documents. Look at the grid, the targets and the needs again with
/// the owner, and set the day even where nothing changed.
public struct ImpactOutdated: RegisterCheck {
  public static let rule = Rule(
    "BIA-011", .error, "Impact analysis older than 12 months, or than a significant change",
    [.iso22301("8.2.1"), .dora("11(6)"), .cir("4.1.4")], .wrong)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    let changes = LastChanges(register.register, until: register.today)
    return register.register.activities.compactMap { activity in
      guard let made = activity.analysed else {
        return activity.isJudged ? Self.undated(activity) : nil
      }
      if let due = activity.analysisDue, due < register.today {
        return Self.overdue(activity, made, due, register.today)
      }
      return changes.last(for: activity).flatMap { change, day in
        made < day ? Self.changed(activity, made, change, day) : nil
      }
    }
  }

  private static func undated(_ activity: Activity) -> Finding {
    rule.finding(
      activity.id.text, "assessed",
      "nobody has said when the impact analysis of '\(activity.name)' was made",
      hint: "add <assessed on=\"…\" by=\"…\"/>", nature: .missing)
  }

  private static func overdue(
    _ activity: Activity, _ made: CalendarDate, _ due: CalendarDate, _ today: CalendarDate
  ) -> Finding {
    rule.finding(
      activity.id.text, "assessed/on",
      "the impact analysis of '\(activity.name)' is of \(made.text) and was due again on \(due.text), "
        + "\(Wording.days(from: due, to: today)) ago",
      hint: hint)
  }

  private static func changed(
    _ activity: Activity, _ made: CalendarDate, _ change: Change, _ day: CalendarDate
  ) -> Finding {
    rule.finding(
      activity.id.text, "assessed/on",
      "the impact analysis of '\(activity.name)' is of \(made.text), before the change \(change.id) "
        + "'\(change.name)' of \(day.text)",
      hint: hint)
  }

  private static let hint =
    "look at it again with its owner, then " + Wording.set("assessed/on=DATE")
}

/// The last significant change to each record, up to a day.
private struct LastChanges {
  private typealias Dated = (change: Change, day: CalendarDate)
  private var changes: [String: Dated] = [:]
  private var general: Dated?

  init(_ register: Register, until today: CalendarDate) {
    for change in register.changes {
      guard let day = change.on, day <= today else { continue }
      if change.affects.isEmpty, general.map({ $0.day < day }) ?? true { general = (change, day) }
      for affected in change.affects where changes[affected.ref.text].map({ $0.day < day }) ?? true
      {
        changes[affected.ref.text] = (change, day)
      }
    }
  }

  func last(for activity: Activity) -> (Change, CalendarDate)? {
    guard general != nil || !changes.isEmpty else { return nil }
    let subjects =
      [activity.id.text] + activity.supports.map(\.ref.text)
      + activity.needs.flatMap { $0.members.map(\.ref.text) }
    var last = general
    for subject in subjects {
      if let change = changes[subject], last.map({ $0.day < change.day }) ?? true { last = change }
    }
    return last.map { ($0.change, $0.day) }
  }
}

extension Activity {
  /// Whether anything is said about what its disruption means.
  var isJudged: Bool { !impacts.isEmpty || targets != nil || !(losses?.terms.isEmpty ?? true) }
}
