import TestSupport
import Testing

@testable import ImpactAnalysis

@Suite("Graphs that are deep or wide")
struct LargeGraphTests {
  private static let count = 200_000

  /// The first node is an activity.
  private func impact(_ builder: GraphBuilder, objective: Int64) -> ImpactGraph {
    let own = [TimeBounds](repeating: TimeBounds(1), count: builder.nodeCount)
    return ImpactGraph(DependencyGraph(builder), own: own, objectives: [objective])
  }

  private func chain(_ count: Int) -> ImpactGraph {
    var builder = GraphBuilder(activityCount: 1, nodeCount: count)
    for node in 1..<count {
      builder.add([Int32(node)], needed: 1)
      builder.endNode()
    }
    builder.endNode()
    return impact(builder, objective: 100)
  }

  @Test("A chain of 200,000: each waits for the next, and nothing recurs")
  func chain() {
    let impact = chain(Self.count)
    #expect(impact.recovery.ready[0].seconds == Int64(Self.count))
    #expect(impact.requirements.requirements[Self.count - 1].seconds == 100 - Int64(Self.count) + 1)
    #expect(impact.requirements.requirements[Self.count - 1].binding == Self.count - 2)
  }

  @Test("What fails at the foot of a chain of 20,000 is felt at its head")
  func whatIf() {
    let result = WhatIf(chain(20_000), failures: [.init(19_999)])
    #expect(result.back(0).seconds == 20_000)
  }

  @Test("A star of 200,000: one needs all, or one of all")
  func star() {
    for needed in [1, Self.count / 2, Self.count - 1] {
      var builder = GraphBuilder(activityCount: 1, nodeCount: Self.count)
      builder.add((1..<Int32(Self.count)).map(\.self), needed: needed)
      for _ in 0..<Self.count { builder.endNode() }
      let impact = impact(builder, objective: 100)
      #expect(impact.recovery.ready[0].seconds == 2)
      #expect(impact.requirements.requirements[Self.count - 1].seconds == 99)
    }
  }

  @Test("A circle of 200,000 is one component, of which nobody can say when it is back")
  func circle() {
    var builder = GraphBuilder(activityCount: 1, nodeCount: Self.count)
    for node in 0..<Self.count {
      builder.add([Int32((node + 1) % Self.count)], needed: 1)
      builder.endNode()
    }
    let impact = impact(builder, objective: 100)
    #expect(impact.graph.cycles.map(\.count) == [Self.count])
    #expect(impact.requirements.requirements.allSatisfy { $0.seconds == 100 })
    #expect(impact.recovery.ready[0].lower == 1 && !impact.recovery.ready[0].isKnown)
  }
}
