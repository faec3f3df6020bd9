public import RegisterModel

extension OperatingTime {
  /// A year and a day: what comes once a year is in it.
  public static let standardHorizon = 366.0 * 24

  /// When an activity would be at work in an outage that begins at a moment.
  ///
  /// Up to the horizon it is what calendar and windows say, to the second. Beyond it work goes on as one
  /// stretch without end, with the share of time at work, and the mean demand at work, of the 52 weeks that
  /// follow the horizon: whole weeks, so that no day of the week counts more than others. So nothing stops
  /// being lost there, and nothing is lost that a usual year wouldn't lose. ``knownUntil`` says where that
  /// begins.
  ///
  /// - Parameters:
  ///   - start: When the outage begins.
  ///   - horizon: In hours, zero or more.
  /// - Complexity: O(*n* log *n*) in the days up to the horizon, each times the hours of calendar and windows.
  public init(
    _ pattern: OperatingPattern, start: Moment, horizon: Double = OperatingTime.standardHorizon
  ) {
    precondition(horizon >= 0, "nobody looks back")
    if pattern.isAlways {
      self = .always
      return
    }
    let start = start.secondsSince1970
    // As far as elapsed times reach.
    let end = start + Int64(min((horizon * 3600).rounded(), 8_640_000_000))
    let year = Int64(52 * 7 * 86_400)
    func hours(_ seconds: Int64) -> Double { Double(seconds - start) / 3600 }
    var stretches = pattern.stretches(from: start, to: end).map {
      Stretch(from: hours($0.from), to: hours($0.to), demand: $0.demand)
    }
    var (work, demand) = (0.0, 0.0)
    for stretch in pattern.stretches(from: end, to: end + year) {
      let length = Double(stretch.to - stretch.from)
      work += length
      demand += length * stretch.demand
    }
    if work > 0 {
      stretches.append(
        Stretch(
          from: hours(end), to: .infinity, demand: demand / work, share: work / Double(year)))
    }
    let known = pattern.known.upperBound
    self.init(stretches, knownUntil: max(hours(min(end, max(known, start))), 0))
  }

  /// The same for a calendar by itself.
  ///
  /// - Parameters:
  ///   - calendar: nil: at work at all times.
  ///   - peaks: Those of windows of the calendar; others are left out.
  ///   - zone: The time zone of the calendar.
  public init(
    calendar: BusinessCalendar?, peaks: [Peak], zone: TimeZoneRules, start: Moment,
    horizon: Double = OperatingTime.standardHorizon
  ) {
    self.init(
      OperatingPattern(calendar: calendar, peaks: peaks, zone: zone), start: start,
      horizon: horizon)
  }
}

extension RegisterCalendars {
  /// When each of some activities would be at work in an outage that begins at a moment; nil where a time
  /// zone that it depends on is not known. Activities with the same calendar and peaks share the work.
  public func operatingTimes(
    of activities: [Activity], start: Moment, horizon: Double = OperatingTime.standardHorizon
  ) -> [OperatingTime?] {
    struct Key: Hashable {
      var calendar: Identifier<BusinessCalendar>?
      var windows: [Identifier<PeakWindow>]
      var factors: [Quantity?]
    }
    var found: [Key: OperatingTime?] = [:]
    return activities.map { activity in
      let key = Key(
        calendar: activity.calendar, windows: activity.peaks.map(\.window),
        factors: activity.peaks.map(\.factor))
      if let known = found[key] { return known }
      let time = pattern(of: activity).map { OperatingTime($0, start: start, horizon: horizon) }
      found[key] = .some(time)
      return time
    }
  }
}
