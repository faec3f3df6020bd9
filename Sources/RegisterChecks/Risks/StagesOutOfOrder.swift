public import RegisterAnalysis
public import RegisterModel
import RiskScoring

/// No risk is worse with its controls than without them, and none worse after its plan than today:
/// inherent, current and target never rise.
///
/// Two stages that follow each other are compared by their ratings, their likelihoods and the impacts of
/// each category that both judge; where nobody judged the current stage, the target is compared with the
/// inherent one. A rating that rises is an error. A level that rises while the rating doesn't is a warning,
/// for a measure may trade one for the other, such as many small outages for a rare long one; then suppress
/// it with that reason. Drafts and closed risks are not asked.
///
/// Stages that rise mean that one of them was judged anew and the others were not, or that a control does
/// harm. Either way nothing that is computed between them, such as what controls and plans are worth, is
/// true. Judge the older of the two scores anew.
public struct StagesOutOfOrder: RegisterCheck {
  public static let rule = Rule(
    "RSK-006", .error, "Current above inherent, or target above current", [.iso31000("6.4.3")],
    .wrong)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    register.register.risks.enumerated().flatMap { place, risk -> [Finding] in
      guard risk.isOngoing else { return [] }
      let judged = Stage.allCases.compactMap { risk.score($0) }
      return zip(judged, judged.dropFirst()).compactMap { before, after in
        Self.rise(from: before, to: after, of: risk, at: place, register)
      }
    }
  }

  private static func rise(
    from before: Score, to after: Score, of risk: Risk, at place: Int,
    _ register: CompiledRegister
  ) -> Finding? {
    var rises: [(field: String, words: String)] = []
    if let old = before.likelihood, let new = after.likelihood, old < new {
      rises.append(
        (
          "likelihood",
          "likelihood \(register.words(for: new)) over \(register.words(for: old))"
        ))
    }
    for new in after.impacts {
      guard let old = before.impacts.first(where: { $0.category == new.category }),
        old.level < new.level
      else { continue }
      rises.append(
        (
          "impact[\(new.category)]/level",
          "\(register.name(of: new.category)) \(register.words(for: new.level, in: new.category)) over "
            + register.words(for: old.level, in: new.category)
        ))
    }
    let old = register.assessment(at: before.stage).scores[place].rating
    let new = register.assessment(at: after.stage).scores[place].rating
    let ratings = old.flatMap { old in new.map { (old, $0) } }.flatMap { $0 < $1 ? ($0, $1) : nil }
    guard !rises.isEmpty || ratings != nil else { return nil }
    let field = "score[\(after.stage.rawValue)]" + (rises.first.map { "/\($0.field)" } ?? "")
    return finding(risk, before.stage, after.stage, field, rises.map(\.words), ratings, register)
  }

  private static func finding(
    _ risk: Risk, _ before: Stage, _ after: Stage, _ field: String, _ rises: [String],
    _ ratings: (Level<RatingScale>, Level<RatingScale>)?, _ register: CompiledRegister
  ) -> Finding {
    let rated = ratings.map {
      ["rating \(register.words(for: $0.1)) over \(register.words(for: $0.0))"]
    }
    return rule.finding(
      risk.id.text, field,
      "'\(risk.title)' is worse \(after.words) than \(before.words): "
        + Wording.list((rated ?? []) + rises),
      hint: "judge the \(before.rawValue) and the \(after.rawValue) score anew, side by side",
      severity: ratings == nil ? .warning : .error)
  }
}

extension Stage {
  /// What the risk is like at the stage.
  fileprivate var words: String {
    switch self {
    case .inherent: "without its controls"
    case .current: "today"
    case .target: "after the plan"
    }
  }
}
