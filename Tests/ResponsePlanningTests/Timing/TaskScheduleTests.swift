import RegisterModel
import ResponsePlanning
import TestSupport
import Testing

/// Tasks as `id optimistic likely pessimistic predecessors`, in minutes; one time only: fixed; none: unknown.
func tasks(_ text: String) throws -> [RecoveryTask] {
  try text.split(separator: ";").map { line in
    let parts = line.split(separator: " ")
    var task = RecoveryTask(id: try Identifier(String(parts[0])), name: Line("Task")!)
    let times = parts.dropFirst().compactMap { Int64($0) }
      .compactMap { ElapsedTime(seconds: $0 * 60) }
    if times.count == 1 { task.likely = times[0] }
    if times.count == 3 {
      (task.optimistic, task.likely, task.pessimistic) = (times[0], times[1], times[2])
    }
    task.after = try parts.dropFirst().filter { Int64($0) == nil }
      .map { Reference(try Identifier(String($0))) }
    return task
  }
}

@Suite("Critical path")
struct TaskScheduleTests {
  private func schedule(_ text: String, upTo ends: [Int]? = nil) throws -> TaskSchedule {
    TaskSchedule(TaskNetwork(try tasks(text)), upTo: ends)
  }
  private func path(_ schedule: TaskSchedule, _ number: Int = 0) -> [String] {
    schedule.criticalPaths[number].tasks.map { schedule.network.tasks[$0].id.text }
  }

  @Test("The seven tasks of the PERT example take 19.5 by a-c-e-g")
  func example() throws {
    let schedule = try schedule(
      "a 2 4 6;b 3 5 9;c 4 5 7 a;d 4 6 10 a;e 4 5 7 b c;f 3 4 8 d;g 3 5 8 e")
    #expect(schedule.end == 1170)
    #expect(schedule.criticalPaths.count == 1)
    #expect(schedule.areAllPathsListed)
    #expect(path(schedule) == ["a", "c", "e", "g"])
    let slack = schedule.times.map { ($0?.slack ?? -1) / 60 }
    for (slack, known) in zip(slack, [0, 3.833_333, 0, 4.666_667, 0, 4.666_667, 0]) {
      #expect(abs(slack - known) < 1e-6)
    }
    #expect(abs(schedule.criticalPaths[0].variance / 3600 - 1.638_888_9) < 1e-7)
  }

  @Test("The six tasks of the activation example take 130 minutes by T1-T2-T4-T6")
  func activation() throws {
    let schedule = try schedule(
      "T1 10 15 20;T2 20 30 70 T1;T3 15 20 25 T1;T4 30 60 90 T2;T5 20 40 60 T3;T6 10 20 30 T4 T5")
    #expect(schedule.end == 7800)
    #expect(path(schedule) == ["T1", "T2", "T4", "T6"])
    #expect(abs(schedule.criticalPaths[0].variance / 3600 - 183.333_3) < 1e-4)
  }

  @Test("Of two critical paths the variances are never added")
  func ties() throws {
    let schedule = try schedule("a 0 6 12;b 3 6 9;c 1 1 1 a b")
    #expect(schedule.criticalPaths.count == 2)
    #expect(path(schedule, 0) == ["a", "c"])
    #expect(path(schedule, 1) == ["b", "c"])
    #expect(schedule.variances == (1.0 * 3600)...(4.0 * 3600))
    // One minute to spare: the path with more spread (σ 2) is the worse, Φ(0.5).
    let spare = try #require(schedule.probability(within: 8 * 60))
    #expect(abs(spare - 0.691_462_461) < 1e-8)
    // One minute too little: the path with less spread (σ 1) is, Φ(−1).
    let missed = try #require(schedule.probability(within: 6 * 60))
    #expect(abs(missed - 0.158_655_254) < 1e-8)
  }

  @Test("Of a million critical paths some are listed, and the extremes of variance are right")
  func manyTies() throws {
    var text = "s 1"
    var last = "s"
    for layer in 0..<20 {
      text += ";u\(layer) 0 1 2 \(last);v\(layer) 1 1 1 \(last);j\(layer) 1 u\(layer) v\(layer)"
      last = "j\(layer)"
    }
    let schedule = try schedule(text)
    #expect(schedule.criticalPaths.count == TaskSchedule.pathLimit)
    #expect(!schedule.areAllPathsListed)
    let variances = try #require(schedule.variances)
    #expect(variances.lowerBound == 0)
    #expect(abs(variances.upperBound / 3600 - 20.0 / 9) < 1e-9)
  }

  @Test("A task without a duration makes the end unknown, not sooner")
  func unknownDuration() throws {
    let schedule = try schedule("a 10;b a;c 5 b")
    #expect(schedule.end == nil)
    #expect(schedule.notBefore == 900)
    #expect(schedule.unknown == [1])
    #expect(schedule.criticalPaths.isEmpty)
    #expect(schedule.probability(within: 1e9) == nil)
  }

  @Test("A task without a duration that isn't on the way doesn't matter")
  func unknownElsewhere() throws {
    let schedule = try schedule("a 10;b a;c 5 a", upTo: [2])
    #expect(schedule.end == 900)
    #expect(schedule.times[1] == nil)
  }

  @Test("Tasks that wait for each other in a circle are named, and the end is unknown")
  func circle() throws {
    let schedule = try schedule("a 1;b 1 a d;c 1 b;d 1 c;e 1 d")
    #expect(schedule.network.circle == [1, 2, 3])
    #expect(schedule.end == nil)
    #expect(schedule.criticalPaths.isEmpty)
  }

  @Test("A task that waits for itself is a circle; what doesn't wait for it is still timed")
  func selfCircle() throws {
    let tasks = try tasks("a 1 a;b 2")
    let network = TaskNetwork(tasks)
    #expect(network.circle == [0])
    #expect(TaskSchedule(network, upTo: [1]).end == 120)
  }

  @Test("Tasks that take no time end when they begin, and are on the path")
  func zero() throws {
    let schedule = try schedule("a 0;b 5 a;c 0 b")
    #expect(schedule.end == 300)
    #expect(path(schedule) == ["a", "b", "c"])
    #expect(schedule.probability(within: 300) == 1)
    #expect(schedule.probability(within: 299) == 0)
  }

  @Test("Nothing to do has no end")
  func nothing() throws {
    #expect(try schedule("").end == nil)
    #expect(try schedule("a 5", upTo: []).end == nil)
  }

  @Test("A level leaves out tasks, and what comes after still waits for what comes before them")
  func level() throws {
    var tasks = try tasks("a 10;b 20 a;c 5 b")
    tasks[1].fromLevel = Level(3)
    let low = TaskSchedule(TaskNetwork(tasks, level: Level(2)))
    #expect(low.end == 900)
    #expect(low.criticalPaths.map(\.tasks) == [[0, 2]])
    #expect(TaskSchedule(TaskNetwork(tasks, level: Level(3))).end == 2100)
    #expect(TaskSchedule(TaskNetwork(tasks)).end == 2100)
  }

  @Test("A measured time counts instead of the planned ones, as fixed")
  func measured() throws {
    let tasks = try tasks("a 10 20 30;b 5 a")
    let network = TaskNetwork(
      tasks, measured: [try Identifier("a"): ElapsedTime(seconds: 3000)!])
    let schedule = TaskSchedule(network)
    #expect(schedule.end == 3300)
    #expect(schedule.variances == 0...0)
  }

  @Test("Without all three times the likeliest counts as fixed")
  func partly() throws {
    var tasks = try tasks("a 10 20 30")
    tasks[0].pessimistic = nil
    #expect(TaskSchedule(TaskNetwork(tasks)).end == 1200)
  }

  @Test("A chain of a hundred thousand tasks is walked without recursion")
  func long() throws {
    let text = (0..<100_000).map { "t\($0) 1" + ($0 > 0 ? " t\($0 - 1)" : "") }
      .joined(separator: ";")
    let schedule = try schedule(text)
    #expect(schedule.end == 6_000_000)
    #expect(schedule.criticalPaths.map(\.tasks.count) == [100_000])
  }
}
