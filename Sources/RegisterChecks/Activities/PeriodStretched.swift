import ImpactAnalysis
public import RegisterAnalysis
public import RegisterModel

/// No activity declares an MTPD longer than the one that follows from its grid, its costs and its limits,
/// unless somebody approved that and said why.
///
/// Without approval, day and reason the shorter one counts for everything that is computed. With them the
/// declared one does, and the other is shown beside it.
public struct PeriodStretched: RegisterCheck {
  public static let rule = Rule(
    "BIA-008", .error, "Declared MTPD longer than the one that follows", [.iso22301("8.2.2 d")],
    .wrong)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    register.register.activities.enumerated().compactMap { place, activity in
      let period = register.impact.periods[place]
      guard period.isStretched, !period.isApproved else { return nil }
      return Self.stretched(activity, period, register)
    }
  }

  private static func stretched(
    _ activity: Activity, _ period: PlanningPeriod, _ register: CompiledRegister
  ) -> Finding {
    let lacks =
      [
        activity.targets?.approvedBy == nil ? "approvedBy" : nil,
        activity.targets?.approvedOn == nil ? "approvedOn" : nil,
      ].compactMap(\.self).map { "\($0)=\"…\"" }
      + (activity.targets?.because == nil ? ["<because>"] : [])
    return rule.finding(
      activity.id.text, "targets/mtpd",
      "'\(activity.name)' declares an MTPD of \(Wording.time(period.declared ?? 0)), but "
        + "\(period.words(activity, register))",
      hint:
        "shorten it, correct what was judged, or have it approved with a reason: \(Wording.list(lacks)) in "
        + "<targets>")
  }
}
