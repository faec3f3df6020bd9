import RegisterModel
import RiskScoring
import Testing

struct LevelMapTests {
  private func map(_ pairs: KeyValuePairs<Int, Int>) -> LevelMap<LikelihoodScale> {
    levelMap(pairs)
  }

  @Test("What nobody decided has no counterpart")
  func gaps() {
    let map = map([1: 1, 3: 2])
    #expect(map[level(1)] == level(1) && map[level(3)] == level(2))
    #expect(map[level(2)] == nil && map[level(99)] == nil)
    #expect(LevelMap<LikelihoodScale>()[level(1)] == nil)
  }

  @Test("Decisions on top replace and add; taking one back leaves no trace")
  func overriding() {
    var both = map([1: 1, 2: 2]).overridden(by: map([2: 3, 4: 5]))
    #expect(both.pairs.map(\.to.rank) == [1, 3, 5])
    both[level(4)] = nil
    #expect(both == map([2: 3, 1: 1]))
  }

  @Test("In the identity every level of the scale stays, and no other")
  func identity() {
    let map = LevelMap<ImpactScale>.identity(count: 3)
    #expect(map.pairs.map(\.from) == map.pairs.map(\.to) && map.pairs.count == 3)
    #expect(map[level(4)] == nil)
    #expect(LevelMap<ImpactScale>.identity(count: 0).pairs.isEmpty)
  }
}

/// A map of ranks: `levelMap([1: 1, 2: 3])`.
func levelMap<Scale>(_ pairs: KeyValuePairs<Int, Int>) -> LevelMap<Scale> {
  LevelMap(pairs.map { (from: level($0.key), to: level($0.value)) })
}
