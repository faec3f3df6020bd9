public import RegisterAnalysis
public import RegisterModel

/// What was changed is in the history, and what is material has its reason.
///
/// Material are the scores of a risk, its closing, the terms of an acceptance, and values that people
/// set against computed ones (`override`). The reason may stand in the entry of the history
/// (`--because`) or in the record itself: the rationale of the score, the reason of the override, a note
/// for a closing or changed terms. Of several changes of one field the last counts. A first score, which
/// comes with its risk, is no change; RSK-005 asks for its rationale.
///
/// The rule is also reported where the content of the register is not what the last entry of its
/// history vouches for, because it was edited by hand or by another program: `holdfast record` then
/// writes down what was changed, by whom and why. A register without a history is not asked for one.
public struct MaterialChangeWithoutReason: RegisterCheck {
  public static let rule = Rule(
    "STR-004", .warning, "Change without a record or reason",
    [.iso31000("6.7"), .iso22301("7.5.3")], .wrong)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    changes(in: register) + overrides(in: register.register)
  }

  private func changes(in register: CompiledRegister) -> [Finding] {
    let changes = lastChanges(in: register.register).filter { $0.entry.because == nil }
    guard !changes.isEmpty else { return [] }
    let acceptances = Dictionary(
      register.register.acceptances.map { ($0.id.text, $0) },
      uniquingKeysWith: { first, _ in first })
    return changes.compactMap { key, entry in
      key.unexplained(in: register, acceptances).map { Self.noReason(key, entry, $0) }
    }
  }

  /// What was last changed by which entry of the history, in the order of record and field.
  private func lastChanges(in register: Register) -> [(key: MaterialField, entry: HistoryEntry)] {
    var last: [MaterialField: Int] = [:]
    for (place, entry) in register.history.enumerated() {
      for edit in entry.edits { if let key = MaterialField(edit) { last[key] = place } }
    }
    return last.sorted { $0.key < $1.key }.map { ($0.key, register.history[$0.value]) }
  }

  private func overrides(in register: Register) -> [Finding] {
    register.activities.flatMap { activity in
      activity.overrides.filter { $0.because == nil }
        .map { Self.noReason($0, of: activity.id.text, "'\(activity.name)'") }
    }
      + register.risks.flatMap { risk in
        risk.overrides.filter { $0.because == nil }
          .map { Self.noReason($0, of: risk.id.text, "'\(risk.title)'") }
      }
  }

  private static func noReason(
    _ key: MaterialField, _ entry: HistoryEntry, _ subject: String
  ) -> Finding {
    rule.finding(
      key.record, key.field.path,
      "\(key.field.words) of \(subject) was changed on \(entry.at.localDate.text) by \(entry.by) without "
        + "a reason",
      hint: "say why in \(key.field.remedy); next time with --because")
  }

  private static func noReason(_ override: Override, of record: String, _ subject: String)
    -> Finding
  {
    rule.finding(
      record, "override[\(override.field)]",
      "'\(override.field)' of \(subject) was set to \(override.value) against the computed value "
        + "without a reason",
      hint: "say why in its <because>, or remove the override")
  }
}

/// A field whose change needs a reason, of a record.
private struct MaterialField: Hashable, Comparable {
  enum Field: Hashable {
    case score(Stage)
    case status
    case terms(String)

    /// The field of the record.
    var path: String {
      switch self {
      case .score(let stage): "score[\(stage.rawValue)]"
      case .status: "status"
      case .terms(let attribute): attribute
      }
    }

    var words: String {
      switch self {
      case .score(let stage): "the \(stage.rawValue) score"
      case .status: "the status"
      case .terms(let attribute): "'\(attribute)'"
      }
    }

    /// Where the reason can be given afterwards.
    var remedy: String {
      switch self {
      case .score: "the <because> of the score"
      case .status, .terms: "the <note> of the record"
      }
    }
  }

  let record: String
  let field: Field

  /// The terms of an acceptance: what it allows, to whom, and for how long.
  private static let terms: Set = ["rating", "state", "by", "on", "until", "withdrawn"]

  /// - Returns: nil where an edit changes nothing that needs a reason.
  init?(_ edit: RecordedEdit) {
    guard edit.kind == .set, let record = edit.ref?.text,
      let step = edit.field.flatMap({ FieldPath($0.text) })?.steps.first
    else { return nil }
    self.record = record
    switch (step.name, step.key) {
    case ("score", let key?):
      guard let stage = Stage(rawValue: key) else { return nil }
      field = .score(stage)
    case ("status", _):
      guard edit.to?.text == Risk.Status.closed.rawValue else { return nil }
      field = .status
    case (let name, nil) where Self.terms.contains(name): field = .terms(name)
    default: return nil
    }
  }

  /// What to call the record, if it is there and doesn't give the reason itself; else nil.
  func unexplained(
    in register: CompiledRegister, _ acceptances: [String: Acceptance]
  ) -> String? {
    switch field {
    case .score(let stage):
      guard let risk = risk(in: register),
        risk.scores.first(where: { $0.stage == stage }).map({ $0.because == nil }) == true
      else { return nil }
      return "'\(risk.title)'"
    case .status:
      guard let risk = risk(in: register), risk.status == .closed, risk.info.note == nil else {
        return nil
      }
      return "'\(risk.title)'"
    case .terms:
      guard let acceptance = acceptances[record], acceptance.info.note == nil else { return nil }
      return "the acceptance of \(register.name(of: acceptance.risk))"
    }
  }

  private func risk(in register: CompiledRegister) -> Risk? {
    (try? Identifier<Risk>(record)).flatMap { register.risks[$0] }
      .map { register.register.risks[$0] }
  }

  static func < (left: Self, right: Self) -> Bool {
    left.record == right.record
      ? left.field.path < right.field.path
      : IdentifierText.precedes(left.record, right.record)
  }
}
