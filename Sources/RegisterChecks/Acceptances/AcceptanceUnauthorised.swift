public import RegisterAnalysis
public import RegisterModel
import RiskScoring

/// Who accepts a risk may accept one of its rating, and is not who judged it.
///
/// The authority needed is that for the rating when it was decided or for the current one, whichever is
/// higher: a risk that has grown needs somebody above. A party has the authority that the criteria give
/// to it, or to a role that it holds or stands in for, or to a team that it leads. Who judged is the
/// assessor that the acceptance names and, unless it was judged again afterwards, who judged the current
/// score; a role with one holder counts as that person.
///
/// Nothing is said of acceptances that have run out or were withdrawn. Where risks are accepted and the
/// criteria say of nobody what they may accept, that is one warning, on the criteria.
public struct AcceptanceUnauthorised: RegisterCheck {
  public static let rule = Rule(
    "TRT-006", .error, "Approver without authority, or who also judged the risk",
    [.iso31000("5.4.3"), .csf("GV.RR-02")], .wrong)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    let decided = register.register.acceptances.filter {
      switch $0.state(on: register.today) {
      case .expired, .withdrawn: false
      case .live, .notYet, .incomplete: $0.by != nil
      }
    }
    guard !decided.isEmpty else { return [] }
    let authorities = ApprovalAuthorities(register.register)
    return (authorities.areStated ? [] : [Self.noAuthorities(decided.count)])
      + decided.flatMap { acceptance in
        [
          Self.exceeded(acceptance, authorities, register),
          Self.judgedByApprover(acceptance, authorities, register),
        ].compactMap(\.self)
      }
  }

  private static func exceeded(
    _ acceptance: Acceptance, _ authorities: ApprovalAuthorities, _ register: CompiledRegister
  ) -> Finding? {
    let current = register.risks[acceptance.risk].flatMap { register.current.scores[$0].rating }
    guard authorities.areStated, let approver = acceptance.by,
      let needed = [acceptance.rating, current].compactMap(\.self).max()
    else { return nil }
    let highest = authorities.highest(of: approver)
    if let highest, highest >= needed { return nil }
    let name =
      register.register.criteria.map { criteria in criteria.name(of:) }
      ?? { "rating \($0.rank)" }
    let may = highest.map { "may accept risks up to \(name($0))" } ?? "may accept no risk"
    let since = needed == current && acceptance.rating.map { $0 < needed } == true ? " now" : ""
    let others = authorities.roles(for: needed)
    return rule.finding(
      acceptance.id.text, "by",
      "\(register.name(of: approver)) \(may), but \(register.name(of: acceptance.risk)) is rated "
        + "\(name(needed))\(since)",
      hint: others.isEmpty
        ? "nobody may accept \(name(needed)): treat the risk, or say who may in <authority>"
        : "it takes \(Wording.list(others.map { register.name(of: $0) }, "or"))")
  }

  private static func judgedByApprover(
    _ acceptance: Acceptance, _ authorities: ApprovalAuthorities, _ register: CompiledRegister
  ) -> Finding? {
    guard let approver = acceptance.by else { return nil }
    let judges = [acceptance.assessor, scorer(acceptance, register)].compactMap(\.self)
    guard judges.contains(where: { authorities.areSame($0, approver) }) else { return nil }
    return rule.finding(
      acceptance.id.text, "by",
      "\(register.name(of: approver)) accepted \(register.name(of: acceptance.risk)) and also judged it",
      hint: "let somebody else judge the risk, or somebody else accept it")
  }

  /// Who judged the score that was accepted; nil where it was judged after the decision.
  private static func scorer(
    _ acceptance: Acceptance, _ register: CompiledRegister
  ) -> Identifier<Party>? {
    guard let place = register.risks[acceptance.risk],
      let score = register.register.risks[place].scores.first(where: { $0.stage == .current })
    else { return nil }
    if let judged = score.on, let decided = acceptance.on, judged > decided { return nil }
    return score.by
  }

  private static func noAuthorities(_ count: Int) -> Finding {
    rule.finding(
      nil, "criteria/authority",
      "\(Wording.count(count, "risk is", "risks are")) accepted, but the criteria don't say who may "
        + "accept which rating",
      hint: "add <authority rating=\"…\" role=\"…\"/> to the criteria, one for each rating",
      severity: .warning, nature: .missing)
  }
}

extension CompiledRegister {
  /// What a message calls a party: its name.
  func name(of party: Identifier<Party>) -> String {
    parties[party].map { "'\(register.parties[$0].name)'" } ?? party.text
  }
}
