import RegisterModel
import ResponsePlanning
import TestSupport
import Testing

@Suite("Triggers")
struct TriggerTests {
  static let noon = Moment(text: "2026-12-04T12:00:00Z")!

  /// A protocol with one trigger, on a register with a system, a service desk, a river and an indicator.
  static func states(
    _ trigger: String, more: String = "", severity: Incident.Severity? = nil, latest: Int64? = nil,
    facts: (inout FactRecord) -> Void = { _ in }
  ) throws -> [TriggerState] {
    let register = try Register(
      """
      <asset id="S-1" name="Record"/><asset id="S-2" name="Net"/>
      <activity id="A-1" name="Triage"><targets rto="PT4H"/></activity>
      <hazard id="h-1" name="River"/>
      <party id="r-1" name="Duty engineer"/>
      <indicator id="K-1" name="Queue" direction="higherIsWorse" amber="10" red="20" maximumAge="P7D">
        <reading at="2026-12-03T08:00:00Z" value="25"/></indicator>
      <protocol id="P-1" name="Downtime"><covers ref="A-1"/><level number="2"/>\(trigger)</protocol>
      \(more)
      """)
    var record = FactRecord(of: register, at: Self.noon)
    facts(&record)
    let context = TriggerContext(
      register, facts: record, at: Self.noon,
      limits: ["A-1": .init(rto: 4 * 3600, mtpd: 8 * 3600)], latestDeclare: [latest])
    return context.triggers()
  }

  static func state(
    _ condition: String, more: String = "", latest: Int64? = nil,
    facts: (inout FactRecord) -> Void = { _ in }
  ) throws -> TriggerState {
    try #require(
      try states(
        "<trigger level=\"2\">\(condition)</trigger>", more: more, latest: latest, facts: facts
      ).first)
  }

  private func at(_ minutes: Int64) -> Int64 { Self.noon.secondsSince1970 + minutes * 60 }

  @Test("Something nobody reported on counts as up")
  func quiet() throws {
    let down = try Self.state("<asset ref=\"S-1\" is=\"down\"/>")
    #expect(down.value(at: Self.noon) == .no)
    let up = try Self.state("<asset ref=\"S-1\" is=\"up\" for=\"PT1H\"/>")
    #expect(up.value(at: Self.noon) == .yes)
  }

  @Test("Down for half an hour fires half an hour after it was reported, and not if it came back")
  func duration() throws {
    let condition = "<asset ref=\"S-1\" is=\"down\" for=\"PT30M\"/>"
    let lasting = try Self.state(condition) { $0.report("S-1", is: .down, at: at(0)) }
    #expect(lasting.course.first(.yes, from: at(-60)) == at(30))
    let brief = try Self.state(condition) {
      $0.report("S-1", is: .up, at: at(29))
      $0.report("S-1", is: .down, at: at(0))
    }
    #expect(brief.course.first(.yes, from: at(-60)) == nil)
  }

  @Test("A state that nobody knows leaves the trigger unknown, and says what is missing")
  func unknownState() throws {
    let state = try Self.state("<asset ref=\"S-1\" is=\"down\"/>") {
      $0.report("S-1", is: nil, at: at(0))
    }
    #expect(state.course.value(at: at(1)) == .unknown)
    let open = state.condition.open(at: at(1))
    #expect(open.map(\.missing) == ["nobody has reported the state of S-1"])
  }

  @Test("A thing hit by an open incident is in an unknown state until somebody reports")
  func hitByIncident() throws {
    let incident = """
      <incident id="I-1" name="Crash" occurred="2026-12-04T11:00:00Z"><affected ref="S-1"/></incident>
      """
    let state = try Self.state("<asset ref=\"S-1\" is=\"down\"/>", more: incident)
    #expect(state.value(at: Self.noon) == .unknown)
    #expect(state.course.value(at: at(-61)) == .no)
    let over = try Self.state(
      "<asset ref=\"S-1\" is=\"down\"/>",
      more: incident.replacing(
        "occurred=", with: "status=\"recovered\" restored=\"2026-12-04T11:30:00Z\" occurred="))
    #expect(over.value(at: Self.noon) == .no)
  }

  @Test("A quarter of the RTO has passed after an hour of four")
  func ratio() throws {
    let state = try Self.state("<elapsed ref=\"A-1\" of=\"rto\" ratio=\"0.25\"/>") {
      $0.report("A-1", is: .down, at: at(0))
    }
    #expect(state.course.first(.yes, from: at(-10)) == at(60))
  }

  @Test("A share of a limit that nobody has set is unknown while down, and no while up")
  func noLimit() throws {
    let state = try Self.state("<elapsed ref=\"S-2\" of=\"mtpd\" ratio=\"0.5\"/>") {
      $0.report("S-2", is: .down, at: at(0))
    }
    #expect(state.course.value(at: at(-1)) == .no)
    #expect(state.course.value(at: at(1)) == .unknown)
    #expect(state.condition.open(at: at(1)).map(\.missing) == ["S-2 has no MTPD"])
  }

  @Test("A forecast counts from when the outage began")
  func forecast() throws {
    let condition = "<forecast ref=\"S-1\" exceeds=\"PT8H\"/>"
    let state = try Self.state(condition) {
      $0.report("S-1", is: .down, at: at(0))
      $0.report("S-1", restoredAt: at(8 * 60), at: at(10))
      $0.report("S-1", restoredAt: at(8 * 60 + 1), at: at(20))
    }
    #expect(state.course.value(at: at(-1)) == .no)
    #expect(state.course.value(at: at(5)) == .unknown)
    #expect(state.course.value(at: at(10)) == .no)
    #expect(state.course.value(at: at(20)) == .yes)
  }

  @Test("A forecast that has passed, or of an earlier outage, tells nothing")
  func staleForecast() throws {
    let state = try Self.state("<forecast ref=\"S-1\" exceeds=\"PT8H\"/>") {
      $0.report("S-1", is: .down, at: at(0))
      $0.report("S-1", restoredAt: at(60), at: at(10))
      $0.report("S-1", is: .up, at: at(100))
      $0.report("S-1", is: .down, at: at(200))
    }
    #expect(state.course.value(at: at(59)) == .no)
    #expect(state.course.value(at: at(60)) == .unknown)
    #expect(state.course.value(at: at(150)) == .no)
    #expect(state.course.value(at: at(201)) == .unknown)
  }

  @Test("A forecast without a time is measured by the latest time to declare")
  func latestDeclare() throws {
    let condition = "<forecast ref=\"S-1\"/>"
    func value(_ latest: Int64?) throws -> Truth {
      try Self.state(condition, latest: latest) {
        $0.report("S-1", is: .down, at: at(0))
        $0.report("S-1", restoredAt: at(100), at: at(0))
      }.course.value(at: at(1))
    }
    #expect(try value(99 * 60) == .yes)
    #expect(try value(100 * 60) == .no)
    #expect(try value(nil) == .unknown)
  }

  @Test("Levels of hazards, answers and indicators are taken as they were read")
  func readings() throws {
    let river = try Self.state("<hazard ref=\"h-1\" atLeast=\"380\"/>") {
      $0.report(try! Identifier("h-1"), level: Measure(379)!, at: at(0))
      $0.report(try! Identifier("h-1"), level: Measure(380)!, at: at(10))
    }
    #expect(river.course.steps.map(\.value) == [.unknown, .no, .yes])
    let asked = try Self.state("<manual role=\"r-1\" question=\"Is it safe?\"/>") {
      $0.report(answer: true, to: Line("Is it safe?")!, by: try! Identifier("r-1"), at: at(5))
    }
    #expect(asked.course.steps.map(\.value) == [.unknown, .yes])
    #expect(asked.condition.open(at: at(0)).map(\.missing) == ["r-1 has not answered"])
    let red = try Self.state("<indicator ref=\"K-1\" is=\"red\"/>")
    #expect(red.value(at: Self.noon) == .yes)
    #expect(red.since(Self.noon) == Moment(text: "2026-12-03T08:00:00Z")!.secondsSince1970)
  }

  @Test("Incidents are counted in the time up to now; those nobody has judged may count")
  func incidents() throws {
    let incidents = """
      <incident id="I-1" name="a" severity="major" occurred="2026-12-04T02:00:00Z" status="closed"/>
      <incident id="I-2" name="b" severity="critical" occurred="2026-12-04T11:00:00Z" status="closed"/>
      <incident id="I-3" name="c" severity="minor" occurred="2026-12-04T11:30:00Z" status="closed"/>
      <incident id="I-4" name="d" occurred="2026-12-04T13:00:00Z" status="closed"/>
      """
    let state = try Self.state(
      "<incidents count=\"3\" within=\"PT12H\" severityAtLeast=\"major\"/>", more: incidents)
    #expect(state.value(at: Self.noon) == .no)
    #expect(state.course.value(at: at(60)) == .unknown)
    // At 14:00 the first one is twelve hours old.
    #expect(state.course.value(at: at(119)) == .unknown)
    #expect(state.course.value(at: at(120)) == .no)
  }

  @Test("An incident of which nobody knows when it was may count at any time")
  func undatedIncident() throws {
    let state = try Self.state(
      "<incidents count=\"1\" within=\"P1D\"/>",
      more: "<incident id=\"I-1\" name=\"a\" status=\"closed\"/>")
    #expect(state.value(at: Self.noon) == .unknown)
    let two = try Self.state(
      "<incidents count=\"2\" within=\"P1D\"/>",
      more: "<incident id=\"I-1\" name=\"a\" status=\"closed\"/>")
    #expect(two.value(at: Self.noon) == .no)
  }

  @Test(
    "Where the latest declaration is known of some activities only, a forecast can exceed it and not keep it"
  )
  func boundedDeclaration() throws {
    let register = try Register(
      """
      <asset id="S-1" name="Record"/>
      <protocol id="P-1" name="Downtime"><level number="1"/>
        <trigger level="1"><forecast ref="S-1"/></trigger></protocol>
      """)
    func value(after minutes: Int64) -> Truth {
      var facts = FactRecord()
      facts.report("S-1", is: .down, at: at(0))
      facts.report("S-1", restoredAt: at(minutes), at: at(0))
      let context = TriggerContext(
        register, facts: facts, at: Self.noon, limits: [:], latestDeclare: [3600],
        boundedOnly: [0])
      return context.triggers()[0].course.value(at: at(1))
    }
    #expect(value(after: 61) == .yes)
    #expect(value(after: 60) == .unknown)
  }

  @Test("With 'until' a trigger stays on until that has held long enough")
  func hysteresis() throws {
    let state = try #require(
      try Self.states(
        """
        <trigger level="2"><asset ref="S-1" is="down"/>
          <until hold="PT30M"><asset ref="S-1" is="up"/></until></trigger>
        """
      ) {
        $0.report("S-1", is: .down, at: at(0))
        $0.report("S-1", is: .up, at: at(10))
        $0.report("S-1", is: .down, at: at(20))
        $0.report("S-1", is: .up, at: at(30))
      }.first)
    #expect(state.course.first(.yes, from: at(-60)) == at(0))
    #expect(state.course.first(.no, from: at(0)) == at(60))
  }

  @Test("A protocol without triggers is recommended after a quarter of the RTO, or by the forecast")
  func recommended() throws {
    let silent = try Self.states("", latest: 3 * 3600) { $0.report("A-1", is: .down, at: at(0)) }
    #expect(silent.count == 1)
    #expect(silent[0].place == nil)
    #expect(silent[0].course.steps.map(\.value) == [.no, .unknown, .yes])
    #expect(silent[0].course.first(.yes, from: at(0)) == at(60))
    let soon = try Self.states("", latest: 3 * 3600) {
      $0.report("A-1", is: .down, at: at(0))
      $0.report("A-1", restoredAt: at(120), at: at(5))
    }
    #expect(soon[0].course.value(at: at(100)) == .no)
    let late = try Self.states("", latest: 3 * 3600) {
      $0.report("A-1", is: .down, at: at(0))
      $0.report("A-1", restoredAt: at(181), at: at(5))
    }
    #expect(late[0].course.value(at: at(6)) == .yes)
  }

  @Test("What decides a trigger is named, not all that it is made of")
  func decisive() throws {
    let state = try Self.state(
      """
      <any><all><asset ref="S-1" is="down"/><not><asset ref="S-2" is="down"/></not></all>
      <manual role="r-1" question="Really?"/></any>
      """
    ) { $0.report("S-1", is: .down, at: at(0)) }
    #expect(state.course.value(at: at(0)) == .yes)
    #expect(state.condition.decisive(at: at(0)).count == 2)
    #expect(state.condition.open(at: at(0)).isEmpty)
    #expect(state.condition.open(at: at(-1)).count == 1)
  }
}
