import RegisterModel

/// What a risk is ordered by, as numbers of which the smaller comes first.
struct PriorityKey: Sendable {
  /// What is done with a risk in the order.
  enum Group: UInt8, Sendable {
    case ranked, notAssessed, closed
  }

  let group: Group
  /// 0 for a risk that exceeds tolerance, otherwise 1.
  private var tolerance: UInt8 = 1
  private var ratingDescending: Int16 = 0
  /// The index of the risk in the assessment.
  let index: Int32
  private var shareDescending: Int64 = 0
  private var margin = Int64.max
  private var proximity = Int32.max

  init(
    _ score: RiskScore, index: Int, isClosed: Bool, margin: ReactionMargin?,
    proximity: CalendarDate?
  ) {
    self.index = Int32(index)
    guard !isClosed, let rating = score.rating else {
      group = isClosed ? .closed : .notAssessed
      return
    }
    group = .ranked
    tolerance = score.standing.state?.severity == 2 ? 0 : 1
    ratingDescending = -rating.rank
    shareDescending = -(score.share?.attos ?? 0)
    self.margin = margin?.seconds ?? .max
    self.proximity = proximity?.dayNumber ?? .max
  }

  /// The first question that tells the two apart; the identifier, if none does.
  func decides(against other: PriorityKey) -> PriorityCriterion {
    if tolerance != other.tolerance { return .tolerance }
    if ratingDescending != other.ratingDescending { return .rating }
    if shareDescending != other.shareDescending { return .exposure }
    if margin != other.margin { return .reactionMargin }
    if proximity != other.proximity { return .proximity }
    return .identifier
  }

  /// Whether it comes before another; nil where only the identifiers can tell.
  func precedes(_ other: PriorityKey) -> Bool? {
    if group.rawValue != other.group.rawValue { return group.rawValue < other.group.rawValue }
    if tolerance != other.tolerance { return tolerance < other.tolerance }
    if ratingDescending != other.ratingDescending {
      return ratingDescending < other.ratingDescending
    }
    if shareDescending != other.shareDescending { return shareDescending < other.shareDescending }
    if margin != other.margin { return margin < other.margin }
    if proximity != other.proximity { return proximity < other.proximity }
    return nil
  }
}
