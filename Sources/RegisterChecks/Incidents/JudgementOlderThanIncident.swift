public import RegisterAnalysis
public import RegisterModel
import ResponsePlanning

/// After an incident hit something prioritised, the risks that it realised and the impact analyses of the
/// activities that it hit were looked at again.
///
/// Asked once the incident is closed, of incidents that hit a prioritised activity or something that one needs.
/// The risks are those that it `realises` and that are not closed; they must have been reviewed, and the impact
/// analyses made, on the day on which it began or later.
///
/// An incident is the best evidence there is: of how often it happens, what it costs, and how long recovery
/// takes. A judgement that is older than the incident doesn't know of it.
public struct JudgementOlderThanIncident: RegisterCheck {
  public static let rule = Rule(
    "INC-002", .warning, "Risk or impact analysis not looked at since an incident",
    [.iso22301("8.2.1"), .iso22301("8.6"), .cir("4.1.4")], .wrong)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    let impact = register.impact
    return register.register.incidents.compactMap { incident in
      guard incident.status >= .closed, let began = incident.began?.localDate else { return nil }
      let nodes = incident.affected.compactMap { register.node(of: $0.ref) }
      guard nodes.contains(where: { impact.isNeeded[$0] }) else { return nil }
      let old =
        Self.risks(of: incident, began, register)
        + nodes.compactMap { Self.activity($0, began, register) }
      return old.isEmpty ? nil : Self.outdated(incident, began, old)
    }
  }

  /// "the risk R-1 'It burns', reviewed on 2026-01-01".
  private static func risks(
    of incident: Incident, _ began: CalendarDate, _ register: CompiledRegister
  ) -> [String] {
    incident.realises.compactMap { realised in
      guard let place = register.risks[realised.ref] else { return nil }
      let risk = register.register.risks[place]
      guard risk.isOngoing, risk.reviewed.map({ $0 < began }) ?? true else { return nil }
      let last = risk.reviewed.map { "reviewed on \($0.text)" } ?? "never reviewed"
      return "the risk \(risk.id) '\(risk.title)', \(last)"
    }
  }

  /// "the impact analysis of A-1 'Triage', of 2026-01-01".
  private static func activity(
    _ node: Int, _ began: CalendarDate, _ register: CompiledRegister
  ) -> String? {
    let activities = register.register.activities
    guard node < activities.count, register.impact.isNeeded[node] else { return nil }
    let activity = activities[node]
    let made = activity.assessment?.on ?? activity.assessment?.approvedOn
    guard made.map({ $0 < began }) ?? true else { return nil }
    return "the impact analysis of \(activity.id) '\(activity.name)', "
      + (made.map { "of \($0.text)" } ?? "of which nobody knows when it was made")
  }

  private static func outdated(_ incident: Incident, _ began: CalendarDate, _ old: [String])
    -> Finding
  {
    let shown = old.prefix(3) + (old.count > 3 ? ["\(old.count - 3) more"] : [])
    return rule.finding(
      incident.id.text, nil,
      "since the incident '\(incident.name)' of \(began.text) nobody has looked again at "
        + Wording.list(Array(shown)),
      hint: "look at them again with what it showed, and set the day of the review")
  }
}
