import RegisterModel
import ResponsePlanning
import TestSupport
import Testing

@Suite("Activations")
struct ActivationStateTests {
  static let noon = Moment(text: "2026-12-04T12:00:00Z")!

  static func register(_ events: String, more: String = "") throws -> Register {
    try Register(
      """
      <party id="p-1" name="Ann"/><party id="p-2" name="Bob"/>
      <party id="r-1" name="Duty engineer"><holder ref="p-1"/><deputy ref="p-2"/></party>
      <party id="r-2" name="Site manager"/>
      <asset id="S-1" name="Record"/>
      <protocol id="P-1" name="Downtime">
        <level number="1" updates="PT1H"><authority ref="r-1"/><notify ref="r-1"/></level>
        <level number="2" updates="PT30M"><authority ref="r-2"/><notify ref="r-2"/></level>
        <task id="t-1" name="Announce" likely="PT10M" pessimistic="PT20M"/>
        <task id="t-2" name="Start" restores="S-1" likely="PT1H" target="PT2H" gate="Is it safe?"><after ref="t-1"/></task>
        <task id="t-3" name="Call off clinics" fromLevel="2" likely="PT1H"/>
        <message id="m-1" name="Over"><text><p>Back since {time}.</p></text></message>
        <standDown hold="PT1H" authority="r-1" message="m-1" validated="yes" backlogPlan="yes">
          <asset ref="S-1" is="up"/></standDown>
      </protocol>
      <activation id="AV-1" protocol="P-1">\(events)</activation>\(more)
      """)
  }

  static func state(_ events: String, at minutes: Int64 = 0) throws -> ActivationState {
    let register = try register(events)
    let moment = Moment(secondsSince1970: noon.secondsSince1970 + minutes * 60)!
    return ActivationState(register.activations[0], in: register, at: moment)
  }

  static func event(_ kind: String, _ time: String, _ more: String = "") -> String {
    "<event kind=\"\(kind)\" at=\"2026-12-04T\(time):00Z\" \(more)/>"
  }
  private func event(_ kind: String, _ time: String, _ more: String = "") -> String {
    Self.event(kind, time, more)
  }

  @Test("Facts alone are watched, a declaration activates, and what comes later is not known yet")
  func phases() throws {
    let events =
      event("fact", "11:00", "about=\"S-1\" state=\"down\"")
      + event("declared", "11:30", "level=\"1\" by=\"p-1\"") + event("stoodDown", "13:00")
      + event("closed", "14:00") + event("reviewed", "15:00")
    #expect(try Self.state(events, at: -45).phase == .watching)
    #expect(try Self.state(events, at: -45).level == nil)
    let active = try Self.state(events)
    #expect(active.phase == .active)
    #expect(active.level == Level(1))
    #expect(active.began == Self.noon.secondsSince1970 - 3600)
    #expect(try Self.state(events, at: 60).phase == .stoodDown)
    #expect(try Self.state(events, at: 120).phase == .closed)
    #expect(try Self.state(events, at: 200).phase == .reviewed)
  }

  @Test("A task waits for those before it, then for the decision at its gate")
  func gates() throws {
    let declared = event("declared", "11:30", "level=\"1\"")
    let waiting = try Self.state(declared)
    #expect(waiting.tasks.map(\.progress) == [.ready, .waiting([0]), .aside])
    let first = declared + event("taskDone", "11:45", "task=\"t-1\"")
    #expect(try Self.state(first).tasks[1].progress == .gated)
    let refused = first + event("decision", "11:50", "task=\"t-2\" approved=\"no\"")
    #expect(try Self.state(refused).tasks[1].progress == .refused)
    let approved = refused + event("decision", "11:55", "task=\"t-2\" approved=\"yes\"")
    #expect(try Self.state(approved).tasks[1].progress == .ready)
    let running = approved + event("taskStarted", "11:58", "task=\"t-2\"")
    #expect(
      try Self.state(running).tasks[1].progress == .running(since: Self.noon.secondsSince1970 - 120)
    )
  }

  @Test("Escalating brings in the tasks of the level")
  func levels() throws {
    let events =
      event("declared", "11:30", "level=\"1\"") + event("escalated", "11:40", "level=\"2\"")
    let state = try Self.state(events)
    #expect(state.level == Level(2))
    #expect(state.tasks[2].progress == .ready)
  }

  @Test("A task is late once its longest planned time, or its target, has passed")
  func late() throws {
    let declared = event("declared", "11:30", "level=\"1\"")
    #expect(try Self.state(declared, at: -10).lateTasks.isEmpty)
    #expect(try Self.state(declared, at: -9).lateTasks.map(\.task.id.text) == ["t-1"])
    let done = declared + event("taskDone", "11:40", "task=\"t-1\"")
    #expect(try Self.state(done, at: 90).lateTasks.isEmpty)
    #expect(try Self.state(done, at: 91).lateTasks.map(\.task.id.text) == ["t-2"])
  }

  @Test("The next word is due by the cadence of the level, from the last one sent")
  func updates() throws {
    let declared = event("declared", "11:00", "level=\"1\"")
    #expect(try Self.state(declared).nextUpdate == Self.noon.secondsSince1970)
    let told = declared + event("message", "11:50", "message=\"m-1\"")
    #expect(try Self.state(told).nextUpdate == Self.noon.secondsSince1970 + 50 * 60)
  }

  @Test("A role counts as reached when one who holds it or stands in has answered")
  func answers() throws {
    let declared = event("declared", "11:30", "level=\"2\"")
    let register = try Self.register(declared)
    let silent = ActivationState(register.activations[0], in: register, at: Self.noon)
    #expect(silent.unanswered(in: register).map(\.text) == ["r-1", "r-2"])
    let answered = try Self.register(declared + event("acknowledged", "11:40", "by=\"p-2\""))
    let state = ActivationState(answered.activations[0], in: answered, at: Self.noon)
    #expect(state.unanswered(in: answered).map(\.text) == ["r-2"])
    #expect(state.acknowledged.map(\.who.text) == ["p-2"])
  }

  private func check(_ events: String, at minutes: Int64) throws -> StandDownCheck {
    let register = try Self.register(events)
    let moment = Moment(secondsSince1970: Self.noon.secondsSince1970 + minutes * 60)!
    let state = ActivationState(register.activations[0], in: register, at: moment)
    let context = TriggerContext(
      register, facts: FactRecord(of: register, at: moment), at: moment, limits: [:],
      latestDeclare: [nil])
    return StandDownCheck(state, context, protocolPlace: 0)
  }

  @Test("Standing down waits for the hold time, the message, the validation and the backlog plan")
  func standDown() throws {
    let events =
      event("fact", "11:00", "about=\"S-1\" state=\"down\"")
      + event("declared", "11:05", "level=\"1\"")
      + event("fact", "11:30", "about=\"S-1\" state=\"up\"")
    let early = try check(events, at: 29)
    #expect(early.held == .no)
    #expect(early.unsent?.text == "m-1")
    let sent = events + event("message", "12:00", "message=\"m-1\"")
    let held = try check(sent, at: 30)
    #expect(held.held == .yes)
    #expect(held.unsent == nil)
    #expect(held.isMet(validated: true, backlogPlan: true))
    #expect(!held.isMet(validated: false, backlogPlan: true))
    #expect(!held.isMet(validated: true, backlogPlan: false))
  }

  @Test("A review gives the times of what was restored as evidence, and what took too long")
  func review() throws {
    let events =
      event("fact", "10:00", "about=\"S-1\" state=\"down\"")
      + event("declared", "10:20", "level=\"1\"") + event("acknowledged", "10:25", "by=\"p-1\"")
      + event("taskDone", "10:30", "task=\"t-1\"") + event("taskStarted", "10:40", "task=\"t-2\"")
      + event("taskDone", "12:00", "task=\"t-2\"")
    let state = try Self.state(events)
    let review = ActivationReview(state)
    #expect(review.declaredAfter == 1200)
    #expect(review.notified == 300)
    #expect(review.measured.map(\.took) == [600, 4800])
    #expect(review.measured.map(\.isLonger) == [false, true])
    #expect(review.unfinished.isEmpty)
    let shown = review.capabilities(of: state.activation, exercise: nil) { _ in
      CalendarDate(text: "2026-12-04")!
    }
    #expect(shown.map(\.restored.text) == ["S-1"])
    #expect(shown[0].capability.rta?.seconds == 4800)
    #expect(shown[0].capability.evidence == .incident)
    #expect(shown[0].capability.source?.text == "AV-1")
  }

  @Test("Waiting for a decision is no part of a task, and unknown where nobody recorded it")
  func gateIsNoWork() throws {
    let declared = event("declared", "10:00", "level=\"1\"")
    let first = declared + event("taskDone", "10:10", "task=\"t-1\"")
    let undecided = first + event("taskDone", "12:00", "task=\"t-2\"")
    #expect(try Self.state(undecided).tasks[1].took == nil)
    let decided =
      first + event("decision", "11:00", "task=\"t-2\" approved=\"yes\"")
      + event("taskDone", "12:00", "task=\"t-2\"")
    #expect(try Self.state(decided).tasks[1].took == 3600)
  }

  @Test("A task that is done is late no more, however late it was")
  func doneIsNotLate() throws {
    let events =
      event("declared", "10:00", "level=\"1\"") + event("taskDone", "11:50", "task=\"t-1\"")
    let state = try Self.state(events)
    #expect(state.tasks[0].isLate)
    #expect(state.lateTasks.isEmpty)
  }

  @Test("What took no time, and what was only talked through, is no evidence")
  func noEvidence() throws {
    let events =
      event("declared", "10:00", "level=\"1\"") + event("taskDone", "10:10", "task=\"t-1\"")
      + event("taskStarted", "10:20", "task=\"t-2\"") + event("taskDone", "10:20", "task=\"t-2\"")
    let instant = try Self.state(events)
    func shown(_ state: ActivationState, _ exercise: Exercise?) -> Int {
      ActivationReview(state).capabilities(of: state.activation, exercise: exercise) { _ in
        CalendarDate(text: "2026-12-04")!
      }.count
    }
    #expect(shown(instant, nil) == 0)
    let lasting =
      event("declared", "10:00", "level=\"1\"") + event("taskStarted", "10:20", "task=\"t-2\"")
      + event("taskDone", "10:50", "task=\"t-2\"")
    var drill = try Self.state(lasting).activation
    drill.exercise = try Identifier("E-1")
    let state = ActivationState(drill, in: try Self.register(""), at: Self.noon)
    for (kind, count) in [
      (Exercise.Nature.walkthrough, 0), (.tabletop, 0), (.notification, 0), (.functional, 1),
      (.full, 1),
    ] {
      var exercise = Exercise(id: try Identifier("E-1"), name: Line("Drill")!)
      exercise.kind = kind
      #expect(shown(state, exercise) == count, "\(kind)")
    }
  }

  @Test("What is still reported down stands in the way of standing down, whatever the condition")
  func stillDown() throws {
    let events =
      event("declared", "10:00", "level=\"1\"")
      + event("fact", "10:05", "about=\"S-1\" state=\"down\"")
      + event("message", "10:10", "message=\"m-1\"")
    let check = try check(events, at: 60)
    #expect(check.down.map(\.text) == ["S-1"])
    #expect(!check.isMet(validated: true, backlogPlan: true))
  }
}
