public import RegisterAnalysis
public import RegisterModel
import RiskScoring

/// Every treatment that is not done says what it costs and where it is to bring the risks it treats.
///
/// Without both nobody can say whether it is worth it, or enough. The expected level may stand in the
/// treatment or as the target score of the risk. Retaining a risk changes nothing and costs nothing, so
/// neither is asked of it; a cost of nothing is written as 0.
public struct TreatmentWithoutExpectation: RegisterCheck {
  public static let rule = Rule(
    "TRT-003", .warning, "Treatment without expected level or cost", [.iso31000("6.5.2")], .missing)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    register.register.treatments.compactMap { treatment in
      guard treatment.isOpen, treatment.option != .retain else { return nil }
      let vague = treatment.treats.first { !Self.isExpected($0, register) }
      let hasCost = treatment.cost != nil || treatment.yearlyCost != nil
      guard vague != nil || !hasCost else { return nil }
      return Self.lacks(treatment, vague, hasCost: hasCost)
    }
  }

  private static func isExpected(_ treated: TreatedRisk, _ register: CompiledRegister) -> Bool {
    if treated.likelihood != nil || !treated.impacts.isEmpty { return true }
    guard let place = register.risks[treated.ref] else { return true }
    let target = register.target.scores[place]
    return target.likelihood != nil || target.impact != nil
  }

  private static func lacks(
    _ treatment: Treatment, _ vague: TreatedRisk?, hasCost: Bool
  ) -> Finding {
    let lacks = [
      vague.map { "where it brings \($0.ref)" }, hasCost ? nil : "what it costs",
    ].compactMap(\.self)
    let hints = [
      vague.map {
        "give <treats ref=\"\($0.ref)\" likelihood=\"…\"> or the risk a <score stage=\"target\">"
      },
      hasCost ? nil : "give cost=\"…\" or yearlyCost=\"…\"",
    ].compactMap(\.self)
    return rule.finding(
      treatment.id.text, vague.map { "treats[\($0.ref)]" } ?? "cost",
      "the treatment '\(treatment.name)' doesn't say \(Wording.list(lacks))",
      hint: Wording.list(hints))
  }
}
