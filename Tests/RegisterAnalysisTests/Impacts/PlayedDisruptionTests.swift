import ImpactAnalysis
import RegisterModel
import TestSupport
import Testing

@testable import RegisterAnalysis

@Suite("Playing a disruption")
struct PlayedDisruptionTests {
  /// One administrator for two systems that do not need each other.
  private static let clinic = """
    <criteria><impact category="money" unit="EUR" intolerable="2">
      <level name="Small" from="0" to="4000"/><level name="Large" from="4000" to="100000"/></impact>
      <bands>PT4H P1D</bands></criteria>
    <party id="r" name="Nurses" kind="team"/>
    <calendar id="K" name="Day"><open days="mon tue wed thu fri" from="08:00" to="16:00"/></calendar>
    <activity id="A" name="Triage"><targets rto="PT2H" own="PT10M"/>
      <loss><rate amount="1000" per="PT1H"/></loss><staff role="r" atLeast="2"/>
      <needs mode="start"><on ref="X"/></needs></activity>
    <activity id="B" name="Billing" calendar="K"><targets rto="PT8H" own="PT0S"/>
      <loss><rate amount="600" per="PT1H"/></loss>
      <needs mode="start"><on ref="Y"/></needs></activity>
    <recoveryResource id="C" name="Administrator" kind="crew" capacity="1"/>
    <asset id="P" name="Nurses on shift" kind="people" owner="r"><supply amount="4"/></asset>
    <asset id="X" name="X"><restore duration="PT2H"><occupies ref="C"/></restore></asset>
    <asset id="Y" name="Y"><restore duration="PT3H"><occupies ref="C"/></restore></asset>
    """

  private func play(
    _ failed: [String], _ text: String = clinic, for hours: Int64? = nil,
    at start: String = "2026-12-04T14:00:00Z"
  ) throws -> (PlayedDisruption, RegisterImpact) {
    let compiled = CompiledRegister(
      try Register(text), today: CalendarDate(text: "2026-11-24")!)
    let nodes = failed.map { id in
      (0..<compiled.impact.graph.graph.nodeCount).first { compiled.impact.identifier($0) == id }!
    }
    let failures = nodes.map { WhatIf.Failure($0, duration: hours.map { $0 * 3600 }) }
    return (
      PlayedDisruption(compiled.impact, failures: failures, start: Moment(text: start)!),
      compiled.impact
    )
  }

  private func back(_ played: PlayedDisruption, _ impact: RegisterImpact) -> [String] {
    played.activities.map { "\(impact.identifier($0.node)) \(ImpactWords.time($0.back))" }
  }

  @Test("What waits for a crew is back as much later")
  func crews() throws {
    let (both, impact) = try play(["X", "Y"])
    #expect(
      back(both, impact).map { $0.replacing("\u{A0}", with: " ") } == ["A 2 h 10 min", "B 5 h"])
    let (one, alone) = try play(["Y"])
    #expect(back(one, alone).map { $0.replacing("\u{A0}", with: " ") } == ["B 3 h"])
  }

  @Test("A time that is given occupies no crew, and nothing is restored sooner")
  func given() throws {
    let (played, impact) = try play(["X", "Y"], for: 6)
    #expect(
      back(played, impact).map { $0.replacing("\u{A0}", with: " ") } == ["A 6 h 10 min", "B 6 h"])
  }

  @Test("Costs follow the clock: two hours of work on Friday, and then the weekend")
  func costs() throws {
    let (played, _) = try play(["Y"], for: 24)
    #expect(played.loss.value(at: 2) == 1200)
    #expect(played.loss.value(at: 24) == 1200)
    #expect(try play(["Y"], for: 24, at: "2026-12-03T14:00:00Z").0.loss.value(at: 24) == 4800)
  }

  @Test(
    "RTO and MTPD are passed when the outage has lasted as long, with what is lost at that time")
  func crossings() throws {
    let (played, _) = try play(["X", "Y"], for: 12)
    let (a, b) = (played.activities[0], played.activities[1])
    #expect(a.objectiveCrossed == 7200)
    #expect(a.tolerable == 14_400)
    #expect(a.tolerableCrossed == 14_400)
    #expect(b.objectiveCrossed == 28_800)
    // 4,000 are lost after two hours on Friday and the first 4 h 40 min of Monday.
    #expect(b.tolerable == 254_400)
    #expect(b.tolerableCrossed == nil)
  }

  @Test("An outage of exactly the objective is in time")
  func exactly() throws {
    let (played, _) = try play(["Y"], for: 8)
    #expect(played.activities[0].objectiveCrossed == nil)
  }

  @Test("People who failed are not there")
  func people() throws {
    let (played, _) = try play(["P"])
    #expect(played.demand.roles[0].shortages.map(\.missing) == [2])
    #expect(try play(["X"]).0.demand.roles[0].shortages.isEmpty)
  }

  @Test(
    "Where nobody knows how long something takes, its end is open, and the crossing only feared")
  func open() throws {
    let (played, _) = try play(
      ["Z"],
      """
      <activity id="A" name="A"><targets rto="PT2H" own="PT0S"/><needs><on ref="Z"/></needs></activity>
      <asset id="Z" name="Z"/>
      """)
    #expect(played.activities[0].isOpen)
    #expect(played.activities[0].objectiveCrossed == 7200)
    #expect(played.activities[0].loss == nil)
    #expect(played.uncosted == [0])
  }

  @Test("With everything failed, each is back when the schedule says, on generated registers")
  func asScheduled() throws {
    var random = SplitMix64(seed: 17)
    for _ in 0..<25 {
      var text = "<criteria><bands>PT4H</bands></criteria>"
      var assets = "<recoveryResource id=\"C\" name=\"C\" capacity=\"\(random.within(1...2))\"/>"
      let count = 6
      for place in 0..<count {
        let needs = (0..<place).filter { _ in random.chance(0.3) }
          .map { "<needs mode=\"start\"><on ref=\"S\($0)\"/></needs>" }.joined()
        let crew = random.chance(0.6) ? "<occupies ref=\"C\"/>" : ""
        assets +=
          "<asset id=\"S\(place)\" name=\"S\">"
          + "<restore duration=\"PT\(random.within(1...9))H\">\(crew)</restore>\(needs)</asset>"
      }
      text +=
        "<activity id=\"A\" name=\"A\"><targets rto=\"PT5H\" own=\"PT1H\"/><needs mode=\"start\">"
        + (0..<count).filter { _ in random.chance(0.5) }.filter { $0 < 5 }.map {
          "<on ref=\"S\($0)\"/>"
        }.joined()
        + "<on ref=\"S5\"/></needs></activity>" + assets
      let (played, impact) = try play((0..<count).map { "S\($0)" } + ["A"], text)
      #expect(played.activities[0].back.seconds == played.schedule.activities[0].ready)
      #expect(played.activities[0].back.seconds == impact.activities[0].back.seconds)
    }
  }
}
