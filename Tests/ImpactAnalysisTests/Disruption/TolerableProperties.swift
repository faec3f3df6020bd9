import RegisterModel
import RiskScoring
import TestSupport
import Testing

@testable import ImpactAnalysis

@Suite("Tolerable periods of generated grids")
struct TolerableProperties {
  private static let hours: [Int64] = [4, 24, 72]

  /// Two categories at three times; nil where nobody judged, else whether it can be borne.
  private func period(_ grid: [[Bool?]]) throws -> TolerablePeriod? {
    var criteria = BuiltInCriteria.standard.criteria(in: Currency("EUR")!)
    criteria.bands = Self.hours.map { ElapsedTime(seconds: $0 * 3600)! }
    criteria.impacts = try grid.indices.map { row in
      var category = ImpactCategory(category: try Identifier("c\(row)"))
      category.levels = (1...5).map { ImpactLevel(name: Line("L\($0)")!) }
      category.intolerable = Level(2)
      return category
    }
    let cells = grid.indices.flatMap { row in
      zip(["PT4H", "P1D", "P3D"], grid[row]).compactMap { time, isBorne in
        isBorne.map { "<impact category=\"c\(row)\" at=\"\(time)\" level=\"\($0 ? 1 : 2)\"/>" }
      }
    }
    let register = try Register(
      "<activity id=\"A\" name=\"A\">\(cells.joined())</activity>", criteria: criteria)
    return ActivityDisruption(register.activities[0], criteria: criteria, loss: nil).period
  }

  /// The first time that can't be borne in any category, for every way in which the blanks may be judged.
  private func firsts(_ grid: [[Bool?]]) -> [Int64] {
    let cells = grid.joined()
    let blanks = cells.filter { $0 == nil }.count
    return (0..<(1 << blanks)).map { guess in
      var blank = 0
      let times = grid.flatMap { row in
        zip(Self.hours, row).compactMap { hour, isBorne -> Int64? in
          var isBorne = isBorne
          if isBorne == nil {
            isBorne = guess >> blank & 1 == 1
            blank += 1
          }
          return isBorne == true ? nil : hour * 3600
        }
      }
      return times.min() ?? TimeBounds.never
    }
  }

  /// The last time of a category that is known to be borne, before the first that is known not to be.
  private func lastBorne(_ row: [Bool?]) -> Int64 {
    let end = row.firstIndex(of: false) ?? row.count
    return (0..<end).last { row[$0] == true }.map { Self.hours[$0] * 3600 } ?? 0
  }

  @Test("All grids of two categories and three times: the latest of all ways to fill the blanks")
  func everyGrid() throws {
    let choices: [Bool?] = [nil, true, false]
    for number in 0..<729 {
      var rest = number
      let grid = (0..<2).map { _ in
        (0..<3).map { _ -> Bool? in
          defer { rest /= 3 }
          return choices[rest % 3]
        }
      }
      let period = try #require(try period(grid))
      let firsts = firsts(grid)
      let (least, most) = (firsts.min()!, firsts.max()!)
      #expect(period.planningValue == (most == TimeBounds.never ? nil : most), "\(grid)")
      if period.upper != nil { #expect(period.isUpperBoundOnly == (least != most), "\(grid)") }
      #expect(period.lower == grid.map(lastBorne).min(), "\(grid)")
      #expect(period.isNotCritical == (least == TimeBounds.never), "\(grid)")
    }
  }
}
