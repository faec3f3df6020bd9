import RegisterModel
import TestSupport
import Testing

@testable import ImpactAnalysis

@Suite("The worst time for an outage")
struct WorstStartTests {
  private func worst(
    _ calendar: String, _ loss: String, peaks: String = "", hours: Int64, from: String,
    days: Int = 366
  ) throws -> WorstStart? {
    let (pattern, losses) = try parts(calendar, loss, peaks)
    return WorstStart(
      of: losses, pattern: pattern, length: ElapsedTime(seconds: hours * 3600)!,
      from: Moment(from), days: days)
  }

  private func parts(_ calendar: String, _ loss: String, _ peaks: String) throws -> (
    OperatingPattern, LossTerms
  ) {
    let register = try CalendarRegister(
      """
      <calendar id="C" name="C">\(calendar)</calendar>
      <activity id="A" name="A" calendar="C">\(peaks)<loss>\(loss)</loss></activity>
      """)
    let activity = register.register.activities[0]
    return (try #require(register.calendars.pattern(of: activity)), try #require(activity.losses))
  }

  private static let shop = """
    <open days="mon tue wed thu fri sat" from="10:00" to="20:00"/><closed every="12-25"/>
    <closed every="12-26"/><window id="W" name="Christmas" yearlyFrom="12-24" yearlyTo="12-24" to="16:00"/>
    """
  private static let sales = "<rate amount=\"100\" per=\"PT1H\" peaks=\"yes\"/>"

  @Test("On 24 December from 10:00 it costs three times as much as on another day")
  func christmas() throws {
    let worst = try #require(
      try worst(
        Self.shop, Self.sales, peaks: "<peak window=\"W\" factor=\"3\"/>", hours: 6,
        from: "2026-06-01T00:00:00+02:00"))
    #expect(worst.start == Moment("2026-12-24T10:00:00+01:00"))
    #expect(worst.loss == 3 * 600)
    #expect(worst.least == 0)
    // 600 for each of the 10 hours of some 312 days in 366 of 24 hours, a little more for Christmas.
    #expect(abs(worst.mean - 213.5) < 3)
  }

  @Test("Who never closes loses the same whenever it begins: the first start is named")
  func always() throws {
    let worst = try #require(
      try worst(
        "", "<rate amount=\"7\" per=\"PT1H\"/>", hours: 5, from: "2026-06-01T00:00:00+02:00"))
    #expect(worst.start == Moment("2026-06-01T00:00:00+02:00"))
    #expect(worst.loss == 35)
    #expect(worst.least == 35)
    #expect(worst.mean == 35)
    #expect(worst.ratio == 1)
  }

  @Test("What doesn't hang on the calendar is lost at any start")
  func fixed() throws {
    let worst = try #require(
      try worst(
        "<open from=\"09:00\" to=\"10:00\"/>",
        "<fixed amount=\"1000\"/><recurring amount=\"10\" after=\"PT1H\" every=\"PT1H\"/><rate amount=\"60\" per=\"PT1H\"/><backlog surge=\"0\" hourlyCost=\"1\"/>",
        hours: 3, from: "2026-06-01T12:00:00+02:00", days: 1))
    #expect(worst.least == 1020)
    #expect(worst.loss == 1080)
    #expect(worst.start == Moment("2026-06-02T07:00:00+02:00"))
  }

  @Test("Nothing to lose: nothing is lost, at the first start")
  func nothing() throws {
    let worst = try #require(
      try worst(
        "", "<backlog surge=\"0\" hourlyCost=\"1\"/>", hours: 3, from: "2026-06-01T12:00:00Z"))
    #expect(worst.loss == 0)
    #expect(worst.ratio == nil)
    let short = try #require(try self.worst("", Self.sales, hours: 0, from: "2026-06-01T12:00:00Z"))
    #expect(short.loss == 0)
  }

  @Test("It is the worst, the least and the mean of all starts: tried every quarter of an hour")
  func exact() throws {
    let calendar = """
      <open days="mon tue wed" from="09:15" to="17:30"/><open days="fri" from="22:00" to="06:00"/>
      <closed on="2026-10-28"/><window id="W" name="W" days="tue fri" from="11:00" to="01:00"/>
      <window id="V" name="V" from="16:00" to="17:00"/>
      """
    let loss = """
      <rate amount="100" per="PT1H" peaks="yes" to="PT20H"/><rate amount="40" per="PT1H" from="PT6H"/>
      <step amount="500" after="PT5H"/><rate amount="10" per="PT1H" from="P3D"/>
      """
    let peaks = "<peak window=\"W\" factor=\"2.5\"/><peak window=\"V\" factor=\"4\"/>"
    let (pattern, losses) = try parts(calendar, loss, peaks)
    let from = Moment("2026-10-20T00:00:00+02:00")
    for hours in [Int64(1), 9, 30, 75] {
      let length = ElapsedTime(seconds: hours * 3600)!
      let worst = try #require(
        WorstStart(of: losses, pattern: pattern, length: length, from: from, days: 10))
      let all = OperatingTime(pattern, start: from, horizon: 400)
      var values: [Double] = []
      var first: Int64?
      for quarter in 0...(10 * 96) {
        let start = from.secondsSince1970 + Int64(quarter) * 900
        let time = all.beginning(after: Double(quarter) / 4)
        let value = LossCurve.parts(of: losses, operating: time, horizon: length.hours)
          .total.value(at: length.hours)
        if value > (values.max() ?? -1) + 1e-6 { first = start }
        values.append(value)
      }
      #expect(abs(worst.loss - values.max()!) < 1e-6)
      #expect(worst.start.secondsSince1970 == first)
      #expect(abs(worst.least - values.min()!) < 1e-6)
      let trapezoids = zip(values, values.dropFirst()).reduce(0) { $0 + ($1.0 + $1.1) / 2 }
      #expect(abs(worst.mean - trapezoids / 960) < 1e-6)
    }
  }

  @Test("Where the time zone isn't known that long, nobody can say")
  func unknown() throws {
    var file = Zones.berlin
    file.footer = ""
    let pattern = OperatingPattern(
      calendar: try Register(
        "<calendar id=\"C\" name=\"C\"><open from=\"09:00\" to=\"10:00\"/></calendar>"
      ).calendars[0], peaks: [], zone: Zones.rules(file))
    let losses = LossTerms([
      .rate(LossRate(amount: Money(tenThousandths: 1)!, per: ElapsedTime(seconds: 1)!))
    ])
    let length = ElapsedTime(seconds: 3600)!
    #expect(
      WorstStart(of: losses, pattern: pattern, length: length, from: Moment("2026-06-01T00:00:00Z"))
        == nil)
    #expect(
      WorstStart(
        of: losses, pattern: pattern, length: length, from: Moment("2026-06-01T00:00:00Z"), days: 30
      )
        != nil)
  }
}
