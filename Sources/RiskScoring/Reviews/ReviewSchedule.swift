public import RegisterModel

/// How often risks of each rating are reviewed, compiled from the criteria.
///
/// A rating without an interval of its own is reviewed like the next lower rating that has one, for
/// what is worse is never looked at less often. Where no lower one has, the interval is unknown: it is
/// never borrowed from above.
public struct ReviewSchedule: Sendable {
  /// For each rating, the lowest first: the interval that holds, and the rating whose it is.
  private let intervals: [NextReview.Basis?]

  /// - Parameter criteria: nil: a register without criteria, in which only a risk's own interval counts.
  /// - Complexity: O(*n*) in the number of review intervals.
  public init(_ criteria: Criteria?) {
    var stated = [CalendarPeriod?](repeating: nil, count: 99)  // a Level has no higher rank
    for review in criteria?.reviews ?? [] { stated[Int(review.rating.rank) - 1] = review.every }
    var last: NextReview.Basis?
    intervals = stated.enumerated().map { index, every in
      if let every, let rating = Level<RatingScale>(index + 1) {
        last = .rating(rating, every: every)
      }
      return last
    }
  }

  /// The interval between two reviews of a risk, and where it comes from; nil where nobody has said.
  ///
  /// - Parameter rating: The current rating of the risk; nil where it has none.
  public func interval(of risk: Risk, rating: Level<RatingScale>?) -> NextReview.Basis? {
    if let own = risk.reviewEvery { return .risk(every: own) }
    return rating.flatMap { intervals[Int($0.rank) - 1] }
  }

  /// When a risk is to be reviewed next: its last review and its interval.
  ///
  /// - Parameter rating: The current rating of the risk; nil where it has none.
  public func next(of risk: Risk, rating: Level<RatingScale>?) -> NextReview {
    guard let reviewed = risk.reviewed else { return .neverReviewed }
    guard let basis = interval(of: risk, rating: rating),
      let date = reviewed.adding(basis.every)
    else { return .noInterval }
    return .due(date, basis)
  }
}

/// When a risk is to be reviewed next; or why nobody can say.
public enum NextReview: Hashable, Sendable {
  /// What an interval between reviews rests on.
  public enum Basis: Hashable, Sendable {
    /// The risk has an interval of its own.
    case risk(every: CalendarPeriod)
    /// The criteria have it for `rating`: the risk's, or the next lower one that has an interval.
    case rating(Level<RatingScale>, every: CalendarPeriod)

    /// The interval.
    public var every: CalendarPeriod {
      switch self {
      case .risk(let every), .rating(_, let every): every
      }
    }
  }

  /// The last day on which the review is in time.
  case due(CalendarDate, Basis)
  /// There is no review to count from.
  case neverReviewed
  /// The risk has no interval, and the criteria none for its rating; or it ends past the year 9999.
  case noInterval

  /// The last day on which the review is in time; nil where nobody can say.
  public var date: CalendarDate? {
    if case .due(let date, _) = self { date } else { nil }
  }

  /// Whether the review is late: that day has passed. nil where nobody can say.
  public func isOverdue(on today: CalendarDate) -> Bool? { date.map { today > $0 } }

  /// By how many days it is late; zero or less: in time. nil where nobody can say.
  public func daysLate(on today: CalendarDate) -> Int? {
    date.map { Int(today.dayNumber) - Int($0.dayNumber) }
  }
}
