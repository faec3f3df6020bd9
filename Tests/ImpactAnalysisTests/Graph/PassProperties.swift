import TestSupport
import Testing

@testable import ImpactAnalysis

@Suite("The two passes on generated graphs")
struct PassProperties {
  @Test("Capability is what trying every choice of members gives", arguments: [false, true])
  func capability(isCyclic: Bool) {
    var random = SplitMix64(seed: 41)
    for round in 0..<400 {
      let small = SmallGraph(&random, isCyclic: isCyclic)
      let ready = small.impact.recovery.ready
      #expect(ready.map(\.lower) == small.ready(isLate: false), "round \(round)")
      #expect(ready.map(\.upper) == small.ready(isLate: true), "round \(round)")
    }
  }

  @Test("Requirement is the least that any path asks for", arguments: [false, true])
  func requirement(isCyclic: Bool) {
    var random = SplitMix64(seed: 42)
    for round in 0..<400 {
      let small = SmallGraph(&random, isCyclic: isCyclic)
      let requirements = small.impact.requirements.requirements
      #expect(requirements.map(\.seconds) == small.required, "round \(round)")
      for (node, requirement) in requirements.enumerated() {
        guard let binding = requirement.binding else { continue }
        #expect(
          small.nodes[binding].groups.contains { $0.members.contains(node) }
            || small.impact.graph.areInOneCycle(binding, node), "round \(round)")
      }
    }
  }

  @Test(
    "A failed node never comes back, and takes along what trying says", arguments: [false, true])
  func failures(ignoringWorkarounds: Bool) {
    var random = SplitMix64(seed: 43)
    for round in 0..<200 {
      let small = SmallGraph(&random, isCyclic: false)
      let failed = Set((0..<2).map { _ in random.below(small.nodes.count) })
      let ready = RecoveryTimes(
        small.graph, own: small.own, failed: failed, ignoringWorkarounds: ignoringWorkarounds
      ).ready
      let expected = small.ready(
        isLate: true, failed: failed, ignoringWorkarounds: ignoringWorkarounds)
      #expect(ready.map(\.upper) == expected, "round \(round)")
    }
  }

  @Test("One more member never makes anything later, longer work nothing sooner")
  func monotone() {
    var random = SplitMix64(seed: 44)
    for round in 0..<300 {
      let before = SmallGraph(&random, isCyclic: random.chance(0.3))
      var longer = before
      let node = random.below(before.nodes.count)
      longer.nodes[node].own = before.nodes[node].own.map { $0 + Int64(random.within(1...5)) }
      var redundant = before
      redundant.nodes.append(SmallGraph.Node(own: Int64(random.within(0...6))))
      let places = before.nodes.indices.filter { !before.nodes[$0].groups.isEmpty }
      if let place = places.isEmpty ? nil : random.element(of: places) {
        let group = random.below(before.nodes[place].groups.count)
        redundant.nodes[place].groups[group].members.append(before.nodes.count)
      }
      let ready = before.impact.recovery.ready
      let late = longer.impact.recovery.ready
      let spare = redundant.impact.recovery.ready
      for node in before.nodes.indices {
        #expect(ready[node].lower <= late[node].lower, "round \(round)")
        #expect(ready[node].upper <= late[node].upper, "round \(round)")
        #expect(spare[node].lower <= ready[node].lower, "round \(round)")
        #expect(spare[node].upper <= ready[node].upper, "round \(round)")
      }
    }
  }

  @Test("With everything failed, all is back when capability says, unless a workaround runs out")
  func everythingFailed() {
    var random = SplitMix64(seed: 45)
    var compared = 0
    for round in 0..<300 {
      var small = SmallGraph(&random, isCyclic: false, knowsAll: true)
      // What takes no time is never down, and nobody waits for its lead.
      for node in small.nodes.indices { small.nodes[node].own = Int64(random.within(1...6)) }
      let impact = small.impact
      guard !small.hasLapse else { continue }
      compared += 1
      let result = WhatIf(impact, failures: small.nodes.indices.map { .init($0) })
      for node in small.nodes.indices {
        #expect(result.back(node) == impact.recovery.ready[node], "round \(round)")
      }
    }
    #expect(compared > 50)
  }

  @Test("A gap is the difference of both, wherever both are known")
  func gaps() {
    var random = SplitMix64(seed: 46)
    for round in 0..<200 {
      let small = SmallGraph(&random, isCyclic: random.chance(0.3))
      let impact = small.impact
      let (late, soon) = (small.ready(isLate: true), small.ready(isLate: false))
      for (node, required) in small.required.enumerated() {
        let isKnown = late[node] == soon[node] && required < TimeBounds.never
        let expected =
          isKnown ? (late[node] == TimeBounds.never ? late[node] : late[node] - required) : nil
        #expect(impact.gap(of: node) == expected, "round \(round)")
      }
    }
  }
}
