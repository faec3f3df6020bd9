public import RegisterModel

/// How a risk, or its impact in one category, stands to what the organisation wants and tolerates; or
/// why nobody can say.
public enum AppetiteStanding: Hashable, Sendable {
  /// `rating` in `category` stands so. Of a risk: the category that stands worst and, of several, is
  /// rated highest.
  case state(AppetiteState, rating: Level<RatingScale>, category: CategoryIndex)
  /// There is no rating, so it is neither within tolerance nor beyond it.
  case notAssessed
  /// The criteria state no appetite for `category`, and none for all; what else is known is within
  /// tolerance.
  case noAppetiteStated(category: CategoryIndex)

  /// The state; nil where nobody can say.
  public var state: AppetiteState? {
    if case .state(let state, _, _) = self { state } else { nil }
  }
}

/// The two limits on ratings of one category, as ranks; 0 for none stated.
struct RatingLimits: Hashable, Sendable {
  var appetite: Int16 = 0
  var tolerance: Int16 = 0

  var areStated: Bool { tolerance > 0 }

  /// The state of a rating. Tolerance is asked first: where it lies below the appetite (CFG-004),
  /// what exceeds it is not excused by an appetite for it.
  func state(of rating: Level<RatingScale>) -> AppetiteState {
    if rating.rank > tolerance { return .exceedsTolerance }
    return rating.rank > appetite ? .withinTolerance : .withinAppetite
  }
}

extension AppetiteState {
  /// The order of the states as a number: the model's own `<` makes arrays, too slow for a million.
  var severity: Int {
    switch self {
    case .withinAppetite: 0
    case .withinTolerance: 1
    case .exceedsTolerance: 2
    }
  }
}
