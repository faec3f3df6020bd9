import ImpactAnalysis
public import RegisterAnalysis
public import RegisterModel

/// No workaround runs out before what it stands in for is back.
///
/// It is there after its `act` and lasts as long as it says. What it stands in for is there when as many
/// members as are needed are back, with the lead. Crews that recovery competes for are not counted: with them it
/// may take longer. What isn't known counts as no time.
///
/// The hour at which the paper runs out is the worst of the whole disruption: everybody thought that it was
/// taken care of.
public struct WorkaroundTooShort: RegisterCheck {
  public static let rule = Rule(
    "REC-006", .error, "Workaround runs out before recovery", [.iso22301("8.3.3")], .wrong)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    WorkaroundLapse.all(register.impact.graph).map { Self.short($0, register) }
  }

  private static func short(_ lapse: WorkaroundLapse, _ register: CompiledRegister) -> Finding {
    let back =
      lapse.available >= TimeBounds.never
      ? "never back" : "not back before \(Wording.time(lapse.available))"
    let missing =
      lapse.available >= TimeBounds.never
      ? "" : ", \(Wording.time(lapse.available - lapse.ends)) too early"
    return rule.finding(
      register.impact.identifier(lapse.node), "needs",
      "the workaround of '\(register.impact.name(lapse.node))' for \(register.label(lapse.member)) runs out after "
        + "\(Wording.time(lapse.ends))\(missing): what it stands in for is \(back)",
      hint:
        "make it last longer (lasts=\"…\"), or have \(register.impact.identifier(lapse.member)) back sooner"
    )
  }
}
