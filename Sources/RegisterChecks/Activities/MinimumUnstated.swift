public import RegisterAnalysis
public import RegisterModel

/// Every prioritised activity says how much of its normal output must be reached in its recovery time
/// objective: its MBCO, as a share or as a quantity.
///
/// The objective is the time to resume at this level, not at full strength. Without it nobody can say whether a
/// workaround does, or when recovery is good enough.
public struct MinimumUnstated: RegisterCheck {
  public static let rule = Rule(
    "BIA-009", .error, "Minimum level (MBCO) missing on a prioritised activity",
    [.iso22301("8.2.2 e")], .missing)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    register.prioritised.compactMap { _, activity in
      activity.targets?.mbco == nil && activity.targets?.mbcoVolume == nil
        ? Self.unstated(activity) : nil
    }
  }

  private static func unstated(_ activity: Activity) -> Finding {
    rule.finding(
      activity.id.text, "targets/mbco",
      "nobody has said how much of '\(activity.name)' must be done again when it is back",
      hint: "give a share of what is normal: " + Wording.set("targets/mbco=0.5"))
  }
}
