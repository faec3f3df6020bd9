import RegisterModel
package import RiskScoring

/// Why a risk stands where it does, in plain words.
package struct RankReason: Sendable {
  let order: PriorityOrder
  let words: RegisterWords

  package init(_ order: PriorityOrder, _ words: RegisterWords) {
    self.order = order
    self.words = words
  }

  private var assessment: Assessment { order.assessment }

  /// "exceeds tolerance in safety (Critical, tolerated up to High); ranks above R-007: same rating,
  /// larger share of its scale (0.52 over 0.48)".
  ///
  /// - Parameter next: The risk below it; nil for the last.
  package func sentence(for ranked: RankedRisk, above next: RankedRisk?) -> String {
    let rank = rankPhrase(for: ranked, above: next)
    guard case .exceedsTolerance(let rating, let tolerance, let category) = ranked.reasons.first
    else { return rank }
    return "exceeds tolerance in \(words.name(of: category)) (\(words.name(of: rating)), tolerated "
      + "up to \(words.name(of: tolerance))); \(rank)"
  }

  private func rankPhrase(for ranked: RankedRisk, above next: RankedRisk?) -> String {
    guard let next, let criterion = ranked.decidedBy else {
      return order.count == 1 ? "the only risk that could be ranked" : "last of the ranked risks"
    }
    let above = "ranks above \(next.id)"
    switch criterion {
    case .tolerance:
      let isKnown = next.score.standing.state != nil
      return "\(above), which \(isKnown ? "does not" : "is not known to") exceed tolerance"
    case .rating:
      let ratings = [ranked, next].map { $0.score.rating.map(words.name(of:)) ?? "none" }
      return "\(above): higher rating (\(ratings.joined(separator: " over ")))"
    case .exposure:
      return "\(above): same rating, larger share of its scale\(shares(ranked, next))"
    case .reactionMargin:
      return "\(above): same rating and share of its scale, less time left to react"
    case .proximity:
      let date =
        assessment.risks[ranked.index].proximity.map { "from \(DateText.day($0)) on" } ?? "sooner"
      let other = assessment.risks[next.index].proximity.map(DateText.day)
      return "\(above): same rating and share of its scale, may happen \(date)"
        + (other.map { ", before \($0)" } ?? "; the other has no date")
    case .identifier:
      return "alike with \(next.id) in all that ranks, so the identifier settles the order"
    }
  }

  /// " (0.52 over 0.48)", with as many digits as tell them apart, up to four.
  private func shares(_ ranked: RankedRisk, _ next: RankedRisk) -> String {
    guard let share = ranked.score.share, let other = next.score.share else { return "" }
    for digits in 2...4 {
      let texts = (ShareText.places(share, digits: digits), ShareText.places(other, digits: digits))
      if texts.0 != texts.1 { return " (\(texts.0) over \(texts.1))" }
    }
    return ""
  }
}
