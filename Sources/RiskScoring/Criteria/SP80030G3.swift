import RegisterModel

extension BuiltInCriteria {
  /// Frequencies: less than 0.1, 0.1–1, 1–10, 10–100 and more than 100 a year (NIST SP 800-30 rev. 1,
  /// table G-3, events that nobody intends); caps 0.01 and 1000 are ours. Matrix: table I-2. The
  /// publication's impact levels (table H-3) are words without amounts; the bounds here are those of
  /// ``decade5x5``.
  static func sp80030(_ currency: Currency) -> Criteria {
    var criteria = Criteria()
    criteria.likelihood = LikelihoodDefinition(
      [
        ("Very Low", "Less than once in ten years."),
        ("Low", "Once in one to ten years."),
        ("Moderate", "One to ten times a year."),
        ("High", "Ten to a hundred times a year."),
        ("Very High", "More than a hundred times a year."),
      ],
      bounds: [0.01, 0.1, 1, 10, 100, 1000])
    criteria.impacts = ImpactCategory.fiveLevels(
      ["Very Low", "Low", "Moderate", "High", "Very High"], currency)
    criteria.matrix = RatingMatrix(
      [
        ("Very Low", "#ffffb2", "Borne as it is."),
        ("Low", "#fed976", "Borne; the owner looks at it once a year."),
        ("Moderate", "#fd9a3e", "The owner watches it and improves what is cheap to improve."),
        ("High", "#e2431e", "Treated by a plan with a date, or accepted in writing for a time."),
        ("Very High", "#8c0019", "Management decides now how it is treated."),
      ],
      rows: [
        [1, 1, 1, 2, 2],
        [1, 2, 2, 2, 3],
        [1, 2, 3, 3, 4],
        [1, 2, 3, 4, 5],
        [1, 2, 3, 4, 5],
      ])
    criteria.judge(appetite: 2, tolerance: 3, high: 4, reviewDays: [365, 365, 180, 90, 30])
    criteria.note = Constant.prose(
      "Frequencies and matrix follow NIST SP 800-30 rev. 1, tables G-3 and I-2. The outer bounds of the"
        + " frequencies are caps for computing; impacts, limits and review intervals are Holdfast's."
    )
    return criteria
  }
}
