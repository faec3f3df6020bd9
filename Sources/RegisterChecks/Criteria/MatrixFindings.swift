import RegisterModel
import RiskScoring

extension Rule {
  /// The findings of the audit of criteria that are wanted, as findings of this rule: one for all
  /// categories of which the same is found, at the first of them.
  func findings(of criteria: Criteria, where isWanted: (CriteriaAudit.Finding) -> Bool) -> [Finding]
  {
    guard let audit = CriteriaAudit(criteria) else { return [] }
    let found = audit.findings.filter(isWanted)
    let contents = found.map { MatrixFindingContent($0.finding) }
    let alike = Dictionary(grouping: found.indices) { contents[$0] }
    return found.enumerated().compactMap { place, first in
      guard let places = alike[contents[place]], places.first == place else { return nil }
      let others = places.dropFirst().compactMap { place in
        audit.categories.first { $0.category == found[place].category }.map { "'\($0.name)'" }
      }
      let same = others.isEmpty ? "" : "; the same in \(Wording.list(others))"
      return finding(
        nil, first.field, "\(first.message)\(same) (\(first.finding.code))",
        hint: first.hint ?? "look at the expected loss beside the rating")
    }
  }
}

/// What a finding of the matrix says to people: two that differ in the last digits of a ratio, because
/// one scale counts thousands and the other thousandths, are the same.
private struct MatrixFindingContent: Hashable {
  private let code: String
  /// The ranks of the cells that it names.
  private let cells: Set<[Int16]>
  /// The first three digits of the largest ratio, and its decade; nil: it has none, or no end.
  private let ratio: Int?
  /// What names no cells, as it is.
  private let other: MatrixFinding?

  init(_ finding: MatrixFinding) {
    code = finding.code
    switch finding {
    case .weakConsistency(let pairs), .inversions(let pairs):
      cells = Set(
        pairs.pairs.map {
          [
            $0.higher.likelihood.rank, $0.higher.impact.rank, $0.lower.likelihood.rank,
            $0.lower.impact.rank,
          ]
        })
      ratio = Self.digits(pairs.pairs.compactMap(\.ratio).max())
      other = nil
    case .rangeCompression(let spans, _):
      cells = Set(spans.map { [$0.cell.likelihood.rank, $0.cell.impact.rank] })
      ratio = Self.digits(spans.map(\.ratio).max())
      other = nil
    default:
      cells = []
      ratio = nil
      other = finding
    }
  }

  private static func digits(_ ratio: Double?) -> Int? {
    guard let ratio, ratio.isFinite, ratio > 0 else { return nil }
    var (value, decade) = (ratio, 0)
    while value >= 1000 { (value, decade) = (value / 10, decade + 1) }
    while value < 100 { (value, decade) = (value * 10, decade - 1) }
    return decade * 10_000 + Int(value.rounded())
  }
}
