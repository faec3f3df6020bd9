public import RegisterAnalysis
public import RegisterModel
import RiskScoring

/// Whoever owns a risk has looked at it since an indicator of it turned red.
///
/// The rule fires where an indicator that tracks the risk is red today and the risk was last reviewed before
/// the day on which the unbroken run of red readings began, or never. A review on that very day is taken as
/// one that saw it. A red indicator whose newest reading is too old says nothing any more, which is RSK-014's.
/// Drafts and closed risks are not asked, and the rating doesn't matter.
///
/// An alarm that nobody answers is worse than none. Review the risk: is the current score still right, does
/// the plan need to move? Then set `reviewed` to that day, even if nothing changed.
public struct RedWithoutReview: RegisterCheck {
  public static let rule = Rule(
    "RSK-015", .error, "Indicator red, and no review since", [.iso31000("6.6")], .wrong)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    let states = register.register.indicators.map { $0.state(on: register.today) }
    return register.register.risks.enumerated().compactMap { place, risk in
      guard risk.isOngoing else { return nil }
      let red = register.indicatorsOfRisk[place].filter {
        states[$0].isReviewDue(lastReviewed: risk.reviewed)
      }
      guard !red.isEmpty else { return nil }
      return Self.unanswered(
        risk, red.map { (register.register.indicators[$0], states[$0]) }, register.today)
    }
  }

  private static func unanswered(
    _ risk: Risk, _ red: [(Indicator, IndicatorState)], _ today: CalendarDate
  ) -> Finding {
    let words = red.map { indicator, state in
      "\(indicator.id) '\(indicator.name)' is red"
        + (state.redSince.map { " since \($0.localDate.text)" } ?? "")
    }
    let reviewed = risk.reviewed.map { "was last reviewed on \($0.text)" } ?? "was never reviewed"
    return rule.finding(
      risk.id.text, "reviewed", "\(Wording.someOf(words)), but '\(risk.title)' \(reviewed)",
      hint: "review it now, and set reviewed=\"\(today.text)\"")
  }
}
