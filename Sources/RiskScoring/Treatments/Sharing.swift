public import RegisterModel

/// A level that sharing a risk with somebody else is said to lower, although it can't.
public struct UnsharableChange: Hashable, Sendable {
  /// Who says so.
  public enum Source: Hashable, Sendable {
    /// What a treatment that shares the risk expects it to come to.
    case treatment(Identifier<Treatment>)
    /// The target score of a risk to which nothing but sharing is done.
    case target
  }

  /// What is lowered, from its current level.
  public enum Change: Hashable, Sendable {
    case likelihood(from: Level<LikelihoodScale>, to: Level<LikelihoodScale>)
    case impact(CategoryIndex, from: Level<ImpactScale>, to: Level<ImpactScale>)
  }

  public let source: Source
  public let change: Change
}

extension CategoryRules {
  /// Whether sharing a risk can lower an impact in the category: it counts money. An insurer pays for a
  /// death; it brings nobody back.
  ///
  /// - Note: DOMAIN §2.6.
  public var canBeShared: Bool {
    isMoney || (scale.basis == .ranks && money.basis == .intervals)
  }
}

extension ScoringRules {
  /// What sharing a risk is said to lower although it can't: its likelihood, or an impact that doesn't
  /// count money. What another treatment lowers is not among it.
  ///
  /// - Parameter treatments: Those that treat the risk, each with what it does to it; cancelled ones
  ///   count for nothing.
  /// - Returns: By treatment in their order, then what the target score says; in each the likelihood
  ///   first, then impacts in the order of the criteria.
  /// - Complexity: O(*n*) in the treatments of the risk and the levels that they expect.
  /// - Note: DOMAIN §2.6, TRT-007.
  public func unsharableChanges(
    of risk: Risk, by treatments: [(treatment: Treatment, effect: TreatedRisk)]
  ) -> [UnsharableChange] {
    guard let current = risk.scores.first(where: { $0.stage == .current }) else { return [] }
    let active = treatments.filter { $0.treatment.status != .cancelled }
    let sharing = active.filter { $0.treatment.option == .share }
    let others = active.filter { $0.treatment.option != .share && $0.treatment.option != .retain }
    let lowered = LoweredLevels(below: current, by: others.map(\.effect))
    let expected = sharing.flatMap { treatment, effect in
      changes(from: current, to: effect.likelihood, effect.impacts, but: lowered)
        .map { UnsharableChange(source: .treatment(treatment.id), change: $0) }
    }
    guard !sharing.isEmpty || risk.response == .share, others.isEmpty,
      let target = risk.scores.first(where: { $0.stage == .target })
    else { return expected }
    return expected
      + changes(from: current, to: target.likelihood, target.impacts, but: lowered)
      .map { UnsharableChange(source: .target, change: $0) }
  }

  /// The same of treatments among whose effects that on the risk is looked up first.
  public func unsharableChanges(of risk: Risk, treatments: [Treatment]) -> [UnsharableChange] {
    unsharableChanges(
      of: risk,
      by: treatments.compactMap { treatment in
        treatment.treats.first { $0.ref == risk.id }.map { (treatment, $0) }
      })
  }

  private func changes(
    from current: Score, to likelihood: Level<LikelihoodScale>?, _ impacts: [ScoredImpact],
    but lowered: LoweredLevels
  ) -> [UnsharableChange.Change] {
    var changes: [UnsharableChange.Change] = []
    if let before = current.likelihood, let likelihood, likelihood < before, !lowered.likelihood {
      changes.append(.likelihood(from: before, to: likelihood))
    }
    for (index, token) in tokens.enumerated() where !categories[index].canBeShared {
      guard let before = current.impacts.first(where: { $0.category == token })?.level,
        let after = impacts.first(where: { $0.category == token })?.level, after < before,
        !lowered.impact(in: token)
      else { continue }
      changes.append(.impact(CategoryIndex(index), from: before, to: after))
    }
    return changes
  }
}

/// What of a score treatments say they lower.
private struct LoweredLevels {
  private(set) var likelihood = false
  private var categories: Set<Identifier<ImpactCategory>> = []
  /// One of them says of no level what it does, so it may lower any.
  private var areAll = false

  init(below score: Score, by effects: [TreatedRisk]) {
    for effect in effects {
      if effect.likelihood == nil, effect.impacts.isEmpty { areAll = true }
      if let before = score.likelihood, let after = effect.likelihood, after < before {
        likelihood = true
      }
      for impact in effect.impacts
      where score.impacts.contains(where: {
        $0.category == impact.category && impact.level < $0.level
      }) {
        categories.insert(impact.category)
      }
    }
    if areAll { likelihood = true }
  }

  func impact(in category: Identifier<ImpactCategory>) -> Bool {
    areAll || categories.contains(category)
  }
}
