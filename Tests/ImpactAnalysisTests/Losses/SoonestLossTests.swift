import RegisterModel
import TestSupport
import Testing

@testable import ImpactAnalysis

@Suite("How soon an amount is lost")
struct SoonestLossTests {
  private func soonest(
    _ amount: Double, _ calendar: String, _ loss: String, peaks: String = "", days: Int = 366
  ) throws -> SoonestLoss? {
    let register = try CalendarRegister(
      """
      <calendar id="C" name="C">\(calendar)</calendar>
      <activity id="A" name="A" calendar="C">\(peaks)<loss>\(loss)</loss></activity>
      """)
    let activity = register.register.activities[0]
    return SoonestLoss(
      of: amount, losses: try #require(activity.losses),
      pattern: try #require(register.calendars.pattern(of: activity)),
      from: Moment("2026-11-24T00:00:00+01:00"), days: days)
  }

  @Test("Who never closes loses it as soon whenever the outage begins")
  func always() throws {
    let soonest = try #require(try soonest(40, "", "<rate amount=\"10\" per=\"PT1H\"/>"))
    #expect(soonest.seconds == 4 * 3600)
    #expect(soonest.start == nil)
  }

  @Test(
    "Two days of eight hours lose 16 hours of work in 32 hours, if the outage begins as a shop opens"
  )
  func officeHours() throws {
    let soonest = try #require(
      try soonest(
        160, "<open days=\"mon tue wed thu fri\" from=\"09:00\" to=\"17:00\"/>",
        "<rate amount=\"10\" per=\"PT1H\"/>"))
    #expect(soonest.seconds == 32 * 3600)
    #expect(soonest.start == Moment("2026-11-24T09:00:00+01:00"))
  }

  @Test("In the peak it is lost sooner, and the start is in it")
  func peak() throws {
    let soonest = try #require(
      try soonest(
        600,
        """
        <open days="mon tue wed thu fri sat" from="10:00" to="20:00"/>
        <window id="W" name="Christmas" yearlyFrom="12-24" yearlyTo="12-24"/>
        """, "<rate amount=\"100\" per=\"PT1H\" peaks=\"yes\"/>",
        peaks: "<peak window=\"W\" factor=\"3\"/>"))
    #expect(soonest.seconds == 2 * 3600)
    #expect(soonest.start == Moment("2026-12-24T10:00:00+01:00"))
  }

  @Test("A penalty that falls due at an hour is lost then, work or no work")
  func jump() throws {
    let soonest = try #require(
      try soonest(
        5000, "<open days=\"mon\" from=\"09:00\" to=\"10:00\"/>",
        "<rate amount=\"1\" per=\"PT1H\"/><step amount=\"5000\" after=\"PT6H\"/>"))
    #expect(soonest.seconds == 6 * 3600)
  }

  @Test("What no outage costs is never lost")
  func never() throws {
    let soonest = try #require(
      try soonest(
        5001, "<open days=\"mon\" from=\"09:00\" to=\"10:00\"/>",
        "<step amount=\"5000\" after=\"PT6H\"/>"))
    #expect(soonest.seconds == TimeBounds.never)
  }

  @Test("No start of those that could be sooner is: every two hours were tried")
  func againstTrying() throws {
    let calendar = """
      <open days="mon tue wed" from="09:00" to="12:00"/><open days="thu fri" from="13:00" to="18:00"/>
      <window id="W" name="Late" days="fri" from="15:00" to="18:00"/>
      """
    let loss = "<rate amount=\"100\" per=\"PT1H\" peaks=\"yes\" from=\"PT1H\"/>"
    let peaks = "<peak window=\"W\" factor=\"4\"/>"
    let register = try CalendarRegister(
      """
      <calendar id="C" name="C">\(calendar)</calendar>
      <activity id="A" name="A" calendar="C">\(peaks)<loss>\(loss)</loss></activity>
      """)
    let activity = register.register.activities[0]
    for amount in [50.0, 700, 1300, 2600] {
      let found = try #require(
        try soonest(amount, calendar, loss, peaks: peaks, days: 7))
      let first = Moment("2026-11-24T00:00:00+01:00").secondsSince1970
      let tried = (0...84).compactMap { place -> Double? in
        let start = Moment(secondsSince1970: first + Int64(place) * 7200)!
        return LossCurve.parts(of: activity, calendars: register.calendars, start: start)?
          .total.time(losing: amount)
      }
      let least = try #require(tried.min())
      #expect(Double(found.seconds) <= least * 3600 + 1)
      let start = try #require(found.start)
      let curve = try #require(
        LossCurve.parts(of: activity, calendars: register.calendars, start: start))
      #expect(curve.total.value(at: Double(found.seconds + 1) / 3600) >= amount)
    }
  }
}
