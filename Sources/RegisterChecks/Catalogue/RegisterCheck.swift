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
