import RegisterModel
import TestSupport

@testable import ImpactAnalysis

/// A register with calendars, its time zones those of ``Zones``.
struct CalendarRegister {
  let register: Register
  let calendars: RegisterCalendars

  init(_ text: String, timeZone: String? = "Europe/Berlin") throws {
    register = try Register(text, attributes: timeZone.map { ["timeZone": $0] } ?? [:])
    calendars = RegisterCalendars(register, unstated: .utc) { name in
      Zones.all.first { $0.name == name }.map { Zones.rules($0.file) }
    }
  }

  /// The stretches of the first activity between two moments: `Fri 2026-11-20 16:00-17:00`, with the
  /// demand where it isn't normal, in the time zone of its calendar.
  func stretches(_ from: String, _ to: String) throws -> [String] {
    guard let pattern = calendars.pattern(of: register.activities[0]) else { return ["unknown"] }
    let stretches = pattern.stretches(
      from: Moment(from).secondsSince1970, to: Moment(to).secondsSince1970)
    return stretches.map { stretch in
      func text(_ seconds: Int64) -> String {
        let local = pattern.zone.localTime(at: seconds)
        let time = TimeOfDay(minutes: local.secondOfDay / 60)!.writtenText
        return "\(local.date.weekday.rawValue) \(local.date.writtenText.dropFirst(5)) \(time)"
      }
      let demand = stretch.demand == 1 ? "" : " ×\(stretch.demand)"
      return "\(text(stretch.from)) – \(text(stretch.to))\(demand)"
    }
  }

  func loss(start: String, hours: Double) throws -> Double? {
    LossCurve.parts(of: register.activities[0], calendars: calendars, start: Moment(start))?
      .total.value(at: hours)
  }
}
