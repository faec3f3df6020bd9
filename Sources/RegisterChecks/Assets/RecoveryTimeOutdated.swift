import ImpactAnalysis
public import RegisterAnalysis
public import RegisterModel

/// What a recovery time rests on, a test or an incident, is not older than 12 months.
///
/// Asked of everything that prioritised activities need. Evidence without a day is asked for it.
public struct RecoveryTimeOutdated: RegisterCheck {
  public static let rule = Rule(
    "REC-004", .warning, "Evidence of a recovery time older than 12 months", [.dora("11(6)(a)")],
    .wrong)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    let impact = register.impact
    return impact.isNeeded.indices.compactMap { node in
      guard impact.isNeeded[node], let own = impact.graph.ownTimes[node],
        case .evidence(let evidence) = own.basis, evidence == .test || evidence == .incident
      else { return nil }
      guard let on = own.on else { return Self.undated(node, own, evidence, register) }
      guard let due = on.adding(.twelveMonths), due < register.today else { return nil }
      return Self.old(node, own, evidence, on, register)
    }
  }

  private static func old(
    _ node: DependencyGraph.Node, _ own: OwnTime, _ evidence: Capability.Evidence,
    _ on: CalendarDate,
    _ register: CompiledRegister
  ) -> Finding {
    rule.finding(
      register.impact.identifier(node), "capability",
      "that '\(register.impact.name(node))' is restored in \(Wording.time(own.seconds)) was last shown on "
        + "\(on.text), by \(evidence.words)",
      hint: "try it again, and add <capability rta=\"…\" evidence=\"test\" on=\"…\"/>")
  }

  private static func undated(
    _ node: DependencyGraph.Node, _ own: OwnTime, _ evidence: Capability.Evidence,
    _ register: CompiledRegister
  ) -> Finding {
    rule.finding(
      register.impact.identifier(node), "capability",
      "nobody can tell when \(evidence.words) showed that '\(register.impact.name(node))' is restored in "
        + "\(Wording.time(own.seconds))",
      hint: "add on=\"…\" to the <capability>", nature: .missing)
  }
}
