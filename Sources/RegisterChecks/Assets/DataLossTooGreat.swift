import ImpactAnalysis
public import RegisterAnalysis
public import RegisterModel

/// No more work is lost with any data than may be, and it is known how much is.
///
/// What is lost at worst is the time from one copy to the next and the time until a copy is safe; of several
/// copies the one counts that loses least, and what a test or incident showed where that was more. What may be
/// lost is the least RPO of all that use the data. Where nobody knows how much is lost the rule warns.
public struct DataLossTooGreat: RegisterCheck {
  public static let rule = Rule(
    "REC-002", .error, "More data lost than may be", [.dora("12(6)"), .iso22301("8.3.2")], .wrong)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    let loss = register.impact.dataLoss
    return loss.requirements.indices.compactMap { node in
      guard loss.requirements[node].isAsked, let point = loss.achieved[node],
        let asset = register.impact.asset(node)
      else { return nil }
      if loss.isTooMuch(at: node) {
        return Self.tooMuch(asset, point, loss.requirements[node], register)
      }
      return point.time.upper > loss.requirements[node].seconds
        ? Self.unknown(asset, point, loss.requirements[node], register) : nil
    }
  }

  /// "A-1 'Triage' may lose 15 minutes".
  private static func allowed(_ requirement: DataLoss.Requirement, _ register: CompiledRegister)
    -> String
  {
    let who = requirement.binding.map { "\(register.label($0)) may lose" } ?? "lost may be"
    return "\(who) \(requirement.seconds == 0 ? "nothing" : Wording.time(requirement.seconds))"
  }

  private static func tooMuch(
    _ asset: Asset, _ point: RecoveryPoint, _ requirement: DataLoss.Requirement,
    _ register: CompiledRegister
  ) -> Finding {
    let basis =
      switch point.basis {
      case .backup(let place): " (\(asset.backups[place].words))"
      case .evidence(let evidence): " (shown by \(evidence.words))"
      case nil: ""
      }
    return rule.finding(
      asset.id.text, "backup",
      "\(point.time.isKnown ? "up to" : "at least") \(Wording.time(point.time.lower)) of work are lost with "
        + "'\(asset.name)'\(basis), and \(allowed(requirement, register))",
      hint: "make copies more often, or have more lost: raise rpo in <targets>")
  }

  private static func unknown(
    _ asset: Asset, _ point: RecoveryPoint, _ requirement: DataLoss.Requirement,
    _ register: CompiledRegister
  ) -> Finding {
    let copy = asset.backups.contains { $0.ship == nil }
    return rule.finding(
      asset.id.text, "backup",
      "nobody can say how much work is lost with '\(asset.name)', and \(allowed(requirement, register))",
      hint: copy
        ? "say how long a copy takes to be safe: <backup … ship=\"…\"/>"
        : "say how often it is copied: <backup every=\"…\" ship=\"…\"/>",
      severity: .warning, nature: .missing)
  }
}

extension Backup {
  /// "a copy every 6 hours, safe 1 hour later".
  fileprivate var words: String {
    "a copy every \(Wording.time(every))"
      + (ship.map { $0.seconds > 0 ? ", safe \(Wording.time($0)) later" : "" } ?? "")
  }
}

extension Capability.Evidence {
  /// "a test", as it stands in a sentence.
  var words: String {
    switch self {
    case .test: "a test"
    case .incident: "an incident"
    case .contract: "a contract"
    case .estimate: "an estimate"
    }
  }
}
