import RegisterModel
import TestSupport
import Testing

@testable import ImpactAnalysis

@Suite("When work is done")
struct OperatingPatternTests {
  private func activity(_ calendar: String, peaks: String = "", timeZone: String? = "Europe/Berlin")
    throws -> CalendarRegister
  {
    try CalendarRegister(
      """
      <calendar id="C" name="C">\(calendar)</calendar>
      <activity id="A" name="A" calendar="C">\(peaks)</activity>
      """, timeZone: timeZone)
  }

  @Test("Office hours, from the middle of one day to the middle of another")
  func office() throws {
    let register = try activity(
      "<open days=\"mon tue wed thu fri\" from=\"09:00\" to=\"17:00\"/>")
    #expect(
      try register.stretches("2026-11-20T16:00:00+01:00", "2026-11-23T16:00:00+01:00") == [
        "fri 11-20 16:00 – fri 11-20 17:00", "mon 11-23 09:00 – mon 11-23 16:00",
      ])
    #expect(try register.stretches("2026-11-21T00:00:00+01:00", "2026-11-23T09:00:00+01:00") == [])
    #expect(try register.stretches("2026-11-20T16:00:00+01:00", "2026-11-20T16:00:00+01:00") == [])
  }

  @Test("Hours past midnight belong to the day on which they begin")
  func pastMidnight() throws {
    let register = try activity("<open days=\"fri sat\" from=\"22:00\" to=\"05:00\"/>")
    #expect(
      try register.stretches("2026-11-20T00:00:00+01:00", "2026-11-23T00:00:00+01:00") == [
        "fri 11-20 22:00 – sat 11-21 05:00", "sat 11-21 22:00 – sun 11-22 05:00",
      ])
    // One that begins in the middle of them.
    #expect(
      try register.stretches("2026-11-22T03:00:00+01:00", "2026-11-23T00:00:00+01:00") == [
        "sun 11-22 03:00 – sun 11-22 05:00"
      ])
  }

  @Test("Hours that end where they begin last a day; those that meet or overlap are one stretch")
  func wholeDays() throws {
    #expect(
      try activity("<open days=\"wed\" from=\"08:00\" to=\"08:00\"/>")
        .stretches("2026-11-23T00:00:00+01:00", "2026-11-30T00:00:00+01:00")
        == ["wed 11-25 08:00 – thu 11-26 08:00"])
    #expect(
      try activity(
        """
        <open days="mon tue wed thu fri" from="18:00" to="08:00"/>
        <open days="sat sun" from="00:00" to="24:00"/>
        """
      ).stretches("2026-11-20T12:00:00+01:00", "2026-11-24T12:00:00+01:00") == [
        "fri 11-20 18:00 – mon 11-23 00:00", "mon 11-23 18:00 – tue 11-24 08:00",
      ])
    #expect(
      try activity(
        "<open from=\"10:00\" to=\"12:00\"/><open from=\"08:00\" to=\"11:00\"/><open from=\"12:00\" to=\"13:00\"/>"
      ).stretches("2026-11-24T00:00:00+01:00", "2026-11-25T00:00:00+01:00")
        == ["tue 11-24 08:00 – tue 11-24 13:00"])
  }

  @Test("A closed day is closed from midnight to midnight, whatever lasts into it or out of it")
  func closed() throws {
    let register = try activity(
      """
      <open from="22:00" to="06:00"/><closed on="2026-11-24"/><closed every="11-26"/>
      """)
    #expect(
      try register.stretches("2026-11-23T12:00:00+01:00", "2026-11-27T12:00:00+01:00") == [
        "mon 11-23 22:00 – tue 11-24 00:00", "wed 11-25 00:00 – wed 11-25 06:00",
        "wed 11-25 22:00 – thu 11-26 00:00", "fri 11-27 00:00 – fri 11-27 06:00",
      ])
    let always = try activity("<closed every=\"12-25\"/>")
    #expect(
      try always.stretches("2026-12-24T12:00:00+01:00", "2026-12-26T12:00:00+01:00") == [
        "thu 12-24 12:00 – fri 12-25 00:00", "sat 12-26 00:00 – sat 12-26 12:00",
      ])
  }

  @Test("29 February is closed in leap years only; a day before 29 February never is for that")
  func leapDay() throws {
    let register = try activity("<open from=\"08:00\" to=\"09:00\"/><closed every=\"02-29\"/>")
    #expect(
      try register.stretches("2028-02-28T12:00:00+01:00", "2028-03-01T12:00:00+01:00")
        == ["wed 03-01 08:00 – wed 03-01 09:00"])
    #expect(
      try register.stretches("2027-02-27T12:00:00+01:00", "2027-03-01T12:00:00+01:00").count == 2)
  }

  @Test("No opening hours: at all times; no calendar: the same")
  func always() throws {
    let register = try activity("")
    #expect(register.calendars.pattern(of: register.register.activities[0])?.isAlways == true)
    let day = try activity("<open from=\"00:00\" to=\"24:00\"/>")
    #expect(day.calendars.pattern(of: day.register.activities[0])?.isAlways == true)
    let none = try CalendarRegister("<activity id=\"A\" name=\"A\"/>")
    #expect(none.calendars.pattern(of: none.register.activities[0])?.isAlways == true)
    #expect(
      OperatingTime(calendar: nil, peaks: [], zone: .utc, start: Moment("2026-11-24T09:00:00Z"))
        == .always)
  }

  @Test("In the night of the change hours are two or four instead of three; a day has 23 or 25")
  func daylightSaving() throws {
    func seconds(_ calendar: String, _ from: String, _ to: String) throws -> Int64 {
      let register = try activity(calendar)
      let pattern = try #require(register.calendars.pattern(of: register.register.activities[0]))
      return pattern.stretches(
        from: Moment(from).secondsSince1970, to: Moment(to).secondsSince1970
      ).reduce(0) { $0 + $1.to - $1.from }
    }
    let night = "<open from=\"01:00\" to=\"04:00\"/>"
    let spring = ("2026-03-29T00:00:00+01:00", "2026-03-30T00:00:00+02:00")
    let autumn = ("2026-10-25T00:00:00+02:00", "2026-10-26T00:00:00+01:00")
    #expect(try seconds(night, spring.0, spring.1) == 2 * 3600)
    #expect(try seconds(night, autumn.0, autumn.1) == 4 * 3600)
    let sundays = "<open days=\"sun\" from=\"00:00\" to=\"24:00\"/>"
    #expect(try seconds(sundays, "2026-03-28T00:00:00Z", "2026-03-31T00:00:00Z") == 23 * 3600)
    #expect(try seconds(sundays, "2026-10-24T00:00:00Z", "2026-10-27T00:00:00Z") == 25 * 3600)
    // Hours that clocks skip don't happen; of those that come twice the first counts.
    #expect(try seconds("<open from=\"02:00\" to=\"03:00\"/>", spring.0, spring.1) == 0)
    #expect(try seconds("<open from=\"02:30\" to=\"04:00\"/>", spring.0, spring.1) == 3600)
    #expect(try seconds("<open from=\"01:00\" to=\"02:30\"/>", autumn.0, autumn.1) == 90 * 60)
    #expect(try seconds("<open from=\"02:30\" to=\"04:00\"/>", autumn.0, autumn.1) == 150 * 60)
    // Elapsed time counts for who never closes.
    #expect(try seconds("", spring.0, spring.1) == 23 * 3600)
  }

  @Test("A day that clocks skip has no hours")
  func skippedDay() throws {
    let register = try activity("<open from=\"09:00\" to=\"17:00\"/>", timeZone: "Pacific/Apia")
    let all = try register.stretches("2011-12-29T12:00:00Z", "2011-12-31T12:00:00Z")
    #expect(
      all == ["thu 12-29 09:00 – thu 12-29 17:00", "sat 12-31 09:00 – sat 12-31 17:00"])
  }

  @Test("A calendar has the zone it names, else that of the register, else the one for that case")
  func zones() throws {
    let own = try CalendarRegister(
      """
      <calendar id="C" name="C" timeZone="Asia/Kolkata"><open from="09:00" to="10:00"/></calendar>
      <activity id="A" name="A" calendar="C"/>
      """)
    let pattern = try #require(own.calendars.pattern(of: own.register.activities[0]))
    let day = Moment("2026-11-24T00:00:00Z").secondsSince1970
    #expect(
      pattern.stretches(from: day, to: day + 86_400).map { $0.from - day } == [3 * 3600 + 1800])
    let unstated = try activity("<open from=\"09:00\" to=\"10:00\"/>", timeZone: nil)
    #expect(
      unstated.calendars.pattern(of: unstated.register.activities[0])?.stretches(
        from: day, to: day + 86_400
      ).map { $0.from - day } == [9 * 3600])
  }

  @Test("With a time zone that nobody knows nothing is said")
  func unknownZone() throws {
    let register = try CalendarRegister(
      """
      <calendar id="C" name="C" timeZone="Europe/Atlantis"><open from="09:00" to="10:00"/>
        <window id="W" name="W"/></calendar>
      <calendar id="D" name="D" timeZone="Europe/Atlantis"/>
      <activity id="A" name="A" calendar="C"><loss><fixed amount="1"/></loss></activity>
      <activity id="B" name="B"><peak window="W" factor="2"/></activity>
      <activity id="E" name="E"><peak window="W"/></activity>
      """)
    let calendars = register.calendars
    #expect(calendars.unknownZones.map(\.text) == ["Europe/Atlantis"])
    #expect(
      register.register.activities.map { calendars.pattern(of: $0) != nil } == [false, false, true])
    #expect(try register.loss(start: "2026-11-24T09:00:00Z", hours: 1) == nil)
    #expect(calendars.windows(at: Moment("2026-11-24T09:00:00Z")) == [])
  }

  @Test("Demand follows the peak windows; where several overlap, the largest factor")
  func demand() throws {
    let register = try activity(
      """
      <open from="08:00" to="18:00"/>
      <window id="W1" name="W1" from="06:00" to="12:00"/>
      <window id="W2" name="W2" from="10:00" to="11:00"/>
      <window id="W3" name="W3" from="11:00" to="14:00"/>
      <window id="W4" name="W4" from="16:00" to="20:00"/>
      <window id="W5" name="W5" from="09:00" to="17:00"/>
      """,
      peaks: """
        <peak window="W1" factor="2"/><peak window="W2" factor="3"/><peak window="W3" factor="2"/>
        <peak window="W4" factor="0.5"/><peak window="W5"/>
        """)
    #expect(
      try register.stretches("2026-11-24T00:00:00+01:00", "2026-11-25T00:00:00+01:00") == [
        "tue 11-24 08:00 – tue 11-24 10:00 ×2.0", "tue 11-24 10:00 – tue 11-24 11:00 ×3.0",
        "tue 11-24 11:00 – tue 11-24 14:00 ×2.0", "tue 11-24 14:00 – tue 11-24 16:00",
        "tue 11-24 16:00 – tue 11-24 18:00 ×0.5",
      ])
  }

  @Test("The largest factor wins wherever windows lie: tried against a walk in steps")
  func demandLaw() throws {
    var random = SplitMix64(seed: 3)
    for _ in 0..<8 {
      var windows = ""
      var peaks = ""
      for place in 0..<6 {
        let from = random.below(24 * 4) * 15
        let to = random.below(24 * 4) * 15
        func time(_ minutes: Int) -> String { TimeOfDay(minutes: minutes)!.writtenText }
        windows += "<window id=\"W\(place)\" name=\"W\" from=\"\(time(from))\" to=\"\(time(to))\"/>"
        peaks += "<peak window=\"W\(place)\" factor=\"\(random.within(0...4))\"/>"
      }
      let register = try activity(
        "<open from=\"07:30\" to=\"19:15\"/>" + windows, peaks: peaks)
      let activity = register.register.activities[0]
      let pattern = try #require(register.calendars.pattern(of: activity))
      let start = Moment("2026-11-24T00:00:00+01:00").secondsSince1970
      let stretches = pattern.stretches(from: start, to: start + 86_400)
      for minute in stride(from: 0, to: 1440, by: 15) {
        let moment = pattern.zone.moment(at: start + Int64(minute) * 60)!
        let holding = register.calendars.windows(at: moment)
        let factors = activity.peaks.filter { holding.contains($0.window) }.map { $0.factor!.value }
        let expected = (450..<1155).contains(minute) ? factors.max() ?? 1 : nil
        let found = stretches.first {
          $0.from <= moment.secondsSince1970 && moment.secondsSince1970 < $0.to
        }
        #expect(found?.demand == expected, "minute \(minute)")
      }
    }
  }

  @Test("Two thousand windows of each Monday are no trouble")
  func many() throws {
    var windows = ""
    var peaks = ""
    for place in 0..<2000 {
      windows += "<window id=\"W\(place)\" name=\"W\" days=\"mon\" from=\"08:00\" to=\"09:00\"/>"
      peaks += "<peak window=\"W\(place)\" factor=\"\(place + 1)\"/>"
    }
    let register = try activity(windows, peaks: peaks)
    let stretches = try register.stretches("2026-11-24T00:00:00Z", "2027-01-24T00:00:00Z")
    #expect(stretches.filter { $0.contains("×2000") }.count == 8)
  }
}
