import FoundationEssentials
import RegisterModel
import TestSupport
import Testing

@testable import ImpactAnalysis

@Suite("Time zones")
struct TimeZoneRulesTests {
  /// Offsets in seconds just before and from each of these moments on. Computed with Python's zoneinfo
  /// from tzdata 2025b.
  static let changes: [(zone: String, at: String, before: Int32, after: Int32)] = [
    ("Europe/Dublin", "2026-03-29T01:00:00Z", 0, 3600),
    ("Europe/Dublin", "2026-10-25T01:00:00Z", 3600, 0),
    ("Europe/Dublin", "2038-03-28T01:00:00Z", 0, 3600),
    ("Europe/Dublin", "2100-10-31T01:00:00Z", 3600, 0),
    ("Europe/Berlin", "2026-03-29T01:00:00Z", 3600, 7200),
    ("Europe/Berlin", "2026-10-25T01:00:00Z", 7200, 3600),
    ("Europe/Berlin", "2037-03-29T01:00:00Z", 3600, 7200),
    ("Europe/Berlin", "2038-10-31T01:00:00Z", 7200, 3600),
    ("Europe/Berlin", "2100-03-28T01:00:00Z", 3600, 7200),
    ("America/New_York", "2026-03-08T07:00:00Z", -18_000, -14_400),
    ("America/New_York", "2026-11-01T06:00:00Z", -14_400, -18_000),
    ("America/New_York", "2037-03-08T07:00:00Z", -18_000, -14_400),
    ("America/New_York", "2100-11-07T06:00:00Z", -14_400, -18_000),
    ("Asia/Kolkata", "2026-06-01T00:00:00Z", 19_800, 19_800),
    ("Asia/Kolkata", "2100-06-01T00:00:00Z", 19_800, 19_800),
    ("Australia/Lord_Howe", "2026-04-04T15:00:00Z", 39_600, 37_800),
    ("Australia/Lord_Howe", "2026-10-03T15:30:00Z", 37_800, 39_600),
    ("Australia/Lord_Howe", "2038-04-03T15:00:00Z", 39_600, 37_800),
    ("Australia/Lord_Howe", "2100-10-02T15:30:00Z", 37_800, 39_600),
    ("Pacific/Apia", "2011-12-30T10:00:00Z", -36_000, 50_400),
    ("Pacific/Apia", "2012-03-31T14:00:00Z", 50_400, 46_800),
    ("Pacific/Apia", "2100-01-01T00:00:00Z", 46_800, 46_800),
  ]

  @Test("Offsets change where they should, in files of our own")
  func ownFiles() throws {
    for (zone, at, before, after) in Self.changes {
      let rules = Zones.rules(try #require(Zones.all.first { $0.name == zone }).file)
      let seconds = Moment(at).secondsSince1970
      #expect(rules.offset(at: seconds - 1) == before, "\(zone) before \(at)")
      #expect(rules.offset(at: seconds) == after, "\(zone) from \(at)")
    }
  }

  @Test("Dublin is the same whether summer or winter is the exception")
  func dublin() {
    let (one, other) = (Zones.rules(Zones.dublin), Zones.rules(Zones.dublinRearguard))
    for hour in stride(from: Int64(1_780_000_000), to: 1_780_000_000 + 366 * 86_400, by: 7200) {
      #expect(one.offset(at: hour) == other.offset(at: hour))
    }
  }

  @Test("The files of this machine say the same")
  func machineFiles() throws {
    let folder = "/usr/share/zoneinfo/"
    for (zone, at, before, after) in Self.changes {
      guard let data = try? Data(contentsOf: URL(filePath: folder + zone)) else {
        print("no \(folder)\(zone) on this machine: not compared")
        continue
      }
      let rules = try #require(TimeZoneRules(tzif: Array(data)), "\(zone)")
      let seconds = Moment(at).secondsSince1970
      #expect(rules.offset(at: seconds - 1) == before, "\(zone) before \(at)")
      #expect(rules.offset(at: seconds) == after, "\(zone) from \(at)")
    }
  }

  @Test("The rule of a file holds for every year up to 2100: the last Sundays of March and October")
  func everyYear() throws {
    let rules = Zones.rules(Zones.berlin)
    for year in 2027...2100 {
      for (month, before, after) in [(3, 3600, 7200), (10, 7200, 3600)] {
        let last = (25...31).compactMap { CalendarDate(year: year, month: month, day: $0) }
        let day = try #require(last.first { $0.weekday == .sunday })
        let seconds = Int64(day.dayNumber) * 86_400 + 3600
        #expect(rules.offset(at: seconds - 1) == before)
        #expect(rules.offset(at: seconds) == after)
        #expect(rules.change(after: seconds - 1)?.at == seconds)
      }
    }
  }

  @Test("A local time that clocks skip moves on by what they skip")
  func gap() {
    let rules = Zones.rules(Zones.berlin)
    #expect(rules.moment(of: LocalTime("2026-03-29T01:59")) == Moment("2026-03-29T01:59:00+01:00"))
    #expect(rules.moment(of: LocalTime("2026-03-29T02:00")) == Moment("2026-03-29T03:00:00+02:00"))
    #expect(rules.moment(of: LocalTime("2026-03-29T02:30")) == Moment("2026-03-29T03:30:00+02:00"))
    #expect(rules.moment(of: LocalTime("2026-03-29T03:00")) == Moment("2026-03-29T03:00:00+02:00"))
    let island = Zones.rules(Zones.lordHowe)
    #expect(island.moment(of: LocalTime("2026-10-04T02:10")) == Moment("2026-10-04T02:40:00+11:00"))
  }

  @Test("Of a local time that comes twice it is the first")
  func overlap() {
    let rules = Zones.rules(Zones.berlin)
    #expect(rules.moment(of: LocalTime("2026-10-25T02:30")) == Moment("2026-10-25T02:30:00+02:00"))
    #expect(rules.moment(of: LocalTime("2026-10-25T03:00")) == Moment("2026-10-25T03:00:00+01:00"))
    let island = Zones.rules(Zones.lordHowe)
    #expect(island.moment(of: LocalTime("2026-04-05T01:45")) == Moment("2026-04-05T01:45:00+11:00"))
    #expect(island.moment(of: LocalTime("2026-04-05T02:00")) == Moment("2026-04-05T02:00:00+10:30"))
  }

  @Test("A day that clocks skip moves on by a day; its hours begin and end with it")
  func skippedDay() {
    let rules = Zones.rules(Zones.apia)
    #expect(rules.moment(of: LocalTime("2011-12-30T10:00")) == Moment("2011-12-31T10:00:00+14:00"))
    #expect(
      rules.localTime(at: Moment("2011-12-30T09:59:59Z")).date == CalendarDate(text: "2011-12-29"))
    #expect(rules.localTime(at: Moment("2011-12-30T10:00:00Z")) == LocalTime("2011-12-31T00:00"))
    let change = Moment("2011-12-30T10:00:00Z").secondsSince1970
    for time in ["2011-12-30T00:00", "2011-12-30T17:00", "2011-12-31T00:00"] {
      #expect(rules.seconds(reaching: LocalTime(time).seconds) == change)
    }
  }

  @Test(
    "Every moment has a local time, and every local time leads back to it or to the first like it")
  func thereAndBack() throws {
    for (name, file) in Zones.all {
      let rules = Zones.rules(file)
      var random = SplitMix64(seed: 4)
      for _ in 0..<1000 {
        let seconds = Int64(random.within(-3_000_000_000...6_000_000_000))
        let moment = try #require(rules.moment(at: seconds))
        let local = rules.localTime(at: moment)
        let back = try #require(rules.moment(of: local))
        #expect(back.secondsSince1970 <= seconds, "\(name) \(seconds)")
        #expect(rules.localTime(at: back) == local, "\(name) \(seconds)")
        #expect(rules.seconds(reaching: local.seconds) == back.secondsSince1970)
      }
    }
  }

  @Test("Expanded for a time, rules say the same in it")
  func expanded() {
    for (name, file) in Zones.all {
      let rules = Zones.rules(file)
      let (from, to) = (Int64(1_300_000_000), Int64(1_900_000_000))
      let expanded = rules.expanded(from: from, to: to)
      for seconds in stride(from: from, to: to, by: 250_013) {
        #expect(expanded.offset(at: seconds) == rules.offset(at: seconds), "\(name) \(seconds)")
      }
    }
  }

  @Test("A fixed offset is the same at all times; more than 14 hours there is none")
  func fixed() throws {
    let rules = try #require(TimeZoneRules(offsetMinutes: 330))
    #expect(rules.moment(of: LocalTime("2026-10-25T02:30")) == Moment("2026-10-25T02:30:00+05:30"))
    #expect(TimeZoneRules(offsetMinutes: 841) == nil)
    #expect(TimeZoneRules(offsetMinutes: -841) == nil)
    #expect(
      TimeZoneRules.utc.moment(of: LocalTime("2026-10-25T24:00")) == Moment("2026-10-26T00:00:00Z"))
  }

  @Test("At the ends of the calendar nothing traps")
  func ends() {
    for (_, file) in Zones.all {
      let rules = Zones.rules(file)
      for seconds in [Int64.min, -62_135_596_800, 0, 253_402_300_799, .max] {
        _ = rules.offset(at: seconds)
        _ = rules.moment(at: seconds)
        _ = rules.change(after: seconds)
      }
      _ = rules.moment(of: LocalTime("0001-01-01T00:00"))
      _ = rules.moment(of: LocalTime("9999-12-31T24:00"))
      _ = rules.localTime(at: Moment("9999-12-31T23:59:59Z"))
      _ = rules.localTime(at: Moment("0001-01-01T00:00:00Z"))
    }
  }

  @Test(
    "Days of the week",
    arguments: [
      ("1970-01-01", Weekday.thursday), ("2026-03-29", .sunday), ("2024-02-29", .thursday),
      ("0001-01-01", .monday), ("9999-12-31", .friday), ("1969-12-31", .wednesday),
    ])
  func weekdays(date: String, weekday: Weekday) throws {
    #expect(try #require(CalendarDate(text: date)).weekday == weekday)
  }
}
