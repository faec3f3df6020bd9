import ImpactAnalysis
public import RegisterAnalysis
public import RegisterModel

/// Nothing would have to be back before the disruption has begun.
///
/// Who needs something must have it as much sooner as the lead and, where it is needed at the start, their own
/// work take. Where these add up to more than the objective, no recovery however fast will do. The rule
/// names what is asked the impossible first; all that this needs in turn is asked for even earlier, and not
/// named.
public struct RequirementNegative: RegisterCheck {
  public static let rule = Rule(
    "BIA-012", .error, "Impossible requirement: needed before the disruption begins",
    [.iso22301("8.3.3")], .wrong)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    let requirements = register.impact.graph.requirements.requirements
    return requirements.indices.compactMap { node in
      guard requirements[node].isAsked, requirements[node].seconds < 0,
        let dependent = requirements[node].binding, requirements[dependent].seconds >= 0
      else { return nil }
      return Self.impossible(node, dependent, register)
    }
  }

  private static func impossible(
    _ node: DependencyGraph.Node, _ dependent: DependencyGraph.Node, _ register: CompiledRegister
  ) -> Finding {
    let requirements = register.impact.graph.requirements.requirements
    let requirement = requirements[dependent]
    let missing = -requirements[node].seconds
    return rule.finding(
      register.impact.identifier(dependent), nil,
      "'\(register.impact.name(dependent))' must be back in \(Wording.time(requirement.seconds))"
        + (requirement.binding.map { ", because of \(register.label($0))," } ?? "")
        + " and needs \(register.label(node)) \(Wording.time(missing)) before the disruption begins: lead and own "
        + "work after that take \(Wording.time(requirement.seconds + missing))",
      hint:
        "shorten that work or the lead, let it begin without (mode=\"finish\"), add a <workaround> to the "
        + "need, or allow more time")
  }
}
