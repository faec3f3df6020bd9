import RegisterModel
import TestSupport
import Testing

@testable import ImpactAnalysis

@Suite("The recovery schedule of a register")
struct RecoveryScheduleTests {
  /// What tests ask of a schedule, by identifiers and in minutes.
  struct Planned {
    let register: Register
    let impact: ImpactGraph
    let schedule: RecoverySchedule
    let names: [String]

    init(
      _ text: String, failed: [String]? = nil,
      effort: SearchEffort = SearchEffort(placements: 1_000, nodes: 2_000)
    ) throws {
      (register, impact) = try WorkedExample.impact(text)
      let names = register.activities.map(\.id.text) + register.assets.map(\.id.text)
      self.names = names
      let points = SinglePoints(impact.graph, activities: Array(0..<impact.graph.activityCount))
      schedule = RecoverySchedule(
        impact, register, sequence: RecoverySequence(impact, register, points: points),
        failed: failed.map { $0.map { names.firstIndex(of: $0)! } }, effort: effort)
    }

    func outcome(_ id: String) -> RecoverySchedule.Outcome {
      schedule.outcomes[names.firstIndex(of: id)!]
    }

    func recovery(_ id: String) -> RecoverySchedule.Recovery? {
      guard case .recovered(let recovery) = outcome(id) else { return nil }
      return recovery
    }

    func ready(_ id: String) -> Int64? { outcome(id).ready.map { $0 / 60 } }

    func chain(_ id: String) -> [String] {
      schedule.chain(of: names.firstIndex(of: id)!).map { step in
        let cause =
          switch step.cause {
          case .none: "starts at once"
          case .ownWork: "waits for its own work"
          case .member(let node, let lead):
            "waits for \(names[node])" + (lead > 0 ? " and \(lead / 60) min" : "")
          case .resource(let place, let node):
            "waits for \(register.resources[place].id.text) busy with \(names[node])"
          case .workaround: "does without"
          }
        return "\(names[step.node]) \(cause) until \(step.until / 60)"
      }
    }
  }

  /// "RTO 4 h will take 7 h, because application → database → directory, and one DBA".
  static let oneAdministrator = """
    <recoveryResource id="C-dba" name="DBA" kind="crew" capacity="1"/>
    <activity id="A-lab" name="Lab"><targets rto="PT4H" mtpd="PT6H" own="PT30M"/>
      <needs><on ref="S-app"/></needs>
    </activity>
    <activity id="A-pay" name="Pay"><targets rto="P3D" own="PT1H"/>
      <needs mode="start"><on ref="S-pay"/></needs>
    </activity>
    <asset id="S-app" name="Application"><restore duration="PT1H"/>
      <needs mode="start" lead="PT30M"><on ref="S-db"/></needs>
    </asset>
    <asset id="S-db" name="Database">
      <restore duration="PT2H"><occupies ref="C-dba"/></restore>
      <needs mode="start"><on ref="S-dir"/></needs>
    </asset>
    <asset id="S-dir" name="Directory"><targets own="PT40M"/></asset>
    <asset id="S-pay" name="Payroll">
      <restore duration="PT3H"><occupies ref="C-dba"/></restore>
    </asset>
    """

  @Test("What is wanted sooner goes first, although the administrator could begin with the other")
  func wantedSooner() throws {
    let planned = try Planned(Self.oneAdministrator)
    #expect(planned.ready("S-dir") == 40)
    #expect(planned.ready("S-db") == 160)
    #expect(planned.ready("S-app") == 250)
    #expect(planned.ready("A-lab") == 250)
    #expect(planned.ready("S-pay") == 340)
    #expect(planned.ready("A-pay") == 400)
    #expect(planned.schedule.objective == 600)
    #expect(planned.schedule.isLateness && planned.schedule.isProvenOptimal)
  }

  @Test("Every activity is held against its objective and its MTPD")
  func targets() throws {
    let planned = try Planned(Self.oneAdministrator)
    let (lab, pay) = (planned.schedule.activities[0], planned.schedule.activities[1])
    #expect(lab.lateness == 600 && lab.meetsRTO == false && lab.meetsMTPD == true)
    #expect(pay.meetsRTO == true && pay.meetsMTPD == nil)
  }

  @Test("The reason is a chain: members, leads, crews, back to what starts at once")
  func chain() throws {
    let planned = try Planned(Self.oneAdministrator)
    #expect(
      planned.chain("A-pay") == [
        "A-pay waits for S-pay until 340", "S-pay waits for C-dba busy with S-db until 160",
        "S-db waits for S-dir until 40", "S-dir starts at once until 0",
      ])
    #expect(
      planned.chain("A-lab") == [
        "A-lab waits for S-app until 250", "S-app waits for S-db and 30 min until 190",
        "S-db waits for S-dir until 40", "S-dir starts at once until 0",
      ])
  }

  @Test("The critical path is what delays the latest activity; the rest has time to spare")
  func critical() throws {
    let planned = try Planned(Self.oneAdministrator)
    #expect(
      planned.schedule.criticalNodes.map { planned.names[$0] } == [
        "A-lab", "S-dir", "S-db", "S-app",
      ])
    #expect(planned.recovery("S-dir")?.slack == 0)
    // Pay may be 10 min late as well: with its own hour, the payroll is done at 71 h 10 min, not 5 h 40 min.
    #expect(planned.recovery("S-pay")?.slack == 235_800)
    // The lab's own half hour fits anywhere before its application is back.
    #expect(planned.recovery("A-lab")?.slack == 13_200)
    #expect(planned.recovery("S-pay")?.earliestReady == 10_800)
  }

  @Test("Without crews the schedule is the capability of the graph: W1 of DOMAIN §9.2")
  func workedExample() throws {
    let planned = try Planned(WorkedExample.text)
    for (node, outcome) in planned.schedule.outcomes.enumerated() {
      #expect(outcome.ready == planned.impact.recovery.ready[node].seconds)
    }
    #expect(planned.schedule.objective == 900)
    #expect(planned.schedule.isProvenOptimal)
    #expect(planned.recovery("A1")?.ready == 16_200)
  }

  @Test("Without crews it is the capability on generated graphs, where all is known")
  func againstCapability() throws {
    var random = SplitMix64(seed: 21)
    for _ in 0..<40 {
      let graph = GeneratedGraph.make(&random, nodes: 60, activities: 6)
      let own = (0..<60).map { _ in TimeBounds(Int64(random.below(5)) * 1800) }
      let tasks = RecoveryTasks(
        graph, durations: own.map(\.seconds), tails: (0..<60).map { $0 < 6 ? 0 : nil })
      let schedule = tasks.problem.schedule(SearchEffort(placements: 100, nodes: 100))
      let ready = RecoveryTimes(graph, own: own).ready
      for node in 0..<60 {
        #expect(tasks.returns[node].flatMap { schedule.slots[$0]?.finish } == ready[node].seconds)
      }
    }
  }

  @Test("A redundant member is waited for only where it is the better way")
  func redundancy() throws {
    let text = { (needs: String) in
      """
      <recoveryResource id="C" name="Crew" capacity="1"/>
      <activity id="A" name="A"><targets rto="PT1H" own="PT0S"/>\(needs)
        <needs mode="start"><on ref="Z"/></needs>
      </activity>
      <asset id="X" name="X"><restore duration="PT2H"><occupies ref="C"/></restore></asset>
      <asset id="Y" name="Y"><restore duration="PT3H"/></asset>
      <asset id="Z" name="Z"><restore duration="PT2H"><occupies ref="C"/></restore></asset>
      """
    }
    let alone = try Planned(text("<needs mode=\"start\"><on ref=\"X\"/></needs>"))
    let either = try Planned(
      text("<needs mode=\"start\" atLeast=\"1\"><on ref=\"X\"/><on ref=\"Y\"/></needs>"))
    #expect(alone.ready("A") == 240)
    #expect(either.ready("A") == 180)
    #expect(either.ready("X") == 240)
    #expect(either.schedule.isProvenOptimal)
  }

  @Test(
    "A workaround counts from when it works; it may run out before what it stands in for is back")
  func workaround() throws {
    let planned = try Planned(
      """
      <recoveryResource id="C" name="Crew" capacity="1"/>
      <activity id="A" name="A"><targets rto="PT2H" own="PT0S"/>
        <needs mode="start"><on ref="X"/><workaround act="PT1H" lasts="PT2H"/></needs>
      </activity>
      <activity id="B" name="B"><targets rto="PT3H" own="PT0S"/>
        <needs mode="start"><on ref="Y"/></needs>
      </activity>
      <asset id="X" name="X"><restore duration="PT2H"><occupies ref="C"/></restore></asset>
      <asset id="Y" name="Y"><restore duration="PT2H"><occupies ref="C"/></restore></asset>
      """)
    #expect(planned.ready("A") == 60)
    #expect(planned.recovery("A")?.startCause == .workaround)
    // Nothing that is wanted needs X any more, so that Y is first, and X too late for A.
    #expect(planned.ready("Y") == 120)
    #expect(planned.ready("X") == 240)
    #expect(
      planned.schedule.lapses == [
        RecoverySchedule.Lapse(node: 0, ends: 10_800, available: 14_400)
      ])
  }

  @Test(
    "Nobody can say when something is back whose work, or whose need's work, takes nobody knows how long"
  )
  func unknown() throws {
    let planned = try Planned(
      """
      <activity id="A" name="A"><targets rto="PT2H" own="PT3H"/><needs mode="start"><on ref="X"/></needs></activity>
      <activity id="B" name="B"><targets rto="PT2H" own="PT1H"/>
        <needs mode="start" atLeast="1"><on ref="X"/><on ref="Y"/></needs>
      </activity>
      <asset id="X" name="X"><needs mode="start"><on ref="Y"/></needs></asset>
      <asset id="Y" name="Y"><targets own="PT1H"/></asset>
      """)
    #expect(planned.outcome("X") == .unknown(.init(reason: .ownWork, notBefore: 3600)))
    #expect(planned.outcome("A") == .unknown(.init(reason: .member(2), notBefore: 4 * 3600)))
    #expect(planned.ready("B") == 120)
    #expect(planned.schedule.activities[0].ready == nil)
    // It cannot be back in 2 h whatever the unknown time is.
    #expect(planned.schedule.activities[0].meetsRTO == false)
    #expect(planned.chain("A").isEmpty)
  }

  @Test("A time of zero is known")
  func zero() throws {
    let planned = try Planned("<asset id=\"X\" name=\"X\"><targets own=\"PT0S\"/></asset>")
    #expect(planned.ready("X") == 0)
    #expect(planned.schedule.objective == 0)
  }

  @Test("Of what needs itself nobody can say when it is back, nor of what needs it")
  func cycle() throws {
    let planned = try Planned(
      """
      <activity id="A" name="A"><targets rto="PT2H" own="PT1H"/><needs mode="start"><on ref="X"/></needs></activity>
      <asset id="X" name="X"><targets own="PT1H"/><needs mode="start"><on ref="Y"/></needs></asset>
      <asset id="Y" name="Y"><targets own="PT1H"/><needs mode="start"><on ref="X"/></needs></asset>
      """)
    #expect(planned.outcome("X") == .unknown(.init(reason: .cycle, notBefore: 3600)))
    #expect(planned.outcome("A") == .unknown(.init(reason: .member(1), notBefore: 7200)))
    #expect(planned.schedule.objective == nil)
  }

  @Test("Work that needs more of a crew than there is, is never done, nor what needs it")
  func never() throws {
    let planned = try Planned(
      """
      <recoveryResource id="C" name="Crew" capacity="2"/>
      <activity id="A" name="A"><targets rto="PT2H" own="PT1H"/><needs><on ref="X"/></needs></activity>
      <activity id="B" name="B"><targets own="PT1H"/><needs atLeast="1"><on ref="X"/><on ref="Y"/></needs></activity>
      <asset id="X" name="X"><restore duration="PT1H"><occupies ref="C" amount="3"/></restore></asset>
      <asset id="Y" name="Y"><restore duration="PT2H"><occupies ref="C" amount="2"/></restore></asset>
      """)
    #expect(planned.outcome("X") == .never(.capacity(0)))
    #expect(planned.outcome("A") == .never(.member(2)))
    #expect(planned.schedule.activities[0].meetsRTO == false)
    #expect(planned.ready("B") == 120)
  }

  @Test("A need that asks for more members than it has is never met")
  func missingMembers() throws {
    let planned = try Planned(
      """
      <asset id="X" name="X"><targets own="PT1H"/><needs atLeast="2"><on ref="Y"/></needs></asset>
      <asset id="Y" name="Y"><targets own="PT1H"/></asset>
      """)
    #expect(planned.outcome("X") == .never(.missingMembers))
  }

  @Test("Only what failed is restored, and what cannot do without it")
  func failed() throws {
    let planned = try Planned(
      """
      <activity id="A" name="A"><targets rto="PT2H" own="PT1H"/><needs mode="start" lead="PT1H"><on ref="X"/></needs></activity>
      <activity id="B" name="B"><targets own="PT1H"/><needs atLeast="1"><on ref="X"/><on ref="Y"/></needs></activity>
      <asset id="X" name="X"><targets own="PT1H"/><needs mode="start" lead="PT5H"><on ref="Y"/></needs></asset>
      <asset id="Y" name="Y"><targets own="PT1H"/></asset>
      """, failed: ["X"])
    #expect(planned.outcome("Y") == .unaffected)
    #expect(planned.outcome("B") == .unaffected)
    #expect(planned.ready("X") == 60)
    #expect(planned.ready("A") == 180)
    #expect(try Planned(Self.oneAdministrator, failed: []).schedule.objective == nil)
  }

  @Test("Without an objective anywhere, all activities are back as soon as can be")
  func noObjectives() throws {
    let planned = try Planned(
      """
      <activity id="A" name="A"><targets own="PT1H"/></activity>
      <activity id="B" name="B"><targets own="PT2H"/></activity>
      <asset id="X" name="X"><targets own="PT9H"/></asset>
      """)
    #expect(planned.schedule.objective == 7200)
    #expect(!planned.schedule.isLateness)
  }

  @Test("An empty register has nothing to restore")
  func empty() throws {
    let planned = try Planned("")
    #expect(planned.schedule.outcomes.isEmpty && planned.schedule.objective == nil)
  }
}
