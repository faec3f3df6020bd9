public import RegisterAnalysis
public import RegisterModel

/// Every prioritised activity says how many people it needs at least, and its owner has somebody to stand in.
///
/// The first is a `staff` entry; an activity that needs nobody says so with 0. The second is a deputy of the
/// owner, a role or team of two or more, or a role whose only holder has a deputy. An organisation as the owner
/// is not asked for deputies.
///
/// Disruptions take people as well, and come in the holidays of the one who knows.
public struct StaffingUnstated: RegisterCheck {
  public static let rule = Rule(
    "BIA-015", .warning, "Prioritised activity without minimum staffing or deputy",
    [.iso22301("8.3.4"), .iso22301("8.4.2")], .missing)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    register.prioritised.compactMap { _, activity in
      let owner = activity.owner.flatMap { register.party($0) }
      let isAlone = owner.map { !register.hasSubstitute($0) } ?? false
      guard activity.staffing.isEmpty || isAlone else { return nil }
      return Self.lacks(activity, alone: isAlone ? owner : nil)
    }
  }

  private static func lacks(_ activity: Activity, alone owner: Party?) -> Finding {
    let lacks = [
      activity.staffing.isEmpty
        ? "nobody has said how many people '\(activity.name)' needs at least" : nil,
      owner.map { owner in
        activity.staffing.isEmpty
          ? "nobody stands in for its owner \(owner.id) '\(owner.name)'"
          : "nobody stands in for \(owner.id) '\(owner.name)', who owns '\(activity.name)'"
      },
    ].compactMap(\.self)
    let hints = [
      activity.staffing.isEmpty ? "add <staff role=\"…\" atLeast=\"…\"/>" : nil,
      owner.map { Wording.set("deputy+=PARTY", of: $0.id.text) },
    ].compactMap(\.self)
    return rule.finding(
      activity.id.text, activity.staffing.isEmpty ? "staff" : "owner", Wording.list(lacks),
      hint: Wording.list(hints))
  }
}

extension CompiledRegister {
  func party(_ id: Identifier<Party>) -> Party? { parties[id].map { register.parties[$0] } }

  /// Whether there is somebody else if one person is not there.
  fileprivate func hasSubstitute(_ party: Party) -> Bool {
    if party.kind == .organisation || !party.deputies.isEmpty || party.holders.count > 1 {
      return true
    }
    guard let holder = party.holders.first.flatMap({ self.party($0.ref) }) else { return false }
    return holder.kind == .team || !holder.deputies.isEmpty || holder.holders.count > 1
  }
}
