import RiskScoring

/// What a register can be begun from, as a list for people.
enum BeginningsText {
  static var text: String {
    let starters = Starter.all.map { ($0.name, $0.summary) }
    let sets = BuiltInCriteria.allCases.map { ($0.rawValue, $0.summary) }
    return
      (["Starters, for --from:"] + table(starters) + ["", "Sets of criteria, for --criteria:"]
      + table(sets)).joined(separator: "\n")
  }

  private static func table(_ rows: [(name: String, summary: String)]) -> [String] {
    let width = rows.map(\.name.count).max() ?? 0
    return rows.map { "  \($0.name.padded(to: width))  \($0.summary)" }
  }
}

extension BuiltInCriteria {
  /// What the set is, in one line.
  fileprivate var summary: String {
    switch self {
    case .decade5x5: "frequencies and losses in decades, rated by their sum; the one to take"
    case .sp80030G3: "frequencies and matrix of NIST SP 800-30"
    case .bsi2003: "frequencies, damage and matrix of BSI Standard 200-3"
    case .product5x5: "the scales of decade-5x5 with a plain product matrix, for who has one"
    }
  }
}
