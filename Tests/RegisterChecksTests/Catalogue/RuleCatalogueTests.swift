import RegisterChecks
import RegisterModel
import Testing

@Suite("The catalogue of rules")
struct RuleCatalogueTests {
  /// The rules of DOMAIN §7, but for families that are still to come.
  static let wanted = [
    "STR-001", "STR-002", "STR-003", "STR-004", "STR-005",
    "CFG-001", "CFG-002", "CFG-003", "CFG-004", "CFG-005", "CFG-006",
    "RSK-001", "RSK-002", "RSK-003", "RSK-004", "RSK-005", "RSK-006", "RSK-007", "RSK-008",
    "RSK-009", "RSK-010", "RSK-011", "RSK-012", "RSK-013", "RSK-014", "RSK-015", "RSK-016",
    "RSK-017", "RSK-018",
    "TRT-001", "TRT-002", "TRT-003", "TRT-004", "TRT-005", "TRT-006", "TRT-007", "TRT-008",
    "BIA-001", "BIA-002", "BIA-003", "BIA-004", "BIA-005", "BIA-006", "BIA-007", "BIA-008",
    "BIA-009", "BIA-010", "BIA-011", "BIA-012", "BIA-013", "BIA-014", "BIA-015",
    "DEP-001", "DEP-002", "DEP-003", "DEP-004", "DEP-005", "DEP-006",
    "REC-001", "REC-002", "REC-003", "REC-004", "REC-005", "REC-006", "REC-007",
    "EXR-001", "EXR-002", "EXR-003", "EXR-004", "EXR-005", "EXR-006",
    "INC-001", "INC-002", "INC-003", "INC-004",
  ]

  @Test("Every rule that is to be there is there", arguments: wanted)
  func isThere(code: String) { #expect(RuleCatalogue.rule(code)?.code == code) }

  @Test("The checks are in the order of their families and codes, each once")
  func checksAreSorted() {
    let codes = RuleCatalogue.checks.map { $0.rule.code }
    #expect(codes == RuleCatalogue.rules.map(\.code).filter(codes.contains))
    #expect(Set(codes).count == codes.count)
  }

  @Test("Families follow each other as they are declared, codes ascend, and no code is there twice")
  func rulesAreSorted() {
    let rules = RuleCatalogue.rules
    #expect(Set(rules.map(\.code)).count == rules.count)
    for (rule, next) in zip(rules, rules.dropFirst()) {
      if rule.family == next.family { #expect(rule.code < next.code) }
    }
    let families = rules.map(\.family).reduce(into: [RuleFamily]()) { families, family in
      if families.last != family { families.append(family) }
    }
    #expect(families == RuleFamily.allCases.filter(families.contains))
  }

  @Test("Every type of RegisterChecks that says it is a check is in the catalogue")
  func checksAreListed() throws {
    let listed = Set(RuleCatalogue.checks.map { "\($0)" })
    #expect(try Set(RuleSource.checks()) == listed)
  }

  @Test("Rules of the reader, the history and the suppressions are known by their codes too")
  func rulesOfElsewhere() throws {
    #expect(RuleCatalogue.rule("XML-010")?.title == "An element that isn't known there")
    #expect(try #require(RuleCatalogue.rule("STR-005")).severity == .error)
    #expect(RuleCatalogue.rule("SUP-001") != nil)
    #expect(RuleCatalogue.rule("RSK-999") == nil)
    #expect(RuleCatalogue.rule("") == nil)
  }

  @Test(
    "A framework is known by its short name, its number or its full name",
    arguments: ["iso22301", "ISO 22301", "22301", "iso-22301"])
  func frameworkNames(word: String) { #expect(Framework(named: word) == .iso22301) }

  @Test("What is no framework is none", arguments: ["", " ", "2", "iso", "ISO 9001"])
  func noFramework(word: String) { #expect(Framework(named: word) == nil) }

  @Test("The name of every framework is its own", arguments: Framework.allCases)
  func namesAreDistinct(framework: Framework) {
    #expect(Framework(named: framework.name) == framework)
    #expect(Framework(named: framework.rawValue) == framework)
  }
}
