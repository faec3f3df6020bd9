import CRules
import RegisterChecks
import RegisterModel

/// All rules, or those of one framework, for people: code, weight, title and clauses.
struct RuleList {
  let framework: Framework?
  let terminal: Terminal

  var text: String {
    let rules = RuleCatalogue.rules.filter { rule in
      framework.map { rule.isReferred(to: $0) } ?? true
    }
    let families = RuleFamily.allCases.compactMap { family -> String? in
      let rules = rules.filter { $0.family == family }
      guard !rules.isEmpty else { return nil }
      return ([terminal.styled(family.title, .bold)] + rules.map(line)).joined(separator: "\n")
    }
    return (families + [framework?.caveat].compactMap(\.self)).joined(separator: "\n\n")
  }

  private func line(_ rule: Rule) -> String {
    let clauses = rule.references
      .filter { reference in framework.map { $0 == reference.framework } ?? true }
      .map(\.description).joined(separator: "; ")
    return "  \(rule.code)  \(rule.severity.word.padded(to: 7))  \(rule.title)"
      + (clauses.isEmpty ? "" : terminal.styled("  (\(clauses))", .dim))
  }
}

/// A rule as JSON has it.
struct RuleJSON: Encodable {
  let rule: String
  let title: String
  let family: String
  let severity: String
  let nature: String
  let references: [String]
  let canBeSuppressed: Bool

  init(_ rule: Rule) {
    self.rule = rule.code
    title = rule.title
    family = rule.family.title
    severity = rule.severity.rawValue
    nature = rule.nature.rawValue
    references = rule.references.map(\.description)
    canBeSuppressed = rule.canBeSuppressed
  }
}

/// What a rule asks and why: its part of `docs/checks.md`, which is made from the sources of the rules
/// and is in the program.
struct RuleExplanation: Encodable {
  private let weight: String
  let rule: String
  let title: String
  let severity: String
  let nature: String
  let references: [String]
  /// Paragraphs parted by empty lines; empty for the reader's own rules, whose title says all.
  let explanation: String

  private enum CodingKeys: CodingKey { case rule, title, severity, nature, references, explanation }

  init(_ rule: Rule) {
    self.rule = rule.code
    weight = rule.severity.word
    title = rule.title
    severity = rule.severity.rawValue
    nature = rule.nature.rawValue
    references = rule.references.map(\.description)
    let document = String(
      decoding: UnsafeBufferPointer(start: holdfast_rules, count: holdfast_rules_size),
      as: UTF8.self)
    explanation = Self.section(of: rule.code, in: document)
  }

  /// What stands below the heading of a rule and its line of weight and clauses, up to the next heading.
  private static func section(of code: String, in document: String) -> String {
    let lines = document.split(separator: "\n", omittingEmptySubsequences: false)
    guard
      let heading = lines.firstIndex(where: { $0.hasPrefix("### <a id=\"\(code.lowercased())\"") })
    else { return "" }
    return lines[(heading + 1)...].prefix { !$0.hasPrefix("#") }
      .drop { $0.isEmpty || $0.hasPrefix("*") }
      .joined(separator: "\n").trimmingBlankLines
  }

  func text(on terminal: Terminal) -> String {
    let head =
      terminal.styled("\(rule): \(title)", .bold) + "\n"
      + ([weight, "something \(nature)"] + references).joined(separator: " · ")
    return explanation.isEmpty ? head : head + "\n\n" + explanation
  }
}

extension Severity {
  /// As it stands before a finding.
  var word: String { self == .info ? "note" : rawValue }
}

extension String {
  fileprivate var trimmingBlankLines: String {
    var text = self[...]
    while text.last == "\n" { text = text.dropLast() }
    return String(text)
  }
}
