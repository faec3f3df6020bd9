import RegisterModel
import ResponsePlanning
import TestSupport
import Testing

@Suite("Call metrics")
struct CallMetricsTests {
  private func reached(_ minutes: [Int64?], invalid: Int = 0) throws -> [ReachedParty] {
    try minutes.enumerated().map { place, time in
      var reached = ReachedParty(who: try Identifier("p-\(place)"))
      reached.acknowledged = time.flatMap { ElapsedTime(seconds: $0 * 60) }
      reached.invalid = place < invalid
      return reached
    }
  }

  @Test("Of four called three answered, after 2, 4 and 9 minutes; one number was wrong")
  func usual() throws {
    let metrics = CallMetrics(try reached([nil, 9, 2, 4], invalid: 1))
    #expect(metrics.reachedShare == 0.75)
    #expect(metrics.invalidShare == 0.25)
    #expect(metrics.medianSeconds == 240)
    #expect(metrics.percentile95 == ElapsedTime(seconds: 540))
  }

  @Test(
    "The median of an even number lies between the middle two; 95 in 100 of twenty are nineteen")
  func even() throws {
    let metrics = CallMetrics(try reached((1...20).map { Int64($0) }))
    #expect(metrics.medianSeconds == 630)
    #expect(metrics.percentile95 == ElapsedTime(seconds: 19 * 60))
  }

  @Test("With nobody called there are no shares, with no answer there are no times")
  func empty() throws {
    let none = CallMetrics([])
    #expect(none.reachedShare == nil)
    #expect(none.invalidShare == nil)
    let silent = CallMetrics(try reached([nil]))
    #expect(silent.reachedShare == 0)
    #expect(silent.medianSeconds == nil)
    #expect(silent.percentile95 == nil)
  }

  @Test("In an activation answers are timed from the declaration")
  func activation() throws {
    let register = try Register(
      """
      <party id="a" name="A"/><party id="b" name="B"/><party id="c" name="C"/>
      <protocol id="P-1" name="P"/>
      <activation id="X-1" protocol="P-1">
      <event kind="declared" at="2026-12-04T18:00:00Z" by="c"/>
      <event kind="acknowledged" at="2026-12-04T18:07:00+00:00" by="a"/>
      <event kind="acknowledged" at="2026-12-04T18:30:00Z" by="a"/>
      <event kind="acknowledged" at="2026-12-04T17:59:00Z" by="b"/>
      </activation>
      """)
    let metrics = CallMetrics(
      register.activations[0], called: [try Identifier("a"), try Identifier("b")])
    #expect(metrics.called == 2)
    #expect(metrics.answered == 1)
    #expect(metrics.medianSeconds == 420)
  }
}
