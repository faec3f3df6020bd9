import RegisterModel

extension BuiltInCriteria {
  /// Frequencies: at most once in five years, once in five years to once a year, once a year to once a
  /// month, more often; damage: negligible, limited, considerable, existence-threatening; matrix of the
  /// same standard (BSI-Standard 200-3, §5). Caps 0.02 and 120 a year are ours, and so are the amounts.
  ///
  /// In that standard a medium risk may already be more than the safeguards in place answer, hence the
  /// lower appetite.
  static func bsi(_ currency: Currency) -> Criteria {
    var criteria = Criteria()
    criteria.likelihood = LikelihoodDefinition(
      [
        ("Rare", "At most once in five years, as far as anyone knows."),
        ("Medium", "Once in five years to once a year."),
        ("Frequent", "Once a year to once a month."),
        ("Very frequent", "Several times a month."),
      ],
      bounds: [0.02, 0.2, 1, 12, 120])
    criteria.impacts = ImpactCategory.fourLevels(
      ["Negligible", "Limited", "Considerable", "Existence-threatening"], currency)
    criteria.matrix = RatingMatrix(
      [
        ("Low", "#ffffb2", "The safeguards in place are enough."),
        ("Medium", "#fecc5c", "The safeguards in place may not be enough; the owner decides."),
        ("High", "#f58634", "The safeguards in place are not enough: it is treated."),
        (
          "Very high", "#b3141c",
          "The safeguards in place are not enough, and the damage is one that is hardly ever borne."
        ),
      ],
      rows: [
        [1, 1, 2, 2],
        [1, 1, 2, 3],
        [1, 2, 3, 4],
        [1, 3, 4, 4],
      ])
    criteria.judge(appetite: 1, tolerance: 2, high: 3, reviewDays: [365, 180, 90, 30])
    criteria.note = Constant.prose(
      "Frequencies, damage levels and matrix follow BSI-Standard 200-3. The outer bounds are caps for"
        + " computing; amounts, limits and review intervals are Holdfast's.")
    return criteria
  }
}
