public import ImpactAnalysis
public import RegisterModel

/// The duties to report that the incidents of a register bring, as they stand at a moment.
///
/// A clock applies to an incident of its category, or of one that is part of it, that is at least as severe as
/// it says, and only if the clock that it runs from applies too. What nobody has said of an incident can't
/// rule a duty out: it may apply then. A report that was made settles the doubt. A closed incident keeps its
/// duties.
///
/// What lies after the moment asked about has not happened yet.
public struct ReportingDuties: Sendable {
  /// By incident, in the order of the register; of one incident in the order of the criteria.
  public let duties: [ReportingDuty]

  /// - Parameters:
  ///   - zone: That of the register, in which calendar periods count; nil where it names none, or nobody knows
  ///     it: then the offset in which the start was stated.
  /// - Complexity: O(incidents × clocks).
  public init(_ register: Register, at now: Moment, zone: TimeZoneRules?) {
    let order = ClockOrder(register.criteria)
    guard !order.clocks.isEmpty else {
      duties = []
      return
    }
    duties = register.incidents.enumerated().flatMap { place, incident in
      IncidentClocks(incident, at: place, order: order, now: now, zone: zone).duties
    }
  }

  /// The duties of one incident, in the order of the criteria.
  ///
  /// - Parameter place: Of the incident among the incidents.
  public func duties(ofIncident place: Int) -> [ReportingDuty] {
    let start = duties.partitioningIndex { $0.incident >= place }
    return Array(duties[start...].prefix { $0.incident == place })
  }
}

extension Array {
  /// The first place whose element meets a condition that, once met, all later elements meet.
  fileprivate func partitioningIndex(_ isMet: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isMet(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// The clocks of one incident.
private struct IncidentClocks {
  let incident: Incident
  let place: Int
  let order: ClockOrder
  let now: Moment
  let zone: TimeZoneRules?
  private let reports: [Identifier<ReportingClock>: AuthorityNotification]

  init(
    _ incident: Incident, at place: Int, order: ClockOrder, now: Moment, zone: TimeZoneRules?
  ) {
    self.incident = incident
    self.place = place
    self.order = order
    self.now = now
    self.zone = zone
    reports = Dictionary(
      incident.notifications.filter { $0.at.secondsSince1970 <= now.secondsSince1970 }
        .map { ($0.clock, $0) },
      uniquingKeysWith: { $0.at < $1.at ? $0 : $1 })
  }

  var duties: [ReportingDuty] {
    guard hasHappened else { return [] }
    var found = [ReportingDuty?](repeating: nil, count: order.clocks.count)
    for clock in order.places {
      // In a circle each clock is judged by itself.
      let predecessor = order.isInCircle[clock] ? nil : order.predecessors[clock]
      let before = predecessor.flatMap { found[$0] }
      guard predecessor == nil || before != nil || reports[order.clocks[clock].id] != nil,
        let doubts = doubts(clock, before)
      else { continue }
      found[clock] = duty(clock, doubts, after: before)
    }
    return found.compactMap(\.self)
  }

  /// Whether it had begun by now, as far as anybody says.
  private var hasHappened: Bool {
    let moments = [incident.occurred, incident.detected, incident.reported].compactMap(\.self)
    guard let first = moments.map(\.secondsSince1970).min() else { return true }
    return first <= now.secondsSince1970
  }

  /// What is not known about whether a clock applies; nil: it doesn't.
  private func doubts(_ place: Int, _ before: ReportingDuty?) -> [ReportingDuty.Doubt]? {
    let clock = order.clocks[place]
    guard reports[clock.id] == nil else { return [] }
    var doubts = Set(before?.doubts ?? [])
    if let categories = order.categories[place] {
      if let category = incident.category {
        guard categories.contains(category) else { return nil }
      } else {
        doubts.insert(.category)
      }
    }
    if let least = clock.severityAtLeast {
      if let severity = incident.severity {
        guard severity >= least else { return nil }
      } else {
        doubts.insert(.severity)
      }
    }
    return ReportingDuty.Doubt.allCases.filter(doubts.contains)
  }

  private func duty(
    _ place: Int, _ doubts: [ReportingDuty.Doubt], after before: ReportingDuty?
  ) -> ReportingDuty {
    let clock = order.clocks[place]
    let (start, startObstacle) = start(place, before)
    let (end, endObstacle) = end(of: clock, from: start?.at)
    let latest = known(incident.detected).flatMap { detected in
      clock.atLatest.flatMap { moment(detected.secondsSince1970 + $0.seconds, near: detected) }
    }
    let due = [end, latest].compactMap(\.self).min {
      $0.secondsSince1970 < $1.secondsSince1970
    }
    let report = reports[clock.id]
    return ReportingDuty(
      incident: self.place, clock: place, doubts: doubts, start: start, due: due,
      obstacle: startObstacle ?? (due == nil ? endObstacle : nil),
      fulfilment: report.map { .init(at: $0.at, by: $0.by) },
      state: .init(
        due: due?.secondsSince1970, reported: report?.at.secondsSince1970,
        now: now.secondsSince1970))
  }

  private func start(_ place: Int, _ before: ReportingDuty?)
    -> (ReportingDuty.Start?, ReportingDuty.Obstacle?)
  {
    let clock = order.clocks[place]
    guard !order.isInCircle[place] else { return (nil, .circle) }
    if let predecessor = order.predecessors[place] {
      let other = order.clocks[predecessor].id
      if let report = before?.fulfilment {
        return (.init(at: report.at, basis: .fulfilment(of: other)), nil)
      }
      guard let due = before?.due else { return (nil, .dependsOn(other)) }
      return (.init(at: due, basis: .dueTime(of: other)), nil)
    }
    let moment =
      switch clock.start {
      case .occurred: incident.occurred
      case .detected: incident.detected
      case .categorised: incident.categorised
      }
    guard let moment = known(moment) else { return (nil, .momentUnknown(clock.start)) }
    return (.init(at: moment, basis: .moment(clock.start)), nil)
  }

  /// The end of the time that a clock allows; of several the earliest.
  private func end(of clock: ReportingClock, from start: Moment?)
    -> (Moment?, ReportingDuty.Obstacle?)
  {
    guard let start else { return (nil, nil) }
    var ends: [Moment?] = []
    if let within = clock.within {
      ends.append(moment(start.secondsSince1970 + within.seconds, near: start))
    }
    if let period = clock.withinPeriod { ends.append(moment(period, after: start)) }
    guard !ends.isEmpty else { return (nil, .noTime) }
    let known = ends.compactMap(\.self)
    return (known.min { $0.secondsSince1970 < $1.secondsSince1970 }, known.isEmpty ? .tooFar : nil)
  }

  /// The moment a calendar period later: the same time of day on the clocks of the register. A day that its
  /// month lacks is the month's last; a time that clocks skip moves on, one that comes twice is the first.
  private func moment(_ period: CalendarPeriod, after start: Moment) -> Moment? {
    let zone = zone(at: start)
    let local = zone.localTime(at: start)
    guard let date = local.date.adding(period),
      let time = TimeOfDay(minutes: local.secondOfDay / 60),
      let whole = zone.moment(of: LocalTime(date, time))
    else { return nil }
    return zone.moment(at: whole.secondsSince1970 + Int64(local.secondOfDay % 60))
  }

  private func moment(_ seconds: Int64, near start: Moment) -> Moment? {
    zone(at: start).moment(at: seconds)
  }

  private func zone(at start: Moment) -> TimeZoneRules {
    zone ?? TimeZoneRules(offsetMinutes: Int(start.offsetMinutes)) ?? .utc
  }

  /// A moment that has come; nil for one that nobody states, or that lies ahead.
  private func known(_ moment: Moment?) -> Moment? {
    moment.flatMap { $0.secondsSince1970 <= now.secondsSince1970 ? $0 : nil }
  }
}
