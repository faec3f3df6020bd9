public import RegisterModel

/// What a curve was made from, and what could not be.
public struct LossCurveParts: Sendable {
  /// The sum over the money categories asked for.
  public let total: LossCurve
  /// The curve of each term, in the order of the register; nil where it has none.
  public let terms: [LossCurve?]
  /// Backlogs that are never cleared, by the place of their term: there is no capacity over normal, so
  /// their cost has no end.
  public let neverCleared: [Int]
  /// Up to which length of outage the curves are exact, in hours; beyond it they go on as an average, or
  /// penalties that come again are no longer followed. Infinite where nothing ends.
  public let knownUntil: Double
}

extension LossCurve {
  /// What a full outage of an activity costs over its length.
  ///
  /// - Parameters:
  ///   - operating: When it would be at work after the outage began.
  ///   - horizon: Penalties that come again and again are followed up to here, in hours.
  /// - Note: DOMAIN §3.4.
  public static func parts(
    of losses: LossTerms, operating: OperatingTime = .always,
    horizon: Double = OperatingTime.standardHorizon
  ) -> LossCurveParts {
    var terms: [LossCurve?] = []
    var neverCleared: [Int] = []
    var knownUntil = Double.infinity
    for (place, term) in losses.terms.enumerated() {
      switch TermShape(term, horizon: horizon) {
      case .jumps(let changes, let end):
        terms.append(LossCurve(changes: changes))
        knownUntil = min(knownUntil, end)
      case .rate(let rate):
        terms.append(LossCurve(changes: rate.changes(operating)))
        if rate.hourly > 0, rate.to > operating.knownUntil {
          knownUntil = min(knownUntil, operating.knownUntil)
        }
      case .neverCleared:
        terms.append(nil)
        neverCleared.append(place)
      }
    }
    return LossCurveParts(
      total: sum(terms.compactMap { $0 }), terms: terms, neverCleared: neverCleared,
      knownUntil: knownUntil)
  }

  /// What a full outage of an activity costs that begins at a moment, by its calendar and peak windows; nil
  /// where it states no cost, or a time zone that it depends on is not known.
  public static func parts(
    of activity: Activity, calendars: RegisterCalendars, start: Moment,
    horizon: Double = OperatingTime.standardHorizon
  ) -> LossCurveParts? {
    guard let losses = activity.losses, let pattern = calendars.pattern(of: activity) else {
      return nil
    }
    return parts(
      of: losses, operating: OperatingTime(pattern, start: start, horizon: horizon),
      horizon: horizon)
  }
}
