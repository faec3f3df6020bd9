import RegisterModel
import ResponsePlanning
import TestSupport
import Testing

@Suite("Time check")
struct TimeCheckTests {
  private func minutes(_ minutes: Double) -> TimeCheck.StepTime {
    TimeCheck.StepTime(seconds: minutes * 60, source: .planned)
  }
  private func time(_ minutes: Int64?) -> ElapsedTime? {
    minutes.flatMap { ElapsedTime(seconds: $0 * 60) }
  }
  private func check(
    objective: Int64?, tolerable: Int64? = nil, detect: Double? = 10, notify: Double? = 15,
    _ text: String =
      "T1 10 15 20;T2 20 30 70 T1;T3 15 20 25 T1;T4 30 60 90 T2;T5 20 40 60 T3;T6 10 20 30 T4 T5"
  ) throws -> TimeCheck {
    TimeCheck(
      detect: detect.map(minutes), assess: minutes(20), authorise: minutes(10),
      notify: notify.map(minutes), schedule: TaskSchedule(TaskNetwork(try tasks(text))),
      objective: time(objective), tolerable: time(tolerable))
  }

  @Test("185 minutes against an objective of 240 leave 55, and 95 to declare")
  func ok() throws {
    let check = try check(objective: 240)
    #expect(check.total == 11100)
    #expect(check.slack == 3300)
    #expect(check.latestDeclare == 5700)
    #expect(check.decisionWindow == 5100)
    #expect(check.verdict == .ok)
  }

  @Test("185 minutes against an objective of 200 are tight, with a probability of 0.86603")
  func tight() throws {
    let check = try check(objective: 200)
    #expect(check.slack == 900)
    let probability = try #require(check.probability)
    // Φ(15 / √183.3333); DOMAIN §9.4 prints .8660306.
    #expect(abs(probability - 0.866_030_958) < 1e-9)
    #expect(check.verdict == .tight)
  }

  @Test("With time to spare but a probability below 0.9 it is tight")
  func unlikely() throws {
    let check = try check(objective: 100, detect: 0, notify: 0, "a 0 50 100")
    #expect(check.slack == 1200)
    #expect(try #require(check.probability) < 0.9)
    #expect(check.verdict == .tight)
  }

  @Test(
    "Later than the objective falls short, later than can be borne fails",
    arguments: [
      (184, 240, TimeCheck.Verdict.shortfall), (184, 185, .shortfall), (120, 184, .fail),
      (184, nil, .shortfall), (nil, 184, .fail), (nil, 300, .unknown),
    ] as [(Int64?, Int64?, TimeCheck.Verdict)])
  func late(objective: Int64?, tolerable: Int64?, verdict: TimeCheck.Verdict) throws {
    #expect(try check(objective: objective, tolerable: tolerable).verdict == verdict)
  }

  @Test("An unknown step makes the total unknown, but what is known may be too late already")
  func unknown() throws {
    let open = try check(objective: 240, notify: nil)
    #expect(open.total == nil)
    #expect(open.unknownSteps == ["notify"])
    #expect(open.notBefore == 10200)
    #expect(open.latestDeclare == nil)
    #expect(open.probability == nil)
    #expect(open.verdict == .unknown)
    #expect(try check(objective: 169, notify: nil).verdict == .shortfall)
    #expect(try check(objective: 160, tolerable: 169, notify: nil).verdict == .fail)
  }

  @Test("Of tasks with an unknown duration the others still count against the objective")
  func unknownTask() throws {
    #expect(try check(objective: 240, "a 10;b a").verdict == .unknown)
    #expect(try check(objective: 240, "a 300;b a").verdict == .shortfall)
  }

  @Test("A recovery that was measured as a whole counts instead of the tasks")
  func measured() throws {
    let check = TimeCheck(
      detect: minutes(1), assess: minutes(1), authorise: minutes(1), notify: minutes(1),
      schedule: TaskSchedule(TaskNetwork(try tasks("a 5"))),
      recovery: .init(seconds: 600, source: .measured(try Identifier("X-1"))),
      objective: time(15), tolerable: nil)
    #expect(check.total == 840)
    #expect(check.probability == nil)
    #expect(check.verdict == .tight)
  }

  @Test("A simulation of one path agrees with its mean; of parallel paths the later counts")
  func mergeBias() throws {
    let one = try check(objective: 240, "a 0 50 100")
    let single = try #require(one.simulated())
    #expect(abs(single.simulation.mergeBias) < 60)
    let many = try check(objective: 125, "a 0 50 100;b 0 50 100;c 0 50 100;d 0 50 100")
    let parallel = try #require(many.simulated())
    #expect(parallel.simulation.mergeBias > 600)
    #expect(parallel.share < (try #require(many.probability)))
    #expect(parallel.standardError > 0)
  }

  @Test("The same seed gives the same simulation, and another seed another one")
  func seeds() throws {
    let check = try check(objective: 200)
    let first = try #require(check.simulated(seed: 7))
    let again = try #require(check.simulated(seed: 7))
    let other = try #require(check.simulated(seed: 8))
    #expect(first.simulation.mean == again.simulation.mean)
    #expect(first.simulation.mean != other.simulation.mean)
    #expect(abs(first.share - other.share) < 0.03)
  }

  @Test("Fixed durations are simulated without spread")
  func fixed() throws {
    let simulated = try #require(try check(objective: 240, "a 50;b 20 a").simulated(trials: 10))
    #expect(simulated.simulation.mean == 4200)
    #expect(simulated.share == 1)
    #expect(simulated.standardError == 0)
  }
}
