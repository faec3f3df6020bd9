/// Elapsed time in whole seconds, zero or more: how long something lasts, whatever the calendar says.
///
/// Written as `PT4H` or `P1DT12H`; a day is 86,400 seconds, and there are no months or years.
public struct ElapsedTime: Hashable, Sendable, Comparable {
  public let seconds: Int64

  /// - Returns: nil unless `seconds` lies in 0...8,639,999,999 (less than 100,000 days).
  public init?(seconds: Int64) {
    guard (0..<8_640_000_000).contains(seconds) else { return nil }
    self.seconds = seconds
  }

  /// The time in hours.
  public var hours: Double { Double(seconds) / 3600 }

  public static func < (left: Self, right: Self) -> Bool { left.seconds < right.seconds }
}

/// A span of the calendar: months and days, which have no fixed number of seconds. Only review cycles
/// and ages are stated so.
///
/// Written as `P6M`, `P1Y`, `P90D`.
public struct CalendarPeriod: Hashable, Sendable {
  public let months: Int32
  public let days: Int32

  /// - Returns: nil unless months lie in 0...11,999, days in 0...9,999 and one of them is above zero.
  public init?(months: Int, days: Int) {
    guard (0...11_999).contains(months), (0...9_999).contains(days), months + days > 0 else {
      return nil
    }
    self.months = Int32(months)
    self.days = Int32(days)
  }
}

/// A day of the Gregorian calendar, from 0001-01-01 to 9999-12-31.
public struct CalendarDate: Hashable, Sendable, Comparable {
  /// Days since 1970-01-01.
  public let dayNumber: Int32

  /// - Returns: nil where there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(inMonth: month, of: year)
    else { return nil }
    // Days from civil: Hinnant, "chrono-compatible low-level date algorithms" (2013).
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    dayNumber = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// - Returns: nil outside the years 1 to 9999.
  public init?(dayNumber: Int) {
    guard (-719_162...2_932_896).contains(dayNumber) else { return nil }
    self.dayNumber = Int32(dayNumber)
  }

  /// Year, month 1...12 and day 1...31.
  public var components: (year: Int, month: Int, day: Int) {
    let z = Int(dayNumber) + 719_468
    let era = z / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shifted + 2) / 5 + 1
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The day that lies a calendar period later. A day that its month lacks becomes the month's last:
  /// 31 January and one month is 28 or 29 February. Nil past the year 9999.
  public func adding(_ period: CalendarPeriod) -> CalendarDate? {
    let (year, month, day) = components
    let count = year * 12 + month - 1 + Int(period.months)
    let (newYear, newMonth) = (count / 12, count % 12 + 1)
    guard newYear <= 9999 else { return nil }
    let newDay = min(day, Self.days(inMonth: newMonth, of: newYear))
    return CalendarDate(year: newYear, month: newMonth, day: newDay)
      .flatMap { CalendarDate(dayNumber: Int($0.dayNumber) + Int(period.days)) }
  }

  public static func < (left: Self, right: Self) -> Bool { left.dayNumber < right.dayNumber }

  package static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// A moment in time, to the second, and the offset from UTC in which it was stated.
///
/// Written as RFC 3339 has it: `2026-11-24T09:30:00+01:00`, `2026-11-24T08:30:00Z`. Two moments are
/// equal only if their offsets are too; they are ordered by time, then offset.
public struct Moment: Hashable, Sendable, Comparable {
  /// Seconds since 1970-01-01T00:00:00Z, without leap seconds.
  public let secondsSince1970: Int64
  /// Minutes east of UTC, within ±14 hours.
  public let offsetMinutes: Int16

  /// - Returns: nil unless the offset lies within ±14 hours and the local time within the years 1 to
  ///   9999.
  public init?(secondsSince1970: Int64, offsetMinutes: Int = 0) {
    guard (-840...840).contains(offsetMinutes),
      (-62_135_596_800..<253_402_300_800).contains(secondsSince1970 + Int64(offsetMinutes) * 60)
    else { return nil }
    self.secondsSince1970 = secondsSince1970
    self.offsetMinutes = Int16(offsetMinutes)
  }

  /// The day on which it fell where it was stated.
  public var localDate: CalendarDate {
    let local = secondsSince1970 + Int64(offsetMinutes) * 60
    let day = Int((local >= 0 ? local : local - 86_399) / 86_400)
    return CalendarDate(dayNumber: day)!  // the initialiser guards the range
  }

  /// Seconds of that day that had passed where it was stated.
  public var localSecondOfDay: Int {
    let local = secondsSince1970 + Int64(offsetMinutes) * 60
    return Int(local - Int64(localDate.dayNumber) * 86_400)
  }

  public static func < (left: Self, right: Self) -> Bool {
    (left.secondsSince1970, left.offsetMinutes) < (right.secondsSince1970, right.offsetMinutes)
  }
}

/// A time of day to the minute, `00:00` to `24:00`.
public struct TimeOfDay: Hashable, Sendable, Comparable {
  public let minutes: Int16

  /// - Returns: nil unless `minutes` lies in 0...1440.
  public init?(minutes: Int) {
    guard (0...1440).contains(minutes) else { return nil }
    self.minutes = Int16(minutes)
  }

  public static func < (left: Self, right: Self) -> Bool { left.minutes < right.minutes }
}

/// A day of any year, `12-24`; 29 February is one.
public struct DayOfYear: Hashable, Sendable {
  public let month: Int8
  public let day: Int8

  /// - Returns: nil where no year has such a day.
  public init?(month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, day <= CalendarDate.days(inMonth: month, of: 2000)
    else { return nil }
    self.month = Int8(month)
    self.day = Int8(day)
  }
}

/// A day of the week.
public enum Weekday: String, WrittenWord, CaseIterable {
  case monday = "mon"
  case tuesday = "tue"
  case wednesday = "wed"
  case thursday = "thu"
  case friday = "fri"
  case saturday = "sat"
  case sunday = "sun"
  package static let typeName = "weekday"
}

// MARK: - As written

/// The pattern of one digit to `most` of them, written out: libxml2 miscounts `{1,n}` where optional
/// parts begin alike.
private func digits(_ most: Int) -> String {
  "[0-9]" + String(repeating: "[0-9]?", count: most - 1)
}

/// Reads digits, letters and marks of a text from its start.
package struct TextScanner {
  private let text: UnsafeBufferPointer<UInt8>
  private var index = 0

  package init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

  package var isAtEnd: Bool { index == text.count }

  package mutating func skip(_ mark: Unicode.Scalar) -> Bool {
    guard index < text.count, text[index] == UInt8(ascii: mark) else { return false }
    index += 1
    return true
  }

  /// A run of digits, `count` of them at least and at most.
  package mutating func digits(_ count: ClosedRange<Int>) -> Int? {
    var value = 0
    var taken = 0
    while index < text.count, text[index] &- 48 < 10, taken < count.upperBound {
      value = value * 10 + Int(text[index] &- 48)
      index += 1
      taken += 1
    }
    return taken >= count.lowerBound ? value : nil
  }

  /// Digits followed by `mark`; moves on only if both are there.
  package mutating func part(_ mark: Unicode.Scalar, _ count: ClosedRange<Int>) -> Int? {
    let start = index
    if let value = digits(count), skip(mark) { return value }
    index = start
    return nil
  }
}

extension [UInt8] {
  /// Appends a number of a fixed width, with leading zeros.
  fileprivate mutating func append(_ value: Int, width: Int) {
    var unit = 1
    for _ in 1..<width { unit *= 10 }
    while unit > 0 {
      append(UInt8(ascii: "0") + UInt8(value / unit % 10))
      unit /= 10
    }
  }

  fileprivate mutating func append(_ value: Int64, _ mark: Unicode.Scalar) {
    guard value > 0 else { return }
    NumberText.write(value, to: &self)
    append(UInt8(ascii: mark))
  }
}

extension ElapsedTime: Scalar {
  package static let simpleType = SimpleType(
    "elapsedTime", base: "xs:duration",
    facets: [
      .init(
        "pattern",
        "P(\(digits(5))D)?(T(\(digits(6))H)?(\(digits(7))M)?(\(digits(9))S)?)?"),
      .init("maxExclusive", "P100000D"),
    ],
    expectation: "an elapsed time in days, hours, minutes and seconds, such as PT4H or P1DT12H",
    examples: ["PT0S", "PT15M", "PT4H", "P1D", "P3DT12H", "P30D", "PT90S"])

  package init?(written: UnsafeBufferPointer<UInt8>) {
    var scanner = TextScanner(written)
    guard scanner.skip("P") else { return nil }
    var seconds: Int64 = 0
    var parts = 0
    func add(_ value: Int?, _ unit: Int64) {
      guard let value else { return }
      seconds += Int64(value) * unit
      parts += 1
    }
    add(scanner.part("D", 1...5), 86_400)
    if scanner.skip("T") {
      let before = parts
      add(scanner.part("H", 1...6), 3600)
      add(scanner.part("M", 1...7), 60)
      add(scanner.part("S", 1...9), 1)
      guard parts > before else { return nil }
    }
    guard parts > 0, scanner.isAtEnd else { return nil }
    self.init(seconds: seconds)
  }

  package func write(to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "P"))
    bytes.append(seconds / 86_400, "D")
    let rest = seconds % 86_400
    guard rest > 0 || seconds == 0 else { return }
    bytes.append(UInt8(ascii: "T"))
    bytes.append(rest / 3600, "H")
    bytes.append(rest / 60 % 60, "M")
    bytes.append(rest % 60, "S")
    if seconds == 0 { bytes.append(contentsOf: "0S".utf8) }
  }
}

extension CalendarPeriod: Scalar {
  package static let simpleType = SimpleType(
    "calendarPeriod", base: "xs:duration",
    facets: [
      .init(
        "pattern",
        "P(\(digits(3))Y)?(([0-9]|1[01])M)?(\(digits(4))D)?|P\(digits(3))M(\(digits(4))D)?"),
      .init("minInclusive", "P1D"),
    ],
    expectation: "a calendar period in years, months and days, such as P6M, P1Y or P90D",
    examples: ["P6M", "P1Y", "P90D", "P18M", "P1Y15D"])

  package init?(written: UnsafeBufferPointer<UInt8>) {
    var scanner = TextScanner(written)
    guard scanner.skip("P") else { return nil }
    let years = scanner.part("Y", 1...3)
    let months = scanner.part("M", 1...3)
    let days = scanner.part("D", 1...4)
    guard scanner.isAtEnd, years == nil || months ?? 0 < 12,
      years != nil || months != nil || days != nil
    else { return nil }
    self.init(months: (years ?? 0) * 12 + (months ?? 0), days: days ?? 0)
  }

  package func write(to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "P"))
    if months % 12 == 0 || months > 999 {
      bytes.append(Int64(months / 12), "Y")
      bytes.append(Int64(months % 12), "M")
    } else {
      bytes.append(Int64(months), "M")
    }
    bytes.append(Int64(days), "D")
  }
}

extension CalendarDate: Scalar {
  package static let simpleType = SimpleType(
    "date", base: "xs:date", facets: [.init("pattern", "[0-9]{4}-[0-9]{2}-[0-9]{2}")],
    expectation: "a date such as 2026-11-24",
    examples: ["2026-11-24", "2024-02-29", "1999-12-31", "2030-01-01"])

  package init?(written: UnsafeBufferPointer<UInt8>) {
    var scanner = TextScanner(written)
    self.init(scanning: &scanner)
    guard scanner.isAtEnd else { return nil }
  }

  fileprivate init?(scanning scanner: inout TextScanner) {
    guard let year = scanner.part("-", 4...4), let month = scanner.part("-", 2...2),
      let day = scanner.digits(2...2)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  package func write(to bytes: inout [UInt8]) {
    let (year, month, day) = components
    bytes.append(year, width: 4)
    bytes.append(UInt8(ascii: "-"))
    bytes.append(month, width: 2)
    bytes.append(UInt8(ascii: "-"))
    bytes.append(day, width: 2)
  }
}

extension Moment: Scalar {
  package static let simpleType = SimpleType(
    "moment", base: "xs:dateTime",
    facets: [
      .init(
        "pattern",
        "[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
          + "(Z|[+\\-]((0[0-9]|1[0-3]):[0-5][0-9]|14:00))")
    ],
    expectation: "a moment with its offset from UTC, such as 2026-11-24T09:30:00+01:00",
    examples: [
      "2026-11-24T09:30:00+01:00", "2024-02-29T23:59:59Z", "2026-03-29T01:00:00-05:30",
    ])

  package init?(written: UnsafeBufferPointer<UInt8>) {
    var scanner = TextScanner(written)
    guard let date = CalendarDate(scanning: &scanner), scanner.skip("T"),
      let hour = scanner.part(":", 2...2), hour < 24,
      let minute = scanner.part(":", 2...2), minute < 60,
      let second = scanner.digits(2...2), second < 60
    else { return nil }
    var offset = 0
    if !scanner.skip("Z") {
      let east = scanner.skip("+")
      guard east || scanner.skip("-"), let hours = scanner.part(":", 2...2),
        let minutes = scanner.digits(2...2), minutes < 60, hours * 60 + minutes <= 840
      else { return nil }
      offset = (east ? 1 : -1) * (hours * 60 + minutes)
    }
    guard scanner.isAtEnd else { return nil }
    let local = Int64(date.dayNumber) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
    self.init(secondsSince1970: local - Int64(offset) * 60, offsetMinutes: offset)
  }

  package func write(to bytes: inout [UInt8]) {
    localDate.write(to: &bytes)
    let second = localSecondOfDay
    bytes.append(UInt8(ascii: "T"))
    bytes.append(second / 3600, width: 2)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(second / 60 % 60, width: 2)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(second % 60, width: 2)
    if offsetMinutes == 0 {
      bytes.append(UInt8(ascii: "Z"))
    } else {
      bytes.append(UInt8(ascii: offsetMinutes < 0 ? "-" : "+"))
      bytes.append(Int(offsetMinutes.magnitude) / 60, width: 2)
      bytes.append(UInt8(ascii: ":"))
      bytes.append(Int(offsetMinutes.magnitude) % 60, width: 2)
    }
  }
}

extension TimeOfDay: Scalar {
  package static let simpleType = SimpleType(
    "timeOfDay", facets: [.init("pattern", "([01][0-9]|2[0-3]):[0-5][0-9]|24:00")],
    expectation: "a time of day such as 08:30", examples: ["00:00", "08:30", "23:59", "24:00"])

  package init?(written: UnsafeBufferPointer<UInt8>) {
    var scanner = TextScanner(written)
    guard let hour = scanner.part(":", 2...2), let minute = scanner.digits(2...2), minute < 60,
      scanner.isAtEnd
    else { return nil }
    self.init(minutes: hour * 60 + minute)
  }

  package func write(to bytes: inout [UInt8]) {
    bytes.append(Int(minutes) / 60, width: 2)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(Int(minutes) % 60, width: 2)
  }
}

extension DayOfYear: Scalar {
  package static let simpleType = SimpleType(
    "dayOfYear",
    facets: [
      .init(
        "pattern",
        "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)"
          + "|02-(0[1-9]|[12][0-9])")
    ],
    expectation: "a day of any year, month first, such as 12-24",
    examples: ["12-24", "01-06", "02-29"])

  package init?(written: UnsafeBufferPointer<UInt8>) {
    var scanner = TextScanner(written)
    guard let month = scanner.part("-", 2...2), let day = scanner.digits(2...2), scanner.isAtEnd
    else { return nil }
    self.init(month: month, day: day)
  }

  package func write(to bytes: inout [UInt8]) {
    bytes.append(Int(month), width: 2)
    bytes.append(UInt8(ascii: "-"))
    bytes.append(Int(day), width: 2)
  }
}
