import Foundation
import RegisterChecks
import Testing

@Suite("The document of the rules")
struct ChecksDocumentTests {
  /// `RECORD=1` writes it anew, for review of the difference, and fails.
  @Test("docs/checks.md is what the doc comments say")
  func isUpToDate() throws {
    let file = RuleSource.package.appending(path: "docs/checks.md")
    let wanted = ChecksDocument.text(documentation: try RuleSource.documentation())
    let written = try? String(contentsOf: file, encoding: .utf8)
    guard written != wanted else { return }
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(wanted.utf8).write(to: file)
      Issue.record("docs/checks.md was written anew; look at the difference and commit it")
    } else {
      Issue.record("docs/checks.md is out of date: run 'make docs' and review the difference")
    }
  }

  @Test("Every rule of the catalogue has a doc comment: a sentence, then more where there is more")
  func everyRuleIsDocumented() throws {
    let documentation = try RuleSource.documentation()
    for rule in RuleCatalogue.rules where rule.family != .file {
      let text = try #require(documentation[rule.code], "\(rule.code)")
      let sentence = text.components(separatedBy: "\n\n")[0]
      #expect(sentence.hasSuffix("."), "\(rule.code)")
    }
  }
}
