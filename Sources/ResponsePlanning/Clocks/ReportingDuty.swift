public import RegisterModel

/// A duty to report an incident that a reporting clock of the criteria lays on the organisation, as it stands
/// at a moment.
///
/// - Note: DOMAIN §6.7, §6.8.
public struct ReportingDuty: Hashable, Sendable {
  /// Of the incident among the incidents of the register.
  public let incident: Int
  /// Of the clock among the clocks of the criteria.
  public let clock: Int
  /// What nobody knows that decides whether the duty exists; empty: it exists.
  public let doubts: [Doubt]
  /// From when the clock runs; nil: see ``obstacle``.
  public let start: Start?
  /// When the report is due at the latest; nil: see ``obstacle``. May be known without ``start``, by the time
  /// after detection.
  public let due: Moment?
  /// Why the start or the due time is not known; nil where both are.
  public let obstacle: Obstacle?
  /// The report that was made.
  public let fulfilment: Fulfilment?
  /// How it stands at the moment asked about.
  public let state: State

  /// What nobody has said of the incident, although it decides whether the duty exists.
  public enum Doubt: Hashable, Sendable, CaseIterable {
    case category, severity
  }

  /// From when a clock runs, and why from then.
  public struct Start: Hashable, Sendable {
    public enum Basis: Hashable, Sendable {
      /// A moment of the incident itself.
      case moment(ReportingClock.Start)
      /// The report that the other clock asks for was made then.
      case fulfilment(of: Identifier<ReportingClock>)
      /// That report has not been made, and was or is due then. The clock will run from the report, once it is
      /// made.
      case dueTime(of: Identifier<ReportingClock>)
    }
    public let at: Moment
    public let basis: Basis
  }

  /// Why nobody can say from when a clock runs, or when it ends.
  public enum Obstacle: Hashable, Sendable {
    /// The incident doesn't say when it occurred, was detected or was categorised.
    case momentUnknown(ReportingClock.Start)
    /// It runs from the report of another clock, and nobody can say when that is due.
    case dependsOn(Identifier<ReportingClock>)
    /// The clock runs from its own report, by way of others: a mistake in the criteria.
    case circle
    /// The clock states no time.
    case noTime
    /// The time lies past the year 9999.
    case tooFar
  }

  /// A report that was made.
  public struct Fulfilment: Hashable, Sendable {
    public let at: Moment
    public let by: Identifier<Party>?
  }

  /// How a duty stands.
  public enum State: Hashable, Sendable {
    /// Not reported, and nobody can say when it is due.
    case undetermined
    /// Not reported, and still in time: so many seconds are left, zero or more.
    case running(left: Int64)
    /// Not reported, and late by so many seconds.
    case overdue(by: Int64)
    case inTime
    /// Reported so many seconds late.
    case late(by: Int64)
    /// Reported; nobody can say whether in time.
    case reported
  }

  /// Whether the report is still to be made.
  public var isOpen: Bool { fulfilment == nil }

  /// Whether nobody knows that the duty exists, nor that it doesn't.
  public var isDoubtful: Bool { !doubts.isEmpty }
}

extension ReportingDuty.State {
  /// - Parameters: All in seconds since 1970.
  init(due: Int64?, reported: Int64?, now: Int64) {
    switch (due, reported) {
    case (nil, nil): self = .undetermined
    case (nil, _?): self = .reported
    case (let due?, nil): self = due < now ? .overdue(by: now - due) : .running(left: due - now)
    case (let due?, let reported?): self = due < reported ? .late(by: reported - due) : .inTime
    }
  }
}
