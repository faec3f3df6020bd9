public import RegisterAnalysis
public import RegisterModel

/// A rule of the catalogue (DOMAIN §7): what an auditor would ask, asked of a compiled register.
///
/// One rule a file, in three parts: a doc comment, which becomes the rule's entry in `docs/checks.md`;
/// the check; its messages at the foot. A check never stops at the first thing it finds, and never reads
/// a clock: today is the register's.
public protocol RegisterCheck: Sendable {
  /// What the rule is called, how much it weighs and what it rests on.
  static var rule: Rule { get }

  init()

  /// Everything in the register that breaks the rule, in the order of the register.
  func findings(in register: CompiledRegister) -> [Finding]
}

/// What a rule is called, how much it weighs and what it rests on.
public struct Rule: Hashable, Sendable {
  /// The identifier, such as `RSK-001`; it never changes once released.
  public let code: String
  /// How much its findings weigh, unless a finding says otherwise.
  public let severity: Severity
  /// A few words for a list of rules.
  public let title: String
  /// The clauses that ask for it.
  public let references: [FrameworkReference]
  /// What kind of thing it points out.
  public let nature: Nature

  /// Whether a rule points out what is not there yet or what is wrong with what is there.
  public enum Nature: String, Sendable {
    /// Something is not there yet: the normal state of a register half done.
    case missing
    /// Something that is there is wrong, out of date, or contradicts something else.
    case wrong
  }

  public init(
    _ code: String, _ severity: Severity, _ title: String, _ references: [FrameworkReference],
    _ nature: Nature
  ) {
    self.code = code
    self.severity = severity
    self.title = title
    self.references = references
    self.nature = nature
  }

  /// A finding of this rule.
  ///
  /// - Parameter severity: nil: that of the rule.
  func finding(
    _ entity: String?, _ field: String?, _ message: String, hint: String,
    severity: Severity? = nil
  ) -> Finding {
    Finding(
      rule: code, severity: severity ?? self.severity, entity: entity, field: field,
      message: message, hint: hint)
  }
}

/// A clause of a standard or law that asks for something.
public struct FrameworkReference: Hashable, Sendable, CustomStringConvertible {
  public let framework: Framework
  /// The clause, as the framework numbers it, such as `6.4.3`.
  public let clause: String

  public var description: String { "\(framework.name) \(clause)" }

  static func iso22301(_ clause: String) -> Self { .init(framework: .iso22301, clause: clause) }
  static func iso22317(_ clause: String) -> Self { .init(framework: .iso22317, clause: clause) }
  static func iso31000(_ clause: String) -> Self { .init(framework: .iso31000, clause: clause) }
  static func iec31010(_ clause: String) -> Self { .init(framework: .iec31010, clause: clause) }
  static func iso27005(_ clause: String) -> Self { .init(framework: .iso27005, clause: clause) }
  static func csf(_ clause: String) -> Self { .init(framework: .csf, clause: clause) }
  static func dora(_ clause: String) -> Self { .init(framework: .dora, clause: clause) }
  static func rts(_ clause: String) -> Self { .init(framework: .rts, clause: clause) }
  static func nis2(_ clause: String) -> Self { .init(framework: .nis2, clause: clause) }
  static func cir(_ clause: String) -> Self { .init(framework: .cir, clause: clause) }
  static func sp80034(_ clause: String) -> Self { .init(framework: .sp80034, clause: clause) }
}

/// A standard or law that the rules refer to.
public enum Framework: String, Sendable, CaseIterable {
  case iso22301, iso22317, iso31000, iec31010, iso27005, csf, dora, rts, nis2, cir, sp80034

  /// What people call it, short enough for a table.
  public var name: String {
    switch self {
    case .iso22301: "ISO 22301"
    case .iso22317: "ISO/TS 22317"
    case .iso31000: "ISO 31000"
    case .iec31010: "IEC 31010"
    case .iso27005: "ISO/IEC 27005"
    case .csf: "CSF 2.0"
    case .dora: "DORA"
    case .rts: "RTS 2024/1774"
    case .nis2: "NIS2"
    case .cir: "CIR 2024/2690"
    case .sp80034: "SP 800-34"
    }
  }
}
