public import RegisterModel

/// What the levels of old criteria become under new ones. Nothing is mapped that isn't said here.
public struct ScaleMapping: Hashable, Sendable {
  /// The impact category that another one becomes, and what its levels become.
  public struct Category: Hashable, Sendable {
    public let from: Identifier<ImpactCategory>
    /// The category of the new criteria. Where they have none of that token and it equals `from`, the
    /// old category is kept with its scale.
    public let to: Identifier<ImpactCategory>
    public var levels: LevelMap<ImpactScale>

    public init(
      from: Identifier<ImpactCategory>, to: Identifier<ImpactCategory>,
      levels: LevelMap<ImpactScale>
    ) {
      self.from = from
      self.to = to
      self.levels = levels
    }
  }

  public var likelihood = LevelMap<LikelihoodScale>()
  public var categories: [Category] = []
  public var ratings = LevelMap<RatingScale>()

  /// A mapping in which nothing is decided.
  public init() {}

  /// What is decided about a category; nil: nothing.
  public subscript(category: Identifier<ImpactCategory>) -> Category? {
    categories.first { $0.from == category }
  }

  /// The mapping with the decisions of another one on top.
  public func overridden(by other: ScaleMapping) -> ScaleMapping {
    var mapping = self
    mapping.likelihood = likelihood.overridden(by: other.likelihood)
    mapping.ratings = ratings.overridden(by: other.ratings)
    for category in other.categories {
      if let index = mapping.categories.firstIndex(where: { $0.from == category.from }) {
        let before = mapping.categories[index]
        mapping.categories[index] = Category(
          from: category.from, to: category.to,
          levels: before.to == category.to
            ? before.levels.overridden(by: category.levels) : category.levels)
      } else {
        mapping.categories.append(category)
      }
    }
    return mapping
  }
}
