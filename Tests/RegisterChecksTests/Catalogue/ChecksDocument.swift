import RegisterChecks
import RegisterModel

/// `docs/checks.md`: every rule with its weight, its clauses and its doc comment.
enum ChecksDocument {
  static func text(documentation: [String: String]) -> String {
    var parts = [introduction]
    for family in RuleFamily.allCases where family != .file {
      parts.append("## \(family.title)")
      parts += RuleCatalogue.rules.filter { $0.family == family }.map {
        entry($0, documentation[$0.code] ?? "")
      }
    }
    parts.append(file)
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static let introduction = """
    # The rules

    <!-- Made from the doc comments in Sources/RegisterChecks by `make docs`. Edit those. -->

    What `holdfast check` asks of a register, rule by rule. [The manual](manual/5-check.md) says how to use it.

    An **error** would be a nonconformity, a **warning** should be looked at, a **note** is worth knowing. A rule is
    about what is *missing*, which a register half done may be (`--draft` leaves those out), or about what is *wrong*.
    The clauses are those that ask for it; passing the checks of a framework is not conformity with it. Clause numbers
    refer to the published standards; check them against a licensed copy before you print them.
    """

  private static func entry(_ rule: Rule, _ documentation: String) -> String {
    let references = rule.references.map(\.description).joined(separator: "; ")
    return """
      ### <a id="\(rule.code.lowercased())"></a>\(rule.code): \(rule.title)

      *\(rule.severity.word) · something \(rule.nature.rawValue)\(references.isEmpty ? "" : " · \(references)")*

      \(documentation)
      """
  }

  private static var file: String {
    """
    ## \(RuleFamily.file.title)

    What keeps a file from being a register. All are errors, and none can be suppressed.

    | rule | means |
    | --- | --- |

    """
      + RuleCatalogue.rules.filter { $0.family == .file }.map {
        "| <a id=\"\($0.code.lowercased())\"></a>\($0.code) | \($0.title) |"
      }.joined(separator: "\n")
  }
}

extension Severity {
  fileprivate var word: String {
    switch self {
    case .error: "Error"
    case .warning: "Warning"
    case .info: "Note"
    }
  }
}
