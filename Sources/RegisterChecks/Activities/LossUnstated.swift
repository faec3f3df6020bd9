import ImpactAnalysis
public import RegisterAnalysis
public import RegisterModel

/// Every prioritised activity says what its disruption costs.
///
/// A rough figure for each hour is enough to compare what recovery costs with what it saves. One that costs
/// nothing says so with 0. It fires as well where the cost depends on a time zone that nobody knows.
public struct LossUnstated: RegisterCheck {
  public static let rule = Rule(
    "REC-007", .warning, "Prioritised activity without cost of disruption",
    [.dora("11(10)"), .iso22301("8.3.3")], .missing)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    // Costs take long to compute, and only a time zone that nobody knows leaves them open.
    let zones = register.impact.calendars.unknownZones
    return register.prioritised.compactMap { place, activity in
      if activity.losses?.terms.isEmpty ?? true { return Self.unstated(activity) }
      guard !zones.isEmpty, register.impact.losses[place] == nil else { return nil }
      return Self.zoneUnknown(activity, zones)
    }
  }

  private static func zoneUnknown(_ activity: Activity, _ zones: [Line]) -> Finding? {
    guard let zone = zones.first else { return nil }
    return rule.finding(
      activity.id.text, "calendar",
      "nobody can say what it costs while '\(activity.name)' is down: when it is at work depends on the time "
        + "zone \(Wording.someOf(zones.map { "'\($0)'" })), which is not known",
      hint: "correct timeZone=\"\(zone)\": a name of the time zone database, such as Europe/Dublin",
      nature: .wrong)
  }

  private static func unstated(_ activity: Activity) -> Finding {
    rule.finding(
      activity.id.text, "loss", "nobody has said what it costs while '\(activity.name)' is down",
      hint: "give a rough figure: <loss><rate amount=\"…\" per=\"PT1H\"/></loss>")
  }
}
