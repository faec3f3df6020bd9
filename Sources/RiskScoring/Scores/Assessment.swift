public import RegisterModel

/// All risks of a register scored at one stage: what the ranking, the heat map and the counts are made
/// from.
public struct Assessment: Sendable {
  public let stage: Stage
  /// The compiled criteria; they turn a ``CategoryIndex`` into a category.
  public let rules: ScoringRules
  /// The risks of the register, in its order.
  public let risks: [Risk]
  /// The score of each risk, in the same order.
  public let scores: [RiskScore]
  /// The risk categories of the criteria, in their order.
  let categories: [Identifier<RiskCategory>]

  /// Scores every risk of a register.
  ///
  /// - Parameters:
  ///   - stage: `current` is what most registers call residual.
  ///   - exposures: Expected losses from elsewhere, one for each risk of the register in its order, nil
  ///     where the levels are to give it; empty: the levels give all.
  /// - Complexity: O(*n*) in the number of risks.
  public init(of register: Register, at stage: Stage = .current, exposures: [Exposure?] = []) {
    precondition(
      exposures.isEmpty || exposures.count == register.risks.count, "an exposure for each risk")
    let rules = ScoringRules(register)
    let risks = register.risks
    scores = risks.indices.map { index in
      rules.score(
        risks[index].scores, at: stage, exposure: exposures.isEmpty ? nil : exposures[index])
    }
    self.stage = stage
    self.rules = rules
    self.risks = risks
    categories = register.criteria?.categories.map(\.id) ?? []
  }
}
