import TestSupport
import Testing

@testable import ImpactAnalysis

@Suite("What is occupied over time")
struct CapacityProfileTests {
  @Test("The earliest time that is free for long enough is the one that counting finds")
  func againstCounting() {
    var random = SplitMix64(seed: 41)
    let length = 3_000
    for capacity in [1, 3, 10] as [Int64] {
      var profile = CapacityProfile(capacity: capacity)
      var counted = [Int64](repeating: 0, count: length)
      for _ in 0..<700 {
        let amount = Int64(random.within(1...Int(capacity)))
        let duration = Int64(random.within(0...6))
        let from = Int64(random.below(1_500))
        var expected = from
        while (expected..<expected + duration).contains(where: {
          counted[Int($0)] + amount > capacity
        }) {
          expected += 1
        }
        let found = profile.earliest(from: from, lasting: duration, amount)
        #expect(found == expected)
        guard found + duration < 2_900 else { continue }
        for time in found..<found + duration { counted[Int(time)] += amount }
        profile.occupy(from: found, to: found + duration, amount)
      }
      #expect((0..<length).allSatisfy { profile.used(at: Int64($0)) == counted[$0] })
    }
  }

  @Test("What is occupied from long before to long after lies on all in between")
  func long() {
    var profile = CapacityProfile(capacity: 2)
    for start in 0..<500 as Range<Int64> { profile.occupy(from: 2 * start, to: 2 * start + 1, 1) }
    profile.occupy(from: 1, to: 999, 1)
    #expect(profile.used(at: 500) == 2 && profile.used(at: 501) == 1)
    #expect(profile.earliest(from: 0, lasting: 2, 1) == 0)
    #expect(profile.earliest(from: 1, lasting: 2, 1) == 999)
    #expect(profile.earliest(from: 2, lasting: 1, 1) == 3)
    #expect(profile.earliest(from: 0, lasting: 1, 2) == 999)
  }
}

@Suite("What may be delayed")
struct DelayingAlternativesTests {
  @Test("The sets are the smallest whose delay leaves what fits, each once")
  func againstAllSets() {
    var random = SplitMix64(seed: 42)
    for round in 0..<100 {
      let count = random.within(2...8)
      let capacities = [Int64(random.within(2...6)), Int64(random.within(2...6))]
      var network = TaskNetwork(capacities: capacities)
      for _ in 0..<count {
        for resource in 0..<2 where random.chance(0.8) {
          network.addDemand(
            .init(
              resource: Int32(resource), amount: Int64(random.within(1...Int(capacities[resource])))
            ))
        }
        network.addTask(duration: 5, release: 0, tail: 0)
      }
      var conflict = Conflict(network)
      guard conflict.find(Array(repeating: 0, count: count)) else { continue }
      let tasks = conflict.tasks
      var found = Set<[Bool]>()
      var alternatives = DelayingAlternatives(
        network, conflict, canWait: tasks.map { _ in true }, stepLimit: 10_000)
      while alternatives.next() {
        #expect(found.insert(alternatives.isDelayed).inserted, "round \(round)")
      }
      let all = (0..<1 << tasks.count).map { bits in tasks.indices.map { bits >> $0 & 1 == 1 } }
      let expected = all.filter { delayed in
        Self.fits(network, conflict, delayed)
          && tasks.indices.allSatisfy { place in
            guard delayed[place] else { return true }
            var fewer = delayed
            fewer[place] = false
            return !Self.fits(network, conflict, fewer)
          }
      }
      #expect(found == Set(expected), "round \(round)")
    }
  }

  private static func fits(_ network: TaskNetwork, _ conflict: Conflict, _ delayed: [Bool])
    -> Bool
  {
    network.capacities.indices.allSatisfy { resource in
      var used: Int64 = 0
      for (task, isDelayed) in zip(conflict.tasks, delayed) where !isDelayed {
        for place in network.demands(of: Int(task))
        where network.demands[place].resource == Int32(resource) {
          used += network.demands[place].amount
        }
      }
      return conflict.excess[resource] <= 0 || used <= network.capacities[resource]
    }
  }
}
