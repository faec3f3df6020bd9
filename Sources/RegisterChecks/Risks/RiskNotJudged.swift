public import RegisterAnalysis
public import RegisterModel
import RiskScoring

/// Every open risk is judged as it is today: a likelihood and at least one impact at the current stage.
///
/// The rule fires where the current score is not there, has no likelihood, or has no impact in any
/// category. An impact that is judged in one category and not in another is no finding: what is unknown
/// stays unknown. Levels at other stages don't stand in for the current ones. The rule asks nothing of
/// drafts and of closed risks, nor where the criteria have no impact category to judge by.
///
/// A risk without both is rated nowhere: it is in no order and on no heat map, and neither high nor low.
/// Judge it, if only roughly, and write down what the judgement rests on.
public struct RiskNotJudged: RegisterCheck {
  public static let rule = Rule(
    "RSK-004", .error, "Current likelihood or impact missing",
    [.iso31000("6.4.3"), .csf("ID.RA-04")], .missing)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    guard !register.rules.categories.isEmpty else { return [] }
    return register.register.risks.compactMap { risk in
      guard risk.isOngoing else { return nil }
      let score = risk.score(.current)
      switch (score?.likelihood == nil, score?.impacts.isEmpty ?? true) {
      case (false, false): return nil
      case (true, true): return Self.lacks("likelihood and impact are", "likelihood", risk)
      case (true, false): return Self.lacks("likelihood is", "likelihood", risk)
      case (false, true): return Self.lacks("impact is", "impact", risk)
      }
    }
  }

  private static func lacks(_ what: String, _ field: String, _ risk: Risk) -> Finding {
    rule.finding(
      risk.id.text, risk.score(.current) == nil ? "score[current]" : "score[current]/\(field)",
      "the current \(what) not judged, so '\(risk.title)' has no rating",
      hint:
        "judge it: <score stage=\"current\" likelihood=\"…\"><impact category=\"…\" level=\"…\"/></score>"
    )
  }
}
