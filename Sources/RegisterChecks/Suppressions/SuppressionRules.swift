import RegisterModel

/// Rules of the suppressions themselves. Their findings come from comparing suppressions with the
/// findings of all other rules, and can't be suppressed.
enum SuppressionRules {
  static let all: [Rule] = [incomplete, expired, idle, impossible]

  /// A suppression says why, and until when.
  ///
  /// One that doesn't suppresses nothing: its findings are reported as if it weren't there.
  static let incomplete = Rule(
    "SUP-001", .warning, "Suppression without a reason or a last day",
    [.iso31000("6.7"), .iso22301("7.5.3")], .missing)

  /// A suppression holds until its last day, that day included.
  ///
  /// Its findings are reported again. Mend what they point out, or decide anew and set another last
  /// day with a reason.
  static let expired = Rule(
    "SUP-002", .warning, "Suppression that has run out",
    [.iso31000("6.6"), .iso22301("7.5.3")], .wrong)

  /// A suppression keeps back at least one finding.
  ///
  /// Where it keeps back none, what it was for has been mended: remove it, so that it doesn't hide
  /// something else one day.
  static let idle = Rule(
    "SUP-003", .info, "Suppression of nothing", [.iso31000("6.7")], .wrong)

  /// A suppression names a rule that exists and can be suppressed.
  ///
  /// What keeps a file from being a register (XML-…, STR-001, STR-002), a history that was tampered
  /// with (STR-005) and findings about suppressions (SUP-…) are always reported. Nothing is said of a
  /// code like `XYZ-001` whose family this version doesn't have: a later version wrote it.
  static let impossible = Rule(
    "SUP-004", .warning, "Suppression of what can't be suppressed", [.iso31000("6.7")], .wrong)
}

extension Rule {
  /// Whether a suppression can keep its findings back: not what makes the file unusable or untrue.
  public var canBeSuppressed: Bool {
    switch family {
    case .file, .suppressions: false
    case .structure: !["STR-001", "STR-002", "STR-005", "STR-006"].contains(code)
    case .criteria, .risks, .treatments, .impacts, .needs, .recovery, .protocols, .exercises,
      .incidents:
      true
    }
  }
}

extension Suppression {
  /// Whether it says why and until when, without which it holds nothing back.
  var isComplete: Bool { because != nil && until != nil }

  /// Whether it names what looks like a rule, `XYZ-001`, of a family that this version doesn't have.
  var isOfUnknownFamily: Bool {
    let parts = rule.text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return parts.map(\.count) == [3, 3]
      && parts[0].allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
      && parts[1].allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      && RuleFamily(rawValue: String(rule.text.prefix(3))) == nil
  }

  func incompleteFinding() -> Finding {
    let lacks =
      switch (because, until) {
      case (nil, nil): "gives neither a reason nor a last day"
      case (nil, _): "gives no reason"
      default: "has no last day"
      }
    return SuppressionRules.incomplete.finding(
      id.text, because == nil ? "because" : "until",
      "the suppression of \(what) \(lacks), so it suppresses nothing",
      hint: "say why in <because> and until when in until=\"…\", or remove it")
  }

  func expiredFinding(matches: Int) -> Finding {
    SuppressionRules.expired.finding(
      id.text, "until",
      "the suppression of \(what) ran out on \(until?.writtenText ?? ""); "
        + (matches == 1
          ? "its finding is reported again" : "its \(matches) findings are reported again"),
      hint: "mend what is reported, or decide anew and set a later until with the reason")
  }

  func idleFinding() -> Finding {
    SuppressionRules.idle.finding(
      id.text, "rule", "the suppression of \(what) keeps nothing back",
      hint: "remove it: what it was for has been mended")
  }

  func impossibleFinding() -> Finding {
    if RuleCatalogue.rule(rule.text) != nil {
      SuppressionRules.impossible.finding(
        id.text, "rule", "\(rule) can't be suppressed",
        hint: "mend what it reports, and remove the suppression")
    } else {
      SuppressionRules.impossible.finding(
        id.text, "rule", "there is no rule '\(rule)'",
        hint: Spelling.hint(for: rule.text, in: RuleCatalogue.rules.map(\.code))
          ?? "'holdfast check --rules' lists them")
    }
  }

  /// "RSK-011 on R-7", "RSK-011 on every record".
  private var what: String { "\(rule) on \(ref?.text ?? "every record")" }
}
