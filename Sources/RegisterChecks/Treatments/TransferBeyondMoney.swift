public import RegisterAnalysis
public import RegisterModel
import RiskScoring

/// Sharing a risk lowers what it costs in money, and no other impact.
///
/// An insurer pays; it heals nobody and restores no reputation. Reported for a sharing treatment that
/// expects an impact outside money to fall, and for a risk whose target is lower in such a category
/// though its treatments only share it.
public struct TransferBeyondMoney: RegisterCheck {
  public static let rule = Rule(
    "TRT-007", .warning, "Transfer that lowers an impact outside money", [.iso31000("6.5.2")],
    .wrong)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    targets(in: register) + expectations(in: register)
  }

  private func targets(in register: CompiledRegister) -> [Finding] {
    register.register.risks.enumerated().compactMap { place, risk in
      let options = register.treatmentsOfRisk[place].lazy.map { register.register.treatments[$0] }
        .filter { $0.status != .cancelled }.map(\.option)
      guard options.contains(.share), options.allSatisfy({ $0 == .share || $0 == .retain }),
        let target = risk.scores.first(where: { $0.stage == .target })
      else { return nil }
      let lowered = Self.lowered(target.impacts, place, register)
      return lowered.isEmpty ? nil : Self.lowerTarget(risk, lowered)
    }
  }

  private func expectations(in register: CompiledRegister) -> [Finding] {
    register.register.treatments.flatMap { treatment -> [Finding] in
      guard treatment.option == .share, treatment.status != .cancelled else { return [] }
      return treatment.treats.compactMap { treated in
        guard let place = register.risks[treated.ref] else { return nil }
        let lowered = Self.lowered(treated.impacts, place, register)
        return lowered.isEmpty ? nil : Self.lowerExpectation(treatment, treated, lowered)
      }
    }
  }

  /// The categories outside money in which impacts are lower than those of the current score.
  private static func lowered(
    _ impacts: [ScoredImpact], _ place: Int, _ register: CompiledRegister
  ) -> [ImpactCategory] {
    guard
      let current = register.register.risks[place].scores.first(where: { $0.stage == .current })
    else { return [] }
    return impacts.compactMap { impact in
      guard let index = register.rules.index(of: impact.category),
        !register.rules[index].isMoney,
        let now = current.impacts.first(where: { $0.category == impact.category }),
        impact.level < now.level
      else { return nil }
      return register.rules[index].definition
    }
  }

  private static func lowerTarget(_ risk: Risk, _ lowered: [ImpactCategory]) -> Finding {
    rule.finding(
      risk.id.text, "score[target]/impact[\(lowered[0].category)]/level",
      "the target of '\(risk.title)' is lower in \(Wording.list(lowered.map(\.words))), but its "
        + "treatments only share it, which moves nothing but money",
      hint: "leave the impact as it is today, or add the treatment that lowers it")
  }

  private static func lowerExpectation(
    _ treatment: Treatment, _ treated: TreatedRisk, _ lowered: [ImpactCategory]
  ) -> Finding {
    rule.finding(
      treatment.id.text, "treats[\(treated.ref)]/impact[\(lowered[0].category)]/level",
      "'\(treatment.name)' shares \(treated.ref) and is to lower its impact in "
        + "\(Wording.list(lowered.map(\.words))), but sharing moves nothing but money",
      hint: "leave that impact out here, or describe what lowers it as a treatment of its own")
  }
}
