public import RegisterModel

/// The lowest levels that the controls of a risk explain, from its inherent levels: below them, either
/// the controls are better than their figures say, or the judgement is too kind.
///
/// nil is unknown: the inherent level isn't judged, a level has no interval, or there is no telling what
/// a shorter event does to an impact.
public struct ControlBounds: Hashable, Sendable {
  /// The frequency that the controls leave of that of the inherent likelihood, in events a year.
  public let frequency: LevelInterval?
  /// The level of the lower bound of ``frequency``; the lowest level where that lies below the scale.
  public let likelihood: Level<LikelihoodScale>?
  /// The same for each impact of the inherent score, in the order of the criteria.
  public let impacts: [ImpactBound]
  /// What the controls do, step by step.
  public let effects: ControlEffects
}

/// The lowest impact in one category that the controls of a risk explain.
public struct ImpactBound: Hashable, Sendable {
  public let category: CategoryIndex
  /// What the controls leave of the interval of the inherent impact, in the category's own unit or,
  /// where it has none, in money.
  public let interval: LevelInterval?
  /// The level of the lower bound of ``interval``.
  public let impact: Level<ImpactScale>?
}

/// A level that was judged lower than the controls explain.
public enum UnexplainedLevel: Hashable, Sendable {
  case likelihood(Level<LikelihoodScale>, bound: Level<LikelihoodScale>)
  case impact(Level<ImpactScale>, bound: Level<ImpactScale>, category: CategoryIndex)
}

extension ScoringRules {
  /// The lowest levels that controls explain for a risk, from its inherent score.
  ///
  /// - Complexity: O(*n*) in the levels of the scales, times the impacts.
  /// - Note: DOMAIN §2.5.
  public func bounds(of risk: Risk, given effects: ControlEffects) -> ControlBounds {
    let inherent = risk.scores.first { $0.stage == .inherent }
    let frequency = inherent?.likelihood.flatMap { likelihood[$0] }
      .flatMap(effects.frequency.lowered)
    let impacts = impacts(of: risk, at: .inherent).map { impact in
      let scale = self[impact.category].comparableScale
      let interval =
        effects.mayShorten ? nil : scale[impact.impact].flatMap(effects.severity.lowered)
      return ImpactBound(
        category: impact.category, interval: interval,
        impact: interval.flatMap { scale.lowestLevel(reaching: $0.low) })
    }
    return ControlBounds(
      frequency: frequency,
      likelihood: frequency.flatMap { likelihood.lowestLevel(reaching: $0.low) },
      impacts: impacts, effects: effects)
  }

  /// The levels of a risk at a stage that lie below what its controls explain: likelihood first, then
  /// impacts in the order of the criteria. What is unknown on either side is not among them.
  ///
  /// - Parameter effects: Those of the controls at that stage.
  /// - Complexity: O(*n*) in the levels of the scales, times the impacts.
  /// - Note: DOMAIN §2.5, RSK-012.
  public func unexplainedLevels(of risk: Risk, at stage: Stage, given effects: ControlEffects)
    -> [UnexplainedLevel]
  {
    let bounds = bounds(of: risk, given: effects)
    var levels: [UnexplainedLevel] = []
    let judged = risk.scores.first { $0.stage == stage }?.likelihood
    if let judged, let bound = bounds.likelihood, judged < bound {
      levels.append(.likelihood(judged, bound: bound))
    }
    let judgedImpacts = impacts(of: risk, at: stage)
    for bound in bounds.impacts {
      guard let lowest = bound.impact,
        let judged = judgedImpacts.first(where: { $0.category == bound.category })?.impact,
        judged < lowest
      else { continue }
      levels.append(.impact(judged, bound: lowest, category: bound.category))
    }
    return levels
  }
}

extension IntervalScale {
  /// The lowest level that reaches beyond a value: the one whose interval holds it or, below the scale,
  /// the lowest.
  ///
  /// A value that falls short of a bound by no more than rounding counts as the bound, as it would on
  /// paper.
  ///
  /// - Returns: nil where that level or one below it has no interval.
  func lowestLevel(reaching value: Double) -> Level<Scale>? {
    for (index, interval) in intervals.enumerated() {
      guard let interval else { return nil }
      if value * (1 + 1e-12) < interval.high || index == count - 1 { return Level(index + 1) }
    }
    return nil
  }
}
