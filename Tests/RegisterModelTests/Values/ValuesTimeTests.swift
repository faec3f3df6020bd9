import RegisterModel
import TestSupport
import Testing

@Suite("Times are told apart: elapsed, of the calendar, moments")
struct ValuesTimeTests {
  @Test("Elapsed time has days, hours, minutes and seconds, and one shortest text")
  func elapsed() {
    writes(
      ElapsedTime.self,
      [
        "PT0S": "PT0S", "P0D": "PT0S", "PT60M": "PT1H", "PT24H": "P1D", "PT90S": "PT1M30S",
        "P1DT0H": "P1D", "PT36H": "P1DT12H", "PT86399S": "PT23H59M59S", "PT01H": "PT1H",
        "P99999DT23H59M59S": "P99999DT23H59M59S",
      ])
    refuses(
      ElapsedTime.self, "", "P", "PT", "P1Y", "P1M", "P1W", "1D", "PT1.5H", "PT0.5S", "-PT1H",
      "P1DT",
      "PT1M1H", "P100000D", "P99999DT24H", "PT9999999999S", "p1d", "PT1H ", "P1H", "PT1D")
    #expect(ElapsedTime(seconds: -1) == nil && ElapsedTime(seconds: 8_640_000_000) == nil)
    #expect(ElapsedTime(text: "PT90M")?.hours == 1.5)
    #expect(ElapsedTime(text: "P1D")! < ElapsedTime(text: "PT24H1S")!)
  }

  @Test("A calendar period has years, months and days, and is never empty")
  func period() {
    accepts(CalendarPeriod.self, "P1Y", "P18M", "P90D", "P1Y6M", "P999Y11M9999D", "P0Y1D")
    refuses(
      CalendarPeriod.self, "", "P", "P0D", "P0Y0M0D", "P1W", "PT1H", "P1DT1H", "P1M1Y", "-P1M",
      "P1.5M")
    writes(CalendarPeriod.self, ["P12M": "P1Y", "P1Y6M": "P18M", "P01M": "P1M", "P24M5D": "P2Y5D"])
    #expect(CalendarPeriod(months: 0, days: 0) == nil && CalendarPeriod(months: -1, days: 2) == nil)
    for months in 0...11_999 {
      guard let period = CalendarPeriod(months: months, days: 3) else { continue }
      #expect(CalendarPeriod(text: period.writtenText) == period)
    }
  }

  @Test("A month after the 31st of January is the last of February")
  func endOfMonth() throws {
    let month = try #require(CalendarPeriod(text: "P1M"))
    #expect(date("2026-01-31").adding(month) == date("2026-02-28"))
    #expect(date("2024-01-31").adding(month) == date("2024-02-29"))
    #expect(date("2026-03-31").adding(month) == date("2026-04-30"))
    #expect(date("2026-12-31").adding(month) == date("2027-01-31"))
    let year = try #require(CalendarPeriod(text: "P1Y"))
    #expect(date("2024-02-29").adding(year) == date("2025-02-28"))
    #expect(date("2023-02-28").adding(year) == date("2024-02-28"))
    let mixed = try #require(CalendarPeriod(months: 1, days: 1))
    // Months first, then days: the order is part of the meaning.
    #expect(date("2026-01-31").adding(mixed) == date("2026-03-01"))
  }

  @Test("No day lies past the year 9999")
  func lastYear() throws {
    let day = try #require(CalendarPeriod(text: "P1D"))
    #expect(date("9999-12-30").adding(day) == date("9999-12-31"))
    #expect(date("9999-12-31").adding(day) == nil)
    #expect(date("9999-12-31").adding(try #require(CalendarPeriod(text: "P1M"))) == nil)
    #expect(
      date("0001-01-01").adding(try #require(CalendarPeriod(text: "P999Y"))) == date("1000-01-01"))
  }

  @Test("Every day of the calendar is counted once, from 0001-01-01 to 9999-12-31")
  func everyDay() {
    var previous = CalendarDate(year: 1, month: 1, day: 1)!.dayNumber - 1
    for year in [1, 2, 3, 4, 100, 400, 1582, 1899, 1900, 1970, 1999, 2000, 2024, 2100, 9999] {
      if year != 1, let first = CalendarDate(year: year, month: 1, day: 1) {
        #expect(CalendarDate(dayNumber: Int(first.dayNumber) - 1)?.components.year == year - 1)
        previous = first.dayNumber - 1
      }
      for month in 1...12 {
        for day in 1...31 {
          guard let date = CalendarDate(year: year, month: month, day: day) else { continue }
          #expect(date.dayNumber == previous + 1)
          #expect(date.components == (year, month, day))
          previous = date.dayNumber
        }
      }
    }
    #expect(CalendarDate(year: 1970, month: 1, day: 1)?.dayNumber == 0)
    #expect(CalendarDate(dayNumber: -719_163) == nil && CalendarDate(dayNumber: 2_932_897) == nil)
  }

  @Test("Leap years are those that Gregory made")
  func leapYears() {
    accepts(CalendarDate.self, "2024-02-29", "2000-02-29", "0004-02-29", "0001-01-01", "9999-12-31")
    refuses(
      CalendarDate.self, "", "1900-02-29", "2100-02-29", "2025-02-29", "2026-02-30", "2026-04-31",
      "2026-13-01", "2026-00-01", "2026-01-00", "0000-01-01", "10000-01-01", "-001-01-01",
      "2026-1-1",
      "2026-11-24Z", "2026/11/24", "20261124", "24.11.2026")
  }

  @Test("A moment keeps the offset in which it was stated")
  func moment() throws {
    accepts(
      Moment.self, "2026-11-24T09:30:00+01:00", "2026-11-24T09:30:00Z", "2026-11-24T09:30:00+14:00",
      "2026-11-24T09:30:00-14:00", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00",
      "1969-12-31T23:59:59Z", "2026-03-29T01:00:00-05:30")
    refuses(
      Moment.self, "", "2026-11-24", "2026-11-24T09:30:00", "2026-11-24T09:30Z",
      "2026-11-24t09:30:00Z",
      "2026-11-24T09:30:00z", "2026-11-24T24:00:00Z", "2026-11-24T23:59:60Z",
      "2026-11-24T09:60:00Z",
      "2026-11-24T09:30:00.5Z", "2026-11-24T09:30:00+14:01", "2026-11-24T09:30:00+0100",
      "2026-11-24T09:30:00+01:60", "2026-02-30T09:30:00Z", "2026-11-24 09:30:00Z")
    writes(Moment.self, ["2026-11-24T09:30:00+00:00": "2026-11-24T09:30:00Z"])
    let east = try #require(Moment(text: "2026-11-24T00:30:00+01:00"))
    let west = try #require(Moment(text: "2026-11-23T23:30:00Z"))
    #expect(east.secondsSince1970 == west.secondsSince1970 && east != west && west < east)
    #expect(east.localDate == date("2026-11-24") && west.localDate == date("2026-11-23"))
    #expect(east.localSecondOfDay == 1800)
    let early = try #require(Moment(text: "0001-01-01T00:00:01Z"))
    #expect(early.localDate == date("0001-01-01") && early.localSecondOfDay == 1)
    #expect(Moment(secondsSince1970: 0, offsetMinutes: 841) == nil)
  }

  @Test("A day ends at 24:00; a day of the year is one that some year has")
  func days() {
    accepts(TimeOfDay.self, "00:00", "23:59", "24:00")
    refuses(TimeOfDay.self, "", "24:01", "23:60", "8:30", "08:30:00", "25:00", "0830", "-1:00")
    #expect(TimeOfDay(minutes: 1441) == nil && TimeOfDay(minutes: -1) == nil)
    accepts(DayOfYear.self, "02-29", "12-31", "01-01")
    refuses(
      DayOfYear.self, "", "02-30", "04-31", "13-01", "00-01", "01-00", "1-1", "--12-24", "12-24Z")
  }

  private func date(_ text: String) -> CalendarDate { CalendarDate(text: text)! }
}
