import RegisterModel
import RiskScoring

/// Why a risk stands where it does in the priority order.
extension Explainer {
  func rankStep(_ place: Int) -> ExplanationStep {
    let order = PriorityOrder(of: compiled.current)
    let formula =
      "beyond tolerance first; then the higher rating, the larger share of its scale, the nearer date, the "
      + "identifier"
    guard let position = order.indices.first(where: { order[$0].index == place }) else {
      let reason =
        register.risks[place].status == .closed
        ? "closed risks are listed apart" : "risks that are not rated are listed apart, not last"
      return ExplanationStep("rank", "Rank", nil, reason, formula: formula)
    }
    let reasons = RankReason(order, words)
    let ranked = order[position]
    let next = position + 1 < order.count ? order[position + 1] : nil
    let previous = position > 0 ? order[position - 1] : nil
    return ExplanationStep(
      "rank", "Rank", "\(ranked.place) of \(order.count)",
      reasons.sentence(for: ranked, above: next), formula: formula,
      parts: [
        previous.map { above in
          ExplanationStep(
            "above", "Next above", "\(above.id) '\(register.risks[above.index].title)'",
            reasons.sentence(for: above, above: ranked))
        },
        sharePart(ranked.score),
      ].compactMap(\.self))
  }

  private func sharePart(_ score: RiskScore) -> ExplanationStep? {
    guard let parts = rules.shareParts(of: score) else { return nil }
    func position(_ position: ScalePosition, _ basis: PositionBasis) -> String {
      "\(Self.number(position.value)) of \(basis == .intervals ? "its scale" : "its ranks")"
    }
    return ExplanationStep(
      "share", "Share of its scale", ShareText.places(parts.share, digits: 2),
      "the likelihood lies at \(position(parts.likelihood, parts.likelihoodBasis)), the impact at "
        + "\(position(parts.impact, parts.impactBasis)) in \(words.name(of: parts.category))",
      formula: "position on the logarithmic scale from its lowest to its highest bound, multiplied")
  }
}
