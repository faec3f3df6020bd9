/// How much a finding weighs.
public enum Severity: String, Sendable, Comparable, CaseIterable {
  case info, warning, error

  public static func < (left: Severity, right: Severity) -> Bool {
    allCases.firstIndex(of: left)! < allCases.firstIndex(of: right)!  // each case is in allCases
  }
}

/// Something that is wrong with a register, or worth knowing about it.
///
/// It says which rule, where, what is wrong and what to do about it. Place and text are for people;
/// `rule` never changes once released.
public struct Finding: Hashable, Sendable {
  /// The rule that was broken: one of the reader's own (`XML-010`) or of the catalogue (`STR-002`).
  public let rule: String
  public let severity: Severity
  /// The identifier of the record it is in; nil if it is of the register itself.
  public let entity: String?
  /// The field inside the record, such as `score[current]/likelihood`; nil if it is of all of it.
  public let field: String?
  /// One sentence without a full stop.
  public let message: String
  /// What to do, if that can be said.
  public let hint: String?
  /// Whether it points out what is not there yet or what is wrong with what is there.
  public var nature = Nature.wrong
  /// Where the offending value starts in its source, in bytes; nil where a value was not read from
  /// one, or its place is yet to be looked up by entity and field.
  public var offset: Int?
  /// Where its record starts in the source, in bytes: enough to find the field by reading that record
  /// again.
  package var recordOffset: Int?

  /// Whether a finding points out what is not there yet or what is wrong with what is there.
  public enum Nature: String, Sendable {
    /// Something is not there yet: the normal state of a register half done.
    case missing
    /// Something that is there is wrong, out of date, or contradicts something else.
    case wrong
  }

  public init(
    rule: String, severity: Severity = .error, entity: String? = nil, field: String? = nil,
    message: String, hint: String? = nil, offset: Int? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.entity = entity
    self.field = field
    self.message = message
    self.hint = hint
    self.offset = offset
  }

  package init(
    rule: String, severity: Severity = .error, entity: String?, field: String?, message: String,
    hint: String?, recordOffset: Int?
  ) {
    self.init(
      rule: rule, severity: severity, entity: entity, field: field, message: message, hint: hint)
    self.recordOffset = recordOffset
  }
}

/// The most findings that are kept of one file: a file of nothing but mistakes must not fill memory.
package let findingLimit = 100_000

extension [Finding] {
  /// Adds a finding; at the limit adds a last one that says so, and no more.
  package mutating func report(_ finding: Finding) {
    if count < findingLimit {
      append(finding)
    } else if count == findingLimit {
      append(
        Finding(
          rule: "XML-009", message: "there are more findings than \(findingLimit)",
          hint: "mend these first; the rest are not listed"))
    }
  }

  /// Whether one of them is an error.
  public var haveErrors: Bool { contains { $0.severity == .error } }
}
