import Foundation

/// What the sources of the rules say in their doc comments.
struct RuleSource {
  /// The folder of the package.
  static let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The Swift files of RegisterChecks by their paths, in order.
  static func files() throws -> [(path: String, text: String)] {
    let folder = package.appending(path: "Sources/RegisterChecks")
    return try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(".swift") }
      .map { ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8)) }
  }

  /// The names of the types that say they are checks.
  static func checks() throws -> [String] {
    try files().flatMap { _, text in
      text.matches(of: #/struct (\w+): RegisterCheck\b/#).map { String($0.1) }
    }
  }

  /// The doc comment of each rule by its code. It stands before the type whose `rule` it is, or
  /// before the constant that holds it.
  static func documentation() throws -> [String: String] {
    var found: [String: String] = [:]
    for (_, text) in try files() {
      for match in text.matches(of: #/Rule\(\s*"([A-Z]{3}-[0-9]{3})"/#) {
        let before = text[..<match.range.lowerBound]
        let check = before.range(of: "struct ", options: .backwards)
        let isCheck = before.contains(": RegisterCheck")
        let declaration = isCheck ? before[..<(check?.lowerBound ?? before.endIndex)] : before
        found[String(match.1)] = comment(before: declaration)
      }
    }
    return found
  }

  /// The doc comment above the last line of a text, without its slashes.
  private static func comment(before declaration: Substring) -> String {
    var lines: [String] = []
    for line in declaration.split(separator: "\n", omittingEmptySubsequences: false).reversed()
      .dropFirst()
    {
      let line = line.trimmingCharacters(in: .whitespaces)
      guard line.hasPrefix("///") else { break }
      lines.append(line.dropFirst(3).trimmingCharacters(in: .whitespaces))
    }
    return lines.reversed().joined(separator: "\n")
  }
}
