public import RegisterModel

/// The calendars and peak windows of a register, each with its time zone.
///
/// A calendar has the time zone it names, else the one the register names. Windows have that of their
/// calendar, whoever uses them.
public struct RegisterCalendars: Sendable {
  /// The names of time zones that nobody knows, in the order of the register, each once. What depends on
  /// them can't be told.
  public let unknownZones: [Line]
  /// That of the register; nil where it is not known.
  public let zone: TimeZoneRules?

  private struct Entry {
    var calendar: BusinessCalendar
    var zone: TimeZoneRules?
  }
  private struct Window {
    var window: PeakWindow
    var zone: TimeZoneRules?
  }
  private let calendars: [Identifier<BusinessCalendar>: Entry]
  private let windows: [Window]
  private let placeOfWindow: [Identifier<PeakWindow>: Int]

  /// - Parameters:
  ///   - unstated: The time zone where neither calendar nor register names one, such as that of the moment
  ///     asked about.
  ///   - rules: The rules of a time zone by its name in the time zone database; nil for one that it lacks.
  ///     Asked once for each name.
  /// - Complexity: O(calendars + windows).
  public init(
    _ register: Register, unstated: TimeZoneRules, rules: (String) -> TimeZoneRules?
  ) {
    var found: [String: TimeZoneRules?] = [:]
    var unknown: [Line] = []
    func zone(_ name: Line?) -> TimeZoneRules? {
      guard let name else { return unstated }
      if let known = found[name.text] { return known }
      let zone = rules(name.text)
      found[name.text] = .some(zone)
      if zone == nil { unknown.append(name) }
      return zone
    }
    self.zone = zone(register.timeZone)
    var calendars: [Identifier<BusinessCalendar>: Entry] = [:]
    var windows: [Window] = []
    var placeOfWindow: [Identifier<PeakWindow>: Int] = [:]
    for calendar in register.calendars {
      let entry = Entry(calendar: calendar, zone: zone(calendar.timeZone ?? register.timeZone))
      calendars[calendar.id] = entry
      for window in calendar.windows {
        placeOfWindow[window.id] = windows.count
        windows.append(Window(window: window, zone: entry.zone))
      }
    }
    self.calendars = calendars
    self.windows = windows
    self.placeOfWindow = placeOfWindow
    unknownZones = unknown
  }

  /// When an activity is at work; nil where a time zone that it depends on is not known.
  public func pattern(of activity: Activity) -> OperatingPattern? {
    pattern(activity.calendar, activity.peaks)
  }

  /// When anything with a calendar is at work, such as a recovery crew; nil calendar: at all times.
  public func pattern(of calendar: Identifier<BusinessCalendar>?) -> OperatingPattern? {
    pattern(calendar, [])
  }

  private func pattern(_ calendar: Identifier<BusinessCalendar>?, _ peaks: [Peak])
    -> OperatingPattern?
  {
    let entry = calendar.flatMap { calendars[$0] }
    var demand: [(PeakWindow, factor: Quantity?, TimeZoneRules)] = []
    for peak in peaks where peak.factor != nil {
      guard let place = placeOfWindow[peak.window] else { continue }
      guard let zone = windows[place].zone else { return nil }
      demand.append((windows[place].window, peak.factor, zone))
    }
    guard let entry else {
      return OperatingPattern(calendar: nil, windows: demand, zone: zone ?? .utc)
    }
    guard let zone = entry.zone else { return nil }
    return OperatingPattern(calendar: entry.calendar, windows: demand, zone: zone)
  }

  /// The windows that hold at a moment, in the order of the register. Those whose time zone is not known
  /// are left out.
  ///
  /// - Complexity: O(windows).
  public func windows(at moment: Moment) -> [Identifier<PeakWindow>] {
    windows.compactMap { entry in
      guard let zone = entry.zone else { return nil }
      let schedule = LocalSchedule(entry.window, zone: zone)
      return schedule.holds(at: moment.secondsSince1970) ? entry.window.id : nil
    }
  }

  /// The windows that hold at some time of a day, as clocks show it where the windows are.
  ///
  /// - Complexity: O(windows).
  public func windows(on date: CalendarDate) -> [Identifier<PeakWindow>] {
    let day = LocalDay(date)
    let before = LocalDay(number: day.number - 1) ?? day
    return windows.filter { !LocalHours($0.window).minutes(of: day, after: before).isEmpty }
      .map(\.window.id)
  }

  /// The time in which a window holds at a moment or, if it doesn't, will next.
  ///
  /// - Returns: nil where there is none within 41 years, or the window's time zone is not known. (29 February
  ///   falls on a given day of the week every 28 years, and once in a while only after 40.)
  public func occurrence(of window: Identifier<PeakWindow>, from moment: Moment)
    -> WindowOccurrence?
  {
    guard let place = placeOfWindow[window], let zone = windows[place].zone else { return nil }
    return WindowOccurrence(windows[place].window, zone: zone, from: moment)
  }
}
