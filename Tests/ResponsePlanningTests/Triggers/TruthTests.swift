import ResponsePlanning
import Testing

@Suite("Three-valued logic")
struct TruthTests {
  @Test(
    "And, or and not follow Kleene's truth tables",
    arguments: [
      (Truth.yes, Truth.yes, Truth.yes, Truth.yes), (.yes, .unknown, .unknown, .yes),
      (.yes, .no, .no, .yes), (.unknown, .yes, .unknown, .yes),
      (.unknown, .unknown, .unknown, .unknown), (.unknown, .no, .no, .unknown),
      (.no, .yes, .no, .yes), (.no, .unknown, .no, .unknown), (.no, .no, .no, .no),
    ])
  func tables(left: Truth, right: Truth, and: Truth, or: Truth) {
    #expect(Truth.all([left, right]) == and)
    #expect(Truth.any([left, right]) == or)
    #expect(!Truth.all([left, right]) == Truth.any([!left, !right]))
  }

  @Test("The opposite of unknown is unknown")
  func not() {
    #expect(!Truth.yes == .no)
    #expect(!Truth.no == .yes)
    #expect(!Truth.unknown == .unknown)
  }

  @Test("At least so many is what all readings of the unknown agree on")
  func quorum() {
    let values = Truth.allCases
    for first in values {
      for second in values {
        for third in values {
          for count in 0...4 {
            let readings = [first, second, third].reduce([0...0]) { sums, value in
              sums.flatMap { sum -> [ClosedRange<Int>] in
                let options = value == .unknown ? [0, 1] : value == .yes ? [1] : [0]
                return options.map { sum.lowerBound + $0...sum.lowerBound + $0 }
              }
            }.map { $0.lowerBound >= count }
            let expected: Truth =
              readings.allSatisfy(\.self) ? .yes : readings.contains(true) ? .unknown : .no
            #expect(Truth.atLeast(count, of: [first, second, third]) == expected)
          }
        }
      }
    }
  }

  @Test("All of nothing hold, and none of nothing does")
  func none() {
    #expect(Truth.all([]) == .yes)
    #expect(Truth.any([]) == .no)
    #expect(Truth.atLeast(0, of: []) == .yes)
    #expect(Truth.atLeast(1, of: []) == .no)
  }
}
