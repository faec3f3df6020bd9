import RiskScoring
import Testing

struct LevelIntervalTests {
  @Test("An interval needs two bounds in order, finite and not negative")
  func bounds() {
    #expect(LevelInterval(low: 1, high: 10) != nil)
    #expect(LevelInterval(low: 0, high: 0) != nil)
    #expect(LevelInterval(low: 10, high: 1) == nil)
    #expect(LevelInterval(low: -1, high: 1) == nil)
    #expect(LevelInterval(low: 1, high: .infinity) == nil)
    #expect(LevelInterval(low: .nan, high: 1) == nil)
    #expect(LevelInterval(low: 1, high: .nan) == nil)
  }

  @Test("The representative is the geometric mean of the bounds")
  func representative() {
    #expect(LevelInterval(low: 1, high: 100)?.representative == 10)
    #expect(LevelInterval(low: 4, high: 9)?.representative == 6)
    #expect(LevelInterval(low: 7, high: 7)?.representative == 7)
    #expect(LevelInterval(low: 0, high: 9)?.representative == nil)
    #expect(LevelInterval(low: 1e-300, high: 1e-200)?.representative.isNear(1e-250) == true)
    #expect(LevelInterval(low: 1e200, high: 1e300)?.representative.isNear(1e250) == true)
  }

  @Test("The mean is that of a log-uniform value")
  func mean() {
    // (10 − 1)/ln 10
    #expect(LevelInterval(low: 1, high: 10)?.mean.isNear(3.908_650_337_129_266_4) == true)
    // (12 − 1)/ln 12
    #expect(LevelInterval(low: 1, high: 12)?.mean.isNear(4.426_725_648_200_291) == true)
    #expect(LevelInterval(low: 5, high: 5)?.mean == 5)
    #expect(LevelInterval(low: 0, high: 5)?.mean == nil)
  }

  @Test("Bounds that are all but equal have a mean between them")
  func narrow() throws {
    for step in [1e-15, 1e-12, 1e-9, 1e-6, 1e-3, 0.1, 0.3, 0.4, 0.5] {
      let high = 3 * (1 + step)
      let mean = try #require(LevelInterval(low: 3, high: high)?.mean)
      #expect(mean >= 3 && mean <= high)
      // The geometric mean is a little below, the arithmetic a little above.
      #expect(mean >= (3 * high).squareRoot() * (1 - 1e-15))
      #expect(mean <= (3 + high) / 2 * (1 + 1e-15))
    }
  }
}

extension Double? {
  /// Within 10⁻¹³ of it.
  func isNear(_ value: Double) -> Bool {
    guard let self else { return false }
    return abs(self - value) <= 1e-13 * abs(value)
  }
}
