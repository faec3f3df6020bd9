public import RegisterModel

/// Something in the life of an incident that can't be so, or that its record doesn't bear out.
public enum LifeCycleFlaw: Hashable, Sendable {
  /// A moment lies before one that must have come first.
  case outOfOrder(IncidentMoment, before: IncidentMoment)
  /// A moment lies after today.
  case inFuture(IncidentMoment)
  /// The status says that something happened, and there is no moment for it.
  case withoutMoment(IncidentMoment)
  /// The status says that it was categorised, prioritised or escalated, and there is no category, severity or
  /// escalation.
  case withoutContent
  /// Something is recorded that comes after the status.
  case statusBehind(IncidentMoment)
}

extension Incident {
  /// What is wrong with the life of the incident, in the order of its moments.
  ///
  /// An incident may be contained before anybody takes it on, and services may be back before its cause is
  /// gone; all else has its order.
  ///
  /// - Note: DOMAIN §6.8.
  public func lifeCycleFlaws(today: CalendarDate) -> [LifeCycleFlaw] {
    let future = IncidentMoment.allCases.filter {
      (self[$0]?.localDate).map { $0 > today } ?? false
    }
    let order = IncidentMoment.order.compactMap { later, earlier -> LifeCycleFlaw? in
      guard let first = self[earlier], let second = self[later],
        second.secondsSince1970 < first.secondsSince1970
      else { return nil }
      return .outOfOrder(later, before: earlier)
    }
    return future.map { .inFuture($0) } + order + [unsupported, behind].compactMap(\.self)
  }

  /// What the status claims and the record doesn't bear out.
  private var unsupported: LifeCycleFlaw? {
    switch status {
    case .reported: nil
    case .categorised: category == nil ? .withoutContent : nil
    case .prioritised: severity == nil ? .withoutContent : nil
    case .escalated: escalations.isEmpty ? .withoutContent : nil
    case .contained: missing(.contained)
    case .eradicated: missing(.eradicated)
    case .recovered: missing(.restored)
    case .closed: missing(.closed)
    case .reviewed: missing(.reviewed)
    }
  }

  private func missing(_ moment: IncidentMoment) -> LifeCycleFlaw? {
    self[moment] == nil ? .withoutMoment(moment) : nil
  }

  /// The last moment that belongs to a later status than the one stated.
  private var behind: LifeCycleFlaw? {
    let stages: [(status: Status, moment: IncidentMoment)] = [
      (.contained, .contained), (.recovered, .restored), (.closed, .closed),
      (.reviewed, .reviewed),
    ]
    return stages.last { self[$0.moment] != nil && status < $0.status }
      .map { .statusBehind($0.moment) }
  }
}

extension IncidentMoment {
  /// Which moment must not lie before which. Only neighbours: what follows from them is not said twice.
  fileprivate static let order: [(later: IncidentMoment, earlier: IncidentMoment)] = [
    (.detected, .occurred), (.reported, .detected), (.categorised, .reported),
    (.prioritised, .reported), (.acknowledged, .detected), (.contained, .detected),
    (.eradicated, .contained), (.restored, .occurred), (.restored, .contained),
    (.closed, .acknowledged), (.closed, .eradicated), (.closed, .restored), (.reviewed, .closed),
  ]
}
