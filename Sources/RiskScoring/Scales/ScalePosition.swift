/// How far up its scale a level lies: 0 is the lowest bound of the scale, 1 the highest.
public struct ScalePosition: Hashable, Comparable, Sendable {
  /// The position in billionths, 0...1,000,000,000. Whole, so that positions that are equal on paper
  /// are equal here, whatever the last bit of a logarithm says.
  public let billionths: Int64

  init(_ value: Double) { billionths = Int64((min(max(value, 0), 1) * 1e9).rounded()) }

  /// The position, in 0...1.
  public var value: Double { Double(billionths) / 1e9 }

  public static func < (left: Self, right: Self) -> Bool { left.billionths < right.billionths }
}

/// What the positions of the levels of a scale rest on.
public enum PositionBasis: Hashable, Sendable {
  /// On the intervals of the levels: the logarithm of a level's representative value, from that of the
  /// lowest to that of the highest bound.
  case intervals
  /// On the ranks, because an interval is missing: level k of m lies at (k − ½)/m.
  case ranks
}
