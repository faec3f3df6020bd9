public import RegisterModel

/// The criteria of a register, compiled once into flat tables so that scoring a risk looks up numbers
/// and nothing else.
///
/// ```swift
/// let rules = ScoringRules(register)
/// let score = rules.score(of: risk, at: .current)
/// ```
public struct ScoringRules: Sendable {
  /// The likelihood scale, in events a year.
  public let likelihood: IntervalScale<LikelihoodScale>
  /// The impact categories, in the order of the criteria.
  public let categories: [CategoryRules]
  /// The rating matrix.
  public let matrix: RatingTable
  /// The currency that money categories are recognised by.
  public let currency: Currency
  /// How often risks of each rating are reviewed.
  public let reviews: ReviewSchedule

  /// The tokens of the categories, apart from all else: this is what a score is searched with.
  let tokens: [Identifier<ImpactCategory>]
  let limits: [RatingLimits]
  /// Where the levels of a category start in the tables below, and one place more for their end.
  let starts: [Int]
  let impactPositions: [ScalePosition]
  let likelihoodPositions: [ScalePosition]
  /// A row of `impactPositions.count` for each likelihood level.
  let exposures: [Exposure?]

  /// - Complexity: O(*levels of likelihood* × *levels of all categories*).
  public init(_ register: Register) {
    self.init(register.criteria, currency: register.currency)
  }

  /// - Parameters:
  ///   - criteria: nil: a register without criteria, in which nothing can be rated.
  ///   - currency: The register's currency: a category with this unit is money.
  /// - Complexity: O(*levels of likelihood* × *levels of all categories*).
  public init(_ criteria: Criteria?, currency: Currency) {
    let matrix = RatingTable(criteria?.matrix)
    let levels = criteria?.likelihood?.levels ?? []
    let likelihood = IntervalScale<LikelihoodScale>(
      levels.isEmpty
        ? Array(repeating: nil, count: matrix.rowCount) : levels.map(Self.interval))
    let categories = (criteria?.impacts ?? []).map {
      CategoryRules(
        $0, currency: currency, appetites: criteria?.appetites ?? [],
        columnCount: matrix.columnCount)
    }
    self.likelihood = likelihood
    self.categories = categories
    self.matrix = matrix
    self.currency = currency
    reviews = ReviewSchedule(criteria)
    tokens = categories.map(\.definition.category)
    limits = categories.map(\.limits)

    var starts = [0]
    for category in categories { starts.append(starts[starts.count - 1] + category.scale.count) }
    self.starts = starts
    impactPositions = categories.flatMap(\.comparableScale.positions)
    likelihoodPositions = likelihood.positions
    exposures = likelihood.intervals.flatMap { frequency in
      categories.flatMap { category in
        category.money.intervals.map { loss in
          frequency.flatMap { frequency in
            loss.flatMap { Exposure(frequency: frequency, loss: $0) }
          }
        }
      }
    }
  }

  /// A category by its index.
  public subscript(index: CategoryIndex) -> CategoryRules { categories[index.position] }

  /// The index of a category; nil where the criteria have none of that token.
  ///
  /// - Complexity: O(*n*) in the number of categories.
  public func index(of category: Identifier<ImpactCategory>) -> CategoryIndex? {
    tokens.firstIndex(of: category).map(CategoryIndex.init)
  }

  private static func interval(_ level: LikelihoodLevel) -> LevelInterval? {
    guard let from = level.from, let to = level.to else { return nil }
    return LevelInterval(low: from.perYear, high: to.perYear, isCapped: level.cap)
  }
}
