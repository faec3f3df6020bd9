import RegisterModel
import TestSupport
import Testing

@testable import ImpactAnalysis

@Suite("Loss curves: DOMAIN §9.2")
struct LossCurveTests {
  private func curve(_ terms: String) throws -> LossCurve {
    let register = try Register("<activity id=\"A\" name=\"A\"><loss>\(terms)</loss></activity>")
    return LossCurve.parts(of: register.activities[0].losses!).total
  }

  static let terms = """
    <fixed amount="5000"/>
    <rate amount="2000" per="PT1H" recapture="0.25"/>
    <rate amount="500" per="PT1H" from="PT8H"/>
    <step amount="20000" after="P1D" inclusive="yes"/>
    <recurring amount="10000" after="P2D" every="P1D" atMost="3"/>
    """
  static let backlog = "<backlog surge=\"0.25\" hourlyCost=\"200\"/>"

  @Test(
    "The worked curve",
    arguments: [
      (1, 6500), (8, 17_000), (12, 25_000), (24, 69_000), (48, 117_000), (60, 151_000),
      (96, 233_000),
    ] as [(Double, Double)])
  func worked(hours: Double, loss: Double) throws {
    #expect(try curve(Self.terms).value(at: hours) == loss)
  }

  @Test("Just before a jump it has not been paid")
  func beforeJump() throws {
    #expect(try curve(Self.terms).value(before: 24) == 49_000)
    #expect(try curve(Self.terms).value(at: 0) == 0)
    #expect(try curve(Self.terms).breakpoints[0].after == 5000)
  }

  @Test("A limit of 100,000 is reached after 39.5 hours; with the backlog after 28.2142857")
  func inverse() throws {
    #expect(try curve(Self.terms).time(losing: 100_000) == 39.5)
    let hours = try #require(try curve(Self.terms + Self.backlog).time(losing: 100_000))
    #expect(abs(hours - 28.214_285_7) < 1e-6)
  }

  @Test(
    "The worked curve with the backlog",
    arguments: [
      (1, 7300), (8, 23_400), (12, 34_600), (24, 88_200), (48, 155_400), (60, 199_000),
      (96, 309_800),
    ] as [(Double, Double)])
  func withBacklog(hours: Double, loss: Double) throws {
    #expect(abs(try curve(Self.terms + Self.backlog).value(at: hours) - loss) < 1e-6)
  }

  @Test("15k an hour for two hours, 25k for two more, 40k after that, 250k beyond eight")
  func costCurve() throws {
    let curve = try curve(
      """
      <rate amount="15000" per="PT1H" to="PT2H"/>
      <rate amount="25000" per="PT1H" from="PT2H" to="PT4H"/>
      <rate amount="40000" per="PT1H" from="PT4H"/>
      <step amount="250000" after="PT8H"/>
      """)
    #expect(curve.value(at: 2) == 30_000)
    #expect(curve.value(at: 4) == 80_000)
    #expect(curve.value(at: 8.0) == 240_000)
    #expect(curve.value(at: 8.001) > 490_000)
    // A jump is where its amount is lost: 400,000 is never passed slowly.
    #expect(curve.time(losing: 400_000) == 8.0)
    #expect(curve.time(losing: 240_000) == 8.0)
  }

  @Test("What is never lost has no time; nothing is lost at once")
  func never() throws {
    let curve = try curve("<fixed amount=\"100\"/>")
    #expect(curve.time(losing: 101) == nil)
    #expect(curve.time(losing: 100) == 0)
    #expect(curve.time(losing: 0) == 0)
    #expect(LossCurve.zero.time(losing: 1) == nil)
    #expect(LossCurve.zero.value(at: 1e9) == 0)
  }

  @Test("A backlog without capacity over normal is never cleared: no cost is invented for it")
  func neverCleared() throws {
    let register = try Register(
      "<activity id=\"A\" name=\"A\"><loss><backlog surge=\"0\" hourlyCost=\"200\"/></loss></activity>"
    )
    let parts = LossCurve.parts(of: register.activities[0].losses!)
    #expect(parts.neverCleared == [0])
    #expect(parts.terms == [nil])
  }

  @Test("Lost revenue of 100 an hour for two hours is 200; only hours of work count")
  func simple() throws {
    let register = try Register(
      """
      <activity id="A" name="A"><loss><revenue yearly="876600" businessHours="8766"/></loss></activity>
      """)
    let losses = register.activities[0].losses!
    #expect(abs(LossCurve.parts(of: losses).total.value(at: 2) - 200) < 1e-9)
    let operating = OperatingTime([.init(from: 1, to: 3, demand: 3)])
    let curve = LossCurve.parts(of: losses, operating: operating).total
    #expect(curve.value(at: 1) == 0)
    #expect(abs(curve.value(at: 2) - 100) < 1e-9)
    #expect(abs(curve.value(at: 100_000) - 200) < 1e-9)
  }

  @Test("A sum is the sum everywhere, and no curve falls")
  func sums() throws {
    let one = try curve(Self.terms)
    let two = try curve(
      "<rate amount=\"7\" per=\"PT1M\" to=\"PT5H\"/><step amount=\"3\" after=\"PT8H\"/>")
    let sum = LossCurve.sum([one, two])
    var last = 0.0
    for minutes in stride(from: 0, to: 6000, by: 7) {
      let hours = Double(minutes) / 60
      let value = sum.value(at: hours)
      #expect(abs(value - one.value(at: hours) - two.value(at: hours)) < 1e-6)
      #expect(value >= last)
      last = value
    }
  }
}

@Suite("What several outages cost")
struct OutageLossTests {
  private func losses(_ terms: String) throws -> LossTerms {
    try Register("<activity id=\"A\" name=\"A\"><loss>\(terms)</loss></activity>").activities[0]
      .losses!
  }

  private func hours(_ from: Double, _ to: Double) -> Interruption {
    Interruption(from: Int64(from * 3600), to: to.isInfinite ? TimeBounds.never : Int64(to * 3600))
  }

  @Test("Nothing more is lost once an outage has ended")
  func ends() throws {
    let losses = try losses(LossCurveTests.terms)
    let curve = LossCurve.lost(by: losses, outages: [hours(0, 24)], operating: { _ in .always })
    #expect(curve.value(at: 12) == 25_000)
    #expect(curve.value(before: 24) == 49_000)
    #expect(curve.value(at: 24) == 69_000)
    #expect(curve.value(at: 1000) == 69_000)
  }

  @Test("A second outage costs as a new one does")
  func second() throws {
    let losses = try losses("<fixed amount=\"5000\"/><rate amount=\"100\" per=\"PT1H\"/>")
    let curve = LossCurve.lost(
      by: losses, outages: [hours(0, 2), hours(10, 11)], operating: { _ in .always })
    #expect(curve.value(at: 5) == 5200)
    #expect(curve.value(at: 20) == 10_300)
  }

  @Test("On a workaround of 60 % of the output, 40 % of what is lost by the hour goes on")
  func reduced() throws {
    let losses = try losses("<fixed amount=\"5000\"/><rate amount=\"100\" per=\"PT1H\"/>")
    let curve = LossCurve.lost(
      by: losses, outages: [hours(0, 2)],
      reduced: [.init(from: 7200, to: 12 * 3600, capacity: 0.6)], operating: { _ in .always })
    #expect(abs(curve.value(at: 12) - 5600) < 1e-9)
    #expect(abs(curve.value(at: 50) - 5600) < 1e-9)
  }

  @Test("One that never ends costs without end")
  func never() throws {
    let losses = try losses("<rate amount=\"100\" per=\"PT1H\"/>")
    let curve = LossCurve.lost(
      by: losses, outages: [hours(3, .infinity)], operating: { _ in .always })
    #expect(curve.value(at: 3) == 0)
    #expect(curve.value(at: 1003) == 100_000)
  }
}
