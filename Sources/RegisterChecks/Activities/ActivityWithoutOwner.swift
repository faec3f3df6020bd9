public import RegisterAnalysis
public import RegisterModel

/// Every activity has an owner.
///
/// Somebody has to say how long it can be down and what it needs, and to answer for that.
public struct ActivityWithoutOwner: RegisterCheck {
  public static let rule = Rule(
    "BIA-002", .error, "Activity without owner", [.iso22301("5.3"), .iso22317("")], .missing)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    register.register.activities.filter { $0.owner == nil }.map(Self.noOwner)
  }

  private static func noOwner(_ activity: Activity) -> Finding {
    rule.finding(
      activity.id.text, "owner", "nobody owns the activity '\(activity.name)'",
      hint: "name the party that answers for it: "
        + Wording.set("owner=PARTY"))
  }
}
