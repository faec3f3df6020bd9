public import RegisterAnalysis
public import RegisterModel

/// Once a treatment is done, the risks it treats are scored anew.
///
/// The current score says what is so today. One that is older than the treatment still tells of the time
/// before it; one without a date can't be told from such a one. A score of the same day counts as made
/// after it. Drafts and closed risks are not asked, nor are risks without a current score, which
/// RSK-004 is about.
public struct CurrentNotRescored: RegisterCheck {
  public static let rule = Rule(
    "TRT-008", .warning, "Treatment done, current score not renewed", [.iso31000("6.6")], .wrong)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    let stale: [Finding] = register.register.risks.enumerated().compactMap { place, risk in
      guard risk.status != .draft, risk.status != .closed,
        let score = risk.scores.first(where: { $0.stage == .current })
      else { return nil }
      return Self.lastDone(after: score.on, treating: place, in: register)
        .map { Self.stale(risk, score, $0.treatment, $0.done) }
    }
    return stale
      + register.register.treatments.filter { $0.status == .done && $0.done == nil }
      .map(Self.undated)
  }

  /// The treatment of a risk that was done last, if that was after a day: a score after it is after
  /// all of them.
  private static func lastDone(
    after day: CalendarDate?, treating risk: Int, in register: CompiledRegister
  ) -> (treatment: Treatment, done: CalendarDate)? {
    var last: (treatment: Treatment, done: CalendarDate)?
    for place in register.treatmentsOfRisk[risk] {
      let treatment = register.register.treatments[place]
      guard treatment.status == .done, let done = treatment.done,
        (last?.done ?? day).map({ $0 < done }) ?? true
      else { continue }
      last = (treatment, done)
    }
    return last
  }

  private static func stale(
    _ risk: Risk, _ score: Score, _ treatment: Treatment, _ done: CalendarDate
  ) -> Finding {
    let when = score.on.map { "is of \($0.text)" } ?? "has no date"
    return rule.finding(
      risk.id.text, score.on == nil ? "score[current]" : "score[current]/on",
      "the current score of '\(risk.title)' \(when), and \(treatment.id) '\(treatment.name)' was done "
        + "on \(done.text)",
      hint: "score the risk as it is with the treatment in place, and set the date: on=\"…\"")
  }

  private static func undated(_ treatment: Treatment) -> Finding {
    rule.finding(
      treatment.id.text, "done",
      "the treatment '\(treatment.name)' is done, but nobody can tell since when",
      hint: "add done=\"…\"", nature: .missing)
  }
}
