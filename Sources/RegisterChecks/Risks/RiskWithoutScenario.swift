public import RegisterAnalysis
public import RegisterModel

/// Every open risk tells how it comes about: cause, event, consequence, and a title that says what
/// happens.
///
/// The rule fires, once for a risk, where one of the three texts is missing, and once more where the
/// title is a topic. "Phishing" is one, "A clerk opens a forged invoice" is not. In English a title of up
/// to three words without a verb counts as a topic; in other languages a single word does, where the
/// script puts blanks between words. It asks nothing of drafts and of closed risks.
///
/// Two people who score a topic score two different things, and no control can be held against it. Write
/// the title as a short sentence with a verb, and say in a line each why it may happen, what happens, and
/// what that does to the organisation.
public struct RiskWithoutScenario: RegisterCheck {
  public static let rule = Rule(
    "RSK-003", .warning, "Risk that is no scenario", [.iso31000("6.4.2"), .iso27005("7.2.1")],
    .missing)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    let language = register.register.language
    return register.register.risks.flatMap { risk -> [Finding] in
      guard risk.isOngoing else { return [] }
      let missing = [
        risk.cause == nil ? "cause" : nil, risk.event == nil ? "event" : nil,
        risk.consequence == nil ? "consequence" : nil,
      ].compactMap(\.self)
      return (missing.isEmpty ? [] : [Self.texts(missing, of: risk)])
        + (TopicTitle.isTopic(risk.title.text, in: language) ? [Self.topic(risk)] : [])
    }
  }

  private static func texts(_ missing: [String], of risk: Risk) -> Finding {
    rule.finding(
      risk.id.text, missing[0],
      "the \(Wording.list(missing)) of '\(risk.title)' \(missing.count == 1 ? "is" : "are") not described",
      hint: "write a line each: " + missing.map { "<\($0)><p>…</p></\($0)>" }.joined(separator: " ")
    )
  }

  private static func topic(_ risk: Risk) -> Finding {
    rule.finding(
      risk.id.text, "title", "the title '\(risk.title)' is a topic, not an event",
      hint: "say what happens, in a short sentence with a verb", nature: .wrong)
  }
}
