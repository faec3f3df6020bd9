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
  /// - Parameter treatments: Those that treat the risk; cancelled ones count for nothing.
  /// - Returns: By treatment in their order, then what the target score says; in each the likelihood
  ///   first, then impacts in the order of the criteria.
  /// - Complexity: O(*n*²) in the treatments of the risk.
  /// - Note: DOMAIN §2.6, TRT-007.
  public func unsharableChanges(of risk: Risk, treatments: [Treatment]) -> [UnsharableChange] {
    guard let current = risk.scores.first(where: { $0.stage == .current }) else { return [] }
    let active = treatments.filter { $0.status != .cancelled }
    let sharing = active.filter { $0.option == .share }
    let others = active.filter { $0.option != .share && $0.option != .retain }
    let expected = sharing.flatMap { treatment -> [UnsharableChange] in
      guard let treated = treatment.treats.first(where: { $0.ref == risk.id }) else { return [] }
      return changes(from: current, to: treated.likelihood, treated.impacts, others, risk)
        .map { UnsharableChange(source: .treatment(treatment.id), change: $0) }
    }
    guard !sharing.isEmpty || risk.response == .share, others.isEmpty,
      let target = risk.scores.first(where: { $0.stage == .target })
    else { return expected }
    return expected
      + changes(from: current, to: target.likelihood, target.impacts, [], risk)
      .map { UnsharableChange(source: .target, change: $0) }
  }

  private func changes(
    from current: Score, to likelihood: Level<LikelihoodScale>?, _ impacts: [ScoredImpact],
    _ others: [Treatment], _ risk: Risk
  ) -> [UnsharableChange.Change] {
    var changes: [UnsharableChange.Change] = []
    if let before = current.likelihood, let likelihood, likelihood < before,
      !others.contains(where: { $0.mayLowerLikelihood(of: risk, below: before) })
    {
      changes.append(.likelihood(from: before, to: likelihood))
    }
    for (index, token) in tokens.enumerated() where !categories[index].canBeShared {
      guard let before = current.impacts.first(where: { $0.category == token })?.level,
        let after = impacts.first(where: { $0.category == token })?.level, after < before,
        !others.contains(where: { $0.mayLowerImpact(of: risk, in: token, below: before) })
      else { continue }
      changes.append(.impact(CategoryIndex(index), from: before, to: after))
    }
    return changes
  }
}

extension Treatment {
  /// Whether it says that it lowers the likelihood of a risk; or says of no level what it does.
  fileprivate func mayLowerLikelihood(
    of risk: Risk, below level: Level<LikelihoodScale>
  ) -> Bool {
    guard let treated = treats.first(where: { $0.ref == risk.id }) else { return false }
    return treated.likelihood.map { $0 < level } ?? treated.impacts.isEmpty
  }

  /// Whether it says that it lowers an impact of a risk; or says of no level what it does.
  fileprivate func mayLowerImpact(
    of risk: Risk, in category: Identifier<ImpactCategory>, below level: Level<ImpactScale>
  ) -> Bool {
    guard let treated = treats.first(where: { $0.ref == risk.id }) else { return false }
    return treated.impacts.contains { $0.category == category && $0.level < level }
      || (treated.impacts.isEmpty && treated.likelihood == nil)
  }
}
