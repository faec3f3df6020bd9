import RegisterModel
import TestSupport
import Testing

@testable import ImpactAnalysis

@Suite("Peak windows")
struct PeakWindowTests {
  private func calendars(_ window: String) throws -> RegisterCalendars {
    try CalendarRegister(
      "<calendar id=\"C\" name=\"C\"><window id=\"W\" name=\"W\" \(window)/></calendar>"
    ).calendars
  }

  @Test(
    "A window holds at a moment",
    arguments: [
      ("", "2026-11-24T12:00:00Z", true),
      ("days=\"mon\" from=\"08:00\" to=\"13:00\"", "2026-11-23T08:00:00+01:00", true),
      ("days=\"mon\" from=\"08:00\" to=\"13:00\"", "2026-11-23T07:59:59+01:00", false),
      ("days=\"mon\" from=\"08:00\" to=\"13:00\"", "2026-11-23T12:59:59+01:00", true),
      ("days=\"mon\" from=\"08:00\" to=\"13:00\"", "2026-11-23T13:00:00+01:00", false),
      ("days=\"mon\" from=\"08:00\" to=\"13:00\"", "2026-11-24T09:00:00+01:00", false),
      // The same moment, told elsewhere.
      ("days=\"mon\" from=\"08:00\" to=\"13:00\"", "2026-11-23T02:00:00-05:00", true),
      // In summer clocks are ahead.
      ("days=\"mon\" from=\"08:00\" to=\"13:00\"", "2026-06-01T06:00:00Z", true),
      ("days=\"mon\" from=\"08:00\" to=\"13:00\"", "2026-11-23T06:00:00Z", false),
      ("days=\"fri sat\" from=\"22:00\" to=\"05:00\"", "2026-11-22T04:59:00+01:00", true),
      ("days=\"fri sat\" from=\"22:00\" to=\"05:00\"", "2026-11-22T22:30:00+01:00", false),
      ("from=\"22:00\"", "2026-11-22T23:59:59+01:00", true),
      ("from=\"22:00\"", "2026-11-23T00:00:00+01:00", false),
      ("to=\"05:00\"", "2026-11-23T00:00:00+01:00", true),
      ("to=\"05:00\"", "2026-11-23T05:00:00+01:00", false),
      ("yearlyFrom=\"12-15\" yearlyTo=\"02-28\"", "2026-12-14T23:59:59+01:00", false),
      ("yearlyFrom=\"12-15\" yearlyTo=\"02-28\"", "2026-12-15T00:00:00+01:00", true),
      ("yearlyFrom=\"12-15\" yearlyTo=\"02-28\"", "2027-02-28T23:59:59+01:00", true),
      ("yearlyFrom=\"12-15\" yearlyTo=\"02-28\"", "2028-02-29T00:00:00+01:00", false),
      ("yearlyFrom=\"12-15\" yearlyTo=\"02-29\"", "2028-02-29T12:00:00+01:00", true),
      ("yearlyFrom=\"12-15\" yearlyTo=\"02-29\"", "2027-03-01T00:00:00+01:00", false),
      ("yearlyFrom=\"12-15\"", "2026-12-31T12:00:00+01:00", true),
      ("yearlyFrom=\"12-15\"", "2027-01-01T12:00:00+01:00", false),
      ("yearlyTo=\"01-10\"", "2027-01-01T12:00:00+01:00", true),
      ("yearlyFrom=\"02-29\" yearlyTo=\"02-29\"", "2028-02-29T12:00:00+01:00", true),
      ("yearlyFrom=\"02-29\" yearlyTo=\"02-29\"", "2027-02-28T12:00:00+01:00", false),
      ("firstDate=\"2027-05-14\" lastDate=\"2027-05-17\"", "2027-05-17T23:59:59+02:00", true),
      ("firstDate=\"2027-05-14\" lastDate=\"2027-05-17\"", "2027-05-18T00:00:00+02:00", false),
      ("firstDate=\"2027-05-14\"", "2050-05-18T00:00:00+02:00", true),
      ("lastDate=\"2027-05-14\"", "2027-05-15T00:00:00+02:00", false),
      ("firstDate=\"2027-05-17\" lastDate=\"2027-05-14\"", "2027-05-15T00:00:00+02:00", false),
      // On the last evening it lasts past midnight.
      (
        "firstDate=\"2027-05-14\" lastDate=\"2027-05-17\" from=\"20:00\" to=\"02:00\"",
        "2027-05-18T01:00:00+02:00", true
      ),
      (
        "firstDate=\"2027-05-14\" lastDate=\"2027-05-17\" from=\"20:00\" to=\"02:00\"",
        "2027-05-14T01:00:00+02:00", false
      ),
    ])
  func holds(window: String, at: String, holds: Bool) throws {
    #expect(try calendars(window).windows(at: Moment(at)).isEmpty == !holds, "\(window) at \(at)")
  }

  @Test("A window holds on a day if it does at any time of it")
  func onDate() throws {
    let night = try calendars("days=\"fri\" from=\"22:00\" to=\"05:00\"")
    #expect(night.windows(on: CalendarDate(text: "2026-11-20")!).count == 1)
    #expect(night.windows(on: CalendarDate(text: "2026-11-21")!).count == 1)
    #expect(night.windows(on: CalendarDate(text: "2026-11-22")!).isEmpty)
    let midnight = try calendars("days=\"fri\" from=\"22:00\" to=\"24:00\"")
    #expect(midnight.windows(on: CalendarDate(text: "2026-11-21")!).isEmpty)
    #expect(try calendars("").windows(on: CalendarDate(text: "0001-01-01")!).count == 1)
  }

  private func occurrence(_ window: String, from: String) throws -> String? {
    let calendars = try calendars(window)
    return calendars.occurrence(of: try Identifier("W"), from: Moment(from)).map {
      "\($0.from.writtenText) – \($0.to?.writtenText ?? "")"
    }
  }

  @Test("When a window holds next")
  func next() throws {
    #expect(
      try occurrence("days=\"mon\" from=\"08:00\" to=\"13:00\"", from: "2026-11-24T12:00:00Z")
        == "2026-11-30T08:00:00+01:00 – 2026-11-30T13:00:00+01:00")
    // While it holds: from now to its end.
    #expect(
      try occurrence("days=\"mon\" from=\"08:00\" to=\"13:00\"", from: "2026-11-23T12:00:00+01:00")
        == "2026-11-23T12:00:00+01:00 – 2026-11-23T13:00:00+01:00")
    // Days that follow each other are one time.
    #expect(
      try occurrence("yearlyFrom=\"12-15\" yearlyTo=\"02-28\"", from: "2026-11-24T12:00:00Z")
        == "2026-12-15T00:00:00+01:00 – 2027-03-01T00:00:00+01:00")
    #expect(
      try occurrence("yearlyFrom=\"02-29\" yearlyTo=\"02-29\"", from: "2026-11-24T12:00:00Z")
        == "2028-02-29T00:00:00+01:00 – 2028-03-01T00:00:00+01:00")
    #expect(
      try occurrence(
        "days=\"mon\" yearlyFrom=\"02-29\" yearlyTo=\"02-29\"", from: "2076-11-24T12:00:00Z")
        == "2112-02-29T00:00:00+01:00 – 2112-03-01T00:00:00+01:00")
  }

  @Test("What is over never comes again; what never ends has no end")
  func neverOrAlways() throws {
    #expect(try occurrence("lastDate=\"2026-11-23\"", from: "2026-11-24T12:00:00Z") == nil)
    #expect(
      try occurrence(
        "firstDate=\"2027-05-17\" lastDate=\"2027-05-14\"", from: "2026-11-24T12:00:00Z")
        == nil)
    #expect(
      try occurrence("", from: "2026-11-24T12:00:00Z") == "2026-11-24T13:00:00+01:00 – ")
    #expect(
      try occurrence("firstDate=\"2027-05-17\"", from: "2026-11-24T12:00:00Z")
        == "2027-05-17T00:00:00+02:00 – ")
  }

  @Test(
    "The tolerable period of a day is the strictest of what holds at any time and of its windows")
  func tolerablePeriod() throws {
    var criteria = Criteria()
    criteria.bands = [4, 24, 72].map { ElapsedTime(seconds: $0 * 3600)! }
    var category = ImpactCategory(category: try Identifier("fin"))
    category.levels = (1...3).map { ImpactLevel(name: Line("L\($0)")!) }
    category.intolerable = Level(3)
    criteria.impacts = [category]
    let register = try Register(
      """
      <calendar id="C" name="C"><window id="W1" name="W1"/><window id="W2" name="W2"/></calendar>
      <activity id="A" name="A">
        <impact category="fin" at="PT4H" level="1"/><impact category="fin" at="P1D" level="2"/>
        <impact category="fin" at="P3D" level="3"/>
        <impact category="fin" at="PT4H" level="3" window="W1"/>
        <impact category="fin" at="PT4H" level="1" window="W2"/><impact category="fin" at="P1D" level="1" window="W2"/>
        <impact category="fin" at="P3D" level="1" window="W2"/>
        <cap basis="legal" at="P2D" source="Act 1"/>
      </activity>
      """, criteria: criteria)
    let disruption = ActivityDisruption(register.activities[0], criteria: criteria, loss: nil)
    let (one, two) = (try Identifier<PeakWindow>("W1"), try Identifier<PeakWindow>("W2"))
    #expect(disruption.period(during: [])?.upper == Int64(172_800))
    #expect(disruption.period(during: [])?.basis == .cap(0))
    #expect(disruption.period(during: [two])?.upper == Int64(172_800))
    #expect(disruption.period(during: [one])?.upper == Int64(14_400))
    #expect(disruption.period(during: [two, one])?.window == one)
    #expect(disruption.period?.upper == disruption.period(during: [one, two])?.upper)
  }
}
