public import RegisterAnalysis
public import RegisterModel

/// A register has an owner, says what it covers, and was approved by somebody on some day.
///
/// Without them nobody knows whose judgement it is, whether a missing risk was overlooked or is out of
/// scope, and whether what it says has been agreed to. A file that holds a part of a register
/// (`scope="subset"`) is not asked.
public struct RegisterWithoutMandate: RegisterCheck {
  public static let rule = Rule(
    "STR-003", .error, "Register without owner, scope statement or approval",
    [.iso22301("4.3"), .cir("2.1.1"), .csf("GV.RM-01")], .missing)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    let register = register.register
    guard register.extent == .full else { return [] }
    var findings: [Finding] = []
    if register.owner == nil { findings.append(Self.noOwner) }
    if register.scopeStatement == nil { findings.append(Self.noScope) }
    if register.approval?.on == nil || register.approval?.by == nil {
      findings.append(Self.noApproval(register.approval))
    }
    return findings
  }

  private static var noOwner: Finding {
    rule.finding(
      nil, "owner", "nobody owns the register",
      hint: "name the party that answers for it: <register … owner=\"…\">")
  }

  private static var noScope: Finding {
    rule.finding(
      nil, "scopeStatement", "the register doesn't say what it covers",
      hint: "add <scopeStatement> after the title: what is in, what is out, and why")
  }

  private static func noApproval(_ approval: Approval?) -> Finding {
    let message =
      if approval == nil {
        "the register has not been approved"
      } else if approval?.on == nil {
        "the approval of the register has no date"
      } else {
        "the approval of the register doesn't say who gave it"
      }
    return rule.finding(
      nil, approval == nil ? "approval" : approval?.on == nil ? "approval/on" : "approval/by",
      message,
      hint: "add <approval by=\"…\" on=\"…\"/> once an accountable manager has agreed to it")
  }
}
