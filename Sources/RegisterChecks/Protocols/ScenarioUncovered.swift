public import RegisterAnalysis
public import RegisterModel

/// A protocol covers every scenario that the criteria require.
///
/// The list is the organisation's own; practice and the law ask for a cyber attack, the loss of a site, of key staff, of a
/// utility and of a supplier, and the failure of backup or disaster recovery. Where the criteria list none, nothing is
/// asked, nor where there is neither a protocol nor an activity that must be back within the horizon.
public struct ScenarioUncovered: RegisterCheck {
  public static let rule = Rule(
    "PRT-010", .error, "Required scenario without protocol", [.rts("26(2)"), .iso22301("8.4.1")],
    .missing)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    guard !register.register.protocols.isEmpty || !register.impact.prioritised.isEmpty else {
      return []
    }
    let covered = Set(register.register.protocols.flatMap { $0.scenarios.map(\.ref) })
    let open = (register.register.criteria?.scenarios ?? []).filter { !covered.contains($0.id) }
    return open.isEmpty ? [] : [Self.uncovered(open)]
  }

  private static func uncovered(_ scenarios: [RequiredScenario]) -> Finding {
    rule.finding(
      nil, "criteria/scenario",
      "no protocol covers \(Wording.someOf(scenarios.map { "\($0.id) '\($0.name)'" }, limit: 6))",
      hint:
        "name each in the protocol that does, <scenario ref=\"\(scenarios[0].id)\"/>, or write one")
  }
}
