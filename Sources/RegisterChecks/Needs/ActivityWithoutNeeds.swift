import ImpactAnalysis
public import RegisterAnalysis
public import RegisterModel

/// For every prioritised activity something is recorded that it needs.
///
/// No activity needs nothing: people, a place, power, a system, somebody else's work. What isn't recorded
/// gets no requirement, and is restored when somebody happens to think of it.
public struct ActivityWithoutNeeds: RegisterCheck {
  public static let rule = Rule(
    "DEP-001", .error, "Prioritised activity without any need",
    [.iso22301("8.2.2 g"), .iso22301("8.2.2 h"), .dora("8(4)")], .missing)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    register.prioritised.compactMap { node, activity in
      register.impact.graph.graph.hasNeeds(node) ? nil : Self.nothing(activity)
    }
  }

  private static func nothing(_ activity: Activity) -> Finding {
    rule.finding(
      activity.id.text, "needs", "nobody has said what '\(activity.name)' needs",
      hint:
        "ask for people, premises, systems, data, supplies and other activities, and add <needs><on "
        + "ref=\"…\"/></needs> for each")
  }
}
