import RegisterModel
import RegisterXML
import TestSupport
import Testing

/// A register with these lines in it, which must be right.
func register(
  _ lines: String, version: String = "1.0", sourceLocation: SourceLocation = #_sourceLocation
) throws -> Register {
  let read = RegisterReader.read(written(lines, version: version))
  return try #require(read.register, "\(read.findings)", sourceLocation: sourceLocation)
}

/// The text of a register with these lines in it.
func written(_ lines: String, version: String = "1.0") -> String {
  """
  <register xmlns="https://w3id.org/holdfast/register/1" schemaVersion="\(version)" id="works" lang="en" currency="EUR">
  <title>Waterworks</title>
  \(lines)
  </register>
  """
}

/// The lines of a register in canonical form, without its frame and its title.
func lines(of register: Register) -> String {
  RegisterWriter.text(of: register).split(separator: "\n").dropFirst(3).dropLast()
    .map { $0.dropFirst(2) }.joined(separator: "\n")
}

extension Edit {
  /// A field of text set to another text; nil leaves it out.
  static func text(_ entity: String?, _ field: String, _ from: String?, _ to: String?) -> Edit {
    .set(
      FieldChange(
        entity: entity, field: FieldPath(field)!, from: from.map { .text($0) },
        to: to.map { .text($0) }))
  }

  /// The edit in a few words: "R-1 owner 'a' → 'b'".
  var brief: String {
    switch self {
    case .add(let record): return "+ \(record.summary)"
    case .remove(let record): return "- \(record.summary)"
    case .set(let change):
      return
        "\(change.entity ?? "register") \(change.field) \(change.from?.summary ?? "none") → \(change.to?.summary ?? "none")"
    }
  }
}

extension [Edit] {
  /// All in a few words, one a line.
  var brief: String { map(\.brief).joined(separator: "\n") }
}
