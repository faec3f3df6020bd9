public import RegisterModel
import RiskScoring

/// Which risks need attention, and which acceptances answer for them.
extension CompiledRegister {
  /// From which rating on a risk counts as high: as the criteria say or, where they say nothing, the
  /// highest rating of the matrix alone. nil: there is no matrix.
  public var highFrom: Level<RatingScale>? {
    register.criteria?.highFrom ?? Level(rules.matrix.highestRank)
  }

  /// Whether a risk is high today: by the rating derived for the current stage, whatever rating people
  /// set against it. One that isn't rated is not known to be.
  ///
  /// - Parameter place: Of the risk among the risks.
  public func isHigh(risk place: Int) -> Bool {
    guard let rating = current.scores[place].rating, let highFrom else { return false }
    return rating >= highFrom
  }

  /// The acceptance that is live today and answers for the risk as it is today; nil where none does.
  ///
  /// - Parameter place: Of the risk among the risks.
  public func coveringAcceptance(ofRisk place: Int) -> Acceptance? {
    liveAcceptance(ofRisk: place).flatMap { covers($0, risk: place) ? $0 : nil }
  }

  /// Whether what was decided is what there is: an acceptance given at a lower rating, or in a milder
  /// appetite state, than the risk has today doesn't cover it. What the acceptance leaves unsaid, or
  /// nobody knows today, is not held against it.
  ///
  /// - Parameter place: Of the risk among the risks.
  /// - Note: DOMAIN §2.6, RSK-009.
  public func covers(_ acceptance: Acceptance, risk place: Int) -> Bool {
    let score = current.scores[place]
    if let accepted = acceptance.rating, let rating = score.rating, accepted < rating {
      return false
    }
    if let accepted = acceptance.state, let state = score.standing.state, accepted < state {
      return false
    }
    return true
  }
}

extension Risk {
  /// Whether it is a risk that is managed: no draft any more, and not closed.
  public var isOngoing: Bool { status != .draft && status != .closed }
}
