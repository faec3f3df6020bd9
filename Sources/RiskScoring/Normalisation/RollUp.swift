import RegisterModel

/// The risks of several units, converted to one set of criteria and counted together.
///
/// Closed risks are left out.
public struct RollUp: Sendable {
  /// One unit: its ratings by the parent's criteria. ``RatingTally/highest`` is the unit's rating.
  public struct Unit: Sendable {
    public let ratings: RatingTally
    /// How many of its risks have a level that is another one on the parent's scales.
    public let changedCount: Int
    /// How many of its risks have a level that can't be converted.
    public let incompleteCount: Int
    /// Their expected losses added up, in the parent's currency.
    public let exposure: ExposureSum
  }

  /// The units, in the order they were given.
  public let units: [Unit]
  /// All risks together.
  public let ratings: RatingTally
  /// All expected losses added up, in the parent's currency.
  public let exposure: ExposureSum

  /// - Parameters:
  ///   - normalisations: One for each unit, all into the same criteria.
  ///   - rules: Those criteria.
  /// - Complexity: O(*n*) in the number of risks.
  public init(of normalisations: [Normalisation], into rules: ScoringRules) {
    let ratingCount = rules.matrix.highestRank
    var all = RatingTally(ratingCount: ratingCount)
    units = normalisations.map { unit in
      precondition(unit.rules.matrix.highestRank == ratingCount, "one set of criteria for all")
      var ratings = RatingTally(ratingCount: ratingCount)
      for index in unit.openRisks {
        ratings.add(unit.scores[index].rating)
        all.add(unit.scores[index].rating)
      }
      return Unit(
        ratings: ratings,
        changedCount: unit.openRisks.count { !unit.changes(ofRisk: $0).isEmpty },
        incompleteCount: unit.openRisks.count { !unit.gaps(ofRisk: $0).isEmpty },
        exposure: ExposureSum(unit.openRisks.lazy.map { unit.scores[$0].exposure }))
    }
    ratings = all
    exposure = ExposureSum(
      normalisations.lazy.flatMap { unit in
        unit.openRisks.lazy.map { unit.scores[$0].exposure }
      })
  }
}

extension Normalisation {
  /// The risks that are not closed, as indices.
  fileprivate var openRisks: [Int] {
    original.risks.indices.filter { original.risks[$0].status != .closed }
  }
}
