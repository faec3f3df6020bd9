public import RegisterAnalysis
public import RegisterModel

/// Whoever activates a protocol keeps a log: what was done, decided and found, by whom and when.
///
/// A log is any event of the activation beside its declaration, or an entry in the log of the incident that it
/// answers. An activation that was declared today has until tomorrow.
///
/// Who decided what when, and on what basis, is the first thing that a supervisor, an insurer and a court ask for.
/// Written afterwards it is worth little.
public struct ActivationWithoutLog: RegisterCheck {
  public static let rule = Rule(
    "INC-003", .error, "Protocol activated, but no log kept",
    [.dora("11(8)"), .iso22301("8.4.3")], .missing)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    let logged = Set(register.register.incidents.filter { !$0.log.isEmpty }.map(\.id))
    return register.register.activations.compactMap { activation in
      let declared = activation.events.first { $0.kind == .declared }?.at.localDate
      guard activation.events.allSatisfy({ $0.kind == .declared }),
        !(activation.incident.map(logged.contains) ?? false),
        declared.map({ $0 < register.today }) ?? true
      else { return nil }
      return Self.noLog(activation, declared, register)
    }
  }

  private static func noLog(
    _ activation: Activation, _ declared: CalendarDate?, _ register: CompiledRegister
  ) -> Finding {
    let name =
      register.protocols[activation.activated].map {
        "'\(register.register.protocols[$0].name)'"
      } ?? activation.activated.text
    let when = declared.map { ", declared on \($0.text)," } ?? ""
    return rule.finding(
      activation.id.text, "event", "the activation of \(name)\(when) has no log",
      hint:
        "write down what is known while it is: <event kind=\"decision\" at=\"…\" by=\"…\">; next time use "
        + "'holdfast respond'")
  }
}
