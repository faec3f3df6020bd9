public import RegisterAnalysis
public import RegisterModel

/// For every high risk there is a protocol: somebody has thought about what to do when it happens.
///
/// A protocol is for a risk if the risk `activates` it, if it `covers` the risk, or if it covers an asset or
/// activity that the risk hits. High is a current rating of `highFrom` or above. Drafts and closed risks are
/// not asked.
///
/// Treatments make an event rarer or milder; a protocol is for the day on which it happens all the same, and
/// of a high risk one must assume that it does. Write one, or link one that is there already.
public struct HighRiskWithoutProtocol: RegisterCheck {
  public static let rule = Rule(
    "RSK-011", .warning, "High risk without protocol", [.iso22301("8.4.1"), .csf("ID.IM-04")],
    .missing)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    let covered = Set(register.register.protocols.flatMap { $0.covers.map(\.ref.text) })
    return register.register.risks.enumerated().compactMap { place, risk in
      guard risk.isOngoing, register.isHigh(risk: place), register.protocolsOfRisk[place].isEmpty,
        !risk.allHits.contains(where: { covered.contains($0.text) })
      else { return nil }
      return Self.noProtocol(risk, place, register)
    }
  }

  private static func noProtocol(_ risk: Risk, _ place: Int, _ register: CompiledRegister)
    -> Finding
  {
    rule.finding(
      risk.id.text, "activates",
      "'\(risk.title)' is \(register.ratedWords(ofRisk: place) ?? "high"), and no protocol is for it or "
        + "for what it hits",
      hint: "name the protocol that answers it: <activates protocol=\"…\"/>")
  }
}
