import TestSupport
import Testing

@testable import ImpactAnalysis

@Suite("Scheduling")
struct SchedulingTests {
  private func starts(_ schedule: Schedule) -> [Int64?] { schedule.slots.map { $0?.start } }

  @Test("Two tasks that need one crew follow each other, the longer delivery first")
  func oneCrew() {
    var problem = SchedulingProblem(capacities: [1])
    problem.addTask(duration: 3, tail: 1, demands: [.init(of: 0, 1)])
    problem.addTask(duration: 2, tail: 5, demands: [.init(of: 0, 1)])
    let schedule = problem.schedule()
    #expect(starts(schedule) == [2, 0])
    #expect(schedule.objective == 7)
    #expect(schedule.isProvenOptimal)
    #expect(schedule.slots[0]?.cause == .resource(0, 1))
    // 2 + 3 + 1 is 6, so that one unit is left.
    #expect(schedule.slots.map { $0?.slack } == [1, 0])
  }

  @Test("Due times are tails taken negative: what is wanted first is done first")
  func dueTimes() {
    var problem = SchedulingProblem(capacities: [1])
    for due in [9, 3, 5] as [Int64] {
      problem.addTask(duration: 3, tail: -due, demands: [.init(of: 0, 1)])
    }
    let schedule = problem.schedule()
    #expect(starts(schedule) == [6, 0, 3])
    #expect(schedule.objective == 1)
    #expect(schedule.isProvenOptimal)
  }

  @Test("Waiting on purpose for a task that needs the crew more")
  func deliberateWaiting() {
    var problem = SchedulingProblem(capacities: [1])
    problem.addTask(duration: 10, tail: 0, demands: [.init(of: 0, 1)])
    let before = problem.addTask(duration: 1, tail: nil)
    let urgent = problem.addTask(duration: 1, tail: 20, demands: [.init(of: 0, 1)])
    problem.wait(urgent, for: before)
    let schedule = problem.schedule()
    #expect(starts(schedule) == [2, 0, 1])
    #expect(schedule.objective == 22)
    #expect(schedule.isProvenOptimal)
  }

  @Test("Lags, tools and a gap that is just long enough")
  func gap() {
    var problem = SchedulingProblem(capacities: [2, 1])
    let first = problem.addTask(duration: 4, tail: nil, demands: [.init(of: 0, 2)])
    let second = problem.addTask(duration: 4, demands: [.init(of: 0, 2), .init(of: 1, 1)])
    problem.addTask(duration: 3, demands: [.init(of: 0, 1), .init(of: 1, 1)])
    problem.wait(second, for: first, lag: 3)
    let schedule = problem.schedule()
    #expect(starts(schedule) == [0, 7, 4])
    #expect(schedule.objective == 11)
    #expect(schedule.slots[1]?.cause == .task(0, lag: 3))
  }

  @Test("A problem without tasks has a schedule without objective")
  func empty() {
    let schedule = SchedulingProblem(capacities: [1]).schedule()
    #expect(schedule.slots.isEmpty && schedule.obstacles.isEmpty)
    #expect(schedule.objective == nil && schedule.lowerBound == nil)
    #expect(schedule.isProvenOptimal)
  }

  @Test("Tasks of no duration are done when what they wait for is, and occupy nothing")
  func noDuration() {
    var problem = SchedulingProblem(capacities: [1])
    for _ in 0..<3 { problem.addTask(duration: 0, demands: [.init(of: 0, 1)]) }
    problem.wait(0, for: 1)
    problem.wait(1, for: 2, lag: 2)
    let schedule = problem.schedule()
    #expect(starts(schedule) == [2, 2, 0])
    #expect(schedule.objective == 2 && schedule.isProvenOptimal)
  }

  @Test("A task that occupies more than there is is never done, nor what needs it")
  func tooMuch() {
    var problem = SchedulingProblem(capacities: [0, 2])
    problem.addTask(duration: 1, demands: [.init(of: 0, 1)])
    problem.addTask(duration: 0, demands: [.init(of: 1, 1), .init(of: 1, 2)])
    problem.addTask(duration: 5, demands: [.init(of: 0, 0)])
    problem.addTask(duration: 1)
    problem.addTask(duration: 1)
    problem.wait(3, for: [0, 2], needed: 2)
    problem.wait(4, for: [0, 2], needed: 1)
    let schedule = problem.schedule()
    #expect(starts(schedule) == [nil, nil, 0, nil, 5])
    #expect(schedule.obstacles.map(\.task) == [0, 1, 3])
    #expect(schedule.obstacles.map(\.obstacle) == [.capacity(0), .capacity(1), .task(0)])
    #expect(schedule.objective == 6)
  }

  @Test("Tasks that wait for each other have no time, nor what waits for them")
  func circle() {
    var problem = SchedulingProblem(capacities: [])
    for _ in 0..<4 { problem.addTask(duration: 1) }
    problem.wait(0, for: 1)
    problem.wait(1, for: 0)
    problem.wait(2, for: 1)
    problem.wait(3, for: 3)
    let schedule = problem.schedule()
    #expect(starts(schedule) == [nil, nil, nil, nil])
    #expect(schedule.obstacles.map(\.obstacle) == [.circle, .circle, .task(1), .circle])
    #expect(schedule.objective == nil)
  }

  @Test("A circle with another way in is opened by it")
  func openCircle() {
    var problem = SchedulingProblem(capacities: [])
    for _ in 0..<3 { problem.addTask(duration: 1) }
    problem.wait(0, for: [1, 2], needed: 1)
    problem.wait(1, for: 0)
    let schedule = problem.schedule()
    #expect(starts(schedule) == [1, 2, 0])
    #expect(schedule.isProvenOptimal)
  }

  @Test("Of several ways the one is taken that is best with the crew there is")
  func choice() {
    var problem = SchedulingProblem(capacities: [1])
    // The quicker member needs the crew that the other task needs as well.
    problem.addTask(duration: 2, tail: nil, demands: [.init(of: 0, 1)])
    problem.addTask(duration: 3, tail: nil)
    problem.addTask(duration: 1)
    problem.addTask(duration: 4, demands: [.init(of: 0, 1)])
    problem.wait(2, for: [0, 1], needed: 1)
    let schedule = problem.schedule()
    #expect(schedule.objective == 4 && schedule.isProvenOptimal)
    #expect(starts(schedule) == [4, 0, 3, 0])
    #expect(schedule.slots[0]?.latestStart == nil)
  }

  @Test("What can be done without from some time on is not waited for after it")
  func workaround() {
    var problem = SchedulingProblem(capacities: [])
    problem.addTask(duration: 9, tail: nil)
    problem.addTask(duration: 1)
    problem.wait(1, for: [0], needed: 1, orAt: 4)
    let schedule = problem.schedule()
    #expect(starts(schedule) == [0, 4])
    #expect(schedule.slots[1]?.cause == .time(4))
  }

  @Test("What the objective doesn't depend on is placed by priority in what is left")
  func priorities() {
    var problem = SchedulingProblem(capacities: [1])
    for _ in 0..<2 { problem.addTask(duration: 2, tail: nil, demands: [.init(of: 0, 1)]) }
    problem.addTask(duration: 5, tail: 0, demands: [.init(of: 0, 1)])
    let schedule = problem.schedule(priorities: [2, 1, 3])
    #expect(starts(schedule) == [7, 5, 0])
    #expect(schedule.slots.map { $0?.latestStart } == [nil, nil, 0])
  }

  @Test("The same problem gives the same schedule")
  func deterministic() {
    var random = SplitMix64(seed: 11)
    let problem = GeneratedProblem.make(&random, tasks: 40)
    let effort = SearchEffort(placements: 2_000, nodes: 200)
    #expect(problem.schedule(effort).slots == problem.schedule(effort).slots)
  }

  @Test("Times are in seconds whatever they have in common")
  func units() {
    var problem = SchedulingProblem(capacities: [1])
    problem.addTask(duration: 5_400, tail: -3_600, demands: [.init(of: 0, 1)])
    problem.addTask(duration: 1_800, tail: -1_800, demands: [.init(of: 0, 1)])
    let schedule = problem.schedule()
    #expect(starts(schedule) == [1_800, 0])
    #expect(schedule.objective == 3_600 && schedule.isProvenOptimal)
  }

  @Test("Great numbers don't overflow")
  func greatNumbers() {
    var problem = SchedulingProblem(capacities: [999_999_999])
    for _ in 0..<5 {
      problem.addTask(duration: 8_639_999_999, demands: [.init(of: 0, 600_000_000)])
    }
    let schedule = problem.schedule()
    #expect(schedule.objective == 5 * 8_639_999_999 && schedule.isProvenOptimal)
  }
}
