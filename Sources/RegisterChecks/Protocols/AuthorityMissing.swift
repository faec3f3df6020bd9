public import RegisterAnalysis
public import RegisterModel

/// At every level of a protocol somebody may declare it, and others stand in.
///
/// The first `authority` of a level has it, the others stand in, in their order. Error: there is none, or nobody stands
/// in. Warning: only one other does; two is what practice asks for, since who is called at night is asleep, ill or on
/// leave.
public struct AuthorityMissing: RegisterCheck {
  public static let rule = Rule(
    "PRT-003", .error, "Protocol without authority, or without alternates",
    [.iso22301("8.4.2"), .sp80034("4.2")], .missing)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    register.register.protocols.flatMap { plan in
      plan.levels.isEmpty
        ? [Self.noLevel(plan)] : plan.levels.compactMap { Self.few($0, plan, register) }
    }
  }

  private static func noLevel(_ plan: ResponseProtocol) -> Finding {
    rule.finding(
      plan.id.text, "level", "nobody may declare '\(plan.name)', since it has no level",
      hint: "add one: <level number=\"1\"><authority ref=\"…\"/><authority ref=\"…\"/></level>")
  }

  private static func few(
    _ level: ActivationLevel, _ plan: ResponseProtocol, _ register: CompiledRegister
  ) -> Finding? {
    let count = Set(level.authorities.map(\.ref)).count
    guard count < 3 else { return nil }
    let name = "level \(level.number.rank)" + (level.name.map { " '\($0)'" } ?? "")
    let first = level.authorities.first.map { register.party($0.ref)?.name.text ?? $0.ref.text }
    let message =
      switch (count, first) {
      case (2, let first?): "at \(name) of '\(plan.name)' only one other stands in for '\(first)'"
      case (_, let first?): "at \(name) of '\(plan.name)' nobody stands in for '\(first)'"
      case (_, nil): "nobody may declare \(name) of '\(plan.name)'"
      }
    return rule.finding(
      plan.id.text, "level[\(level.number.rank)]/authority", message,
      hint: "name who may declare it and two who stand in: <authority ref=\"…\"/>",
      severity: count == 2 ? .warning : nil)
  }
}
