public import RegisterAnalysis
import RegisterModel
import RiskScoring

/// What to fill in next, most valuable first.
///
/// A register half done is the normal state. This is not a list of faults: each entry says what is still
/// to be written down, why that is worth the effort, how to do it, and for which records, those first
/// that matter most. What others wait for comes before what waits: without criteria nothing can be rated,
/// without scores nothing can be ranked.
public struct Checklist: Sendable {
  /// One thing to do, for one or for many records.
  public struct Entry: Sendable {
    /// What to do, as a command to oneself: "Score the risks that are open".
    public let task: String
    /// What it is good for.
    public let reason: String
    /// How, as a command or an element to write.
    public let how: String
    /// The records it is to be done for, the most important first; empty for the register itself.
    public let records: [Record]
    /// The rule that asks for it; nil where none does yet, as for drafts.
    public let rule: String?
  }

  /// A record, by identifier and by what people call it.
  public struct Record: Hashable, Sendable {
    public let id: String
    public let name: String

    public init(id: String, name: String) {
      self.id = id
      self.name = name
    }
  }

  /// The steps of the work, in the order in which they build on each other.
  public enum Step: Int, Sendable, CaseIterable {
    case foundation, inventory, drafts, judgement, impact, needs, recovery, response, evidence
    case agreement

    /// What to call it in a heading.
    public var title: String {
      switch self {
      case .foundation: "What everything rests on"
      case .inventory: "What there is"
      case .drafts: "Drafts"
      case .judgement: "Judging the risks"
      case .impact: "Judging disruption"
      case .needs: "What activities need"
      case .recovery: "How recovery goes"
      case .response: "Answering the risks"
      case .evidence: "Showing why"
      case .agreement: "Having it agreed to"
      }
    }
  }

  /// The entries by step; steps with nothing to do are left out.
  public let steps: [(step: Step, entries: [Entry])]
  /// How many risks that are open have all that the rules ask for, and how many are open.
  public let completeRisks: (complete: Int, open: Int)

  /// - Parameter report: Of all rules, with what is missing: not of a draft selection.
  /// - Complexity: O(*n* log *n*) in records and findings.
  public init(of report: CheckReport, _ register: CompiledRegister) {
    let importance = Importance(register)
    var entries: [(step: Step, entry: Entry)] = []
    entries += Self.beginnings(register.register).map { ($0.0, $0.1) }
    entries += DraftWork.entries(register, importance).map { (.drafts, $0) }
    let missing = report.findings.filter { $0.nature == .missing }
    for rule in RuleCatalogue.rules {
      let findings = missing.filter { $0.rule == rule.code }
      // What is missing from the register itself is a thing to do each.
      for finding in findings where finding.entity == nil {
        entries.append(
          (
            Self.isAgreement(finding) ? .agreement : Self.step(of: rule),
            Entry(
              task: rule.title, reason: finding.message, how: finding.hint ?? "", records: [],
              rule: rule.code)
          ))
      }
      guard let first = findings.first(where: { $0.entity != nil }) else { continue }
      entries.append(
        (
          Self.step(of: rule),
          Entry(
            task: rule.title, reason: first.message, how: first.hint ?? "",
            records: importance.records(findings.compactMap(\.entity)), rule: rule.code)
        ))
    }
    steps = Step.allCases.compactMap { step in
      let chosen = entries.filter { $0.step == step }.map(\.entry)
      return chosen.isEmpty ? nil : (step, chosen)
    }
    let open = register.register.risks.filter { $0.status != .draft && $0.status != .closed }
    let lacking = Set(missing.compactMap(\.entity))
    completeRisks = (open.count { !lacking.contains($0.id.text) }, open.count)
  }

  /// Whether there is nothing to do.
  public var isEmpty: Bool { steps.isEmpty }

  /// Whether it is asked that somebody agrees to what there is: last of all, for there must be something.
  private static func isAgreement(_ finding: Finding) -> Bool {
    finding.rule == CriteriaReviewOverdue.rule.code
      || finding.rule == RegisterWithoutMandate.rule.code
        && finding.field?.hasPrefix("approval") ?? false
  }

  /// Where the work on what a rule asks for belongs.
  private static func step(of rule: Rule) -> Step {
    switch rule.family {
    case .file, .structure, .suppressions, .criteria: .foundation
    case .treatments: .response
    case .impacts:
      switch rule.code {
      case "BIA-001", "BIA-002": .inventory
      case "BIA-011": .evidence
      case "BIA-014": .agreement
      default: .impact
      }
    case .needs: .needs
    case .recovery: .recovery
    case .protocols: .response
    case .exercises, .incidents: .evidence
    case .risks:
      switch rule.code {
      case "RSK-001", "RSK-002", "RSK-003", "RSK-004": .judgement
      case "RSK-008", "RSK-009", "RSK-011", "RSK-014": .response
      default: .evidence
      }
    }
  }

  /// What no rule asks for, because there is nothing yet that could break one.
  private static func beginnings(_ register: Register) -> [(Step, Entry)] {
    var entries: [(Step, Entry)] = []
    if register.parties.isEmpty {
      entries.append(
        (
          .inventory,
          Entry(
            task: "Name the people and roles", reason: "a risk without an owner is nobody's",
            how: "holdfast add FILE party r-facilities name=\"Head of facilities\" kind=role",
            records: [], rule: nil)
        ))
    }
    if register.activities.isEmpty && register.assets.isEmpty {
      entries.append(
        (
          .inventory,
          Entry(
            task: "Describe what you do and what you need for it",
            reason: "a risk matters by what it hits",
            how: "holdfast add FILE activity A-triage name=\"Emergency triage\"",
            records: [], rule: nil)
        ))
    }
    if register.risks.isEmpty {
      entries.append(
        (
          .judgement,
          Entry(
            task: "Collect what may happen", reason: "the register has no risk yet",
            how: "holdfast add FILE risks -   (one title a line, from a brainstorm)",
            records: [], rule: nil)
        ))
    }
    return entries
  }
}
