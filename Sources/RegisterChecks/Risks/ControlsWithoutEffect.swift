public import RegisterAnalysis
public import RegisterModel

/// Controls change something: a risk that lists controls is judged milder with them than without.
///
/// The rule fires where the inherent and the current score have the same likelihood and the same impact in
/// every category that both judge, and the risk lists at least one control. It asks nothing of drafts and
/// closed risks, nor where one of the two scores is missing or they share no category.
///
/// Either the controls do nothing against this risk, and don't belong there, or the scores were copied.
/// Both make the list of controls worthless as evidence. Judge the current score with the controls in mind,
/// or the inherent one without them, or take the controls out that don't work against it.
public struct ControlsWithoutEffect: RegisterCheck {
  public static let rule = Rule(
    "RSK-007", .warning, "Current equals inherent, though there are controls",
    [.iso31000("6.4.3"), .csf("ID.RA-05")], .wrong)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    register.register.risks.compactMap { risk in
      guard risk.isOngoing, !risk.controls.isEmpty, let inherent = risk.score(.inherent),
        let current = risk.score(.current), let likelihood = current.likelihood,
        inherent.likelihood == likelihood
      else { return nil }
      let shared = current.impacts.compactMap { impact in
        inherent.impacts.first { $0.category == impact.category }.map { ($0.level, impact.level) }
      }
      guard !shared.isEmpty, shared.allSatisfy(==) else { return nil }
      return Self.noEffect(risk)
    }
  }

  private static func noEffect(_ risk: Risk) -> Finding {
    let controls = risk.controls.map(\.ref.text)
    return rule.finding(
      risk.id.text, "score[current]",
      "'\(risk.title)' is judged the same without and with \(Wording.someOf(controls))",
      hint: "judge it anew with and without them, or remove the <control> that changes nothing")
  }
}
