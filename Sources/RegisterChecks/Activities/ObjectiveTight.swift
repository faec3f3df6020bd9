import ImpactAnalysis
public import RegisterAnalysis
public import RegisterModel

/// The recovery time objective leaves a fifth of the MTPD to spare, and is no later than the last time at
/// which the disruption is known to be tolerable.
///
/// The MTPD lies between two times of the grid, and nobody knows where; after recovery there is a backlog, and
/// recovery takes longer than planned. Where no time was judged tolerable, only the fifth is asked for. An
/// objective that is not before the MTPD at all is BIA-005's.
public struct ObjectiveTight: RegisterCheck {
  public static let rule = Rule(
    "BIA-006", .warning, "Recovery time objective close to the MTPD", [.iso22301("8.2.2 e")], .wrong
  )

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    register.register.activities.enumerated().compactMap { place, activity in
      let period = register.impact.periods[place]
      let budget = TargetBudget(
        tolerable: period.seconds, objective: activity.targets?.rto?.seconds)
      let lower = period.derived?.lower ?? 0
      guard budget.isValid == true,
        budget.isComfortable(lastTolerable: lower > 0 ? lower : .max) == false
      else { return nil }
      return Self.tight(activity, period, budget, lastTolerable: lower, register)
    }
  }

  private static func tight(
    _ activity: Activity, _ period: PlanningPeriod, _ budget: TargetBudget, lastTolerable: Int64,
    _ register: CompiledRegister
  ) -> Finding? {
    guard let objective = budget.objective, let tolerable = budget.tolerable else { return nil }
    let isBeyond = lastTolerable > 0 && objective > lastTolerable
    // Four fifths, and no later than what is known to be tolerable.
    let longest = min(tolerable / 5 * 4, lastTolerable > 0 ? lastTolerable : .max)
    return rule.finding(
      activity.id.text, "targets/rto",
      "'\(activity.name)' is to be back in \(Wording.time(objective)) and \(period.words(activity, register)): "
        + (isBeyond
          ? "the last time at which it is known to be tolerable is \(Wording.time(lastTolerable))"
          : "\(Wording.time(tolerable - objective)) to spare is less than a fifth"),
      hint: "aim at \(Wording.time(longest)) or less: "
        + Wording.set("targets/rto=\(ElapsedTime(seconds: longest)?.writtenText ?? "PT4H")"))
  }
}
