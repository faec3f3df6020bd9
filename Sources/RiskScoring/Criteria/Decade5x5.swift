import RegisterModel

extension BuiltInCriteria {
  /// Frequency 10⁻³…10² a year and loss 10³…10⁸ in five decades each; rated by the sum of the levels:
  /// up to 4 low, 5 medium, 6 and 7 high, from 8 critical (DOMAIN §1.3, a decision of this project).
  ///
  /// Equal ratios on both scales make the sum of two levels the order of magnitude of the expected loss:
  /// sums two apart are always in the right order (DOMAIN §2.3).
  static func decade(_ currency: Currency) -> Criteria {
    var criteria = decadeScales(currency)
    criteria.matrix = RatingMatrix(
      RatingMatrix.fourRatings,
      rows: [
        [1, 1, 1, 2, 3],
        [1, 1, 2, 3, 3],
        [1, 2, 3, 3, 4],
        [2, 3, 3, 4, 4],
        [3, 3, 4, 4, 4],
      ])
    criteria.note = Constant.prose(
      "Both scales run in steps of ten, and a cell is rated by the sum of its two levels. Ratings one"
        + " step apart can't be told apart by the matrix alone. The outer bounds are caps for"
        + " computing; bounds, words and limits are for the organisation to make its own.")
    return criteria
  }

  /// The scales, limits and intervals that ``decade5x5`` and ``product5x5`` have in common.
  static func decadeScales(_ currency: Currency) -> Criteria {
    var criteria = Criteria()
    criteria.likelihood = LikelihoodDefinition(
      [
        ("Rare", "Less than once in a hundred years: nobody here has seen it."),
        ("Unlikely", "Once in ten to a hundred years: somebody here may have seen it once."),
        ("Possible", "Once in one to ten years: most of us have seen it."),
        ("Likely", "One to ten times a year."),
        ("Frequent", "More than ten times a year: part of most months."),
      ],
      bounds: [0.001, 0.01, 0.1, 1, 10, 100])
    criteria.impacts = ImpactCategory.fiveLevels(
      ["Minor", "Moderate", "Serious", "Major", "Severe"], currency)
    // Review after 30, 90, 180, 365 days from critical to low (DOMAIN §1.3).
    criteria.judge(appetite: 2, tolerance: 3, high: 3, reviewDays: [365, 180, 90, 30])
    return criteria
  }
}
