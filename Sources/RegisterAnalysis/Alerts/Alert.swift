public import RegisterModel

/// Something of a register that needs somebody now, or soon.
///
/// - Note: DOMAIN §8.1.
public struct Alert: Hashable, Sendable {
  /// What it is about.
  public enum Kind: String, CaseIterable, Sendable {
    case reportingClock, trigger, activation, incidentReview, rootCause
    case riskReview, treatment, acceptance, action, indicator
    case exercise, contact, impactReview, criteriaReview, suppression
  }

  /// How it stands, the most pressing first.
  public enum State: String, CaseIterable, Sendable, Comparable {
    /// Its day, or moment, has passed.
    case overdue
    /// A trigger holds.
    case triggered
    /// Nobody knows whether a trigger holds, or when a report is due: somebody must decide.
    case undecided
    case red
    /// Something goes on that is to be brought to an end.
    case open
    /// Something is not there that should be.
    case missing
    /// Too old to say anything.
    case stale
    case amber
    /// Its day, or moment, is still to come.
    case due

    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// What is late, what holds now, what is still to come.
    public var part: Part {
      switch self {
      case .overdue: .overdue
      case .due: .soon
      default: .now
      }
    }
  }

  /// The three parts of a list of alerts, in their order.
  public enum Part: Int, CaseIterable, Sendable, Comparable {
    case overdue, now, soon

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  public let kind: Kind
  public let state: State
  /// The day on which it is due, or was; nil: it has none.
  public let due: CalendarDate?
  /// The moment, where it is due at one.
  public let moment: Moment?
  /// The identifier of the record; that of the register for its criteria.
  public let record: String
  /// Which of several alerts of that kind about the record: the identifier of a clock, say.
  public let part: String?
  /// The record's name.
  public let title: String
  /// Who is to act; nil: nobody is named.
  public let who: Identifier<Party>?
  /// What is so: a clause that follows the title.
  public let reason: String
  /// What to do: a sentence without its full stop.
  public let action: String

  init(
    _ kind: Kind, _ state: State, _ record: String, part: String? = nil, title: String,
    due: CalendarDate? = nil, moment: Moment? = nil, who: Identifier<Party>?, reason: String,
    action: String
  ) {
    self.kind = kind
    self.state = state
    self.due = due ?? moment?.localDate
    self.moment = moment
    self.record = record
    self.part = part
    self.title = title
    self.who = who
    self.reason = reason
    self.action = action
  }
}

extension Alert: Comparable {
  /// What is overdue first, then what holds now, then what is still to come; in each by day and moment, then the
  /// most pressing, then by record.
  public static func < (left: Self, right: Self) -> Bool {
    guard left.state.part == right.state.part else { return left.state.part < right.state.part }
    guard left.due == right.due else { return isBefore(left.due, right.due) }
    guard left.moment?.secondsSince1970 == right.moment?.secondsSince1970 else {
      // What has no moment has all day.
      return (left.moment?.secondsSince1970 ?? .max) < (right.moment?.secondsSince1970 ?? .max)
    }
    guard left.state == right.state else { return left.state < right.state }
    return (left.record, left.kind.rawValue, left.part ?? "")
      < (right.record, right.kind.rawValue, right.part ?? "")
  }

  /// What has no day comes first: it holds already.
  private static func isBefore(_ left: CalendarDate?, _ right: CalendarDate?) -> Bool {
    (left?.dayNumber ?? .min) < (right?.dayNumber ?? .min)
  }
}
