import RegisterModel

/// The impacts of one risk folded into the worst of them, in whatever order they come: of two that are
/// equally bad, the one whose category is first in the criteria.
struct WorstImpacts {
  private var impact: CategoryScore?
  private var share: CategoryScore?
  private var exposure: CategoryScore?
  private var state: (state: AppetiteState, rating: Level<RatingScale>, category: CategoryIndex)?
  private var withoutAppetite: CategoryIndex?
  private var isSomeUnrated = false
  private let supplied: Exposure?

  /// - Parameter exposure: From elsewhere; it takes the place of what the impacts give.
  init(exposure: Exposure?) { supplied = exposure }

  mutating func add(_ score: CategoryScore) {
    if isWorse(score, than: impact, by: \.impact) { impact = score }
    if score.share != nil, isWorse(score, than: share, by: \.shareOrder) { share = score }
    if score.exposure != nil, isWorse(score, than: exposure, by: \.expectedLoss) {
      exposure = score
    }
    switch score.standing {
    case .state(let new, let rating, let category):
      if let old = state,
        (old.state.severity, old.rating, category)
          > (new.severity, rating, old.category)
      {
        break
      }
      state = (new, rating, category)
    case .noAppetiteStated(let category):
      withoutAppetite = min(withoutAppetite ?? category, category)
    case .notAssessed:
      isSomeUnrated = true
    }
  }

  func write(to result: inout RiskScore) {
    result.impact = impact?.impact
    result.impactCategory = impact?.category
    result.rating = impact?.rating
    result.share = share?.share
    result.shareCategory = share?.category
    result.shareImpact = share?.impact
    result.exposure = supplied ?? exposure?.exposure
    result.exposureCategory = supplied == nil ? exposure?.category : nil
    result.standing = standing
  }

  /// The worst state, if the rest can't change it or is known too.
  private var standing: AppetiteStanding {
    if let state, state.state == .exceedsTolerance || (withoutAppetite == nil && !isSomeUnrated) {
      return .state(state.state, rating: state.rating, category: state.category)
    }
    return withoutAppetite.map { .noAppetiteStated(category: $0) } ?? .notAssessed
  }

  private func isWorse<Order: Comparable>(
    _ new: CategoryScore, than old: CategoryScore?, by order: (CategoryScore) -> Order
  ) -> Bool {
    guard let old else { return true }
    return (order(old), new.category) < (order(new), old.category)
  }
}

extension CategoryScore {
  fileprivate var shareOrder: Int64 { share?.attos ?? -1 }
  fileprivate var expectedLoss: Double { exposure?.expected ?? -1 }
}
