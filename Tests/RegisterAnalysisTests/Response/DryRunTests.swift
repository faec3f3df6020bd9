import ImpactAnalysis
import RegisterModel
import ResponsePlanning
import TestSupport
import Testing

@testable import RegisterAnalysis

@Suite("Dry runs")
struct DryRunTests {
  static let start = Moment(text: "2026-12-04T18:00:00Z")!

  /// A desk that needs a system; one protocol by day's people, one without triggers, one that nothing concerns.
  static let clinic = """
    <criteria><impact category="money" unit="EUR" intolerable="2">
      <level name="Small" from="0" to="4000"/><level name="Large" from="4000" to="100000"/></impact>
      <bands>PT4H P1D</bands></criteria>
    <calendar id="K" name="Office hours"><open days="mon tue wed thu fri" from="08:00" to="16:00"/></calendar>
    <party id="r-1" name="Site manager"><contact channel="phone" timeout="PT5M" probability="0.9"/></party>
    <party id="r-2" name="Head of IT"><contact channel="phone" timeout="PT10M" probability="0.8" calendar="K"/></party>
    <party id="r-3" name="Porter"><contact channel="radio" timeout="PT2M" probability="1"/></party>
    <hazard id="h-1" name="River"/>
    <activity id="A-1" name="Triage"><targets rto="PT2H" mtpd="PT8H" own="PT10M"/>
      <needs mode="start"><on ref="S-1"/></needs></activity>
    <activity id="A-2" name="Billing"><targets rto="P1D" own="PT0S"/>
      <needs mode="start"><on ref="S-1"/></needs></activity>
    <asset id="S-1" name="Record"><restore duration="PT3H"/></asset>
    <asset id="S-2" name="Boiler"><restore duration="PT1H"/></asset>
    <protocol id="P-1" name="Downtime">
      <covers ref="A-1"/>
      <planned detect="PT5M" assess="PT10M" authorise="PT5M"/>
      <level number="1"><authority ref="r-2"/><authority ref="r-1"/><notify ref="r-3"/></level>
      <level number="2"><authority ref="r-1"/></level>
      <trigger level="1"><asset ref="S-1" is="down" for="PT30M"/></trigger>
      <trigger level="2" mode="automatic"><elapsed ref="A-1" of="rto" ratio="0.5"/></trigger>
      <call who="r-3"/>
      <task id="t-1" name="Paper" role="r-3" restores="A-1" likely="PT30M"/>
      <task id="t-2" name="Second shift" fromLevel="2" likely="PT1H"><after ref="t-1"/></task>
      <task id="t-3" name="Nobody knows"><after ref="t-2"/></task>
    </protocol>
    <protocol id="P-2" name="Flood"><covers ref="S-2"/><level number="1"/>
      <trigger level="1"><hazard ref="h-1" atLeast="380"/></trigger></protocol>
    """

  static func run(
    _ failed: [String], _ text: String = clinic, at start: Moment = start,
    levels: [(hazard: Identifier<Hazard>, level: RegisterModel.Measure)] = []
  ) throws -> (DryRun, CompiledRegister) {
    let compiled = CompiledRegister(
      try Register(text), today: CalendarDate(text: "2026-11-24")!)
    let failures = failed.map { id in
      WhatIf.Failure(compiled.node(try! Identifier<Dependable>(id))!)
    }
    let played = PlayedDisruption(compiled.impact, failures: failures, start: start)
    return (DryRun(compiled, played, levels: levels), compiled)
  }

  @Test(
    "A trigger fires when its time has passed, is declared as planned, and all know in the worst case"
  )
  func course() throws {
    let (run, _) = try Self.run(["S-1"])
    #expect(run.courses.count == 1)
    let course = try #require(run.courses.first)
    #expect(course.firings.map(\.at) == [1800, 3600])
    #expect(course.firings.map(\.holds) == [true, true])
    #expect(course.raised.map(\.level.rank) == [1, 2])
    // Recommended: 10 minutes to assess and 5 to decide; automatic: at once.
    #expect(course.raised.map(\.declared) == [2700, 3600])
    // The porter is called for two minutes.
    #expect(course.raised.map(\.notified) == [2820, 3720])
    #expect(course.firings.map(\.off) == [10_800, 11_400])
  }

  @Test("Tasks wait for what comes before and for their level, and unknown ones have no time")
  func tasks() throws {
    let (run, _) = try Self.run(["S-1"])
    let tasks = try #require(run.courses.first).tasks
    #expect(tasks.map(\.place) == [0, 1, 2])
    #expect(tasks.map(\.start) == [2820, 4620, 8220])
    #expect(tasks.map(\.end) == [4620, 8220, nil])
  }

  @Test("Who can't be reached at that hour is named, and the next one decides")
  func unreachable() throws {
    let (evening, _) = try Self.run(["S-1"])
    let raised = try #require(evening.courses.first?.raised.first)
    #expect(raised.escalation.unreachable.map(\.text) == ["r-2"])
    #expect(raised.escalation.steps.first { !$0.chain.isUnreachable }?.party.text == "r-1")
    let (noon, _) = try Self.run(["S-1"], at: Moment(text: "2026-12-04T12:00:00Z")!)
    let byDay = try #require(noon.courses.first?.raised.first)
    #expect(byDay.escalation.unreachable == [])
  }

  @Test("Activities that no protocol is for are named")
  func uncovered() throws {
    let (run, compiled) = try Self.run(["S-1"])
    #expect(run.uncovered.map(compiled.impact.identifier) == ["A-2"])
  }

  @Test(
    "A protocol for what failed whose reading nobody has asks for a decision; with the reading it tells"
  )
  func decision() throws {
    let (unread, _) = try Self.run(["S-2"])
    #expect(unread.courses.map(\.place) == [1])
    #expect(unread.courses.first?.needsDecision == true)
    let hazard = try Identifier<Hazard>("h-1")
    let (high, _) = try Self.run(["S-2"], levels: [(hazard, RegisterModel.Measure(400)!)])
    #expect(high.courses.first?.isActivated == true)
    let (low, _) = try Self.run(["S-2"], levels: [(hazard, RegisterModel.Measure(100)!)])
    #expect(low.courses.isEmpty)
    #expect(low.silent == [1])
  }

  @Test("Steps that nobody planned are named: it is declared no sooner than what is known")
  func unplanned() throws {
    let (planned, _) = try Self.run(["S-1"])
    #expect(planned.courses.first?.raised.map(\.unplanned) == [[], []])
    let (open, _) = try Self.run(
      ["S-1"],
      Self.clinic.replacing(
        "<planned detect=\"PT5M\" assess=\"PT10M\" authorise=\"PT5M\"/>", with: ""))
    let raised = try #require(open.courses.first).raised
    #expect(raised.map(\.unplanned) == [[.detect, .assess, .authorise], [.detect]])
    #expect(raised.map(\.declared) == [1800, 3600])
  }

  @Test("Where nothing stops nothing is without a protocol")
  func nothing() throws {
    let (run, _) = try Self.run(["S-2"])
    #expect(run.played.activities.isEmpty)
    #expect(run.uncovered.isEmpty)
  }

  @Test("A dry run leaves the disruption as it was played, and twice is the same")
  func deterministic() throws {
    func outcome() throws -> [String] {
      let (run, compiled) = try Self.run(["S-1", "S-2"])
      let courses = run.courses.map { course in
        "\(course.place) \(course.firings.map(\.at)) \(course.raised.map(\.declared)) \(course.tasks.map(\.end))"
      }
      return courses
        + run.played.activities.map { "\(compiled.impact.identifier($0.node)) \($0.back)" }
    }
    let (first, second) = (try outcome(), try outcome())
    #expect(first == second)
    let (run, compiled) = try Self.run(["S-1"])
    let alone = PlayedDisruption(
      compiled.impact,
      failures: [WhatIf.Failure(compiled.node(try Identifier<Dependable>("S-1"))!)],
      start: Self.start)
    #expect(run.played.activities.map(\.back) == alone.activities.map(\.back))
  }

  @Test("The coverage matrix plays what each risk hits at each hour")
  func coverage() throws {
    let risks = """
      <risk id="R-1"><title>Crash</title><hits ref="S-1"/></risk>
      <risk id="R-2"><title>Cold</title><hits ref="S-2"/></risk>
      <risk id="R-3"><title>Debt</title></risk>
      """
    let compiled = CompiledRegister(
      try Register(Self.clinic + risks), today: CalendarDate(text: "2026-11-24")!)
    let coverage = ResponseCoverage(
      compiled, risks: [0, 1, 2], hours: [Self.start, Moment(text: "2026-12-06T03:00:00Z")!])
    #expect(coverage.rows.map(\.risk) == [0, 1])
    #expect(coverage.unplayable == [2])
    #expect(coverage.rows[0].answers == [[.recommended, .recommended], [.none, .none]])
    #expect(coverage.rows[1].answers == [[.none, .none], [.decision, .decision]])
    #expect(!coverage.rows[0].isOpen)
  }
}
