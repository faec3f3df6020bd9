import RegisterModel
import TestSupport
import Testing

@testable import ImpactAnalysis

@Suite("The recovery sequence")
struct RecoverySequenceTests {
  private func sequence(_ text: String) throws -> [String] {
    let (register, impact) = try WorkedExample.impact(text)
    let names = register.activities.map(\.id.text) + register.assets.map(\.id.text)
    let points = SinglePoints(impact.graph, activities: Array(0..<impact.graph.activityCount))
    return RecoverySequence(impact, register, points: points).entries.map { names[$0.node] }
  }

  @Test("By latest start: W1 of DOMAIN §9.2")
  func workedExample() throws {
    // Latest starts: R3b .75 - 6, R3a .75 - 1, R2 2.75 - 2, R4 3.75 - 3, R5 3.75 - 1.5, R1 3.75 - 1,
    // A2 4 - .25, A1 8 - .5, A3 72 - 1.
    #expect(
      try sequence(WorkedExample.text)
        == ["R3b", "R3a", "R2", "R4", "R5", "R1", "A2", "A1", "A3"])
  }

  @Test(
    "Of two with one latest start first the one that more activities depend on, then by identifier")
  func ties() throws {
    #expect(
      try sequence(
        """
        <activity id="A" name="A"><targets rto="PT4H" own="PT0S"/>
          <needs mode="start"><on ref="Z"/></needs><needs mode="start" atLeast="1"><on ref="Y"/><on ref="X"/></needs>
        </activity>
        <asset id="Y" name="Y"><targets own="PT1H"/></asset>
        <asset id="X" name="X"><targets own="PT1H"/></asset>
        <asset id="Z" name="Z"><targets own="PT1H"/></asset>
        <asset id="B" name="Nothing asks for it"><targets own="PT1H"/></asset>
        """) == ["Z", "X", "Y", "A", "B"])
  }

  @Test("Nothing comes before what it needs, even where it must start sooner itself")
  func finishMode() throws {
    #expect(
      try sequence(
        """
        <activity id="A" name="A"><targets rto="PT8H" own="PT8H"/><needs><on ref="X"/></needs></activity>
        <activity id="B" name="B"><targets rto="PT4H" own="PT0S"/></activity>
        <asset id="X" name="X"><targets own="PT1H"/></asset>
        """) == ["X", "A", "B"])
  }

  @Test("A cycle is listed whole, and generated graphs keep their order")
  func generated() throws {
    #expect(
      try sequence(
        """
        <activity id="A" name="A"><targets rto="PT8H" own="PT1H"/><needs><on ref="X"/></needs></activity>
        <asset id="X" name="X"><targets own="PT1H"/><needs><on ref="Y"/></needs></asset>
        <asset id="Y" name="Y"><targets own="PT2H"/><needs><on ref="X"/></needs></asset>
        """) == ["Y", "X", "A"])
    var random = SplitMix64(seed: 5)
    for round in 0..<50 {
      let graph = GeneratedGraph.make(&random, nodes: 50, activities: 5, cyclic: round % 2 == 0)
      var order = Array(0..<50)
      random.shuffle(&order)
      let sorted = graph.sortedTopologically(order)
      #expect(sorted.sorted() == Array(0..<50))
      var place = [Int](repeating: 0, count: 50)
      for (index, node) in sorted.enumerated() { place[node] = index }
      for node in 0..<50 {
        for group in graph.groups(of: node) {
          for member in graph.members(of: group) where !graph.areInOneCycle(node, Int(member)) {
            #expect(place[Int(member)] < place[node])
          }
        }
      }
    }
  }
}
