public import RegisterAnalysis
public import RegisterModel
import RiskScoring

/// Sharing a risk lowers what it costs in money, and nothing else.
///
/// An insurer pays; it heals nobody, restores no reputation, and makes nothing rarer. Reported for a
/// sharing treatment that expects the likelihood or an impact outside money to fall, and for a risk whose
/// target is lower there though it is only shared. What another treatment of the risk lowers, or may
/// lower since it doesn't say, is not reported.
public struct TransferBeyondMoney: RegisterCheck {
  public static let rule = Rule(
    "TRT-007", .warning, "Transfer that lowers more than money", [.iso31000("6.5.2")], .wrong)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    register.register.risks.indices.flatMap { place -> [Finding] in
      let changes = register.unsharableChanges(ofRisk: place)
      guard !changes.isEmpty else { return [] }
      var groups: [(source: UnsharableChange.Source, changes: [UnsharableChange.Change])] = []
      for change in changes {
        if groups.last?.source == change.source {
          groups[groups.count - 1].changes.append(change.change)
        } else {
          groups.append((change.source, [change.change]))
        }
      }
      return groups.map { Self.finding($0.source, $0.changes, place, register) }
    }
  }

  private static func finding(
    _ source: UnsharableChange.Source, _ changes: [UnsharableChange.Change], _ place: Int,
    _ register: CompiledRegister
  ) -> Finding {
    let risk = register.register.risks[place]
    let levels = Wording.list(changes.map { words($0, register.rules) })
    switch source {
    case .target:
      return rule.finding(
        risk.id.text, "score[target]/" + field(changes[0], register.rules),
        "the target of '\(risk.title)' is lower in \(levels), but the risk is only shared, which moves "
          + "nothing but money",
        hint: "leave the level as it is today, or add the treatment that lowers it")
    case .treatment(let id):
      let name = register.treatments[id].map { register.register.treatments[$0].name.text }
      return rule.finding(
        id.text, "treats[\(risk.id)]/" + field(changes[0], register.rules),
        "'\(name ?? id.text)' shares \(risk.id) and is to lower \(levels), but sharing moves nothing "
          + "but money",
        hint: "leave that level out here, or describe what lowers it as a treatment of its own")
    }
  }

  private static func words(_ change: UnsharableChange.Change, _ rules: ScoringRules) -> String {
    switch change {
    case .likelihood: "likelihood"
    case .impact(let category, _, _): rules[category].definition.words
    }
  }

  private static func field(_ change: UnsharableChange.Change, _ rules: ScoringRules) -> String {
    switch change {
    case .likelihood: "likelihood"
    case .impact(let category, _, _): "impact[\(rules[category].definition.category)]/level"
    }
  }
}
