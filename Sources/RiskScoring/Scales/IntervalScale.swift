import Probability
public import RegisterModel

/// A scale compiled for computing: its levels and the intervals that they stand for.
///
/// A level may have no interval, where the organisation has not said what it means in numbers; it can
/// then be rated by the matrix, and is no number anywhere.
public struct IntervalScale<Scale>: Sendable {
  /// The interval of each level, the lowest level first; nil where one is not stated.
  public let intervals: [LevelInterval?]
  /// What ``position(of:)`` rests on: one basis for all levels, so that positions of one scale compare.
  public let basis: PositionBasis
  /// The position of each level, the lowest first.
  let positions: [ScalePosition]

  /// - Complexity: O(*n*) in the number of levels.
  public init(_ intervals: [LevelInterval?]) {
    self.intervals = Array(intervals.prefix(99))  // a Level has no higher rank
    let logarithmic = Self.logarithmicPositions(self.intervals)
    basis = logarithmic == nil ? .ranks : .intervals
    let count = Double(self.intervals.count)
    positions =
      logarithmic ?? self.intervals.indices.map { ScalePosition((Double($0) + 0.5) / count) }
  }

  /// The number of levels.
  public var count: Int { intervals.count }

  /// The interval of a level; nil where it is not stated, or where the scale has no such level.
  public subscript(level: Level<Scale>) -> LevelInterval? {
    Int(level.rank) <= count ? intervals[Int(level.rank) - 1] : nil
  }

  /// How far up the scale a level lies; nil where the scale has no such level.
  public func position(of level: Level<Scale>) -> ScalePosition? {
    Int(level.rank) <= count ? positions[Int(level.rank) - 1] : nil
  }

  /// The level whose interval holds a value: `low` ≤ value < `high`, the top level with its upper bound
  /// too. Beyond a bound that is a cap, the outer level itself.
  ///
  /// - Parameter value: In the unit of the scale.
  /// - Returns: nil where no interval holds it.
  /// - Complexity: O(*n*) in the number of levels.
  /// - Note: DOMAIN §1.3.
  public func level(containing value: Double) -> Level<Scale>? {
    for (index, interval) in intervals.enumerated() {
      guard let interval else { continue }
      let isTop = index == count - 1
      let fromBelow = interval.low <= value || (index == 0 && interval.isCapped)
      let toAbove =
        value < interval.high || (isTop && (value == interval.high || interval.isCapped))
      if fromBelow, toAbove, value >= 0 { return Level(index + 1) }
    }
    return nil
  }

  /// The value at a fractional level, such as a median of 3.5: between the representatives of the two
  /// levels around it, evenly on a logarithmic scale.
  ///
  /// - Parameter level: A rank, 1...``count``.
  /// - Returns: In the unit of the scale; nil off the scale, or where a level around it has no
  ///   interval above zero.
  /// - Note: DOMAIN §1.3.
  public func value(atFractional level: Double) -> Double? {
    guard level >= 1, level <= Double(count) else { return nil }
    let below = Int(level.rounded(.down))
    guard let from = intervals[below - 1]?.representative else { return nil }
    let part = level - Double(below)
    if part == 0 { return from }
    guard let to = intervals[below]?.representative else { return nil }
    let start = Logarithm.natural(from)
    return Logarithm.exponential(start + part * (Logarithm.natural(to) - start))
  }

  /// Nil unless every level has an interval above zero and the bounds span more than a point.
  private static func logarithmicPositions(_ intervals: [LevelInterval?]) -> [ScalePosition]? {
    guard let lowest = intervals.lazy.compactMap({ $0?.low }).min(), lowest > 0,
      let highest = intervals.lazy.compactMap({ $0?.high }).max(), highest > lowest
    else { return nil }
    let representatives = intervals.compactMap { $0?.representative }
    guard representatives.count == intervals.count else { return nil }
    let start = Logarithm.natural(lowest)
    let length = Logarithm.natural(highest) - start
    return representatives.map { ScalePosition((Logarithm.natural($0) - start) / length) }
  }
}
