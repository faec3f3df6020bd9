public import RegisterAnalysis
public import RegisterModel
import RiskScoring

/// Every impact category in use says from which level on an impact can't be borne.
///
/// The time after which the disruption of an activity is intolerable, its MTPD, is read from the
/// impacts that reach this level. A category is in use if a risk or an activity is judged in it.
///
/// - Note: BSI 200-4 calls it Untragbarkeitsniveau.
public struct IntolerabilityUnstated: RegisterCheck {
  public static let rule = Rule(
    "CFG-005", .error, "Impact category in use without an intolerable level",
    [.iso22301("8.2.2 a"), .iso22301("8.2.2 d")], .missing)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    let categories = register.rules.categories.map(\.definition)
    guard categories.contains(where: { $0.intolerable == nil }) else { return [] }
    let risks = Self.uses(register.register.risks.lazy.map { $0.scores.flatMap(\.impacts) }) {
      register.rules.index(of: $0.category)?.position
    }
    let activities = Self.uses(register.register.activities.lazy.map(\.impacts)) {
      register.rules.index(of: $0.category)?.position
    }
    return categories.enumerated().compactMap { place, category in
      let counts = (risks[place] ?? 0, activities[place] ?? 0)
      guard category.intolerable == nil, counts != (0, 0) else { return nil }
      return Self.unstated(category, risks: counts.0, activities: counts.1)
    }
  }

  /// How many records are judged in each category, by the place of the category.
  private static func uses<Impact>(
    _ records: some Sequence<[Impact]>, place: (Impact) -> Int?
  ) -> [Int: Int] {
    var counts: [Int: Int] = [:]
    for impacts in records {
      for place in Set(impacts.compactMap(place)) { counts[place, default: 0] += 1 }
    }
    return counts
  }

  private static func unstated(_ category: ImpactCategory, risks: Int, activities: Int) -> Finding {
    let users = [
      risks == 0 ? nil : Wording.count(risks, "risk", "risks"),
      activities == 0 ? nil : Wording.count(activities, "activity", "activities"),
    ].compactMap(\.self)
    return rule.finding(
      nil, "criteria/impact[\(category.category)]/intolerable",
      "\(category.words), in which \(Wording.list(users)) \(risks + activities == 1 ? "is" : "are") "
        + "judged, has no level from which an impact is intolerable",
      hint: "say which: <impact category=\"\(category.category)\" intolerable=\"…\">")
  }
}
