public import RegisterAnalysis
public import RegisterModel

/// For what the organisation can't do without for long, some risk is assessed: for every prioritised
/// activity, and for every asset that one needs directly.
///
/// Prioritised is an activity with an MTPD within the horizon of the criteria. It is found where no open
/// risk hits the activity or anything that it needs directly. An asset is found where no open risk hits it,
/// whatever that asset needs in turn, for a risk to the power supply is not yet one to the pump. Of members
/// that stand in for each other, `atLeast` fewer than there are, one that is hit is enough, and only the
/// first is asked. Drafts and closed risks don't count.
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
    let hit = Set(
      register.register.risks.filter(\.isOngoing).flatMap { $0.allHits.map(\.text) })
    var findings: [Finding] = []
    /// Of each asset that no risk hits: the prioritised activities that need it.
    var dependants: [Int: [Activity]] = [:]
    for (place, activity) in register.register.activities.enumerated()
    where register.isPrioritised(activity: place) {
      let needed = activity.needs.lazy.flatMap(\.members)
      if !hit.contains(activity.id.text), !needed.contains(where: { hit.contains($0.ref.text) }) {
        findings.append(Self.noRisk(activity, register.tolerablePeriod(ofActivity: place)))
      }
      for asset in Set(activity.needs.flatMap { $0.criticalMembers(given: hit) }).compactMap({
        register.assets[$0]
      }) {
        dependants[asset, default: []].append(activity)
      }
    }
    return findings
      + dependants.sorted { $0.key < $1.key }.map { place, activities in
        Self.noRisk(register.register.assets[place], neededBy: activities)
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

  private static func noRisk(_ asset: Asset, neededBy activities: [Activity]) -> Finding {
    let names = activities.map { "\($0.id) '\($0.name)'" }
    return rule.finding(
      asset.id.text, nil,
      "no risk is assessed for '\(asset.name)', which \(Wording.someOf(names)) "
        + "\(names.count == 1 ? "needs" : "need")",
      hint: "ask what could take it out, and add a risk with <hits ref=\"\(asset.id)\"/>")
  }
}

extension Need {
  /// The members that ought to have a risk and have none: each, where all are needed; the first, where some
  /// stand in for others and none is hit.
  fileprivate func criticalMembers(given hit: Set<String>) -> [Identifier<Dependable>] {
    let spare = atLeast.map { Int($0.value) < members.count } ?? false
    let isHit = members.contains { hit.contains($0.ref.text) }
    guard spare else { return members.map(\.ref).filter { !hit.contains($0.text) } }
    return isHit ? [] : members.prefix(1).map(\.ref)
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
