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
    var lines = order.map { excerpt(of: findings[$0], at: places[$0], in: source.name) }
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

  /// Where, what and which rule, on one line.
  func line(for finding: Finding, at place: FindingPlace?, in file: String) -> String {
    let name = file == "-" ? "<standard input>" : file
    let position = place.map { "\(name):\($0.line):\($0.column): " } ?? "\(name): "
    let severity =
      switch finding.severity {
      case .error: terminal.styled("error:", .bold, .red)
      case .warning: terminal.styled("warning:", .bold, .yellow)
      case .info: terminal.styled("note:", .bold, .cyan)
      }
    let subject = finding.entity.map { "\($0): " } ?? ""
    // Of the register itself the message says it all; in a record without a place the field helps.
    let field =
      place == nil && finding.entity != nil ? finding.field.map { "(\($0)) " } ?? "" : ""
    return terminal.styled(position, .bold) + "\(severity) \(subject)\(finding.message) \(field)"
      + terminal.styled("[\(finding.rule)]", .dim)
  }

  /// The same, with the line of the file it is in and the hint at its place.
  func excerpt(of finding: Finding, at place: FindingPlace?, in file: String) -> String {
    var lines = [line(for: finding, at: place, in: file)]
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
