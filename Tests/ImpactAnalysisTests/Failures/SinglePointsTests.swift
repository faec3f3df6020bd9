import RegisterModel
import TestSupport
import Testing

@testable import ImpactAnalysis

@Suite("Single points of failure")
struct SinglePointsTests {
  private func points(_ text: String) throws -> [String] {
    let (register, impact) = try WorkedExample.impact(text)
    let names = register.activities.map(\.id.text) + register.assets.map(\.id.text)
    return SinglePoints(impact.graph, activities: Array(0..<impact.graph.activityCount)).points.map
    {
      "\(names[$0.node]): "
        + $0.activities.map { names[$0] }.joined(separator: " ")
        + ($0.covered.isEmpty
          ? "" : " covered " + $0.covered.map { names[$0] }.joined(separator: " "))
    }
  }

  @Test("The worked example has R1, R2 and R5 for all, R4 for two of which one has a workaround")
  func workedExample() throws {
    #expect(
      try points(WorkedExample.text)
        == ["R1: A1 A2 A3", "R2: A1 A2 A3", "R4: A1 A2 covered A1", "R5: A1 A2 A3"])
  }

  @Test("Two ways that share one thing have a single point in it")
  func shared() throws {
    #expect(
      try points(
        """
        <activity id="A" name="A"><needs atLeast="1"><on ref="L"/><on ref="R"/></needs></activity>
        <asset id="L" name="L"><needs><on ref="S"/></needs></asset>
        <asset id="R" name="R"><needs><on ref="S"/></needs></asset>
        <asset id="S" name="S"/>
        """) == ["S: A"])
  }

  @Test("Two of three survive the loss of one, not of what two of them share")
  func twoOfThree() throws {
    #expect(
      try points(
        """
        <activity id="A" name="A"><needs atLeast="2"><on ref="X"/><on ref="Y"/><on ref="Z"/></needs></activity>
        <asset id="X" name="X"><needs><on ref="P"/></needs></asset>
        <asset id="Y" name="Y"><needs><on ref="P"/></needs></asset>
        <asset id="Z" name="Z"/>
        <asset id="P" name="P"/>
        """) == ["P: A"])
  }

  @Test("What asks for more members than it has hangs on nothing else")
  func impossible() throws {
    #expect(
      try points(
        """
        <activity id="A" name="A"><needs atLeast="3"><on ref="X"/><on ref="Y"/></needs></activity>
        <activity id="B" name="B"><needs><on ref="X"/></needs></activity>
        <asset id="X" name="X"/><asset id="Y" name="Y"/>
        """) == ["X: B"])
  }

  @Test("A cycle is lost as a whole, and the search ends")
  func cycle() throws {
    #expect(
      try points(
        """
        <activity id="A" name="A"><needs><on ref="X"/></needs></activity>
        <asset id="X" name="X"><needs><on ref="Y"/></needs></asset>
        <asset id="Y" name="Y"><needs><on ref="X"/></needs></asset>
        """) == ["X: A", "Y: A"])
  }

  @Test("Failing one node at a time gives the same as 64 at a time, on generated graphs")
  func againstOneByOne() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<30 {
      let graph = GeneratedGraph.make(&random, nodes: 90, activities: 5)
      let found = SinglePoints(graph, activities: Array(0..<5))
      for node in 0..<90 {
        let own = [TimeBounds](repeating: TimeBounds(0), count: 90)
        let times = RecoveryTimes(graph, own: own, failed: [node], ignoringWorkarounds: true)
        let lost = (0..<5).filter { $0 != node && times.ready[$0].isNever }
        #expect(found.points.first { $0.node == node }?.activities ?? [] == lost)
      }
    }
  }
}
