public import RegisterAnalysis
public import RegisterModel

/// Every open risk says what it hits: an asset, an activity or an objective.
///
/// The rule fires where a risk has no `hits`, no `jointHit` and no `threatens`. One of them is enough.
/// It asks nothing of drafts and of closed risks.
///
/// A risk that touches nothing can't be weighed: nobody can say which activity would stop, for how long,
/// and which protocol answers it. An auditor follows the links from what the organisation does to what
/// may happen to it, and such a risk lies off that path. Add what the event would take out first; if
/// there is nothing, the risk isn't one of this register.
public struct RiskWithoutLink: RegisterCheck {
  public static let rule = Rule(
    "RSK-002", .error, "Risk that hits nothing", [.iso31000("6.4.2"), .iso22301("8.2.3 a")],
    .missing)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    register.register.risks.compactMap { risk in
      guard risk.isOngoing, risk.hits.isEmpty, risk.jointHits.allSatisfy(\.hits.isEmpty),
        risk.threatens.isEmpty
      else { return nil }
      return Self.hitsNothing(risk)
    }
  }

  private static func hitsNothing(_ risk: Risk) -> Finding {
    rule.finding(
      risk.id.text, "hits",
      "'\(risk.title)' hits no asset and no activity, and threatens no objective",
      hint: "say what the event disrupts: <hits ref=\"…\"/>, or <threatens ref=\"…\"/>")
  }
}
