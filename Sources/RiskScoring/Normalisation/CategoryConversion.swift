public import RegisterModel

/// How impacts of one category are converted to other criteria.
public struct CategoryConversion: Sendable {
  /// The category, in the criteria of the unit.
  public let from: CategoryIndex
  /// The category it becomes, in the criteria of the parent; nil where there is none.
  public let to: CategoryIndex?
  /// What each level becomes, the lowest first.
  public let levels: [LevelConversion<ImpactScale>]
  /// Whether amounts of money were compared, rather than the category's own unit.
  public let isThroughMoney: Bool

  /// What a level becomes.
  public subscript(level: Level<ImpactScale>) -> LevelConversion<ImpactScale> {
    Int(level.rank) <= levels.count ? levels[Int(level.rank) - 1] : .unknown(.noInterval)
  }

  /// By the category's own unit where the parent has a category of that token and unit, otherwise
  /// through money: into the category of that token or, where the parent has none, into the parent's
  /// money category.
  ///
  /// - Parameter rate: What one unit of the child's currency is in the parent's; nil: unknown.
  init(_ from: CategoryIndex, of child: ScoringRules, to parent: ScoringRules, rate: Double?) {
    let source = child[from]
    let same = parent.index(of: source.definition.category)
    self.from = from
    if let same, !source.isMoney, !parent[same].isMoney,
      source.definition.unit == parent[same].definition.unit,
      source.scale.hasIntervals, parent[same].scale.hasIntervals
    {
      to = same
      levels = source.scale.conversions(to: parent[same].scale)
      isThroughMoney = false
      return
    }
    let money = parent.categories.firstIndex(where: \.isMoney).map(CategoryIndex.init)
    let target = same ?? (source.money.hasIntervals ? money : nil)
    to = target
    isThroughMoney = true
    levels =
      if let target, source.money.hasIntervals, parent[target].money.hasIntervals {
        if let rate {
          source.money.conversions(to: parent[target].money, factor: rate)
        } else {
          source.scale.intervals.map { _ in .unknown(.otherCurrency) }
        }
      } else {
        source.scale.intervals.map { _ in .unknown(target == nil ? .noCategory : .otherUnit) }
      }
  }
}

extension IntervalScale {
  /// Whether a level of it has an interval.
  fileprivate var hasIntervals: Bool { intervals.contains { $0 != nil } }
}
