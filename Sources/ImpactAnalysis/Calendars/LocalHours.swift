import RegisterModel

/// Hours of the clock that begin on some days: opening hours, or a peak window.
///
/// They belong to the day on which they begin, also where they last past midnight.
struct LocalHours: Hashable, Sendable {
  /// A bit for each day of the week, Monday's the lowest.
  var weekdays: UInt8 = 0x7F
  /// Days of every year, both ends included; into the next year where the last is before the first.
  var firstOfYear: Int?
  var lastOfYear: Int?
  /// Day numbers, both ends included.
  var firstDay = Int.min
  var lastDay = Int.max
  /// Minutes after midnight; `to` is after `from`, and up to two days later.
  var from = 0
  var to = 1440

  init(_ opening: OpeningHours) {
    setWeekdays(opening.days)
    setHours(opening.from, opening.to)
  }

  init(_ window: PeakWindow) {
    setWeekdays(window.days)
    setHours(window.from, window.to)
    firstOfYear = window.firstDay.map(LocalDay.place)
    lastOfYear = window.lastDay.map(LocalDay.place)
    if let date = window.firstDate { firstDay = Int(date.dayNumber) }
    if let date = window.lastDate { lastDay = Int(date.dayNumber) }
  }

  private mutating func setWeekdays(_ days: [Weekday]) {
    guard !days.isEmpty else { return }
    weekdays = 0
    for (place, day) in Weekday.allCases.enumerated() where days.contains(day) {
      weekdays |= 1 << UInt8(place)
    }
  }

  private mutating func setHours(_ from: TimeOfDay?, _ to: TimeOfDay?) {
    self.from = from.map { Int($0.minutes) } ?? 0
    self.to = to.map { Int($0.minutes) } ?? 1440
    // Past midnight.
    if self.to <= self.from { self.to += 1440 }
  }

  /// All hours of all days.
  var isAlways: Bool {
    weekdays == 0x7F && firstOfYear == nil && lastOfYear == nil && firstDay == .min
      && lastDay == .max && from == 0 && to == 1440
  }

  /// Whether they begin on a day.
  func begin(on day: LocalDay) -> Bool {
    guard weekdays >> UInt8(day.weekday) & 1 == 1, firstDay <= day.number, day.number <= lastDay
    else { return false }
    switch (firstOfYear, lastOfYear) {
    case (nil, nil): return true
    case (let first?, nil): return first <= day.placeInYear
    case (nil, let last?): return day.placeInYear <= last
    case (let first?, let last?) where first <= last:
      return first <= day.placeInYear && day.placeInYear <= last
    case (let first?, let last?): return first <= day.placeInYear || day.placeInYear <= last
    }
  }

  /// The minutes of a day in which they hold, from those that began the day before and those that begin on
  /// it.
  func minutes(of day: LocalDay, after before: LocalDay) -> [Range<Int>] {
    var minutes: [Range<Int>] = []
    if to > 1440, begin(on: before) {
      minutes.append(max(from - 1440, 0)..<to - 1440)
    }
    if from < 1440, begin(on: day) {
      minutes.append(from..<min(to, 1440))
    }
    return minutes
  }
}

/// A day of the calendar, with what hours ask of it.
struct LocalDay: Hashable, Sendable {
  /// Days since 1970-01-01.
  var number: Int
  /// 0 for Monday.
  var weekday: Int
  /// Grows with the days of a year, the same in each of them.
  var placeInYear: Int

  init(_ date: CalendarDate) {
    let parts = date.components
    number = Int(date.dayNumber)
    weekday = CalendarDate.weekdayPlace(number)
    placeInYear = parts.month * 32 + parts.day
  }

  /// - Returns: nil outside the years 1 to 9999.
  init?(number: Int) {
    guard let date = CalendarDate(dayNumber: number) else { return nil }
    self.init(date)
  }

  static func place(_ day: DayOfYear) -> Int { Int(day.month) * 32 + Int(day.day) }
}

/// Ranges of numbers brought into order, those that meet or overlap made one.
func merged<Bound>(_ ranges: [Range<Bound>]) -> [Range<Bound>] {
  var result: [Range<Bound>] = []
  for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
    if let last = result.last, range.lowerBound <= last.upperBound {
      result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
    } else {
      result.append(range)
    }
  }
  return result
}
