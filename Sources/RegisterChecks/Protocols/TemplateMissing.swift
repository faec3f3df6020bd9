public import RegisterAnalysis
public import RegisterModel

/// At every level of a protocol there is a template for those within and one for those without.
///
/// For those within is the audience `internal`; all others are without. A template that names no level is for every one.
/// Words that are looked for when the telephone rings are late, and often wrong.
public struct TemplateMissing: RegisterCheck {
  public static let rule = Rule(
    "PRT-008", .warning, "No internal or no external template",
    [.iso22301("8.4.3"), .dora("11(6)(b)"), .dora("14")], .missing)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    register.register.protocols.flatMap { plan in
      [true, false].compactMap { Self.finding(plan, isInternal: $0) }
    }
  }

  private static func finding(_ plan: ResponseProtocol, isInternal: Bool) -> Finding? {
    let templates = plan.messages.filter { ($0.audience == .internal) == isInternal }
    // What is for a level is for those above too.
    let first = templates.map { $0.fromLevel?.rank ?? 0 }.min()
    let lacking = plan.levels.map(\.number.rank).filter { $0 < first ?? .max }.sorted()
    guard first == nil || !lacking.isEmpty else { return nil }
    let whom = isInternal ? "the staff" : "anybody outside"
    return rule.finding(
      plan.id.text, "message",
      first == nil
        ? "'\(plan.name)' has no template for \(whom)"
        : "'\(plan.name)' has no template for \(whom) at level \(Wording.list(lacking.map { "\($0)" }))",
      hint:
        "add one: <message id=\"…\" name=\"…\" audience=\"\(isInternal ? "internal" : "external")\" approver=\"…\" "
        + "holding=\"yes\">")
  }
}
