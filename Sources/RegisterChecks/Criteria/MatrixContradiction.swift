public import RegisterAnalysis
public import RegisterModel
import RiskScoring

/// The matrix agrees with itself and with its scales: no rating falls where likelihood or impact rises,
/// no risk of the highest rating may be smaller than one of the lowest, the two never meet, and the
/// levels of a scale follow each other without a gap or an overlap and have an end.
///
/// These are the checks MX-1, 2, 3, 8 and 10 of the matrix, after Cox (2008). A matrix that fails one
/// puts some risks in the wrong order, whoever judges them. The ratings still count; but say so wherever
/// they are shown, until the matrix or the bounds are changed. Each category is looked at by itself, for
/// each gives the columns another meaning. A level that lacks a bound is CFG-001.
public struct MatrixContradiction: RegisterCheck {
  public static let rule = Rule(
    "CFG-002", .error, "Matrix or scales that contradict themselves",
    [.iso31000("6.3.4"), .csf("GV.RM-06")], .wrong)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    guard let criteria = register.register.criteria else { return [] }
    return Self.rule.findings(of: criteria) { finding in
      finding.finding.severity == .error && !Self.isUnstated(finding, criteria)
    }
  }

  /// Whether it is nothing but that an outer bound is not stated, which CFG-001 says.
  private static func isUnstated(_ finding: CriteriaAudit.Finding, _ criteria: Criteria) -> Bool {
    guard case .openEnds(let scale, let ends) = finding.finding else { return false }
    let bounds: (below: Bool, above: Bool)
    switch scale {
    case .likelihood:
      let levels = criteria.likelihood?.levels ?? []
      bounds = (levels.first?.from == nil, levels.last?.to == nil)
    case .impact:
      let levels = criteria.impacts.first { $0.category == finding.category }?.levels ?? []
      bounds = (levels.first?.from == nil, levels.last?.to == nil)
    }
    return ends.allSatisfy { $0 == .below ? bounds.below : bounds.above }
  }
}
