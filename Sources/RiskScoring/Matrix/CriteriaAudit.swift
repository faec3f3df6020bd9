public import RegisterModel

/// The audit of the matrix of criteria against their scales: for each impact category, since each gives
/// the columns another meaning.
public struct CriteriaAudit: Sendable {
  /// The audit for one impact category.
  public struct Category: Sendable {
    public let category: Identifier<ImpactCategory>
    /// What people call it: its name or, failing that, its token.
    public let name: String
    public let audit: MatrixAudit
  }

  /// A finding, and the category in which it was made.
  public struct Finding: Hashable, Sendable {
    /// nil: of the matrix or the likelihood scale, whatever the category.
    public let category: Identifier<ImpactCategory>?
    public let finding: MatrixFinding
    /// The field of the criteria that it is about, such as `criteria/matrix`.
    public let field: String
    /// What was found, in plain words: one sentence without a full stop.
    public let message: String
    /// What to do about it; nil for what is only worth knowing.
    public let hint: String?
  }

  /// Each impact category in the order of the criteria. One without any bounds is there too; nothing of
  /// it could be compared.
  public let categories: [Category]
  /// Each finding once: of the matrix, of the likelihood scale, then of each category.
  public let findings: [Finding]

  /// - Returns: nil for criteria without a matrix: there is nothing to audit.
  /// - Complexity: O(*n* log *n*) in the number of cells, times the ratings and the categories.
  public init?(
    _ criteria: Criteria,
    compressionLimit: Double = MatrixAudit.standardCompressionLimit
  ) {
    let table = RatingTable(criteria.matrix)
    guard !table.isEmpty else { return nil }
    let likelihood = AuditAxis(criteria.likelihood, count: table.rowCount)
    let categories = criteria.impacts.map { category in
      Category(
        category: category.category, name: category.name?.text ?? category.category.text,
        audit: MatrixAudit(
          table, likelihood: likelihood,
          impact: AuditAxis(category, count: table.columnCount), .geometric,
          compressionLimit: compressionLimit, showsScores: false))
    }
    let words = MatrixWords(table, likelihood: likelihood, impact: nil, category: nil)
    let general =
      MatrixAudit.findings(of: table, showsScores: false)
      + MatrixAudit.findings(of: likelihood, .likelihood, .geometric)
    self.categories = categories
    findings =
      general.map { Finding($0, words, category: nil) }
      + categories.flatMap { category in
        let words = MatrixWords(category.audit, category: category.name)
        return category.audit.findings
          .filter { $0.subject == .impact || $0.subject == .cells }
          .map { Finding($0, words, category: category.category) }
      }
  }
}

extension CriteriaAudit.Finding {
  fileprivate init(
    _ finding: MatrixFinding, _ words: MatrixWords, category: Identifier<ImpactCategory>?
  ) {
    self.category = category
    self.finding = finding
    field =
      switch finding.subject {
      case .matrix: "criteria/matrix"
      case .likelihood: "criteria/likelihood"
      case .impact, .cells:
        category.map { "criteria/impact[\($0)]" } ?? "criteria/matrix"
      }
    message = words.message(for: finding)
    hint = words.hint(for: finding)
  }
}

extension AuditAxis {
  /// - Parameter count: The rows of the matrix: the levels of criteria without a likelihood scale.
  fileprivate init(_ likelihood: LikelihoodDefinition?, count: Int) {
    let levels = likelihood?.levels ?? []
    self.init(
      levels.isEmpty
        ? Array(repeating: .unknown, count: count)
        : levels.map {
          Level(
            name: $0.name.text, from: $0.from?.perYear, to: $0.to?.perYear, isCapped: $0.cap)
        })
  }

  /// The category's own bounds or, where it states none, its equivalents in money.
  ///
  /// - Parameter count: The columns of the matrix: the levels of a category that declares none.
  fileprivate init(_ category: ImpactCategory, count: Int) {
    let levels = category.levels
    let hasOwn = levels.contains { $0.from != nil || $0.to != nil }
    self.init(
      levels.isEmpty
        ? Array(repeating: .unknown, count: count)
        : levels.map {
          Level(
            name: $0.name.text, from: hasOwn ? $0.from?.value : $0.moneyFrom?.amount,
            to: hasOwn ? $0.to?.value : $0.moneyTo?.amount, isCapped: $0.cap)
        })
  }
}

extension AuditAxis.Level {
  fileprivate static let unknown = Self(name: nil, from: nil, to: nil, isCapped: false)
}
