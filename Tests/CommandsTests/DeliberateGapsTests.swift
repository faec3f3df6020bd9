import Foundation
import Testing

/// The registers of the repository have gaps on purpose, which their README lists: no more, and no fewer.
@Suite("Deliberate gaps of the registers")
struct DeliberateGapsTests {
  /// The families of rules that the registers are kept to so far.
  static let families: Set<Substring> = [
    "STR", "SUP", "CFG", "RSK", "TRT", "BIA", "DEP", "REC", "PRT", "EXR", "INC",
  ]
  static let folder = Executable.package.appending("registers")
  static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".xml") }.sorted()

  struct Gap: Hashable, Comparable, CustomStringConvertible {
    let rule: String
    let entity: String

    var description: String { "\(rule) \(entity)" }
    static func < (left: Self, right: Self) -> Bool { left.description < right.description }
  }

  @Test("Check finds in a register what its README lists, and nothing else", arguments: names)
  func gaps(_ name: String) throws {
    let outcome = try Executable.run(
      shell: "holdfast check '\(name)' --today 2026-11-24 --json", in: Self.folder)
    let findings = try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]])
    let found = findings.compactMap { finding -> Gap? in
      guard let rule = finding["rule"] as? String, Self.families.contains(rule.prefix(3)) else {
        return nil
      }
      return Gap(rule: rule, entity: finding["entity"] as? String ?? "the register")
    }
    #expect(Set(found).sorted() == (try Self.listed(of: name)))
  }

  /// The rows of the register's table: `| TRT-002, TRT-003 | T-11, T-12 | why |` is four gaps.
  private static func listed(of name: String) throws -> [Gap] {
    let text = try String(contentsOf: folder.appending("README.md"), encoding: .utf8)
    let sections = text.components(separatedBy: "\n## ")
    let section = try #require(sections.first { $0.hasPrefix(name) }, "a section on \(name)")
    return section.split(separator: "\n").flatMap { line -> [Gap] in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 3 else { return [] }
      let rules = cells[0].components(separatedBy: ", ")
        .filter { families.contains($0.prefix(3)) }
      return rules.flatMap { rule in
        cells[1].components(separatedBy: ", ").map { Gap(rule: rule, entity: $0) }
      }
    }.sorted()
  }
}
