public import RegisterAnalysis
public import RegisterModel

/// Every protocol says when it is activated and when it ends.
///
/// It is activated by a `trigger`, or by the `entry` of a level in words, which no program can evaluate. It ends by
/// the condition of its `standDown`, or by the description there.
///
/// What isn't written down is decided at three in the morning by whoever happens to be there; and a state of emergency
/// that nobody may end costs more than the emergency.
public struct CriteriaForActivationMissing: RegisterCheck {
  public static let rule = Rule(
    "PRT-002", .error, "Protocol without criteria for activation or for standing down",
    [.iso22301("8.4.4.3"), .cir("4.1.2 d"), .rts("24"), .rts("26")], .missing)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    register.register.protocols.flatMap { plan in
      [
        plan.triggers.isEmpty && plan.levels.allSatisfy { $0.entry == nil }
          ? Self.noActivation(plan) : nil,
        plan.standDown.map { $0.condition == nil && $0.description == nil } ?? true
          ? Self.noEnd(plan) : nil,
      ].compactMap(\.self)
    }
  }

  private static func noActivation(_ plan: ResponseProtocol) -> Finding {
    rule.finding(
      plan.id.text, "trigger", "nothing says when '\(plan.name)' is activated",
      hint:
        "add what raises it: <trigger level=\"2\"><asset ref=\"…\" is=\"down\" for=\"PT30M\"/></trigger>"
    )
  }

  private static func noEnd(_ plan: ResponseProtocol) -> Finding {
    rule.finding(
      plan.id.text, "standDown", "nothing says when '\(plan.name)' ends",
      hint:
        "add what must be so: <standDown hold=\"PT1H\" authority=\"…\"><asset ref=\"…\" is=\"up\"/></standDown>"
    )
  }
}
