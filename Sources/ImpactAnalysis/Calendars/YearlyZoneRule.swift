import RegisterModel

/// The rule that a time zone follows from some year on: one offset, or two that alternate on the same
/// days of every year. "Daylight" is whichever the rule names second: in winter, where winter is the
/// exception (Europe/Dublin).
struct YearlyZoneRule: Hashable, Sendable {
  /// A day of the year and a time of that day.
  struct Day: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
      /// 1...365; 29 February is never counted.
      case common(Int)
      /// 0...365; 29 February is counted.
      case ordinal(Int)
      /// The n-th (5: the last) of a day of the week (0: Sunday) in a month.
      case weekday(month: Int, week: Int, day: Int)
    }
    var kind: Kind
    /// Seconds after midnight; up to a week either way.
    var time: Int64
  }

  /// Daylight saving: its offset and when it begins and ends, in the time that holds before each change.
  struct Daylight: Hashable, Sendable {
    var offset: Int32
    var start: Day
    var end: Day
  }

  /// Seconds east of UTC.
  var standard: Int32
  var daylight: Daylight?

  /// The calendar repeats after 400 years, with the days of the week.
  private static let cycle: Int64 = 146_097 * 86_400

  func offset(at seconds: Int64) -> Int32 {
    guard daylight != nil else { return standard }
    let (_, inCycle) = Self.split(seconds)
    return changes(around: inCycle).last { $0.at <= inCycle }?.offset ?? standard
  }

  /// The first change after a moment; nil where there are none.
  func change(after seconds: Int64) -> TimeZoneRules.Change? {
    guard daylight != nil else { return nil }
    let (start, inCycle) = Self.split(seconds)
    let changes = changes(around: inCycle)
    guard let first = changes.first(where: { $0.at > inCycle }) else { return nil }
    // Of several at one time the last holds.
    let last = changes.last { $0.at == first.at } ?? first
    let (at, overflow) = start.addingReportingOverflow(last.at)
    return overflow ? nil : TimeZoneRules.Change(at: at, offset: last.offset)
  }

  private static func split(_ seconds: Int64) -> (start: Int64, inCycle: Int64) {
    let start = seconds.floorDivided(by: cycle).multipliedReportingOverflow(by: cycle).partialValue
    return (start, seconds &- start)
  }

  /// The changes of five years, ascending: a rule may put a change up to a week into a year beside its own.
  private func changes(around inCycle: Int64) -> [TimeZoneRules.Change] {
    guard let daylight, let date = CalendarDate(dayNumber: Int(inCycle / 86_400)) else { return [] }
    let year = date.components.year
    var changes: [TimeZoneRules.Change] = []
    for year in (year - 2)...(year + 2) {
      let start = daylight.start.seconds(in: year) - Int64(standard)
      let end = daylight.end.seconds(in: year) - Int64(daylight.offset)
      changes.append(TimeZoneRules.Change(at: start, offset: daylight.offset))
      changes.append(TimeZoneRules.Change(at: end, offset: standard))
    }
    // Where one year's end meets the next one's start, the start holds: daylight saving all year.
    return changes.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
      .map(\.element)
  }
}

extension YearlyZoneRule.Day {
  /// The local time of it in a year, in seconds since 1970-01-01T00:00.
  func seconds(in year: Int) -> Int64 {
    let newYear = Int(CalendarDate(year: year, month: 1, day: 1)!.dayNumber)  // 1968...2372
    let day: Int
    switch kind {
    case .common(let number):
      let isAfterLeapDay = number >= 60 && CalendarDate.days(inMonth: 2, of: year) == 29
      day = newYear + number - (isAfterLeapDay ? 0 : 1)
    case .ordinal(let number):
      day = newYear + number
    case .weekday(let month, let week, let weekday):
      let first = Int(CalendarDate(year: year, month: month, day: 1)!.dayNumber)
      // Sunday is 0 in the rule and 6 here.
      let ahead = ((weekday + 6) % 7 - CalendarDate.weekdayPlace(first) + 7) % 7
      let found = ahead + (week - 1) * 7
      day = first + (found < CalendarDate.days(inMonth: month, of: year) ? found : found - 7)
    }
    return Int64(day) * 86_400 + time
  }
}
