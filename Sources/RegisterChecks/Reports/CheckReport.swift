public import RegisterAnalysis
public import RegisterModel

/// What all rules say about a register on its day: the findings, what suppressions keep back, and what
/// is to be said about the suppressions. Every face shows this, in this order.
///
/// ```swift
/// let report = CheckReport(of: compiled, adding: register.historyFindings())
/// ```
public struct CheckReport: Sendable {
  /// Which findings are reported; the rest is counted and left out.
  public struct Selection: Hashable, Sendable {
    /// A register half done: only what is wrong, not what is not there yet.
    public var draft = false
    /// Findings that weigh less are left out.
    public var least = Severity.info
    /// Only rules that a clause of this framework asks for; nil: all.
    public var framework: Framework?

    public init(
      draft: Bool = false, least: Severity = .info, framework: Framework? = nil
    ) {
      self.draft = draft
      self.least = least
      self.framework = framework
    }
  }

  public let selection: Selection
  /// What is reported: errors first; of one severity in the order of the rules; of one rule in the
  /// order of the register.
  public let findings: [Finding]
  /// What suppressions keep back, in the same order.
  public let suppressed: [SuppressedFinding]
  /// The suppressions of the register in its order, each with what it does today.
  public let suppressions: [SuppressionUse]
  /// The number of findings that the selection leaves out.
  public let omitted: Int

  /// Runs the checks and sorts out what they find.
  ///
  /// - Parameters:
  ///   - others: Findings from elsewhere: the reader's, the history's.
  ///   - checks: All, unless told otherwise.
  /// - Complexity: That of the checks, and O(*n* log *n*) in their findings.
  public init(
    of register: CompiledRegister, adding others: [Finding] = [],
    selection: Selection = Selection(),
    checks: [any RegisterCheck.Type] = RuleCatalogue.checks
  ) {
    let found = others + checks.flatMap { $0.init().findings(in: register) }
    var matching = SuppressionMatching(register.register.suppressions, today: register.today)
    var reported = found.filter { matching.isReported($0) }
    reported += matching.findings
    let selected = reported.filter(selection.includes)
    self.selection = selection
    findings = Self.ordered(selected, by: \.self)
    suppressed = Self.ordered(
      matching.suppressed.filter { selection.includes($0.finding) }, by: \.finding)
    suppressions = matching.uses
    omitted = reported.count - selected.count
  }

  /// The number of findings of a severity.
  public func count(of severity: Severity) -> Int { findings.count { $0.severity == severity } }

  /// Severity, then rule, then as they came: checks give findings in the order of the register.
  private static func ordered<Element>(
    _ elements: [Element], by finding: (Element) -> Finding
  ) -> [Element] {
    let keys = elements.enumerated().map { place, element in
      let finding = finding(element)
      return (
        weight: finding.severity.weight,
        rule: RuleCatalogue.places[finding.rule] ?? RuleCatalogue.rules.count, place: place
      )
    }
    return keys.sorted { ($0.weight, $0.rule, $0.place) < ($1.weight, $1.rule, $1.place) }
      .map { elements[$0.place] }
  }
}

extension CheckReport.Selection {
  func includes(_ finding: Finding) -> Bool {
    if draft && finding.nature == .missing { return false }
    if finding.severity.weight > least.weight { return false }
    guard let framework else { return true }
    return RuleCatalogue.rule(finding.rule)?.isReferred(to: framework) ?? false
  }
}

extension Severity {
  /// 0 for the heaviest.
  fileprivate var weight: Int {
    switch self {
    case .error: 0
    case .warning: 1
    case .info: 2
    }
  }
}
