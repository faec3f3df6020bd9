public import RegisterModel

extension ScoringRules {
  /// What a risk comes to at a stage, from the levels that people typed for it.
  ///
  /// - Parameter exposure: Expected loss from elsewhere, such as a simulation; it takes the place of
  ///   what the levels give. It changes neither levels nor rating nor share.
  /// - Complexity: O(*n*) in the impacts of the risk, times the categories.
  public func score(of risk: Risk, at stage: Stage, exposure: Exposure? = nil) -> RiskScore {
    score(risk.scores, at: stage, exposure: exposure)
  }

  /// What a risk comes to at each of the three stages. A stage that is not judged stays so: no stage
  /// stands in for another.
  public func stages(of risk: Risk) -> StageScores {
    StageScores(
      inherent: score(of: risk, at: .inherent), current: score(of: risk, at: .current),
      target: score(of: risk, at: .target))
  }

  /// The impacts of a risk at a stage, each with its rating, standing and exposure, in the order of the
  /// criteria; without those that are off the scale.
  public func impacts(of risk: Risk, at stage: Stage) -> [CategoryScore] {
    guard let score = risk.scores.first(where: { $0.stage == stage }) else { return [] }
    let likelihood = onScale(score.likelihood)
    return score.impacts.compactMap { impact in
      category(impact.category, with: impact.level).map {
        categoryScore(impact.level, in: $0, likelihood: likelihood)
      }
    }.sorted { $0.category < $1.category }
  }

  /// The parts of the exposure share of a score that these rules gave; nil where it has none.
  public func shareParts(of score: RiskScore) -> ShareParts? {
    guard let share = score.share, let category = score.shareCategory,
      let likelihood = score.likelihood.flatMap(self.likelihood.position),
      let impact = score.shareImpact.flatMap(self[category].comparableScale.position)
    else { return nil }
    return ShareParts(
      share: share, category: category,
      likelihood: likelihood, likelihoodBasis: self.likelihood.basis,
      impact: impact, impactBasis: self[category].comparableScale.basis)
  }

  /// The same from the scores alone, so that no whole risk is copied for it.
  func score(_ scores: [Score], at stage: Stage, exposure: Exposure?) -> RiskScore {
    var result = RiskScore()
    result.exposure = exposure
    var place = 0
    // Not `!=`: that of raw values compares their texts.
    while place < scores.count, !(scores[place].stage == stage) { place += 1 }
    guard place < scores.count else {
      result.notAssessed = .noScore
      return result
    }
    result.likelihood = scores[place].likelihood
    let likelihood = onScale(result.likelihood)
    let impacts = scores[place].impacts
    var worst = WorstImpacts(exposure: exposure)
    var isOffScale = likelihood == nil
    for index in impacts.indices {
      let level = impacts[index].level
      if let category = category(impacts[index].category, with: level) {
        worst.add(categoryScore(level, in: category, likelihood: likelihood))
      } else {
        isOffScale = true
      }
    }
    worst.write(to: &result)
    if result.likelihood == nil {
      result.withdraw(.noLikelihood)
    } else if impacts.isEmpty {
      result.withdraw(.noImpact)
    } else if isOffScale {
      if likelihood != nil { result.impact = nil }
      result.withdraw(.offScale)
    } else if result.rating == nil {
      result.withdraw(matrix.isEmpty ? .noMatrix : .noCell)
    }
    return result
  }

  private func onScale(_ level: Level<LikelihoodScale>?) -> Level<LikelihoodScale>? {
    guard let level, Int(level.rank) <= likelihood.count else { return nil }
    return level
  }

  /// The category of a token; nil where the criteria have no such category, or it no such level.
  private func category(_ token: Identifier<ImpactCategory>, with level: Level<ImpactScale>)
    -> CategoryIndex?
  {
    var index = 0
    while index < tokens.count, !(tokens[index] == token) { index += 1 }
    guard index < tokens.count, Int(level.rank) <= starts[index + 1] - starts[index] else {
      return nil
    }
    return CategoryIndex(index)
  }

  /// - Parameters:
  ///   - impact: A level of the scale of `category`.
  ///   - likelihood: A level of the likelihood scale; nil: not judged.
  private func categoryScore(
    _ impact: Level<ImpactScale>, in category: CategoryIndex, likelihood: Level<LikelihoodScale>?
  ) -> CategoryScore {
    let limits = limits[category.position]
    guard let likelihood else {
      return CategoryScore(
        category: category, impact: impact, rating: nil, standing: .notAssessed, exposure: nil,
        share: nil)
    }
    let rating = matrix[likelihood, impact]
    let column = starts[category.position] + Int(impact.rank) - 1
    let row = Int(likelihood.rank) - 1
    let standing: AppetiteStanding =
      if let rating {
        limits.areStated
          ? .state(limits.state(of: rating), rating: rating, category: category)
          : .noAppetiteStated(category: category)
      } else {
        .notAssessed
      }
    return CategoryScore(
      category: category, impact: impact, rating: rating, standing: standing,
      exposure: exposures[row * impactPositions.count + column],
      share: ExposureShare(likelihoodPositions[row], impactPositions[column]))
  }
}

extension RiskScore {
  /// Takes back what only a rated risk has, and says why.
  mutating func withdraw(_ reason: NotAssessed) {
    notAssessed = reason
    rating = nil
    standing = .notAssessed
    share = nil
    shareCategory = nil
    shareImpact = nil
  }
}
