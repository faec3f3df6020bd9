public import RegisterAnalysis
public import RegisterModel

/// Every protocol says how to return from temporary measures.
///
/// The way back is not the way out: what was done on paper is entered, what was moved is brought back, and both are done
/// while the day's work goes on.
public struct RestorationMissing: RegisterCheck {
  public static let rule = Rule(
    "PRT-009", .warning, "No way back from temporary measures",
    [.iso22301("8.4.5"), .cir("4.1.2 h")], .missing)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    register.register.protocols.filter { $0.restoration == nil }.map { plan in
      Self.rule.finding(
        plan.id.text, "restoration",
        "nothing says how '\(plan.name)' returns from temporary measures",
        hint: "add <restoration><p>…</p></restoration>: in which order, by whom, until when")
    }
  }
}
