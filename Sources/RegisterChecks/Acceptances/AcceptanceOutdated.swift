public import RegisterAnalysis
public import RegisterModel
import RiskScoring

/// Every acceptance is in force, and somebody has decided or confirmed it within the last 12 months.
///
/// One that has run out leaves its risk open; the record stays as it is until it is renewed or taken
/// back. Nothing is said of one that was withdrawn, one whose risk is closed, and one that has run out
/// where a later one of the same risk is in force.
public struct AcceptanceOutdated: RegisterCheck {
  public static let rule = Rule(
    "TRT-005", .error, "Acceptance run out, or not confirmed for 12 months", [.rts("3(1)(d)")],
    .wrong)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    register.register.acceptances.compactMap { acceptance in
      guard let risk = register.risks[acceptance.risk],
        register.register.risks[risk].status != .closed
      else { return nil }
      switch acceptance.state(on: register.today) {
      case .expired(let day):
        // One that never held is TRT-004's.
        if let on = acceptance.on, day < on { return nil }
        return register.liveAcceptance(ofRisk: risk) == nil
          ? Self.expired(acceptance, day, register) : nil
      case .live:
        return acceptance.isRevalidationOverdue(on: register.today) == true
          ? Self.unconfirmed(acceptance, register) : nil
      case .notYet, .withdrawn, .incomplete: return nil
      }
    }
  }

  private static func expired(
    _ acceptance: Acceptance, _ day: CalendarDate, _ register: CompiledRegister
  ) -> Finding {
    rule.finding(
      acceptance.id.text, "until",
      "the acceptance of \(register.name(of: acceptance.risk)) ran out on \(day.text), so the risk is "
        + "open again",
      hint: "decide anew and add an acceptance, or treat the risk and set withdrawn=\"…\" here")
  }

  private static func unconfirmed(_ acceptance: Acceptance, _ register: CompiledRegister) -> Finding
  {
    let last =
      acceptance.revalidated.map { "confirmed on \($0.text)" }
      ?? acceptance.on.map { "decided on \($0.text)" } ?? "decided"
    return rule.finding(
      acceptance.id.text, "revalidated",
      "the acceptance of \(register.name(of: acceptance.risk)) was \(last) and not confirmed in the 12 "
        + "months since",
      hint: "look at it again with who approved it, then set revalidated=\"…\", or withdrawn=\"…\"")
  }
}
