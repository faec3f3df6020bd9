import RegisterModel
import TestSupport
import Testing

@testable import ImpactAnalysis

@Suite("Losses by the calendar")
struct CalendarLossTests {
  private func register(_ calendar: String, _ loss: String, peaks: String = "") throws
    -> CalendarRegister
  {
    try CalendarRegister(
      """
      <calendar id="C" name="C">\(calendar)</calendar>
      <activity id="A" name="A" calendar="C">\(peaks)<loss>\(loss)</loss></activity>
      """)
  }

  private static let office = "<open days=\"mon tue wed thu fri\" from=\"09:00\" to=\"17:00\"/>"
  private static let hourly = "<rate amount=\"100\" per=\"PT1H\"/>"

  @Test("From Friday 16:00 for 72 hours: an hour of Friday and seven of Monday")
  func weekend() throws {
    let register = try register(Self.office, Self.hourly)
    #expect(try register.loss(start: "2026-11-20T16:00:00+01:00", hours: 0.5) == 50)
    #expect(try register.loss(start: "2026-11-20T16:00:00+01:00", hours: 1) == 100)
    #expect(try register.loss(start: "2026-11-20T16:00:00+01:00", hours: 65) == 100)
    #expect(try register.loss(start: "2026-11-20T16:00:00+01:00", hours: 72) == 800)
    // The same moment told in another offset.
    #expect(try register.loss(start: "2026-11-20T15:00:00Z", hours: 72) == 800)
  }

  @Test("Over the change of clocks Monday's hours come an hour sooner, or later")
  func daylightSaving() throws {
    let register = try register(Self.office, Self.hourly)
    // Friday 27 March 2026, 17:00, to Monday 09:00: 63 hours instead of 64.
    #expect(try register.loss(start: "2026-03-27T17:00:00+01:00", hours: 63) == 0)
    #expect(try register.loss(start: "2026-03-27T17:00:00+01:00", hours: 64) == 100)
    #expect(try register.loss(start: "2026-10-23T17:00:00+02:00", hours: 65) == 0)
    #expect(try register.loss(start: "2026-10-23T17:00:00+02:00", hours: 66) == 100)
  }

  @Test("Who never closes loses by elapsed time, whatever clocks do")
  func roundTheClock() throws {
    let register = try register("<closed on=\"2030-01-01\"/>", Self.hourly)
    #expect(try register.loss(start: "2026-03-28T12:00:00+01:00", hours: 24) == 2400)
  }

  @Test("Only a rate that says so follows demand")
  func peaks() throws {
    let calendar =
      Self.office + "<window id=\"W\" name=\"W\" days=\"mon\" from=\"09:00\" to=\"12:00\"/>"
    let peaks = "<peak window=\"W\" factor=\"3\"/>"
    let plain = try register(calendar, Self.hourly, peaks: peaks)
    #expect(try plain.loss(start: "2026-11-23T08:00:00+01:00", hours: 24) == 800)
    let following = try register(
      calendar, "<rate amount=\"100\" per=\"PT1H\" peaks=\"yes\"/>", peaks: peaks)
    #expect(try following.loss(start: "2026-11-23T08:00:00+01:00", hours: 24) == 3 * 300 + 500)
    #expect(try following.loss(start: "2026-11-24T08:00:00+01:00", hours: 24) == 800)
  }

  @Test("Up to the horizon it is exact, and says so; past it, it goes on as an average year does")
  func horizon() throws {
    let register = try register(Self.office, Self.hourly)
    let parts = try #require(
      LossCurve.parts(
        of: register.register.activities[0], calendars: register.calendars,
        start: Moment("2026-11-20T16:00:00+01:00"), horizon: 72))
    #expect(parts.knownUntil == 72)
    #expect(parts.total.value(at: 72) == 800)
    // Five days of eight hours in each week of 168.
    #expect(abs(parts.total.value(at: 72 + 168) - 800 - 4000) < 1e-9)
    #expect(abs(parts.total.value(at: 72 + 52 * 168) - 800 - 52 * 4000) < 1e-6)
    // An amount that is lost later than that still has a time.
    #expect(parts.total.time(losing: 10_000) != nil)
  }

  @Test("Demand goes on as its mean")
  func horizonDemand() throws {
    let calendar = Self.office + "<window id=\"W\" name=\"W\" days=\"mon\"/>"
    let register = try register(
      calendar, "<rate amount=\"100\" per=\"PT1H\" peaks=\"yes\"/>" + Self.hourly,
      peaks: "<peak window=\"W\" factor=\"3\"/>")
    let parts = try #require(
      LossCurve.parts(
        of: register.register.activities[0], calendars: register.calendars,
        start: Moment("2026-11-24T00:00:00+01:00"), horizon: 0))
    #expect(parts.knownUntil == 0)
    #expect(abs(try #require(parts.terms[0]).value(at: 168) - (4 + 3) * 800) < 1e-6)
    #expect(abs(try #require(parts.terms[1]).value(at: 168) - 5 * 800) < 1e-6)
  }

  @Test("What is known without end says so")
  func knownForEver() throws {
    let always = try register("", Self.hourly)
    let activity = always.register.activities[0]
    let start = Moment("2026-11-24T00:00:00Z")
    #expect(
      LossCurve.parts(of: activity, calendars: always.calendars, start: start)?.knownUntil
        == .infinity)
    // A rate that ends before the horizon, and what doesn't follow the calendar.
    let ending = try register(
      Self.office,
      "<rate amount=\"100\" per=\"PT1H\" to=\"P1D\"/><step amount=\"5\" after=\"P2D\"/>")
    #expect(
      LossCurve.parts(of: ending.register.activities[0], calendars: ending.calendars, start: start)?
        .knownUntil == .infinity)
    let recurring = try register("", "<recurring amount=\"5\" after=\"P1D\" every=\"P2D\"/>")
    #expect(
      LossCurve.parts(
        of: recurring.register.activities[0], calendars: recurring.calendars, start: start,
        horizon: 100)?.knownUntil == 120)
    let limited = try register(
      "", "<recurring amount=\"5\" after=\"P1D\" every=\"P2D\" atMost=\"2\"/>")
    #expect(
      LossCurve.parts(
        of: limited.register.activities[0], calendars: limited.calendars, start: start, horizon: 100
      )?
      .knownUntil == .infinity)
  }

  @Test("A calendar that never opens again costs nothing and invents nothing")
  func neverOpen() throws {
    let register = try register(
      "<open days=\"mon\" from=\"09:00\" to=\"10:00\"/>"
        + (1...12).flatMap { month in
          (1...31).compactMap { DayOfYear(month: month, day: $0) }
        }.map { "<closed every=\"\($0.writtenText)\"/>" }.joined(), Self.hourly)
    #expect(try register.loss(start: "2026-11-20T16:00:00Z", hours: 1e6) == 0)
  }

  @Test("A time zone whose rules end makes known what it knows")
  func zoneEnds() throws {
    var file = Zones.berlin
    file.footer = ""
    let register = try register(Self.office, Self.hourly).register
    let time = OperatingTime(
      calendar: register.calendars[0], peaks: [], zone: Zones.rules(file),
      start: Moment("2026-10-24T01:00:00Z"), horizon: 1000)
    #expect(time.knownUntil == 24)
  }

  @Test("An outage that begins later sees the rest")
  func later() throws {
    let register = try register(Self.office, Self.hourly)
    let calendars = register.calendars
    let pattern = try #require(calendars.pattern(of: register.register.activities[0]))
    let time = OperatingTime(pattern, start: Moment("2026-11-20T16:00:00+01:00"), horizon: 200)
    let later = OperatingTime(
      pattern, start: Moment("2026-11-23T10:00:00+01:00"), horizon: 200 - 66)
    #expect(time.beginning(after: 66).stretches.dropLast() == later.stretches.dropLast())
    #expect(time.beginning(after: 66).knownUntil == later.knownUntil)
  }

  @Test("Activities with one calendar share the work and get the same")
  func shared() throws {
    let register = try CalendarRegister(
      """
      <calendar id="C" name="C">\(Self.office)<window id="W" name="W" days="mon"/></calendar>
      <activity id="A1" name="A1" calendar="C"/><activity id="A2" name="A2" calendar="C"/>
      <activity id="A3" name="A3" calendar="C"><peak window="W" factor="2"/></activity>
      <activity id="A4" name="A4"/>
      """)
    let start = Moment("2026-11-20T16:00:00+01:00")
    let times = register.calendars.operatingTimes(of: register.register.activities, start: start)
    for (time, activity) in zip(times, register.register.activities) {
      #expect(
        time == register.calendars.pattern(of: activity).map { OperatingTime($0, start: start) })
    }
    #expect(times[0] == times[1])
    #expect(times[2] != times[1])
    #expect(times[3] == .always)
  }
}
