import RegisterModel
import RiskScoring

/// All that is derived for a risk, in the order in which a reader asks.
extension Explainer {
  func riskSteps(_ place: Int) -> [ExplanationStep] {
    let risk = register.risks[place]
    return Stage.allCases.flatMap { stage -> [ExplanationStep] in
      [ratingStep(place, stage), exposureStep(place, stage), appetiteStep(place, stage)]
        .compactMap(\.self)
    }
      + [
        overrideStep(risk, place), rankStep(place), controlStep(place, .current),
        controlStep(place, .target),
      ].compactMap(\.self)
      + risk.estimates.map { estimateStep($0, risk) }
      + [statusStep(place), reviewStep(place)].compactMap(\.self)
      + compiled.acceptancesOfRisk[place].map { acceptanceStep(register.acceptances[$0]) }
      + compiled.indicatorsOfRisk[place].map { indicatorStep(register.indicators[$0]) }
      + [reactionStep(place)]
  }

  // MARK: Rating

  private func ratingStep(_ place: Int, _ stage: Stage) -> ExplanationStep {
    let risk = register.risks[place]
    let score = compiled.assessment(at: stage).scores[place]
    let quantity = "\(stage.title) rating"
    let inputs = risk.scores.first { $0.stage == stage }.map { scoreInputs($0, risk) } ?? []
    guard let rating = score.rating, let likelihood = score.likelihood, let impact = score.impact,
      let category = score.impactCategory
    else {
      return ExplanationStep(
        "rating[\(stage.rawValue)]", quantity, nil, words.missing(in: score) ?? "not rated",
        inputs: inputs)
    }
    let impacts = rules.impacts(of: risk, at: stage)
    let equals = impacts.filter { $0.impact == impact && $0.category != category }
    let others = impacts.filter { $0.category != category }
    var reason =
      "likelihood \(self.likelihood(likelihood)) × impact \(self.impact(impact, category)) in "
      + "\(words.name(of: category)); row \(likelihood.rank), column \(impact.rank) of the matrix"
    if !equals.isEmpty {
      reason +=
        "; \(Plural.list(equals.map { words.name(of: $0.category) })) "
        + "\(equals.count == 1 ? "is" : "are") as bad"
    } else if !others.isEmpty {
      reason += "; the worst of \(impacts.count) categories"
    }
    return ExplanationStep(
      "rating[\(stage.rawValue)]", quantity, self.rating(rating), reason,
      formula: "the cell of the matrix; of several categories the worst impact, never a mean",
      inputs: inputs, parts: others.map { categoryPart($0, likelihood) })
  }

  private func categoryPart(_ score: CategoryScore, _ likelihood: Level<LikelihoodScale>)
    -> ExplanationStep
  {
    ExplanationStep(
      "category[\(rules[score.category].definition.category)]", words.name(of: score.category),
      score.rating.map(rating),
      "impact \(impact(score.impact, score.category)); row \(likelihood.rank), column "
        + "\(score.impact.rank)")
  }

  /// The levels that were typed, with who, when and why.
  private func scoreInputs(_ score: Score, _ risk: Risk) -> [ExplanationInput] {
    let path = "score[\(score.stage.rawValue)]"
    let likelihood = score.likelihood.map {
      ExplanationInput(
        "likelihood", self.likelihood($0), risk.id.text, path + "/likelihood",
        assertion(of: score))
    }
    return [likelihood].compactMap(\.self)
      + score.impacts.map { impact in
        let index = rules.index(of: impact.category)
        return ExplanationInput(
          index.map { words.name(of: $0) } ?? impact.category.text,
          index.map { self.impact(impact.level, $0) } ?? "level \(impact.level.rank)",
          risk.id.text, path + "/impact[\(impact.category)]/level",
          assertion(of: score, because: impact.because))
      }
  }

  // MARK: Exposure

  private func exposureStep(_ place: Int, _ stage: Stage) -> ExplanationStep? {
    let score = compiled.assessment(at: stage).scores[place]
    let (key, quantity) = (
      "expectedAnnualLoss[\(stage.rawValue)]", "\(stage.title) expected loss"
    )
    guard score.rating != nil, let likelihood = score.likelihood else { return nil }
    let impacts = rules.impacts(of: register.risks[place], at: stage)
    guard let exposure = score.exposure, let category = score.exposureCategory,
      let impact = impacts.first(where: { $0.category == category })?.impact,
      let frequency = rules.likelihood[likelihood], let loss = rules[category].money[impact]
    else {
      return ExplanationStep(
        key, quantity, nil, "no judged impact has bounds in money, or the likelihood has none")
    }
    let currency = register.currency.code
    let more = impacts.count { $0.exposure != nil } > 1
    let reason =
      "\(self.likelihood(likelihood)) stands for \(bounds(frequency)) events a year and "
      + "\(self.impact(impact, category)) in \(words.name(of: category)) for \(bounds(loss)) \(currency); "
      + "on average \(Self.number(frequency.mean)) × \(Self.number(loss.mean))"
      + (more ? "; the category in which it is largest" : "")
    return ExplanationStep(
      key, quantity, AmountText.yearly(exposure, in: currency), reason,
      formula: "means of log-uniform intervals, (b − a)/ln(b/a), multiplied; bounds multiplied",
      inputs: [
        ExplanationInput(
          self.likelihood(likelihood), "\(bounds(frequency)) events a year", nil,
          "criteria/likelihood/level[\(likelihood.rank)]"),
        ExplanationInput(
          "\(words.name(of: category)) \(self.impact(impact, category))",
          "\(bounds(loss)) \(currency)", nil,
          "criteria/impact[\(rules[category].definition.category)]/level[\(impact.rank)]"),
      ])
  }

  private func bounds(_ interval: LevelInterval) -> String {
    "\(Self.number(interval.low)) – \(Self.number(interval.high))"
  }

  // MARK: Appetite

  private func appetiteStep(_ place: Int, _ stage: Stage) -> ExplanationStep? {
    guard stage != .inherent else { return nil }
    let score = compiled.assessment(at: stage).scores[place]
    let (key, quantity) = (
      "appetiteState[\(stage.rawValue)]", "\(stage.title) appetite state"
    )
    switch score.standing {
    case .notAssessed:
      return score.notAssessed == .noScore
        ? nil : ExplanationStep(key, quantity, nil, "the risk is not rated")
    case .noAppetiteStated(let category):
      return ExplanationStep(
        key, quantity, nil, "no appetite is stated for \(words.name(of: category)), nor for all")
    case .state(let state, let rating, let category):
      guard let appetite = rules[category].appetite else { return nil }
      let field = "criteria/appetite[\(appetite.category?.text ?? "")]"
      let others = rules.impacts(of: register.risks[place], at: stage).filter {
        $0.category != category
      }
      return ExplanationStep(
        key, quantity, words.phrase(for: state),
        "\(self.rating(rating)) in \(words.name(of: category)) is \(comparison(rating, appetite, state))",
        formula: "the worst state of the categories, each against its own limits",
        inputs: [
          ExplanationInput("appetite", self.rating(appetite.rating), nil, field + "/rating"),
          ExplanationInput("tolerance", self.rating(appetite.tolerance), nil, field + "/tolerance"),
        ],
        parts: others.map {
          ExplanationStep(
            "category[\(rules[$0.category].definition.category)]", words.name(of: $0.category),
            words.phrase(for: $0.standing), $0.rating.map(self.rating) ?? "not rated")
        } + (state == .exceedsTolerance && stage == .current ? [exceptionPart(place)] : []))
    }
  }

  /// Who lets a risk lie beyond tolerance.
  private func exceptionPart(_ place: Int) -> ExplanationStep {
    let (value, reason): (String, String) =
      if let acceptance = compiled.coveringAcceptance(ofRisk: place) {
        ("\(acceptance.id)", "it is accepted as it is today")
      } else if let action = Escalations(compiled)[place] {
        ("\(action.id)", "it is escalated to \(words.name(of: action.owner))")
      } else {
        ("none", "no live acceptance covers it, and nobody has escalated it [RSK-009]")
      }
    return ExplanationStep("exception", "Exception", value, reason)
  }

  /// "above the tolerance of High (3), stated for all categories": the limit that binds.
  private func comparison(
    _ rating: Level<RatingScale>, _ appetite: Appetite, _ state: AppetiteState
  ) -> String {
    let scope = appetite.category == nil ? "stated for all categories" : "stated for it alone"
    let (wanted, tolerated) = (self.rating(appetite.rating), self.rating(appetite.tolerance))
    return switch state {
    case .withinAppetite: "not above the appetite of \(wanted), \(scope)"
    case .withinTolerance:
      "above the appetite of \(wanted), but not above the tolerance of \(tolerated), \(scope)"
    case .exceedsTolerance: "above the tolerance of \(tolerated), \(scope)"
    }
  }

  // MARK: Override

  private func overrideStep(_ risk: Risk, _ place: Int) -> ExplanationStep? {
    guard let override = rules.ratingOverride(of: risk) else { return nil }
    let derived = compiled.current.scores[place].rating.map(rating) ?? "no rating"
    return ExplanationStep(
      "override[rating]", "Rating set by people",
      override.rating.map(rating) ?? override.value.text,
      "set against the derived \(derived), which counts everywhere; both are shown",
      formula: "shown beside the derived rating, changes nothing",
      inputs: [
        ExplanationInput(
          "rating", override.value.text, risk.id.text, "override[rating]/value",
          Assertion(
            by: override.by, name: override.by.map { words.name(of: $0) }, on: override.on,
            because: override.because))
      ])
  }
}

extension Stage {
  /// The stage at the beginning of a line.
  var title: String {
    switch self {
    case .inherent: "Inherent"
    case .current: "Current"
    case .target: "Target"
    }
  }
}
