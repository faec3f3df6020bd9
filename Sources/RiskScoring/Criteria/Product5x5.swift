import RegisterModel

extension BuiltInCriteria {
  /// The levels multiplied: 1–4 low, 5–9 medium, 10–14 high, 15–25 critical, on the scales of
  /// ``decade5x5`` (DOMAIN §9.1). The products are how the table came about; they are no measure of
  /// risk and appear nowhere else.
  static func product(_ currency: Currency) -> Criteria {
    var criteria = decadeScales(currency)
    criteria.matrix = RatingMatrix(
      RatingMatrix.fourRatings,
      rows: [
        [1, 1, 1, 1, 2],
        [1, 1, 2, 2, 3],
        [1, 2, 2, 3, 4],
        [1, 2, 3, 4, 4],
        [2, 3, 4, 4, 4],
      ])
    criteria.note = Constant.prose(
      "The common matrix of level times level, cut at 5, 10 and 15. A rare catastrophe and a frequent"
        + " trifle come out lower in it than their expected loss; decade-5x5, on the same scales, orders"
        + " more pairs of risks correctly. The outer bounds are caps for computing.")
    return criteria
  }
}
