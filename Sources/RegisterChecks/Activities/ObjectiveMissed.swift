import ImpactAnalysis
public import RegisterAnalysis
public import RegisterModel

/// Every prioritised activity has a recovery time objective, and no activity one that is not shorter than its
/// MTPD.
///
/// The MTPD is that which the activity is planned by: the shorter of the declared one and the one that
/// follows. Between both must be time: an activity that comes back at the very moment at which its
/// disruption becomes intolerable has come back too late.
public struct ObjectiveMissed: RegisterCheck {
  public static let rule = Rule(
    "BIA-005", .error, "Recovery time objective (RTO) missing, or not before the MTPD",
    [.iso22301("8.2.2 e"), .dora("12(6)")], .missing)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    register.register.activities.enumerated().compactMap { place, activity in
      let period = register.impact.periods[place]
      guard let tolerable = period.seconds else { return nil }
      guard let objective = activity.targets?.rto?.seconds else {
        return register.isPrioritised(activity: place) ? Self.missing(activity, tolerable) : nil
      }
      let budget = TargetBudget(tolerable: tolerable, objective: objective)
      return budget.isValid == false ? Self.late(activity, period, objective, register) : nil
    }
  }

  private static func missing(_ activity: Activity, _ tolerable: Int64) -> Finding {
    rule.finding(
      activity.id.text, "targets/rto",
      "nobody has said by when '\(activity.name)' is to be back; it may be down for "
        + "\(Wording.time(tolerable)) at most",
      hint: "set a time before that: " + Wording.set("targets/rto=PT4H"))
  }

  private static func late(
    _ activity: Activity, _ period: PlanningPeriod, _ objective: Int64, _ register: CompiledRegister
  ) -> Finding {
    rule.finding(
      activity.id.text, "targets/rto",
      "'\(activity.name)' is to be back in \(Wording.time(objective)), but \(period.words(activity, register))",
      hint: "set it sooner, with a fifth of that time to spare: "
        + Wording.set("targets/rto=PT4H"),
      nature: .wrong)
  }
}

extension PlanningPeriod {
  /// "may be down for 4 hours at most, by Safety": how long, and who says so.
  func words(_ activity: Activity, _ register: CompiledRegister) -> String {
    let length = seconds.map { Wording.time($0) } ?? "a time that nobody knows"
    let basis =
      isDeclared
      ? "as declared"
      : derived.flatMap { ImpactWords(register.impact).basis($0, of: activity) }.map { "by \($0)" }
    return "may be down for \(length) at most" + (basis.map { ", \($0)" } ?? "")
  }
}
