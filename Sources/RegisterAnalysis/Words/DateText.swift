package import RegisterModel

/// Days and spans of time for people.
package enum DateText {
  /// A day as `2027-03-01`.
  package static func day(_ date: CalendarDate) -> String {
    let (year, month, day) = date.components
    return "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))"
  }

  /// A month as "Mar 2027".
  package static func month(_ date: CalendarDate) -> String {
    let (year, month, _) = date.components
    return "\(months[month - 1]) \(year)"
  }

  /// "today", "1 day ago", "in 12 days", "in 14 months": how far a day lies from another. Beyond 90 days
  /// in months of 30.44 days, beyond two years in years.
  package static func distance(_ date: CalendarDate, from today: CalendarDate) -> String {
    let days = Int(date.dayNumber) - Int(today.dayNumber)
    guard days != 0 else { return "today" }
    return days > 0 ? "in \(span(days))" : "\(span(-days)) ago"
  }

  /// "1 day", "12 days", "14 months", "3 years".
  package static func span(_ days: Int) -> String {
    if days <= 90 { return days == 1 ? "1 day" : "\(days) days" }
    if days < 731 { return "\((days * 100 + 1522) / 3044) months" }
    return "\((days * 100 + 18_262) / 36_525) years"
  }

  /// "6 months", "1 year", "90 days", "1 year and 15 days".
  package static func period(_ period: CalendarPeriod) -> String {
    var parts: [String] = []
    let (months, days) = (Int(period.months), Int(period.days))
    if months > 0, months % 12 == 0 {
      parts.append(Plural.count(months / 12, "year"))
    } else if months > 0 {
      parts.append(Plural.count(months, "month"))
    }
    if days > 0 { parts.append(Plural.count(days, "day")) }
    return parts.joined(separator: " and ")
  }

  /// "4 hours", "2 days", "1 hour 30 minutes": at most two units.
  package static func elapsed(_ time: ElapsedTime) -> String {
    var rest = time.seconds
    var parts: [String] = []
    for (unit, name) in [(86_400, "day"), (3600, "hour"), (60, "minute"), (1, "second")] {
      let count = rest / Int64(unit)
      rest %= Int64(unit)
      if count > 0 { parts.append(Plural.count(Int(count), name)) }
      if parts.count == 2 { break }
    }
    return parts.isEmpty ? "none" : parts.joined(separator: " ")
  }

  /// "3 h 10 min", "31 h", "2 d 4 h 15 min", "45 min", "−2 h": from two days on in days, from ten on without
  /// minutes, from a hundred on without hours; seconds only below an hour.
  package static func brief(_ seconds: Int64) -> String {
    guard seconds >= 0 else { return "−" + brief(-seconds) }
    var units: [(Int64, String)] = [(86_400, "d"), (3600, "h"), (60, "min"), (1, "s")]
    if seconds < 2 * 86_400 { units.removeFirst() }
    if seconds >= 3600 { units.removeLast() }
    if seconds >= 10 * 86_400 { units.removeLast() }
    if seconds >= 100 * 86_400 { units.removeLast() }
    var rest = seconds
    var parts: [String] = []
    for (unit, name) in units {
      let count = rest / unit
      rest %= unit
      if count > 0 { parts.append("\(count)\u{A0}\(name)") }
    }
    return parts.isEmpty ? "0\u{A0}min" : parts.joined(separator: " ")
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private static func digits(_ number: Int, _ width: Int) -> String {
    let text = "\(number)"
    return String(repeating: "0", count: max(width - text.utf8.count, 0)) + text
  }
}
