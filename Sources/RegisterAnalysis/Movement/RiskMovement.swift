public import RegisterModel
import RiskScoring

/// A value before and after.
public struct ValueChange<Value: Hashable & Sendable>: Hashable, Sendable {
  public let before: Value
  public let after: Value

  /// - Returns: nil where both are the same.
  init?(_ before: Value, _ after: Value) {
    guard before != after else { return nil }
    self.before = before
    self.after = after
  }
}

/// What changed in a risk between two revisions, at the current stage; nil where nothing did.
public struct RiskMovement: Sendable {
  /// The place of the risk in the earlier register and in the one of now.
  public let earlierPlace: Int
  public let place: Int
  /// Its rating; nil in it: not assessed.
  public let rating: ValueChange<Level<RatingScale>?>?
  public let likelihood: ValueChange<Level<LikelihoodScale>?>?
  public let impact: ValueChange<Level<ImpactScale>?>?
  public let state: ValueChange<AppetiteState?>?
  public let status: ValueChange<Risk.Status>?
  /// The entries of the history that changed its current score or its status since, in their order, as
  /// places in the history of the register of now; empty also where nobody recorded why.
  public internal(set) var entries: [Int] = []

  /// Which way a rating went.
  public enum Direction: Hashable, Sendable {
    case higher, lower
    /// It was not assessed, and is.
    case assessed
    /// It was assessed, and is no more.
    case unassessed
  }

  /// Which way its rating went; nil where it did not.
  public var direction: Direction? {
    guard let rating else { return nil }
    guard let before = rating.before else { return .assessed }
    guard let after = rating.after else { return .unassessed }
    return after > before ? .higher : .lower
  }

  /// - Returns: nil where nothing of it changed.
  init?(
    from old: (place: Int, risk: Risk, score: RiskScore),
    to new: (place: Int, risk: Risk, score: RiskScore)
  ) {
    earlierPlace = old.place
    place = new.place
    rating = ValueChange(old.score.rating, new.score.rating)
    likelihood = ValueChange(old.score.likelihood, new.score.likelihood)
    impact = ValueChange(old.score.impact, new.score.impact)
    state = ValueChange(old.score.standing.state, new.score.standing.state)
    status = ValueChange(old.risk.status, new.risk.status)
    if rating == nil, likelihood == nil, impact == nil, state == nil, status == nil { return nil }
  }
}
