public import RegisterAnalysis
public import RegisterModel

/// Every major or critical incident that was closed was reviewed.
///
/// It was closed if its status or its moment `closed` says so, reviewed if its status or its moment `reviewed`
/// does.
///
/// What was learned is gone when those who were there have gone. Sit together within weeks: what happened, what
/// worked, what was the cause, what is changed by whom and when.
public struct MajorIncidentUnreviewed: RegisterCheck {
  public static let rule = Rule(
    "INC-001", .error, "Major incident closed without review",
    [.iso22301("8.6"), .dora("13(2)"), .cir("3.6")], .missing)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    register.register.incidents.compactMap { incident in
      guard let severity = incident.severity, severity >= .major,
        incident.status == .closed || incident.closed != nil,
        incident.status < .reviewed, incident.reviewed == nil
      else { return nil }
      return Self.unreviewed(incident, severity)
    }
  }

  private static func unreviewed(_ incident: Incident, _ severity: Incident.Severity) -> Finding {
    let closed = incident.closed.map { " on \($0.localDate.text)" } ?? ""
    return rule.finding(
      incident.id.text, "reviewed",
      "the \(severity.rawValue) incident '\(incident.name)' was closed\(closed), and nobody has reviewed it",
      hint:
        "review it with those who were there, write <review>, and set status=\"reviewed\" reviewed=\"…\""
    )
  }
}
