import ImpactAnalysis
public import RegisterAnalysis
public import RegisterModel

/// There are as many people, crews and tools as are needed at once.
///
/// Needed are, at each time of a disruption, the least numbers that all activities state for a role together.
/// There are those whom an asset of the kind people states that the role owns, or else those who are named as
/// its holders and deputies; one person named for two roles is there once. Where nobody is stated or named, the
/// rule says nothing. It fires as well where the restoration of an asset occupies more of a crew, site or tool
/// than there is.
public struct PeopleMissing: RegisterCheck {
  public static let rule = Rule(
    "REC-005", .warning, "More people or tools needed than there are", [.iso22301("8.3.4")], .wrong)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    let demand = register.impact.demand
    return demand.roles.flatMap { role in
      role.shortages.map { Self.short(role, $0, register) }
    } + demand.shared.map { Self.shared($0, register) } + Self.overtaxed(register)
  }

  private static func span(from: Int64, to: Int64) -> String {
    let start = from == 0 ? "from the start" : "from \(Wording.time(from)) on"
    return to >= TimeBounds.never ? start : "\(start) until \(Wording.time(to))"
  }

  private static func short(
    _ role: ResourceDemand.Role, _ shortage: ResourceDemand.Shortage, _ register: CompiledRegister
  ) -> Finding {
    let missing = Int(shortage.missing.rounded(.up))
    let name = register.party(role.role).map { "'\($0.name)'" } ?? role.role.text
    return rule.finding(
      role.role.text, nil,
      "\(span(from: shortage.from, to: shortage.to)) \(missing) more of \(name) \(missing == 1 ? "is" : "are") "
        + "needed than there are: \(register.labels(role.activities)) need\(role.activities.count == 1 ? "s" : "") "
        + "them",
      hint: role.isStated
        ? "have more stand by (<supply>), or let an activity wait (<staff … from=\"…\"/>)"
        : "name more holders or deputies, state how many there are (<supply> of an asset of the kind people), or "
          + "let an activity wait (<staff … from=\"…\"/>)")
  }

  private static func shared(_ shared: SharedPeople, _ register: CompiledRegister) -> Finding {
    let roles = Wording.someOf(shared.roles.map(\.text))
    return rule.finding(
      shared.roles.first?.text, nil,
      "\(span(from: shared.from, to: shared.to)) \(roles) need \(shared.needed) people together, and only "
        + "\(shared.people.count) are named for any of them: \(Wording.someOf(shared.people.map(\.text)))",
      hint: "name somebody else for one of the roles, or let one wait (<staff … from=\"…\"/>)")
  }

  private static func overtaxed(_ register: CompiledRegister) -> [Finding] {
    let resources = Dictionary(
      register.register.resources.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return register.register.assets.flatMap { asset in
      (asset.restore?.occupies ?? []).compactMap { occupation in
        guard let resource = resources[occupation.ref],
          occupation.amount.value > resource.capacity.value
        else { return nil }
        return rule.finding(
          asset.id.text, "restore",
          "restoring '\(asset.name)' occupies \(occupation.amount.value) of \(resource.id) '\(resource.name)', "
            + "and there are \(resource.capacity.value)",
          hint: "correct one of the two, or have more: "
            + Wording.set("capacity=\(occupation.amount.value)", of: resource.id.text))
      }
    }
  }
}
