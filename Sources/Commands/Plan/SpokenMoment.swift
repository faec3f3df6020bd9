import ArgumentParser
import ImpactAnalysis
import RegisterAnalysis
import RegisterModel

/// A moment as people type it, "2026-12-04 18:00" by the clocks of the register's time zone, or as the register
/// writes it, "2026-12-04T18:00:00+01:00".
enum SpokenMoment {
  /// - Parameter day: The day of a time of day alone, "18:00"; nil: a day must be given.
  /// - Throws: If it is no moment.
  /// - Returns: The moment; what is to be said of a time that clocks skip or show twice goes to standard error.
  static func moment(_ text: String, in zone: TimeZoneRules?, on day: CalendarDate? = nil) throws
    -> Moment
  {
    if let moment = Moment(text: text) { return moment }
    if let day, let time = TimeOfDay(text: text),
      let moment = (zone ?? .utc).moment(of: LocalTime(day, time))
    {
      return moment
    }
    let parts = text.split(whereSeparator: { $0 == " " || $0 == "T" })
    if let date = parts.first.flatMap({ CalendarDate(text: String($0)) }) {
      let time = parts.count == 2 ? TimeOfDay(text: String(parts[1])) : TimeOfDay(minutes: 0)
      let zone = zone ?? .utc
      if parts.count <= 2, let time, let moment = zone.moment(of: LocalTime(date, time)) {
        if let note = note(on: LocalTime(date, time), moment, zone) { printError(note) }
        return moment
      }
    }
    throw ValidationError(
      "'\(text)' is no moment; write it as \"2026-12-04 18:00\" or 2026-12-04T18:00:00+01:00")
  }

  /// What is to be said of a time that clocks skip, or show twice; nil for any other.
  private static func note(on local: LocalTime, _ moment: Moment, _ zone: TimeZoneRules) -> String?
  {
    if zone.localTime(at: moment) != local {
      return "note: clocks skip that time; it is taken as \(ImpactWords.moment(moment))"
    }
    if let later = zone.moment(at: moment.secondsSince1970 + 3600),
      zone.localTime(at: later) == local
    {
      return "note: clocks show that time twice; the first is taken, \(moment.writtenText)"
    }
    return nil
  }
}
