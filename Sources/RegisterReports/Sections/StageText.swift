import RegisterAnalysis
import RegisterModel
import RiskScoring

/// How a risk is judged at one stage, with who says so and why.
struct StageText {
  let card: RiskCard
  let stage: Stage

  init(_ card: RiskCard, _ stage: Stage) {
    self.card = card
    self.stage = stage
  }

  /// nil where nobody has judged it at this stage; of the current stage the card says so elsewhere.
  var definition: Definition? {
    let context = card.context
    guard let score = card.risk.scores.first(where: { $0.stage == stage }) else { return nil }
    let result = context.compiled.assessment(at: stage).scores[card.index]
    var first: [Inline] = [
      context.badge(result.rating), " ", .said(context.words.levels(of: result)),
    ]
    if result.rating == nil, let missing = context.words.missing(in: result) {
      first.append(.text("; \(missing)"))
    }
    return Definition(
      term, [first] + impacts + [judgement(score)].filter { !$0.isEmpty } + reasons(score))
  }

  private var term: String {
    switch stage {
    case .current: "Today"
    case .inherent: "Without controls"
    case .target: "After the plan"
    }
  }

  /// Each category with its level and rating, where there is more than one.
  private var impacts: [[Inline]] {
    let context = card.context
    let impacts = context.compiled.rules.impacts(of: card.risk, at: stage)
    guard impacts.count > 1 else { return [] }
    var text: [Inline] = []
    for (place, impact) in impacts.enumerated() {
      let name = context.words.name(of: impact.impact, in: impact.category)
      text += [
        .said((place > 0 ? "; " : "") + context.words.name(of: impact.category) + ": "),
        .said(context.words.phrase(impact.impact.rank, name)),
      ]
      if let rating = impact.rating { text += [.said(" (\(context.words.name(of: rating)))")] }
    }
    return [text]
  }

  /// Who judged, when, how surely; by when a target is to be reached.
  private func judgement(_ score: Score) -> [Inline] {
    var text: [Inline] = []
    if let by = score.by { text += ["judged by ", card.context.party(by)] }
    if let on = score.on {
      text.append(.text((text.isEmpty ? "judged" : "") + " on \(DateText.day(on))"))
    }
    var rest: [String] = []
    if let confidence = score.confidence {
      rest.append("\(ShareText.percent(confidence.value)) sure")
    }
    if let due = score.due { rest.append("to be reached by \(DateText.day(due))") }
    if !rest.isEmpty {
      text.append(.text((text.isEmpty ? "" : ", ") + rest.joined(separator: ", ")))
    }
    return text
  }

  /// The reasons, with the category they are about.
  private func reasons(_ score: Score) -> [[Inline]] {
    var reasons = score.because?.said ?? []
    for impact in score.impacts {
      guard let because = impact.because else { continue }
      let rules = card.context.compiled.rules
      let name = rules.index(of: impact.category).map { card.context.words.name(of: $0) }
      var paragraphs = because.said
      paragraphs[0].insert(
        Inline((name ?? impact.category.text) + ": ", .emphasis, from: .register), at: 0)
      reasons += paragraphs
    }
    if let evidence = score.evidence {
      var paragraphs = evidence.said
      paragraphs[0].insert(.emphasis("Evidence: "), at: 0)
      reasons += paragraphs
    }
    return reasons
  }
}
