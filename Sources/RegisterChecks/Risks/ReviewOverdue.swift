public import RegisterAnalysis
public import RegisterModel
import RiskScoring

/// Every open risk is reviewed in time.
///
/// A risk is due after its own `reviewEvery` or, where it has none, after the interval that the criteria
/// give for its current rating, counted from the day of its last review. It fires from the day after that:
/// an error for a high risk, a warning for others. Where nobody has reviewed it yet, the day of the current
/// score counts, or the day on which the record was made; without any of these days the rule asks for one.
/// It says nothing where there is no interval, and nothing of drafts and closed risks.
///
/// Judgements age: people leave, controls rust, the world changes. An auditor takes an overdue review of a
/// high risk as a sign that nobody minds it. Look at the risk again with its owner, correct what changed,
/// and set `reviewed` to the day.
public struct ReviewOverdue: RegisterCheck {
  public static let rule = Rule(
    "RSK-010", .error, "Review overdue", [.iso31000("6.6"), .iso22301("8.2.1"), .cir("2.1.4")],
    .wrong)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    register.register.risks.enumerated().compactMap { place, risk in
      guard risk.isOngoing,
        let basis = register.rules.reviews.interval(
          of: risk, rating: register.current.scores[place].rating)
      else { return nil }
      guard let since = Since(risk) else { return Self.undated(risk) }
      guard let due = since.day.adding(basis.every), register.today > due else { return nil }
      return Self.overdue(risk, place, since, basis, due, register)
    }
  }

  /// The day from which the interval counts.
  private struct Since {
    let day: CalendarDate
    /// "last reviewed on 2026-06-03".
    let words: String

    init?(_ risk: Risk) {
      if let reviewed = risk.reviewed {
        (day, words) = (reviewed, "last reviewed on \(reviewed.text)")
      } else if let judged = risk.score(.current)?.on {
        (day, words) = (judged, "never reviewed since it was judged on \(judged.text)")
      } else if let made = risk.info.created?.localDate {
        (day, words) = (made, "never reviewed since it was recorded on \(made.text)")
      } else {
        return nil
      }
    }
  }

  private static func overdue(
    _ risk: Risk, _ place: Int, _ since: Since, _ basis: NextReview.Basis, _ due: CalendarDate,
    _ register: CompiledRegister
  ) -> Finding {
    let rated = register.ratedWords(ofRisk: place).map { ", \($0)," } ?? ""
    let every =
      switch basis {
      case .risk(let every): "every \(every.words)"
      case .rating(let rating, let every):
        "every \(every.words) for \(register.words(for: rating))"
      }
    return rule.finding(
      risk.id.text, "reviewed",
      "the review of '\(risk.title)'\(rated) was due on \(due.text), "
        + "\(Wording.days(from: due, to: register.today)) ago: \(since.words), \(every)",
      hint: "review it with its owner and set reviewed=\"\(register.today.text)\"",
      severity: register.isHigh(risk: place) ? .error : .warning)
  }

  private static func undated(_ risk: Risk) -> Finding {
    rule.finding(
      risk.id.text, "reviewed",
      "nobody has said when '\(risk.title)' was reviewed or judged, so no review is ever due",
      hint: "set reviewed=\"…\", or on=\"…\" in the current score", severity: .warning,
      nature: .missing)
  }
}
