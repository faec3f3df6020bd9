public import RegisterAnalysis
public import RegisterModel

/// Every task of a protocol has a role, and every such role a holder and a deputy.
///
/// Two holders stand in for each other; so do the members of a team. An organisation has people whose names nobody here
/// needs to know. A person for whom no role is named has nobody to stand in.
public struct TaskWithoutRole: RegisterCheck {
  public static let rule = Rule(
    "PRT-005", .error, "Task without role, or role without holder and deputy",
    [.iso22301("8.4.2"), .cir("4.1.2 b")], .missing)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    var seen: Set<Identifier<Party>> = []
    var vacant: [Party] = []
    let findings = register.register.protocols.flatMap { plan in
      let bare = plan.tasks.filter { $0.role == nil }
      let roles = plan.tasks.compactMap(\.role).filter { seen.insert($0).inserted }
        .compactMap { register.party($0) }
      vacant += roles.filter { $0.isVacant }
      let alone = roles.filter { !$0.isVacant && !register.hasStandIn($0) }
      return (bare.isEmpty ? [] : [Self.withoutRole(bare, plan)])
        + alone.map { Self.withoutDeputy($0, plan) }
    }
    // Where nobody has been named yet at all, once is enough.
    return findings
      + (vacant.count > 3 ? [Self.vacant(vacant)] : vacant.map { Self.vacant([$0]) })
  }

  private static func withoutRole(_ tasks: [RecoveryTask], _ plan: ResponseProtocol) -> Finding {
    rule.finding(
      plan.id.text, "task",
      "nobody is to do \(Wording.someOf(tasks.map { "\($0.id) '\($0.name)'" })) of '\(plan.name)'",
      hint: "name a role: <task … role=\"…\"/>")
  }

  private static func vacant(_ roles: [Party]) -> Finding {
    rule.finding(
      roles.count == 1 ? roles[0].id.text : nil, roles.count == 1 ? "holder" : nil,
      "nobody is named for \(Wording.someOf(roles.map { "\($0.id) '\($0.name)'" })), who "
        + "\(roles.count == 1 ? "has" : "have") tasks in protocols",
      hint: "name a holder and a deputy of the role: <holder ref=\"…\"/><deputy ref=\"…\"/>")
  }

  private static func withoutDeputy(_ party: Party, _ plan: ResponseProtocol) -> Finding {
    rule.finding(
      party.id.text, "deputy",
      "nobody stands in for '\(party.name)', who has a task in '\(plan.name)'",
      hint: party.kind == .person
        ? "give the task to a role that this person holds and another stands in for"
        : "name somebody: <deputy ref=\"…\"/>")
  }
}

extension Party {
  /// Whether it is a role or team for which nobody is named.
  fileprivate var isVacant: Bool {
    kind != .person && kind != .organisation && holders.isEmpty && deputies.isEmpty
      && contacts.isEmpty
  }
}

extension CompiledRegister {
  /// Whether somebody can do what a party is to do when one person isn't there.
  fileprivate func hasStandIn(_ party: Party) -> Bool {
    if party.kind == .organisation || party.kind == .team { return true }
    if !party.deputies.isEmpty || party.holders.count > 1 { return true }
    guard let holder = party.holders.first.flatMap({ self.party($0.ref) }) else { return false }
    return holder.kind == .team || holder.kind == .organisation || !holder.deputies.isEmpty
      || holder.holders.count > 1
  }
}
