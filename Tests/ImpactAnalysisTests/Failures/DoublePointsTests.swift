import RegisterModel
import TestSupport
import Testing

@testable import ImpactAnalysis

@Suite("Pairs of nodes that an activity can't lose together")
struct DoublePointsTests {
  @Test("One of two: the two are a pair, and so is what each of them alone needs")
  func oneOfTwo() throws {
    let (register, impact) = try WorkedExample.impact()
    let names = register.activities.map(\.id.text) + register.assets.map(\.id.text)
    let found = DoublePoints(impact.graph, activities: [0, 1, 2])
    #expect(
      found.pairs.map { "\(names[$0.first]) \(names[$0.second]): \($0.activities.count)" }
        == ["R3a R3b: 3"])
  }

  @Test("All pairs of generated graphs agree with failing both, one after the other")
  func bruteForce() {
    var random = SplitMix64(seed: 11)
    for _ in 0..<15 {
      let graph = GeneratedGraph.make(&random, nodes: 26, activities: 3)
      let found = DoublePoints(graph, activities: [0, 1, 2])
      let own = [TimeBounds](repeating: TimeBounds(0), count: 26)
      func lost(_ failed: Set<Int>) -> Set<Int> {
        let times = RecoveryTimes(graph, own: own, failed: failed, ignoringWorkarounds: true)
        return Set((0..<3).filter { times.ready[$0].isNever && !failed.contains($0) })
      }
      var expected: [DoublePoints.DoublePoint] = []
      for first in 0..<26 {
        for second in (first + 1)..<26 {
          let both = lost([first, second]).subtracting(lost([first])).subtracting(lost([second]))
          if !both.isEmpty {
            expected.append(.init(first: first, second: second, activities: both.sorted()))
          }
        }
      }
      #expect(found.pairs == expected)
    }
  }

  @Test("Too many candidates are said to be too many, and not searched for hours")
  func tooLarge() {
    var random = SplitMix64(seed: 3)
    let graph = GeneratedGraph.make(&random, nodes: 90, activities: 3)
    let found = DoublePoints(graph, activities: [0, 1, 2], limit: 5)
    #expect(found.isTooLarge)
    #expect(found.pairs.isEmpty)
  }

  @Test("A supplier behind two activities, and a site with all that stands on it")
  func concentration() throws {
    let (register, impact) = try WorkedExample.impact(
      """
      <party id="p" name="Cloud Ltd" kind="organisation"/>
      <activity id="A" name="A"><needs><on ref="X"/></needs></activity>
      <activity id="B" name="B"><needs atLeast="1"><on ref="Y"/><on ref="Z"/></needs></activity>
      <asset id="X" name="X" supplier="p" site="H"/>
      <asset id="Y" name="Y" supplier="p"/>
      <asset id="Z" name="Z" supplier="p" site="H"/>
      <asset id="H" name="House" kind="premises"/>
      """)
    let found = Concentration.all(in: register, impact.graph, activities: [0, 1])
    #expect(found.map(\.subject) == [.supplier(try Identifier("p"))])
    #expect(found[0].activities == [0, 1])
    #expect(found[0].nodes.count == 3)
  }
}
