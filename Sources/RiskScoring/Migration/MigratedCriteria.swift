import RegisterModel

extension LevelRewriter {
  /// The new criteria with what the organisation decided under the old ones.
  ///
  /// New are the scales, the matrix and the name of the set. Appetite, review intervals, authorities, the
  /// rating from which a risk is high, and intolerable impacts are decisions of the organisation: they are
  /// mapped, and the new criteria's own hold only where the old ones say nothing. All else stays.
  mutating func criteria(_ old: Criteria, to new: Criteria) -> Criteria {
    let place = Place(kind: "criteria", entity: nil)
    var criteria = old
    criteria.set = new.set
    criteria.likelihood = new.likelihood
    criteria.matrix = new.matrix
    criteria.impacts = categories(old, new, place)
    criteria.horizon = old.horizon ?? new.horizon
    criteria.reviewEvery = old.reviewEvery ?? new.reviewEvery
    if old.bands.isEmpty { criteria.bands = new.bands }
    criteria.note = new.note ?? old.note
    rating(&criteria.highFrom, place, "criteria/highFrom")
    criteria.highFrom = criteria.highFrom ?? new.highFrom
    criteria.appetites = old.appetites.isEmpty ? new.appetites : appetites(old, place)
    criteria.reviews = old.reviews.isEmpty ? new.reviews : reviews(old, new, place)
    criteria.authorities = authorities(old, place)
    return criteria
  }

  private mutating func categories(_ old: Criteria, _ new: Criteria, _ place: Place)
    -> [ImpactCategory]
  {
    var categories = new.impacts
    for before in old.impacts {
      guard let decided = mapping[before.category] else { continue }
      if let index = categories.firstIndex(where: { $0.category == decided.to }) {
        guard let level = before.intolerable else { continue }
        categories[index].intolerable =
          impact(
            level, before.category, place, "criteria/impact[\(before.category)]/intolerable"
          ).level
      } else if decided.to == before.category {
        categories.append(before)
      }
    }
    return categories
  }

  private mutating func appetites(_ old: Criteria, _ place: Place) -> [Appetite] {
    old.appetites.map { before in
      var appetite = before
      let path = "criteria/appetite[\(before.category?.text ?? "")]/"
      category(&appetite.category, place, path + "category")
      rating(&appetite.rating, place, path + "rating")
      rating(&appetite.tolerance, place, path + "tolerance")
      return appetite
    }
  }

  /// Where two old ratings become one, the interval of the higher holds.
  private mutating func reviews(_ old: Criteria, _ new: Criteria, _ place: Place)
    -> [ReviewInterval]
  {
    var reviews: [ReviewInterval] = []
    for before in old.reviews.sorted(by: { $0.rating > $1.rating }) {
      var review = before
      rating(&review.rating, place, "criteria/review[\(before.rating.rank)]/rating")
      if !reviews.contains(where: { $0.rating == review.rating }) { reviews.append(review) }
    }
    let unmapped = new.reviews.filter { own in !reviews.contains { $0.rating == own.rating } }
    return (reviews + unmapped).sorted { $0.rating < $1.rating }
  }

  private mutating func authorities(_ old: Criteria, _ place: Place) -> [ApprovalAuthority] {
    var authorities: [ApprovalAuthority] = []
    for before in old.authorities {
      var authority = before
      rating(
        &authority.rating, place,
        "criteria/authority[\(before.rating.rank),\(before.role)]/rating")
      if !authorities.contains(where: {
        $0.rating == authority.rating && $0.role == authority.role
      }) {
        authorities.append(authority)
      }
    }
    return authorities
  }
}
