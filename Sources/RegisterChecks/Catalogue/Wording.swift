import RegisterModel

/// How messages put things.
enum Wording {
  /// "a", "a and b", "a, b and c".
  static func list(_ parts: [String], _ word: String = "and") -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " \(word) " + last
  }

  /// "1 risk", "12 risks".
  static func count(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }

  /// "3 days", from one day to a later one.
  static func days(from: CalendarDate, to: CalendarDate) -> String {
    count(Int(to.dayNumber) - Int(from.dayNumber), "day", "days")
  }
}

extension CalendarDate {
  /// `2026-11-24`.
  var text: String { writtenText }
}

extension CalendarPeriod {
  /// "1 year", "18 months", "90 days", "1 year and 15 days".
  var words: String {
    let years = months != 0 && months % 12 == 0
    let parts = [
      months == 0
        ? nil
        : years
          ? Wording.count(Int(months) / 12, "year", "years")
          : Wording.count(Int(months), "month", "months"),
      days == 0 ? nil : Wording.count(Int(days), "day", "days"),
    ]
    return Wording.list(parts.compactMap(\.self))
  }

  /// What practice asks for where nothing else is said: once a year.
  static let twelveMonths = CalendarPeriod(months: 12, days: 0)!  // a period of months is one
}
