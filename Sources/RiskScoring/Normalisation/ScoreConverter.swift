import RegisterModel

/// Scores risks by the parent's criteria, from the levels of the unit.
struct ScoreConverter {
  let child: ScoringRules
  let parent: ScoringRules
  let likelihood: [LevelConversion<LikelihoodScale>]
  let categories: [CategoryConversion]
  /// What one unit of the child's currency is in the parent's; nil: unknown.
  let rate: Double?

  /// - Parameter original: What the risk comes to by the unit's own criteria.
  func score(_ scores: [Score], at stage: Stage, _ original: RiskScore) -> RiskScore {
    var converted: [Score] = []
    var isIncomplete = original.notAssessed == .offScale
    if let index = scores.firstIndex(where: { $0.stage == stage }) {
      var score = Score(stage: stage)
      if let level = scores[index].likelihood {
        score.likelihood =
          Int(level.rank) <= likelihood.count ? likelihood[Int(level.rank) - 1].level : nil
        isIncomplete = isIncomplete || score.likelihood == nil
      }
      for impact in scores[index].impacts {
        // A category that neither criteria have is off the scale already.
        guard let category = child.index(of: impact.category).map({ categories[$0.position] }),
          let target = category.to
        else { continue }
        guard let level = category[impact.level].level else {
          isIncomplete = true
          continue
        }
        score.add(level, parent[target].definition.category)
      }
      converted.append(score)
    }
    var result = parent.score(converted, at: stage, exposure: exposure(original.exposure))
    if result.exposure != nil {
      result.exposureCategory = original.exposureCategory.flatMap { categories[$0.position].to }
    }
    if isIncomplete { result.withdraw(.offScale) }
    return result
  }

  private func exposure(_ exposure: Exposure?) -> Exposure? {
    guard let exposure, let rate else { return nil }
    return Exposure(
      low: exposure.low * rate, expected: exposure.expected * rate, high: exposure.high * rate)
  }
}

extension Score {
  /// Adds an impact; where two categories became one, the worse impact stays.
  fileprivate mutating func add(
    _ level: Level<ImpactScale>, _ category: Identifier<ImpactCategory>
  ) {
    if let index = impacts.firstIndex(where: { $0.category == category }) {
      impacts[index].level = max(impacts[index].level, level)
    } else {
      impacts.append(ScoredImpact(category: category, level: level))
    }
  }
}
