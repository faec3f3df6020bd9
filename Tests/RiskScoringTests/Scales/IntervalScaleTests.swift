import RegisterModel
import RiskScoring
import Testing

struct IntervalScaleTests {
  private static func scale(_ bounds: [Double], capped: Bool = false)
    -> IntervalScale<ImpactScale>
  {
    let last = bounds.count - 2
    return IntervalScale(
      (0...last).map { index in
        LevelInterval(
          low: bounds[index], high: bounds[index + 1],
          isCapped: capped && (index == 0 || index == last))
      })
  }
  private let decades = scale([1e3, 1e4, 1e5, 1e6, 1e7, 1e8])

  @Test("A value on a bound is in the level above it; the top level holds its upper bound")
  func halfOpen() {
    #expect(decades.level(containing: 1e3) == level(1))
    #expect(decades.level(containing: 9999.99) == level(1))
    #expect(decades.level(containing: 1e4) == level(2))
    #expect(decades.level(containing: 5e6) == level(4))
    #expect(decades.level(containing: 1e8) == level(5))
  }

  @Test("Beyond the bounds there is no level, but beyond a cap there is the outer one")
  func beyond() {
    #expect(decades.level(containing: 999) == nil)
    #expect(decades.level(containing: 1.01e8) == nil)
    #expect(decades.level(containing: .nan) == nil)
    let capped = Self.scale([1e3, 1e4, 1e5], capped: true)
    #expect(capped.level(containing: 0) == level(1))
    #expect(capped.level(containing: 1e9) == level(2))
    #expect(capped.level(containing: -1) == nil)
    #expect(capped.level(containing: .nan) == nil)
  }

  @Test("A value in a gap has no level, and a level without interval holds no value")
  func gaps() {
    let scale = IntervalScale<ImpactScale>([
      LevelInterval(low: 1, high: 2), nil, LevelInterval(low: 5, high: 9),
    ])
    #expect(scale.level(containing: 1.5) == level(1))
    #expect(scale.level(containing: 3) == nil)
    #expect(scale.level(containing: 5) == level(3))
    #expect(scale[level(2)] == nil)
    #expect(scale[level(4)] == nil)
  }

  @Test("Levels with equal ratios lie evenly on their scale")
  func positions() {
    #expect((1...5).map { decades.position(of: level($0))?.value } == [0.1, 0.3, 0.5, 0.7, 0.9])
    #expect(decades.basis == .intervals)
    #expect(decades.position(of: level(6)) == nil)
  }

  @Test("Where an interval is missing, all positions rest on ranks, and the scale says so")
  func ranks() {
    let blank = IntervalScale<ImpactScale>([nil, nil, nil, nil])
    #expect(blank.basis == .ranks)
    #expect((1...4).map { blank.position(of: level($0))?.value } == [0.125, 0.375, 0.625, 0.875])
    let partly = IntervalScale<ImpactScale>([nil, LevelInterval(low: 1, high: 2)])
    #expect(partly.basis == .ranks)
    #expect(partly.position(of: level(1))?.value == 0.25)
    let fromZero = Self.scale([0, 1, 2])
    #expect(fromZero.basis == .ranks)
    #expect(fromZero.level(containing: 0) == level(1))
  }

  @Test("A scale of one level works, and so does one of a single point or of none")
  func small() {
    let one = Self.scale([1, 100])
    #expect(one.level(containing: 100) == level(1))
    #expect(one.position(of: level(1))?.value == 0.5)
    #expect(one.value(atFractional: 1) == 10)
    let point = Self.scale([5, 5])
    #expect(point.basis == .ranks)
    #expect(point.level(containing: 5) == level(1))
    let none = IntervalScale<ImpactScale>([])
    #expect(none.level(containing: 5) == nil)
    #expect(none.position(of: level(1)) == nil)
    #expect(none.value(atFractional: 1) == nil)
  }

  @Test("A fractional level lies between the representatives, evenly on a logarithmic scale")
  func fractional() {
    let scale = Self.scale([1, 100, 10_000])  // representatives 10 and 1000
    #expect(scale.value(atFractional: 1) == 10)
    #expect(scale.value(atFractional: 2) == 1000)
    #expect(scale.value(atFractional: 1.5).isNear(100))
    #expect(scale.value(atFractional: 1.25).isNear(31.622_776_601_683_793))
    #expect(scale.value(atFractional: 0.9) == nil)
    #expect(scale.value(atFractional: 2.1) == nil)
    #expect(scale.value(atFractional: .nan) == nil)
    #expect(decades.value(atFractional: 3.5).isNear(1e6))
  }

  @Test("A fractional level next to one without interval is unknown")
  func fractionalUnknown() {
    let scale = IntervalScale<ImpactScale>([LevelInterval(low: 1, high: 100), nil])
    #expect(scale.value(atFractional: 1) == 10)
    #expect(scale.value(atFractional: 1.5) == nil)
    #expect(scale.value(atFractional: 2) == nil)
  }
}
