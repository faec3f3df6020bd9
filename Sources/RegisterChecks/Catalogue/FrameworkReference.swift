/// A clause of a standard or law that asks for something.
public struct FrameworkReference: Hashable, Sendable, CustomStringConvertible {
  public let framework: Framework
  /// The clause, as the framework numbers it, such as `6.4.3`; empty for all of it.
  public let clause: String

  public init(framework: Framework, clause: String) {
    self.framework = framework
    self.clause = clause
  }

  public var description: String {
    clause.isEmpty ? framework.name : "\(framework.name) \(clause)"
  }

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

  /// The framework that people mean by a word: `iso22301`, `22301`, `ISO 22301`, `csf`, `800-34`.
  ///
  /// - Returns: nil where it is none of them.
  public init?(named word: String) {
    func folded(_ text: String) -> String {
      text.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
    let word = folded(word)
    let found = Self.allCases.first { framework in
      let number = framework.name.filter(\.isNumber)
      return word == folded(framework.rawValue) || word == folded(framework.name)
        || (number.count >= 5 && word == number)
    }
    guard let framework = found else { return nil }
    self = framework
  }

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

  /// What a view of one framework must say beside its findings (DOMAIN §7).
  public var caveat: String {
    "Passing these checks is not conformity with \(name): they ask what a file can answer."
  }
}
