import RegisterModel

/// When hours of the clock hold, in the time zone of their calendar: opening hours without the days that
/// are closed, or a peak window.
struct LocalSchedule: Hashable, Sendable {
  /// Hours that hold if any of them do.
  var hours: [LocalHours]
  /// Day numbers of days on which nothing holds, from midnight to midnight.
  var closedDays: Set<Int> = []
  /// The same for days of every year.
  var closedEveryYear: Set<Int> = []
  var zone: TimeZoneRules

  /// When a calendar is open; without opening hours, at all times but on closed days.
  init(_ calendar: BusinessCalendar, zone: TimeZoneRules) {
    hours = calendar.openings.map(LocalHours.init)
    if hours.isEmpty { hours = [LocalHours(OpeningHours(days: [], from: .midnight, to: .end))] }
    for closure in calendar.closures {
      if let date = closure.on { closedDays.insert(Int(date.dayNumber)) }
      if let day = closure.every { closedEveryYear.insert(LocalDay.place(day)) }
    }
    self.zone = zone
  }

  init(_ window: PeakWindow, zone: TimeZoneRules) {
    hours = [LocalHours(window)]
    self.zone = zone
  }

  /// Whether it holds at all times.
  var isAlways: Bool {
    closedDays.isEmpty && closedEveryYear.isEmpty && hours.contains(where: \.isAlways)
  }

  /// When it holds between two moments: ascending and apart, in seconds since 1970-01-01T00:00:00Z.
  ///
  /// Hours begin and end when clocks show their times; the hours that clocks skip don't happen, and of those
  /// that come twice the first counts.
  ///
  /// - Complexity: O(days × hours).
  func stretches(from: Int64, to: Int64) -> [Range<Int64>] {
    guard from < to else { return [] }
    if isAlways { return [from..<to] }
    let zone = zone.expanded(from: from, to: to)
    let days = days(from: zone.localTime(at: from).date, to: zone.localTime(at: to).date)
    guard !days.isEmpty, var before = LocalDay(number: days.lowerBound - 1) else { return [] }
    var stretches: [Range<Int64>] = []
    for number in days {
      guard let day = LocalDay(number: number) else { break }
      for minutes in minutes(of: day, after: before) {
        let midnight = Int64(day.number) * 86_400
        let start = max(zone.seconds(reaching: midnight + Int64(minutes.lowerBound) * 60), from)
        let end = min(zone.seconds(reaching: midnight + Int64(minutes.upperBound) * 60), to)
        guard start < end else { continue }
        if let previous = stretches.last, start <= previous.upperBound {
          stretches[stretches.count - 1] =
            previous.lowerBound..<max(previous.upperBound, end)
        } else {
          stretches.append(start..<end)
        }
      }
      before = day
    }
    return stretches
  }

  /// The minutes of a day in which it holds, ascending and apart.
  func minutes(of day: LocalDay, after before: LocalDay) -> [Range<Int>] {
    if closedDays.contains(day.number) || closedEveryYear.contains(day.placeInYear) { return [] }
    return merged(hours.flatMap { $0.minutes(of: day, after: before) })
  }

  /// Whether it holds at a moment.
  ///
  /// - Complexity: O(hours).
  func holds(at seconds: Int64) -> Bool {
    !stretches(from: seconds, to: seconds + 1).isEmpty
  }

  /// The days on which it may hold, of those between two: with one more at either end, since clocks of one
  /// day may stand on the next or the one before when they are changed.
  private func days(from first: CalendarDate, to last: CalendarDate) -> Range<Int> {
    let starts = hours.map { $0.firstDay }.min() ?? .max
    let ends = hours.map { $0.lastDay }.max() ?? .min
    // The first day of the calendar has none before it.
    let lower = max(Int(first.dayNumber) - 1, starts, -719_161)
    let upper = min(Int(last.dayNumber) + 2, ends < .max ? ends + 2 : .max)
    return lower..<max(lower, upper)
  }
}

extension TimeOfDay {
  fileprivate static let midnight = TimeOfDay(minutes: 0)!  // in range
  fileprivate static let end = TimeOfDay(minutes: 1440)!  // in range
}
