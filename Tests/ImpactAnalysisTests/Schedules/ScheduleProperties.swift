import TestSupport
import Testing

@testable import ImpactAnalysis

@Suite("Schedules of generated problems")
struct ScheduleProperties {
  private let exact = SearchEffort(placements: 300, nodes: 5_000)

  @Test("The best schedule of a tiny problem is the best of all")
  func againstAll() {
    var random = SplitMix64(seed: 3)
    for round in 0..<300 {
      let problem = GeneratedProblem.make(&random, tasks: random.within(1...6))
      let schedule = problem.schedule(exact)
      #expect(schedule.objective == ActiveSchedules(problem).best, "round \(round)")
      #expect(schedule.isProvenOptimal, "round \(round)")
      #expect(problem.mistakes(in: schedule).isEmpty, "round \(round)")
    }
  }

  @Test("The search alone finds the best, however bad what it starts from")
  func searchAlone() {
    var random = SplitMix64(seed: 4)
    for round in 0..<200 {
      let problem = GeneratedProblem.make(
        &random, tasks: random.within(2...6), resources: 1, hasChoices: round % 2 == 0)
      let compiled = CompiledProblem(problem)
      let (network, _) = compiled.network { compiled.matters[$0] }
      let search = BranchAndBound(
        network, below: 10_000, lowerBound: .min, nodeLimit: 100_000)
      #expect(search.best * compiled.unit == ActiveSchedules(problem).best, "round \(round)")
      #expect(search.lowerBound == search.best, "round \(round)")
    }
  }

  @Test("A schedule keeps to waits and capacities and is no better than its bound, at any effort")
  func valid() {
    var random = SplitMix64(seed: 5)
    for round in 0..<60 {
      let problem = GeneratedProblem.make(&random, tasks: random.within(10...40), resources: 3)
      for effort in [
        SearchEffort(placements: 0, nodes: 0), SearchEffort(placements: 500, nodes: 50),
        SearchEffort(placements: 0, nodes: 0, exactUpTo: 0),
      ] {
        #expect(problem.mistakes(in: problem.schedule(effort)).isEmpty, "round \(round)")
      }
    }
  }

  @Test("More effort never makes the bound contradict the schedule of less")
  func consistentBounds() {
    var random = SplitMix64(seed: 6)
    for round in 0..<40 {
      let problem = GeneratedProblem.make(&random, tasks: 14, resources: 2)
      let quick = problem.schedule(SearchEffort(placements: 0, nodes: 0))
      let thorough = problem.schedule(SearchEffort(placements: 500, nodes: 3_000))
      if let worst = quick.objective, let bound = thorough.lowerBound, let least = quick.lowerBound,
        let best = thorough.objective
      {
        #expect(bound <= worst && least <= best, "round \(round)")
      }
    }
  }

  @Test(
    "In proven optima another way to meet a need never makes it later, a longer task never sooner")
  func monotone() {
    var random = SplitMix64(seed: 7)
    var compared = 0
    for round in 0..<120 {
      let problem = GeneratedProblem.make(&random, tasks: random.within(4...9))
      let before = problem.schedule(exact)
      guard let objective = before.objective else { continue }
      var longer = problem
      let task = random.below(problem.taskCount)
      longer.setDuration(of: task, to: problem.durations[task] + Int64(random.within(1...5)))
      let redundant = problem.withRedundancy(&random)
      let after = longer.schedule(exact)
      let relieved = redundant.schedule(exact)
      guard before.isProvenOptimal, after.isProvenOptimal, relieved.isProvenOptimal,
        let late = after.objective, let soon = relieved.objective
      else { continue }
      #expect(late >= objective, "round \(round)")
      #expect(soon <= objective, "round \(round)")
      compared += 1
    }
    #expect(compared > 100)
  }

  @Test("From a known schedule nothing gets later, whatever gets shorter or more")
  func fromKnown() {
    var random = SplitMix64(seed: 8)
    let effort = SearchEffort(placements: 100, nodes: 50)
    for round in 0..<80 {
      var problem = GeneratedProblem.make(&random, tasks: random.within(5...20))
      let known = problem.schedule(effort)
      let task = random.below(problem.taskCount)
      problem.setDuration(of: task, to: problem.durations[task] / 2)
      problem.capacities[0] += 1
      let next = problem.schedule(effort, from: known.slots.map { $0?.start })
      #expect(problem.mistakes(in: next).isEmpty, "round \(round)")
      guard let before = known.objective, let after = next.objective else { continue }
      #expect(after <= before, "round \(round)")
      guard after == before else { continue }
      for (old, new) in zip(known.slots, next.slots) {
        if let old, let new { #expect(new.start <= old.start, "round \(round)") }
      }
    }
  }

  @Test("A task started as late as it can be leaves time for what follows")
  func latest() {
    var random = SplitMix64(seed: 9)
    for round in 0..<60 {
      let problem = GeneratedProblem.make(&random, tasks: random.within(3...12), hasChoices: false)
      let schedule = problem.schedule(SearchEffort(placements: 200, nodes: 200))
      guard let objective = schedule.objective else { continue }
      var isSomeCritical = false
      for (task, slot) in schedule.slots.enumerated() {
        guard let latest = slot?.latestStart else { continue }
        if let tail = problem.tails[task] {
          #expect(latest + problem.durations[task] + tail <= objective, "round \(round)")
        }
        for (index, wait) in problem.waits.enumerated() where wait.task == Int32(task) {
          for member in problem.members(of: index) {
            guard let other = schedule.slots[Int(member)]?.latestStart else { continue }
            #expect(
              other + problem.durations[Int(member)] + wait.lag <= latest, "round \(round)")
          }
        }
        if slot?.isCritical == true { isSomeCritical = true }
      }
      #expect(isSomeCritical, "round \(round)")
    }
  }

  @Test("Every task that waits says for what, and that ends when it starts")
  func causes() {
    var random = SplitMix64(seed: 10)
    for round in 0..<60 {
      let problem = GeneratedProblem.make(&random, tasks: random.within(3...25))
      let schedule = problem.schedule(SearchEffort(placements: 200, nodes: 50))
      for slot in schedule.slots.compactMap(\.self) {
        switch slot.cause {
        case .none: #expect(slot.start == 0, "round \(round)")
        case .time(let time): #expect(slot.start == time, "round \(round)")
        case .task(let other, let lag):
          #expect(schedule.slots[other].map { $0.finish + lag } == slot.start, "round \(round)")
        case .resource(_, let other):
          #expect(schedule.slots[other]?.finish == slot.start, "round \(round)")
        }
      }
    }
  }

  @Test("Ten thousand tasks for one crew, and a chain of ten thousand, take one pass")
  func manyTasks() {
    let effort = SearchEffort(placements: 0, nodes: 0)
    var crowd = SchedulingProblem(capacities: [2])
    for task in 0..<10_000 {
      crowd.addTask(duration: Int64(task % 7), demands: [.init(of: 0, Int64(task % 2 + 1))])
    }
    var chain = SchedulingProblem(capacities: [1])
    for task in 0..<10_000 {
      chain.addTask(duration: 1, demands: [.init(of: 0, 1)])
      if task > 0 { chain.wait(task, for: task - 1) }
    }
    let crowded = crowd.schedule(effort)
    #expect(crowded.slots.allSatisfy { $0 != nil })
    #expect(crowded.objective.map { $0 >= crowded.lowerBound! } == true)
    #expect(chain.schedule(effort).objective == 10_000)
  }
}

extension SchedulingProblem {
  /// The same with one more member for one of the waits, a new task of its own.
  fileprivate func withRedundancy(_ random: inout SplitMix64) -> SchedulingProblem {
    guard !waits.isEmpty else { return self }
    let chosen = random.below(waits.count)
    var changed = SchedulingProblem(capacities: capacities)
    for task in 0..<taskCount {
      changed.addTask(duration: durations[task], tail: tails[task], demands: demands[task])
    }
    let spare = changed.addTask(
      duration: Int64(random.within(0...4)), tail: nil, demands: demands[random.below(taskCount)])
    for (index, wait) in waits.enumerated() {
      let members = Array(members(of: index)) + (index == chosen ? [Int32(spare)] : [])
      changed.wait(
        Int(wait.task), for: members, needed: Int(wait.needed), lag: wait.lag, orAt: wait.orAt)
    }
    return changed
  }
}
