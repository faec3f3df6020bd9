public import RegisterAnalysis
public import RegisterModel
import RiskScoring

/// A risk beyond tolerance is borne only by an approved exception for a time, or lies before somebody who
/// may decide about it.
///
/// The rule fires where the current rating is above the tolerance of a category and there is no acceptance
/// that is live today and covers it: one given at a lower rating than today's, or while the risk was within
/// tolerance, does not. It doesn't fire while the risk is escalated, by an `action` that comes `from` it, is
/// open, has a due date that hasn't passed, and is owned by a party whom the criteria allow to accept that
/// rating. A treatment is no exception: until it is done, the risk is borne. Drafts and closed risks are not
/// asked; nor is a risk that isn't rated, or for which the criteria state no tolerance.
///
/// Tolerance is the line that the organisation itself has drawn. An auditor asks who let the risk lie beyond
/// it, until when, and on what grounds.
public struct ToleranceExceeded: RegisterCheck {
  public static let rule = Rule(
    "RSK-009", .error, "Beyond tolerance without approved exception or escalation",
    [.csf("GV.RM-02"), .rts("3(1)(d)")], .missing)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    let exceeding = register.register.risks.indices.filter { place in
      register.register.risks[place].isOngoing
        && register.current.scores[place].standing.state == .exceedsTolerance
        && register.coveringAcceptance(ofRisk: place) == nil
    }
    guard !exceeding.isEmpty else { return [] }
    let escalations = Escalations(register)
    return exceeding.compactMap { place in
      escalations[place] == nil
        ? Self.noException(place, escalations.attempts(ofRisk: place), register) : nil
    }
  }

  private static func noException(
    _ place: Int, _ attempts: [(action: Action, flaw: Escalations.Flaw)],
    _ register: CompiledRegister
  ) -> Finding? {
    let risk = register.register.risks[place]
    guard case .state(_, let rating, let index) = register.current.scores[place].standing else {
      return nil
    }
    let category = register.rules[index]
    let tolerated =
      category.appetite.map { ", tolerated up to \(register.words(for: $0.tolerance))" } ?? ""
    let facts =
      register.acceptanceFacts(ofRisk: place)
      + attempts.map {
        "action \($0.action.id) is no escalation, for \($0.flaw.words(rating, register))"
      }
    let roles = ApprovalAuthorities(register.register).roles(for: rating).map(\.text)
    let allowed = roles.isEmpty ? "" : " (\(Wording.someOf(roles)))"
    return rule.finding(
      risk.id.text, nil,
      "'\(risk.title)' is rated \(register.words(for: rating)) in "
        + "\(register.name(of: category.definition.category))\(tolerated), without an approved exception"
        + (facts.isEmpty ? "" : "; " + Wording.someOf(facts)),
      hint:
        "have it accepted for a time by who may\(allowed): <acceptance risk=\"\(risk.id)\" by=\"…\" on=\"…\" "
        + "until=\"…\"> with a <justification>; or escalate it to who may: <action owner=\"…\" due=\"…\"> "
        + "with <from ref=\"\(risk.id)\"/>")
  }
}

extension Escalations.Flaw {
  /// "it has no due date", as it follows "for".
  fileprivate func words(_ rating: Level<RatingScale>, _ register: CompiledRegister) -> String {
    switch self {
    case .noDueDate: "it has no due date"
    case .overdue(let day): "it was due on \(day.text)"
    case .noOwner: "it has no owner"
    case .withoutAuthority(let owner): "\(owner) may not accept \(register.words(for: rating))"
    }
  }
}
