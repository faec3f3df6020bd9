public import RegisterModel

/// A difference between two sets of criteria because of which a level or rating no longer means what it
/// did. New names and new wording are none.
public enum CriteriaChange: Hashable, Sendable {
  /// The likelihood scale has other levels or bounds.
  case likelihood
  /// An impact category is new, gone, or has other levels or bounds.
  case impact(Identifier<ImpactCategory>)
  /// The matrix gives other ratings.
  case matrix
  /// Amounts are in another currency.
  case currency
  /// Appetite or tolerance differ: ratings compare, states don't.
  case appetite

  /// Whether ratings before and after it can't be compared.
  public var affectsRatings: Bool { self != .appetite }
}

extension CriteriaChange {
  /// The differences between two registers' criteria, in the order of the cases.
  ///
  /// - Complexity: O(*n*) in the levels of both, and O(*n*²) in the few categories.
  static func changes(from old: Register, to new: Register) -> [CriteriaChange] {
    let (before, after) = (old.criteria, new.criteria)
    var changes: [CriteriaChange] = []
    if bounds(before?.likelihood) != bounds(after?.likelihood) { changes.append(.likelihood) }
    let (impacts, newImpacts) = (before?.impacts ?? [], after?.impacts ?? [])
    for impact in impacts {
      let twin = newImpacts.first { $0.category == impact.category }
      if twin.map({ bounds($0) != bounds(impact) }) ?? true {
        changes.append(.impact(impact.category))
      }
    }
    for impact in newImpacts where !impacts.contains(where: { $0.category == impact.category }) {
      changes.append(.impact(impact.category))
    }
    if before?.matrix?.ratings.count != after?.matrix?.ratings.count
      || before?.matrix?.rows.map(\.ratings) != after?.matrix?.rows.map(\.ratings)
    {
      changes.append(.matrix)
    }
    if old.currency != new.currency { changes.append(.currency) }
    if limits(before) != limits(after) { changes.append(.appetite) }
    return changes
  }

  private static func bounds(_ scale: LikelihoodDefinition?) -> [[Double?]]? {
    scale?.levels.map { [$0.from?.perYear, $0.to?.perYear] }
  }

  private static func bounds(_ category: ImpactCategory) -> [[Double?]] {
    category.levels.map {
      [$0.from?.value, $0.to?.value, $0.moneyFrom?.amount, $0.moneyTo?.amount]
    }
  }

  /// The appetites by the identifier of their category, so that their order doesn't matter.
  private static func limits(_ criteria: Criteria?) -> [[String]] {
    (criteria?.appetites ?? []).map { appetite in
      [appetite.category?.text ?? "", "\(appetite.rating.rank)", "\(appetite.tolerance.rank)"]
    }.sorted { $0.lexicographicallyPrecedes($1) }
  }
}
