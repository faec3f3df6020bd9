import ImpactAnalysis
public import RegisterAnalysis
public import RegisterModel

/// The recovery time of everything that prioritised activities need is shown by a test or an incident, or owed
/// by contract.
///
/// Found is an asset whose time is only an estimate, planned or declared, and anything whose time nobody has
/// stated: when all that needs it is back, nobody can say then either. Time for the work of the activities
/// themselves need only be stated.
public struct RecoveryTimeEstimated: RegisterCheck {
  public static let rule = Rule(
    "REC-003", .warning, "Recovery time only estimated, or not known",
    [.iso22301("8.5"), .dora("11(6)")], .wrong)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    let impact = register.impact
    return impact.isNeeded.indices.compactMap { node in
      guard impact.isNeeded[node] else { return nil }
      guard let own = impact.graph.ownTimes[node] else { return Self.unknown(node, register) }
      guard impact.asset(node) != nil, let basis = own.weakBasis else { return nil }
      return Self.estimated(node, own, basis, register)
    }
  }

  private static func unknown(_ node: DependencyGraph.Node, _ register: CompiledRegister) -> Finding
  {
    let id = register.impact.identifier(node)
    let isActivity = register.impact.activity(node) != nil
    return rule.finding(
      id, isActivity ? "targets/own" : "capability",
      isActivity
        ? "nobody has said how long '\(register.impact.name(node))' itself takes once all that it needs is there"
        : "nobody has said how long it takes to restore '\(register.impact.name(node))'",
      hint: isActivity
        ? "say so: " + Wording.set("targets/own=PT30M")
        : "try it out, or estimate it: <capability rta=\"…\" evidence=\"estimate\" on=\"…\"/>",
      nature: .missing)
  }

  private static func estimated(
    _ node: DependencyGraph.Node, _ own: OwnTime, _ basis: String, _ register: CompiledRegister
  ) -> Finding {
    rule.finding(
      register.impact.identifier(node), "capability",
      "that '\(register.impact.name(node))' is restored in \(Wording.time(own.seconds)) is only \(basis)",
      hint: "try it out, and add <capability rta=\"…\" evidence=\"test\" on=\"…\"/>")
  }
}

extension OwnTime {
  /// What a time rests on that nothing has shown; nil where something has.
  fileprivate var weakBasis: String? {
    switch basis {
    case .evidence(.estimate): "an estimate"
    case .plannedWork: "planned"
    case .declared: "declared"
    case .evidence, .contract, .assumed: nil
    }
  }
}
