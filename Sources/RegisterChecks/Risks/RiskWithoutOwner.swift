public import RegisterAnalysis
public import RegisterModel

/// Every open risk has an owner: somebody who answers for it.
///
/// A draft needs none yet, and a closed risk none any more.
public struct RiskWithoutOwner: RegisterCheck {
  public static let rule = Rule(
    "RSK-001", .error, "Risk without owner",
    [.iso31000("5.4.3"), .csf("GV.RR-02"), .cir("2.1.2 i")], .missing)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    register.register.risks.compactMap { risk in
      guard risk.owner == nil, risk.status != .draft, risk.status != .closed else { return nil }
      return Self.noOwner(risk)
    }
  }

  private static func noOwner(_ risk: Risk) -> Finding {
    rule.finding(
      risk.id.text, "owner", "nobody owns '\(risk.title)'",
      hint: "name the party that answers for it: owner=\"…\"")
  }
}
