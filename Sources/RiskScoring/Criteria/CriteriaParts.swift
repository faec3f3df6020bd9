import RegisterModel

/// A level of a built-in likelihood scale: the name and what it means to people.
typealias LevelWords = (name: String, meaning: String)

extension LikelihoodDefinition {
  /// A scale without gaps whose outer bounds are caps.
  ///
  /// - Parameter bounds: In events a year, ascending, one more than there are levels.
  init(_ words: [LevelWords], bounds: [Double]) {
    self.init()
    precondition(bounds.count == words.count + 1, "a bound between each two levels")
    levels = words.indices.map { index in
      var level = LikelihoodLevel(
        name: Constant.line(words[index].name),
        from: Constant.rate(bounds[index]), to: Constant.rate(bounds[index + 1]),
        cap: index == 0 || index == words.count - 1)
      level.meaning = Constant.prose(words[index].meaning)
      return level
    }
  }
}

extension RatingMatrix {
  /// - Parameters:
  ///   - ratings: The lowest first: name, colour, what is done about such risks.
  ///   - rows: The rarest likelihood first, in it the mildest impact.
  init(_ ratings: [(name: String, colour: String, meaning: String)], rows: [[Int]]) {
    self.init()
    self.ratings = ratings.map { name, colour, meaning in
      var rating = Rating(name: Constant.line(name))
      rating.colour = Constant.colour(colour)
      rating.meaning = Constant.prose(meaning)
      return rating
    }
    self.rows = rows.map { MatrixRow($0.map { Constant.level($0) }) }
  }

  /// Four ratings. The colours run from light yellow to dark red and each is clearly darker than the
  /// one before, so that people who can't tell red from green, and black-and-white printers, keep the
  /// order.
  static let fourRatings = [
    (
      name: "Low", colour: "#ffffb2",
      meaning: "Borne as it is. The owner looks at it once a year."
    ),
    (
      name: "Medium", colour: "#fecc5c",
      meaning: "The owner watches it and improves what is cheap to improve."
    ),
    (
      name: "High", colour: "#f58634",
      meaning: "Treated by a plan with a date, or accepted in writing for a time."
    ),
    (
      name: "Critical", colour: "#b3141c",
      meaning:
        "Management decides now: it is treated at once, or somebody with the authority for it"
        + " bears it by name and for a short time."
    ),
  ]
}

extension Criteria {
  /// Appetite and tolerance for all categories, and a review interval for each rating.
  ///
  /// - Parameters:
  ///   - high: From which rating on a risk counts as high.
  ///   - reviewDays: For each rating, the lowest first.
  mutating func judge(appetite: Int, tolerance: Int, high: Int, reviewDays: [Int]) {
    appetites = [
      Appetite(rating: Constant.level(appetite), tolerance: Constant.level(tolerance))
    ]
    highFrom = Constant.level(high)
    reviews = reviewDays.enumerated().map { index, days in
      ReviewInterval(rating: Constant.level(index + 1), every: Constant.days(days))
    }
  }
}
