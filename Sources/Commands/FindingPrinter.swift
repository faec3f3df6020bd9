import RegisterModel
import RegisterXML

/// Prints findings for people: where, what, which rule, the line it is in and what to do.
struct FindingPrinter {
  let terminal: Terminal

  /// All findings of a source, in the order of the file, and how many there are.
  ///
  /// - Throws: If the source can't be read again to find the places.
  func text(for findings: [Finding], in source: RegisterSource) throws -> String {
    let places = try source.places(of: findings)
    let order = findings.indices.sorted { a, b in
      let (first, second) = (places[a], places[b])
      return (first?.line ?? .max, first?.column ?? 0, a)
        < (second?.line ?? .max, second?.column ?? 0, b)
    }
    var lines = order.map { text(for: findings[$0], at: places[$0], in: source.name) }
    lines.append(summary(of: findings))
    return lines.joined(separator: "\n")
  }

  /// "3 errors, 1 warning".
  func summary(of findings: [Finding]) -> String {
    func count(_ severity: Severity, _ one: String, _ many: String) -> String? {
      let count = findings.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(count == 1 ? one : many)"
    }
    let parts = [
      count(.error, "error", "errors"), count(.warning, "warning", "warnings"),
      count(.info, "note", "notes"),
    ].compactMap { $0 }
    return parts.isEmpty ? "nothing found" : parts.joined(separator: ", ")
  }

  private func text(for finding: Finding, at place: FindingPlace?, in file: String) -> String {
    let name = file == "-" ? "<standard input>" : file
    let position = place.map { "\(name):\($0.line):\($0.column): " } ?? "\(name): "
    let severity =
      switch finding.severity {
      case .error: terminal.styled("error:", .bold, .red)
      case .warning: terminal.styled("warning:", .bold, .yellow)
      case .info: terminal.styled("note:", .bold, .cyan)
      }
    let subject = finding.entity.map { "\($0): " } ?? ""
    let field = place == nil ? finding.field.map { " (\($0))" } ?? "" : ""
    var lines = [
      terminal.styled(position, .bold)
        + "\(severity) \(subject)\(finding.message)\(field) [\(finding.rule)]"
    ]
    if let place {
      let number = "\(place.line)"
      let blank = String(repeating: " ", count: number.count)
      let bar = terminal.styled("|", .dim)
      lines.append("\(terminal.styled(number, .dim)) \(bar) \(place.text)")
      let pointer = String(repeating: " ", count: place.indent) + terminal.styled("^", .green)
      lines.append("\(blank) \(bar) \(pointer)\(finding.hint.map { " " + $0 } ?? "")")
    } else if let hint = finding.hint {
      lines.append("  \(hint)")
    }
    return lines.joined(separator: "\n")
  }
}

/// A finding as JSON has it.
struct FindingJSON: Encodable {
  let rule: String
  let severity: String
  let entity: String?
  let field: String?
  let message: String
  let hint: String?
  let line: Int?
  let column: Int?

  init(_ finding: Finding, _ place: FindingPlace?) {
    rule = finding.rule
    severity = finding.severity.rawValue
    entity = finding.entity
    field = finding.field
    message = finding.message
    hint = finding.hint
    line = place?.line
    column = place?.column
  }
}
