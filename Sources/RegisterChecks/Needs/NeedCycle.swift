import ImpactAnalysis
public import RegisterAnalysis
public import RegisterModel

/// Nothing needs itself, by way of what it needs.
///
/// Where two need each other, nobody can say which comes back first, and when; all that needs them is not
/// known either. Mostly one of the needs is only for normal work: the directory server runs on the storage,
/// and the storage wants the directory to log in, but starts without. Say in what order they are started, and
/// take that need out.
public struct NeedCycle: RegisterCheck {
  public static let rule = Rule(
    "DEP-003", .error, "Circle of needs", [.iso22301("8.2.2 h")], .wrong)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    let graph = register.impact.graph.graph
    return graph.cycles.indices.map {
      Self.cycle(graph.way(around: $0), graph.cycles[$0].count, register)
    }
    .sorted { $0.node < $1.node }.map(\.finding)
  }

  private static func cycle(
    _ way: [DependencyGraph.Node], _ size: Int, _ register: CompiledRegister
  ) -> (node: DependencyGraph.Node, finding: Finding) {
    let first = way[0]
    let shown = way.dropFirst().prefix(6).map { "needs \(register.label($0))" }
    let rest = way.count - 1 - shown.count
    let through =
      shown + (rest > 0 ? ["\(rest) more"] : []) + ["needs \(register.impact.identifier(first))"]
    let others = size - way.count
    let finding = rule.finding(
      register.impact.identifier(first), "needs",
      "'\(register.impact.name(first))' \(through.joined(separator: ", which ")), so nobody can say which is back "
        + "first"
        + (others == 0
          ? "" : "; \(Wording.count(others, "other is", "others are")) in the same circle"),
      hint: "take out the need without which one of them can start: remove <on ref=\"…\"/> there")
    return (first, finding)
  }
}
