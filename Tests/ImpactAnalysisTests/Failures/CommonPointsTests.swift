import RegisterModel
import TestSupport
import Testing

@testable import ImpactAnalysis

@Suite("What members hang on together")
struct CommonPointsTests {
  private func points(_ text: String, most: Int = 8) throws -> [String] {
    let (register, impact) = try WorkedExample.impact(text)
    let ids = register.activities.map(\.id.text) + register.assets.map(\.id.text)
    return CommonPoints(impact.graph, most: most).needs.map { need in
      "\(ids[need.node])/\(need.need): \(need.points.map { ids[$0] }.joined(separator: " "))"
    }
  }

  @Test("Two scanners, one chiller, one power supply behind it: the nearest first")
  func chiller() throws {
    #expect(
      try points(
        """
        <activity id="A" name="A"><needs><on ref="Z"/></needs>
          <needs atLeast="1"><on ref="S"/><on ref="T"/></needs></activity>
        <asset id="S" name="S"><needs><on ref="X"/></needs></asset>
        <asset id="T" name="T"><needs><on ref="X"/></needs></asset>
        <asset id="X" name="X"><needs><on ref="Y"/></needs></asset>
        <asset id="Y" name="Y"/><asset id="Z" name="Z"/>
        """) == ["A/1: X Y"])
  }

  @Test("What takes only as many as can be spared is no common point")
  func spare() throws {
    let register = """
      <activity id="A" name="A"><needs atLeast="2"><on ref="S"/><on ref="T"/><on ref="U"/><on ref="V"/></needs></activity>
      <asset id="S" name="S"><needs><on ref="X"/></needs></asset>
      <asset id="T" name="T"><needs><on ref="X"/></needs></asset>
      <asset id="U" name="U"/><asset id="V" name="V"/><asset id="X" name="X"/>
      """
    #expect(try points(register) == ["A/0: "])
    #expect(try points(register.replacing("atLeast=\"2\"", with: "atLeast=\"3\"")) == ["A/0: X"])
  }

  @Test("More than 64 things behind a need are all looked at, and the nearest kept")
  func many() throws {
    let chain = (1...70).map {
      "<asset id=\"c\($0)\" name=\"c\">"
        + ($0 < 70 ? "<needs><on ref=\"c\($0 + 1)\"/></needs>" : "") + "</asset>"
    }.joined()
    let register = """
      <activity id="A" name="A"><needs atLeast="1"><on ref="S"/><on ref="T"/></needs></activity>
      <asset id="S" name="S"><needs><on ref="c1"/></needs></asset>
      <asset id="T" name="T"><needs><on ref="c1"/></needs></asset>
      """ + chain
    #expect(
      try points(register, most: 100)
        == ["A/0: " + (1...70).map { "c\($0)" }.joined(separator: " ")])
    #expect(try points(register, most: 2) == ["A/0: c1 c2"])
  }
}

@Suite("The way around a circle")
struct CycleWayTests {
  @Test("Each needs the next, and the last the first; what only lies beside it is left out")
  func way() throws {
    let (register, impact) = try WorkedExample.impact(
      """
      <asset id="P" name="P"><needs><on ref="Q"/></needs></asset>
      <asset id="Q" name="Q"><needs><on ref="S"/><on ref="R"/></needs></asset>
      <asset id="R" name="R"><needs><on ref="P"/></needs></asset>
      <asset id="S" name="S"><needs><on ref="T"/></needs></asset>
      <asset id="T" name="T"><needs><on ref="Q"/></needs></asset>
      """)
    #expect(impact.graph.cycles.count == 1)
    #expect(impact.graph.way(around: 0).map { register.assets[$0].id.text } == ["P", "Q", "R"])
  }

  @Test("What needs itself goes around by itself")
  func itself() throws {
    let (_, impact) = try WorkedExample.impact(
      "<asset id=\"P\" name=\"P\"><needs><on ref=\"P\"/></needs></asset>")
    #expect(impact.graph.way(around: 0) == [0])
  }
}
