public import RegisterAnalysis
public import RegisterModel
import RiskScoring

/// Every acceptance says who decided, why, when, and until when.
///
/// One that doesn't is no decision: its risk counts as not accepted. Nor is one whose last day lies before the
/// day on which it was decided. One that was withdrawn is not asked any more.
public struct AcceptanceIncomplete: RegisterCheck {
  public static let rule = Rule(
    "TRT-004", .error, "Acceptance without approver, justification, date or expiry",
    [.rts("3(1)(d)"), .cir("2.1.2 j")], .missing)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    register.register.acceptances.compactMap { acceptance in
      switch acceptance.state(on: register.today) {
      case .incomplete(let missing): return Self.lacks(acceptance, missing, register)
      case .withdrawn: return nil
      case .live, .expired, .notYet:
        guard let on = acceptance.on, let until = acceptance.until, until < on else { return nil }
        return Self.overAtOnce(acceptance, on, until, register)
      }
    }
  }

  private static func overAtOnce(
    _ acceptance: Acceptance, _ on: CalendarDate, _ until: CalendarDate,
    _ register: CompiledRegister
  ) -> Finding {
    rule.finding(
      acceptance.id.text, "until",
      "the acceptance of \(register.name(of: acceptance.risk)) ends on \(until.text), before it was decided on "
        + "\(on.text), so it never held",
      hint: "correct on=\"…\" or until=\"…\"", nature: .wrong)
  }

  private static func lacks(
    _ acceptance: Acceptance, _ missing: [AcceptancePart], _ register: CompiledRegister
  ) -> Finding {
    rule.finding(
      acceptance.id.text, missing.first?.field,
      "the acceptance of \(register.name(of: acceptance.risk)) lacks "
        + "\(Wording.list(missing.map(\.words))), so the risk is not accepted",
      hint: "add " + Wording.list(missing.map(\.markup)))
  }
}

extension CompiledRegister {
  /// What a message calls a risk: its identifier and its title.
  func name(of risk: Identifier<Risk>) -> String {
    risks[risk].map { "\(risk) '\(register.risks[$0].title)'" } ?? risk.text
  }
}

extension AcceptancePart {
  fileprivate var field: String {
    switch self {
    case .approver: "by"
    case .justification: "justification"
    case .date: "on"
    case .expiry: "until"
    }
  }

  fileprivate var words: String {
    switch self {
    case .approver: "who decided"
    case .justification: "a justification"
    case .date: "its date"
    case .expiry: "a last day"
    }
  }

  fileprivate var markup: String {
    self == .justification ? "<justification>" : "\(field)=\"…\""
  }
}
