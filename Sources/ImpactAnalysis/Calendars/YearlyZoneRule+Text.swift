import RegisterModel

extension YearlyZoneRule {
  /// A rule as POSIX writes it in the variable TZ, with hours from −167 to 167 in the times of changes.
  ///
  /// - Parameter text: Such as `CET-1CEST,M3.5.0,M10.5.0/3`; the sign of offsets is west of Greenwich.
  /// - Returns: nil where it is no such text. A rule with daylight saving must say when it begins and ends.
  /// - Note: POSIX.1-2017 chapter 8.3, RFC 9636 section 3.3.1.
  init?(text: ArraySlice<UInt8>) {
    var scanner = ZoneTextScanner(text)
    guard scanner.name(), let west = scanner.time(hours: 0...24) else { return nil }
    standard = Int32(-west)
    if scanner.isAtEnd { return }
    guard scanner.name() else { return nil }
    var offset = Int64(standard) + 3600
    if !scanner.isNext(",") {
      guard let west = scanner.time(hours: 0...24) else { return nil }
      offset = -west
    }
    guard scanner.skip(","), let start = scanner.day(), scanner.skip(","),
      let end = scanner.day(), scanner.isAtEnd
    else { return nil }
    daylight = Daylight(offset: Int32(offset), start: start, end: end)
  }
}

/// Reads the parts of a rule from its start.
private struct ZoneTextScanner {
  private var rest: ArraySlice<UInt8>

  init(_ text: ArraySlice<UInt8>) { rest = text }

  var isAtEnd: Bool { rest.isEmpty }

  func isNext(_ mark: Unicode.Scalar) -> Bool { rest.first == UInt8(ascii: mark) }

  mutating func skip(_ mark: Unicode.Scalar) -> Bool {
    guard isNext(mark) else { return false }
    rest.removeFirst()
    return true
  }

  /// A name of letters, or of letters, digits and signs in angle brackets; three or more.
  mutating func name() -> Bool {
    let isQuoted = skip("<")
    let count = rest.prefix { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        || isQuoted && (Self.digits.contains(byte) || "+-".utf8.contains(byte))
    }.count
    rest.removeFirst(count)
    return count >= 3 && (!isQuoted || skip(">"))
  }

  /// `[+-]hh[:mm[:ss]]` in seconds.
  mutating func time(hours: ClosedRange<Int>) -> Int64? {
    let isNegative = skip("-")
    if !isNegative { _ = skip("+") }
    guard let hour = number(hours) else { return nil }
    var seconds = Int64(hour) * 3600
    if skip(":") {
      guard let minute = number(0...59) else { return nil }
      seconds += Int64(minute) * 60
      if skip(":") {
        guard let second = number(0...59) else { return nil }
        seconds += Int64(second)
      }
    }
    return isNegative ? -seconds : seconds
  }

  mutating func day() -> YearlyZoneRule.Day? {
    let kind: YearlyZoneRule.Day.Kind
    if skip("M") {
      guard let month = number(1...12), skip("."), let week = number(1...5), skip("."),
        let day = number(0...6)
      else { return nil }
      kind = .weekday(month: month, week: week, day: day)
    } else if skip("J") {
      guard let number = number(1...365) else { return nil }
      kind = .common(number)
    } else {
      guard let number = number(0...365) else { return nil }
      kind = .ordinal(number)
    }
    guard skip("/") else { return YearlyZoneRule.Day(kind: kind, time: 7200) }
    return time(hours: 0...167).map { YearlyZoneRule.Day(kind: kind, time: $0) }
  }

  private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")

  private mutating func number(_ range: ClosedRange<Int>) -> Int? {
    let text = rest.prefix { Self.digits.contains($0) }
    guard (1...3).contains(text.count) else { return nil }
    rest.removeFirst(text.count)
    let value = text.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    return range.contains(value) ? value : nil
  }
}
