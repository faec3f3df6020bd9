import RegisterModel

/// Elapsed times and calendar periods as people write them: `4 h`, `1 d 12 h`, `6 months`.
enum TimeWords {
  private static let elapsedUnits: [(word: String, seconds: Int64)] = [
    ("d", 86_400), ("h", 3600), ("min", 60), ("s", 1),
  ]

  /// `1 d 12 h` for `P1DT12H`.
  static func words(_ time: ElapsedTime) -> String {
    guard time.seconds > 0 else { return "0 min" }
    var rest = time.seconds
    return elapsedUnits.compactMap { unit in
      let count = rest / unit.seconds
      rest %= unit.seconds
      return count == 0 ? nil : "\(count) \(unit.word)"
    }.joined(separator: " ")
  }

  /// The time of such words, or of the form of the register; nil where they are none.
  static func elapsed(_ text: String) -> ElapsedTime? {
    if let time = ElapsedTime(text: text.uppercased()) { return time }
    guard let parts = parts(text) else { return nil }
    var seconds: Int64 = 0
    for part in parts {
      let unit: Int64? =
        switch part.unit {
        case "w", "wk", "week", "weeks": 604_800
        case "d", "day", "days": 86_400
        case "h", "hr", "hrs", "hour", "hours": 3600
        case "m", "min", "mins", "minute", "minutes": 60
        case "s", "sec", "secs", "second", "seconds": 1
        default: nil
        }
      guard let unit else { return nil }
      let amount = part.amount * Double(unit)
      guard amount == amount.rounded(), amount < 1e12 else { return nil }
      seconds += Int64(amount)
    }
    return ElapsedTime(seconds: seconds)
  }

  /// `1 year 6 months` for `P1Y6M`.
  static func words(_ period: CalendarPeriod) -> String {
    let (years, months) =
      period.months % 12 == 0 ? (period.months / 12, Int32(0)) : (0, period.months)
    return [(years, "year"), (months, "month"), (period.days, "day")].compactMap { count, word in
      count == 0 ? nil : "\(count) \(word)\(count == 1 ? "" : "s")"
    }.joined(separator: " ")
  }

  /// The period of such words, or of the form of the register; nil where they are none.
  static func period(_ text: String) -> CalendarPeriod? {
    if let period = CalendarPeriod(text: text.uppercased()) { return period }
    guard let parts = parts(text) else { return nil }
    var (months, days) = (0, 0)
    for part in parts {
      guard part.amount == part.amount.rounded(), part.amount < 100_000 else { return nil }
      let amount = Int(part.amount)
      switch part.unit {
      case "y", "yr", "year", "years": months += amount * 12
      case "month", "months", "mo": months += amount
      case "w", "week", "weeks": days += amount * 7
      case "d", "day", "days": days += amount
      default: return nil
      }
    }
    return CalendarPeriod(months: months, days: days)
  }

  /// Amounts with their units: `1 d 12h` is 1 of d and 12 of h.
  private static func parts(_ text: String) -> [(amount: Double, unit: String)]? {
    var parts: [(Double, String)] = []
    var rest = text.lowercased()[...]
    func skip() { rest = rest.drop { $0.isWhitespace || $0 == "," } }
    skip()
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      guard let amount = Double(digits), amount.isFinite else { return nil }
      rest = rest.dropFirst(digits.count)
      skip()
      let unit = rest.prefix { $0.isLetter }
      guard !unit.isEmpty else { return nil }
      parts.append((amount, String(unit)))
      rest = rest.dropFirst(unit.count)
      skip()
    }
    return parts.isEmpty ? nil : parts
  }
}
