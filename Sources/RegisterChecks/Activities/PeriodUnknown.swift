import ImpactAnalysis
public import RegisterAnalysis
public import RegisterModel

/// For every activity somebody can say how long it may be down: its MTPD is declared, or follows from its
/// grid, its costs or a limit from outside.
///
/// Not asked is an activity of which it is known that its disruption can be borne for the whole horizon. One
/// that was judged at no time, or was judged tolerable up to a time and then no more, may be urgent, and
/// nobody knows: it counts as not prioritised, so nothing else asks after it.
public struct PeriodUnknown: RegisterCheck {
  public static let rule = Rule(
    "BIA-004", .error, "Tolerable period (MTPD) not known",
    [.iso22301("8.2.2 d"), .sp80034("3.2")], .missing)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    register.register.activities.enumerated().compactMap { place, activity in
      let period = register.impact.periods[place]
      guard period.seconds == nil else { return nil }
      if let derived = period.derived {
        if derived.isNotCritical { return nil }
        if let horizon = register.horizon, derived.lower >= horizon.seconds { return nil }
      }
      return Self.unknown(activity, period.derived)
    }
  }

  private static func unknown(_ activity: Activity, _ derived: TolerablePeriod?) -> Finding {
    let known =
      derived.map { $0.lower > 0 ? "; only that it can be for \(Wording.time($0.lower))" : "" }
      ?? ""
    return rule.finding(
      activity.id.text, "targets/mtpd",
      "nobody can say how long '\(activity.name)' may be down\(known)",
      hint: "judge its impacts over time, from which it follows; or declare it: "
        + Wording.set("targets/mtpd=P1D"))
  }
}
