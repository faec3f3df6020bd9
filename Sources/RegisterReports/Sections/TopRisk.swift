import RegisterAnalysis
import RegisterModel
import RiskScoring

/// A risk for somebody who reads nothing else about it: what may happen, how often, how bad, and why it
/// stands where it stands.
struct TopRisk {
  let context: ReportContext
  let ranked: RankedRisk

  init(_ context: ReportContext, _ ranked: RankedRisk) {
    self.context = context
    self.ranked = ranked
  }

  var text: [Inline] {
    let risk = context.register.risks[ranked.index]
    var text: [Inline] = [
      context.link(toRisk: ranked.index, .strong), " ", .said(risk.title.text, .strong), " ",
      context.badge(ranked.score.rating), " ",
    ]
    if let consequence = (risk.consequence ?? risk.event)?.paragraphs.first {
      text += ["If it happens: ", .said(String(consequence).opening(170)), " "]
    }
    text += frequency + impact + [" "] + because
    return text
  }

  /// "Expected once in 10 to 100 years"; the name of the level where it has no interval.
  private var frequency: [Inline] {
    guard let likelihood = ranked.score.likelihood else { return [] }
    if let interval = context.compiled.rules.likelihood[likelihood] {
      return [.text("Expected " + RateText.interval(interval.low, interval.high))]
    }
    guard let name = context.words.name(of: likelihood) else { return [] }
    return ["Likelihood: ", .said(name)]
  }

  private var impact: [Inline] {
    guard let impact = ranked.score.impact, let category = ranked.score.impactCategory else {
      return ["."]
    }
    let name = context.words.name(of: impact, in: category)
    return [
      "; the worst is ", .said(name ?? "level \(impact.rank)", .emphasis), " in ",
      .said(context.words.name(of: category)), ".",
    ]
  }

  private var because: [Inline] {
    let words = context.words
    if case .state(.exceedsTolerance, let rating, let category) = ranked.score.standing,
      let tolerance = context.compiled.rules[category].appetite?.tolerance
    {
      return [
        .strong("Why here: "), "in ", .said(words.name(of: category)), " at most ",
        .said(words.name(of: tolerance)), " is tolerated, and this is ",
        .said(words.name(of: rating)), ".",
      ]
    }
    guard let rating = ranked.score.rating else { return [] }
    return [
      .strong("Why here: "), "it is rated ", .said(words.name(of: rating)),
      .text("; it \(words.phrase(for: ranked.score.standing).asPredicate)."),
    ]
  }
}

extension String {
  /// "exceeds tolerance" as it is; "within appetite" → "is within appetite".
  fileprivate var asPredicate: String { hasPrefix("exceeds") ? self : "is " + self }
}
