public import RegisterAnalysis
public import RegisterModel
import RiskScoring

/// The matrix tells apart what differs: no cell stands for more than one that is rated higher, no cell
/// holds risks that differ more than a hundred times, every rating has cells, and none has most of them.
///
/// These are the checks MX-4, 6 and 7 of the matrix. They make it less useful, not wrong: where it can't
/// be better, look at the expected loss beside the rating.
public struct MatrixCoarse: RegisterCheck {
  public static let rule = Rule(
    "CFG-003", .warning, "Matrix that tells risks apart badly", [.iso31000("6.3.4")], .wrong)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    guard let criteria = register.register.criteria else { return [] }
    return Self.rule.findings(of: criteria) { $0.finding.severity == .warning }
  }
}
