public import RegisterModel

/// A time that incidents are measured by, from one of their moments to another.
///
/// - Note: DOMAIN §6.8. The time to restore counts from when it began, not from when it was noticed.
public enum IncidentMeasure: String, Sendable, CaseIterable {
  case detect, acknowledge, contain, restore

  /// "MTTD".
  public var abbreviation: String {
    switch self {
    case .detect: "MTTD"
    case .acknowledge: "MTTA"
    case .contain: "MTTC"
    case .restore: "MTTR"
    }
  }

  /// From where to where: "from occurred to detected".
  public var base: String { "from \(start.name) to \(end.name)" }

  /// The moment from which it counts, and the one up to which.
  public var start: IncidentMoment { self == .detect || self == .restore ? .occurred : .detected }
  public var end: IncidentMoment {
    switch self {
    case .detect: .detected
    case .acknowledge: .acknowledged
    case .contain: .contained
    case .restore: .restored
    }
  }

  /// How long it took with an incident.
  public func time(of incident: Incident) -> MeasuredSpan {
    guard let from = incident[start], let to = incident[end] else { return .unknown }
    let seconds = to.secondsSince1970 - from.secondsSince1970
    return seconds < 0 ? .contradictory : .known(seconds)
  }
}

/// How long something took, where the record says so and makes sense.
public enum MeasuredSpan: Hashable, Sendable {
  /// In seconds, zero or more.
  case known(Int64)
  /// One of the two moments is not recorded.
  case unknown
  /// The second moment lies before the first.
  case contradictory
}

/// A moment in the life of an incident, by the name of its field, in the order in which they come.
public enum IncidentMoment: String, Sendable, CaseIterable {
  case occurred, detected, reported, categorised, prioritised, acknowledged, contained, eradicated
  case restored, closed, reviewed

  public var name: String { rawValue }
}

extension Incident {
  /// When a moment of its life was; nil where nobody has recorded it.
  public subscript(moment: IncidentMoment) -> Moment? {
    switch moment {
    case .occurred: occurred
    case .detected: detected
    case .reported: reported
    case .categorised: categorised
    case .prioritised: prioritised
    case .acknowledged: acknowledged
    case .contained: contained
    case .eradicated: eradicated
    case .restored: restored
    case .closed: closed
    case .reviewed: reviewed
    }
  }

  /// When it counts as having happened: when it occurred, else when it was detected, else when it was
  /// reported; nil where none of these is known.
  public var began: Moment? { occurred ?? detected ?? reported }

  /// Whether somebody still works on it, so that a missing `restored` means "not yet".
  public var isOpen: Bool {
    switch status {
    case .reported, .categorised, .prioritised, .escalated, .contained, .eradicated:
      restored == nil
    case .recovered, .closed, .reviewed: false
    }
  }
}
