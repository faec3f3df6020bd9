public import RegisterAnalysis
public import RegisterModel

/// Every activity that uses data says how much of it may be lost: its RPO, as time.
///
/// It uses data where it says so (`usesData`), or where it needs an asset of the kind `data` directly. Of a
/// prioritised activity that doesn't say whether it does, the rule warns. Without an RPO nobody can say
/// whether copies are made often enough (REC-002).
public struct RecoveryPointUnstated: RegisterCheck {
  public static let rule = Rule(
    "BIA-010", .error, "Activity that uses data without recovery point objective (RPO)",
    [.dora("12(6)"), .sp80034("3.2")], .missing)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    register.register.activities.enumerated().compactMap { place, activity in
      guard activity.targets?.rpo == nil, activity.usesData != false else { return nil }
      let data = Self.data(neededBy: activity, register)
      if activity.usesData == true || data != nil { return Self.unstated(activity, data) }
      return register.isPrioritised(activity: place) ? Self.unknown(activity) : nil
    }
  }

  private static func data(neededBy activity: Activity, _ register: CompiledRegister) -> Asset? {
    for need in activity.needs {
      for member in need.members {
        guard let place = register.assets[member.ref] else { continue }
        let asset = register.register.assets[place]
        if asset.kind == .data { return asset }
      }
    }
    return nil
  }

  private static func unstated(_ activity: Activity, _ data: Asset?) -> Finding {
    rule.finding(
      activity.id.text, "targets/rpo",
      "'\(activity.name)' uses data\(data.map { " (\($0.id) '\($0.name)')" } ?? ""), and nobody has said how "
        + "much of it may be lost",
      hint: "say how much work may have to be done again, as time: "
        + Wording.set("targets/rpo=PT1H"))
  }

  private static func unknown(_ activity: Activity) -> Finding {
    rule.finding(
      activity.id.text, "usesData",
      "nobody has said whether '\(activity.name)' uses data that could be lost",
      hint: "say so: " + Wording.set("usesData=no")
        + "; or how much may be lost: targets/rpo=PT1H", severity: .warning)
  }
}
