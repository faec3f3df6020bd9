public import RegisterAnalysis
public import RegisterModel

/// Every current and every inherent score says why it is so, or what it rests on.
///
/// The rule fires, once for a risk, where such a score has neither `because` nor `evidence`. A reason given
/// at each of its impacts covers the impacts; then only the likelihood is missing one, and the message says
/// so. The target is not asked: its reasons are the treatments. Drafts, closed risks and stages that nobody
/// judged are not asked either; those are RSK-004's.
///
/// A level without a reason can't be reviewed, only repeated. An auditor asks why it is two and not three,
/// and next year nobody remembers. A sentence is enough: what happened so far, what was counted, who was
/// asked.
public struct ScoreWithoutRationale: RegisterCheck {
  public static let rule = Rule(
    "RSK-005", .warning, "Score without rationale or evidence",
    [.iso31000("6.4.3"), .csf("ID.RA-05")], .missing)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    register.register.risks.compactMap { risk in
      guard risk.isOngoing else { return nil }
      let bare = [Stage.current, .inherent].compactMap { risk.score($0) }.filter {
        $0.because == nil && $0.evidence == nil && ($0.likelihood != nil || !$0.impacts.isEmpty)
      }
      return bare.isEmpty ? nil : Self.unexplained(bare, of: risk)
    }
  }

  private static func unexplained(_ scores: [Score], of risk: Risk) -> Finding {
    let stages = Wording.list(scores.map(\.stage.rawValue))
    let areImpactsExplained = scores.allSatisfy { score in
      !score.impacts.isEmpty && score.impacts.allSatisfy { $0.because != nil }
    }
    let what =
      areImpactsExplained
      ? "the \(stages) likelihood" : "the \(stages) \(scores.count == 1 ? "score" : "scores")"
    let verb = scores.count == 1 || areImpactsExplained ? "has" : "have"
    return rule.finding(
      risk.id.text, "score[\(scores[0].stage.rawValue)]",
      "\(what) of '\(risk.title)' \(verb) no reason and no evidence",
      hint: "say in the score why: <because><p>…</p></because>, or what it rests on: <evidence>")
  }
}
