public import RegisterModel

/// A date and a time of day as clocks show them, wherever they hang.
public struct LocalTime: Hashable, Sendable, Comparable {
  /// Seconds since 1970-01-01T00:00 on a clock that is never changed.
  public let seconds: Int64

  /// - Parameter seconds: Outside the years 1 to 9999: the nearest end of them.
  init(seconds: Int64) {
    self.seconds = min(max(seconds, -62_135_596_800), 253_402_300_799)
  }

  /// - Parameter time: 24:00 is 00:00 of the next day.
  public init(_ date: CalendarDate, _ time: TimeOfDay) {
    self.init(seconds: Int64(date.dayNumber) * 86_400 + Int64(time.minutes) * 60)
  }

  /// Midnight, with which a day begins.
  public init(startOf date: CalendarDate) {
    self.init(seconds: Int64(date.dayNumber) * 86_400)
  }

  public var date: CalendarDate {
    CalendarDate(dayNumber: Int(seconds.floorDivided(by: 86_400)))!  // the initialiser sees to it
  }

  /// Seconds since midnight, 0...86,399.
  public var secondOfDay: Int { Int(seconds - seconds.floorDivided(by: 86_400) * 86_400) }

  public static func < (left: Self, right: Self) -> Bool { left.seconds < right.seconds }
}

extension CalendarDate {
  /// The day of the week it falls on.
  public var weekday: Weekday { Weekday.allCases[Self.weekdayPlace(Int(dayNumber))] }

  /// 0 for Monday to 6 for Sunday; day 0, 1970-01-01, was a Thursday.
  static func weekdayPlace(_ dayNumber: Int) -> Int {
    let place = (dayNumber + 3) % 7
    return place < 0 ? place + 7 : place
  }
}

extension Int64 {
  /// The quotient rounded down, also below zero.
  func floorDivided(by divisor: Int64) -> Int64 {
    let (quotient, rest) = quotientAndRemainder(dividingBy: divisor)
    return rest < 0 ? quotient - 1 : quotient
  }
}
