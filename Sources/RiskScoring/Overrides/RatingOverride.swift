public import RegisterModel

/// A rating that people set against the one that the matrix gives, shown beside it.
///
/// It changes nothing that is computed: not the rating of an ``Assessment``, not the appetite state, not
/// the order of the risks.
public struct RatingOverride: Hashable, Sendable {
  /// The rating that was set; nil where the value names none of the criteria.
  public let rating: Level<RatingScale>?
  /// The value as it was written: the name of a rating, or its rank.
  public let value: Line
  public let by: Identifier<Party>?
  public let on: CalendarDate?
  public let because: Prose?

  /// Whether it says who, when and why, as an override must.
  public var isAccountable: Bool { by != nil && on != nil && because != nil }
}

extension ScoringRules {
  /// The rating that people set against the current one of a risk; nil where they set none.
  ///
  /// - Complexity: O(*n*) in the overrides of the risk and the ratings.
  public func ratingOverride(of risk: Risk) -> RatingOverride? {
    risk.overrides.first { $0.field.text == "rating" }.map {
      RatingOverride(
        rating: rating(written: $0.value), value: $0.value, by: $0.by, on: $0.on,
        because: $0.because)
    }
  }

  /// The rating of a name or, where none has that name, of a rank. Capitals don't matter unless two
  /// names differ in nothing else.
  private func rating(written value: Line) -> Level<RatingScale>? {
    let names = matrix.ratings.map(\.name.text)
    let place =
      names.firstIndex(of: value.text)
      ?? names.firstIndex { $0.lowercased() == value.text.lowercased() }
    if let place { return Level(place + 1) }
    guard let rank = Int(value.text), rank <= matrix.highestRank else { return nil }
    return Level(rank)
  }
}
