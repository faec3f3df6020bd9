import RegisterModel
import RiskScoring
import Testing

struct HeatMapTests {
  @Test("Every risk is in one cell, or not assessed, or closed")
  func counts() throws {
    let map = HeatMap(
      of: Assessment(
        of: register([
          risk("R-1", likelihood: 4, ["money": 2, "safety": 4]),
          risk("R-2", likelihood: 4, ["money": 4]), risk("R-3", likelihood: 1, ["money": 5]),
          risk("R-4", likelihood: 4), unscored("R-5"),
          risk("R-6", likelihood: 4, ["money": 4], status: .closed),
          risk("R-7", likelihood: 4, ["money": 4], status: .accepted),
        ])))
    #expect(map.rowCount == 5 && map.columnCount == 5 && map.cells.count == 25)
    let cell = try #require(map[level(4), level(4)])
    #expect(cell.count == 3 && cell.rating == level(4))
    #expect(map[level(1), level(5)]?.count == 1)
    #expect(map[level(1), level(5)]?.rating == level(3))
    #expect(map[level(6), level(1)] == nil && map[level(1), level(6)] == nil)
    #expect(map.notAssessed == 2 && map.closed == 1)
    #expect(map.cells.map(\.count).reduce(0, +) + map.notAssessed + map.closed == 7)
    #expect(map.stage == .current)
  }

  @Test("Cells come row by row, the rarest and mildest first")
  func cellOrder() {
    let map = HeatMap(of: Assessment(of: register([], plainCriteria([[1, 1, 2], [1, 2, 3]]))))
    #expect(map.cells.map { [Int($0.likelihood.rank), Int($0.impact.rank)] }.first == [1, 1])
    #expect(map.cells.map { $0.rating?.rank } == [1, 1, 2, 1, 2, 3])
  }

  @Test("Without a matrix the map has the size of the scales, and nothing is assessed")
  func noMatrix() {
    var criteria = plainCriteria([[1, 1], [1, 2]])
    criteria.matrix = nil
    let map = HeatMap(
      of: Assessment(of: register([risk("R-1", likelihood: 1, ["money": 1])], criteria)))
    #expect(map.cells.count == 4 && map.cells.allSatisfy { $0.rating == nil && $0.count == 0 })
    #expect(map.notAssessed == 1)
    let nothing = HeatMap(of: Assessment(of: register([unscored("R-1")], nil)))
    #expect(nothing.cells.isEmpty && nothing.notAssessed == 1)
  }
}
