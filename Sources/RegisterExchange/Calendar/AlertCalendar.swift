public import RegisterAnalysis
public import RegisterModel

/// Alerts as an iCalendar file that calendar programs take in: what has a day is an event of that whole day, or of
/// its moment; what has none is a thing to do.
///
/// The same alerts give the same bytes, and the same alert of a later file replaces the earlier one.
///
/// - Note: RFC 5545.
public struct AlertCalendar: Sendable {
  /// The file, its lines ended by CR LF.
  public let text: String

  /// - Parameter stamp: When the file was made, as it says; nothing asks a clock.
  public init(_ alerts: [Alert], of register: Register, stamp: Moment) {
    let people = Dictionary(
      register.parties.map { ($0.id, $0.name.text) }, uniquingKeysWith: { first, _ in first })
    var text =
      CalendarLine.raw("BEGIN", "VCALENDAR") + CalendarLine.raw("VERSION", "2.0")
      + CalendarLine.raw("PRODID", "-//Holdfast//Alerts//EN")
      + CalendarLine.raw("CALSCALE", "GREGORIAN") + CalendarLine.raw("METHOD", "PUBLISH")
      + CalendarLine.text("X-WR-CALNAME", register.title.text)
    for alert in alerts {
      text += Self.component(
        alert, of: register, who: alert.who.map { people[$0] ?? $0.text }, stamp)
    }
    self.text = text + CalendarLine.raw("END", "VCALENDAR")
  }

  private static func component(
    _ alert: Alert, of register: Register, who: String?, _ stamp: Moment
  ) -> String {
    let name = alert.due == nil ? "VTODO" : "VEVENT"
    let late = alert.state == .overdue ? "Overdue: " : ""
    let responsible = who.map { "\n\($0)" } ?? ""
    return CalendarLine.raw("BEGIN", name) + CalendarLine.text("UID", uid(alert, register))
      + CalendarLine.raw("DTSTAMP", utc(stamp)) + time(alert)
      + CalendarLine.text("SUMMARY", "\(late)\(alert.record) \(alert.title)")
      + CalendarLine.text(
        "DESCRIPTION", "\(alert.title): \(alert.reason).\n\(alert.action).\(responsible)")
      + CalendarLine.text("CATEGORIES", alert.kind.rawValue) + CalendarLine.raw("END", name)
  }

  /// The same for the same thing in every file; record identifiers are unique in a register.
  private static func uid(_ alert: Alert, _ register: Register) -> String {
    let part = alert.part.map { "." + token($0) } ?? ""
    return "\(alert.kind.rawValue).\(alert.record)\(part)@\(register.id).holdfast"
  }

  /// A text as part of an identifier: all but ASCII letters, digits, hyphen and point as their numbers.
  private static func token(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      scalar.isASCII
        && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "-"
          || scalar == ".")
        ? String(scalar) : "_\(String(scalar.value, radix: 16))_"
    }.joined()
  }

  private static func time(_ alert: Alert) -> String {
    if let moment = alert.moment { return CalendarLine.raw("DTSTART", utc(moment)) }
    guard let due = alert.due else { return "" }
    let end = CalendarDate(dayNumber: Int(due.dayNumber) + 1) ?? due
    return CalendarLine.raw("DTSTART;VALUE=DATE", day(due))
      + CalendarLine.raw("DTEND;VALUE=DATE", day(end))
      + CalendarLine.raw("TRANSP", "TRANSPARENT")
  }

  /// "20261124".
  private static func day(_ date: CalendarDate) -> String {
    date.writtenText.replacing("-", with: "")
  }

  /// "20261124T083000Z".
  private static func utc(_ moment: Moment) -> String {
    let utc = Moment(secondsSince1970: moment.secondsSince1970) ?? moment
    return utc.writtenText.filter { $0 != "-" && $0 != ":" }
  }
}
