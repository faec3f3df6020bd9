import ImpactAnalysis
public import RegisterAnalysis
public import RegisterModel

/// For what the organisation can't do without for long, some risk is assessed: for every prioritised
/// activity, for every asset that one needs directly, and for every single point of failure behind it.
///
/// Prioritised is an activity with an MTPD within the horizon of the criteria. It is found where no open
/// risk hits the activity or anything that it needs directly. An asset is found where no open risk hits it,
/// whatever that asset needs in turn, for a risk to the power supply is not yet one to the pump. Of members
/// that stand in for each other, `atLeast` fewer than there are, one that is hit is enough, and only the
/// first is asked. Drafts and closed risks don't count. A single point that nobody can work around is not
/// named here as well: without a risk it is an error of DEP-004.
///
/// ISO 22301 asks for the risks to prioritised activities and to what they need, and not for a list of
/// whatever came to mind. Ask of each asset found here what could take it out, and record it, or say in a
/// suppression why nothing worth recording can.
public struct PrioritisedWithoutRisk: RegisterCheck {
  public static let rule = Rule(
    "RSK-013", .warning, "Prioritised activity, or what it needs, without risk",
    [.iso22301("8.2.3 a")], .missing)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    let isHit = register.hitNodes()
    let unguarded = Set(register.unguardedPoints().map(\.node))
    var findings: [Finding] = []
    /// Of each asset that no risk hits: the prioritised activities that need it.
    var dependants: [Int: [Int]] = [:]
    for (place, activity) in register.prioritised {
      let members = activity.needs.map { $0.members.compactMap { register.node(of: $0.ref) } }
      if !isHit[place], !members.joined().contains(where: { isHit[$0] }) {
        findings.append(Self.noRisk(activity, register.tolerablePeriod(ofActivity: place)))
      }
      for (need, members) in zip(activity.needs, members) {
        for member in need.criticalMembers(members, isHit) {
          dependants[member, default: []].append(place)
        }
      }
    }
    for point in register.impact.points.points where !isHit[point.node] {
      dependants[point.node, default: []] += point.activities
    }
    return findings
      + dependants.sorted { $0.key < $1.key }.compactMap { node, activities in
        guard let asset = register.impact.asset(node), !unguarded.contains(node) else { return nil }
        return Self.noRisk(asset, neededBy: Set(activities).sorted(), register)
      }
  }

  private static func noRisk(_ activity: Activity, _ period: ElapsedTime?) -> Finding {
    rule.finding(
      activity.id.text, nil,
      "no risk is assessed for '\(activity.name)'"
        + (period.map { ", which must be back within \($0.words)," } ?? "")
        + " nor for anything that it needs directly",
      hint: "add a risk with <hits ref=\"\(activity.id)\"/>, or one that hits what it needs")
  }

  private static func noRisk(
    _ asset: Asset, neededBy activities: [Int], _ register: CompiledRegister
  ) -> Finding {
    rule.finding(
      asset.id.text, nil,
      "no risk is assessed for '\(asset.name)', which \(register.labels(activities)) "
        + "\(activities.count == 1 ? "needs" : "need")",
      hint: "ask what could take it out, and add a risk with <hits ref=\"\(asset.id)\"/>")
  }
}

extension Need {
  /// The members that ought to have a risk and have none: each, where all are needed; the first, where some
  /// stand in for others and none is hit.
  fileprivate func criticalMembers(_ members: [Int], _ isHit: [Bool]) -> [Int] {
    let spare = atLeast.map { Int($0.value) < members.count } ?? false
    guard spare else { return members.filter { !isHit[$0] } }
    return members.contains { isHit[$0] } ? [] : Array(members.prefix(1))
  }
}

extension ElapsedTime {
  /// "4 hours", "2 days", "1 hour and 30 minutes": all of it.
  var words: String {
    var rest = seconds
    var parts: [String] = []
    for (unit, name) in [(86_400, "day"), (3600, "hour"), (60, "minute"), (1, "second")] {
      let count = rest / Int64(unit)
      rest %= Int64(unit)
      if count > 0 { parts.append("\(count) \(name)\(count == 1 ? "" : "s")") }
    }
    return parts.isEmpty ? "no time" : Wording.list(parts)
  }
}
