/// A time after the disruption began, as far as anyone knows: what is not known lies between two bounds.
///
/// Whole seconds. ``never`` stands for a time that never comes.
public struct TimeBounds: Hashable, Sendable {
  /// More than any chain of recovery times can come to, and small enough to add to.
  public static let never: Int64 = 1 << 60

  /// It is not sooner than this.
  public var lower: Int64
  /// It is not later than this; ``never`` where nobody can say.
  public var upper: Int64

  public init(lower: Int64, upper: Int64) {
    self.lower = lower
    self.upper = upper
  }

  /// A time that is known.
  public init(_ seconds: Int64) { self.init(lower: seconds, upper: seconds) }

  /// A time of which nothing is known.
  public static let unknown = TimeBounds(lower: 0, upper: never)

  /// The time, where it is known; nil where it is not, or never comes.
  public var seconds: Int64? { lower == upper && lower < Self.never ? lower : nil }

  /// Whether it never comes.
  public var isNever: Bool { lower >= Self.never }

  /// Whether anyone can say when it is.
  public var isKnown: Bool { lower == upper }

  static func + (left: Self, right: Self) -> Self {
    TimeBounds(
      lower: min(left.lower + right.lower, never), upper: min(left.upper + right.upper, never))
  }

  /// The later of two.
  static func later(_ left: Self, _ right: Self) -> Self {
    TimeBounds(lower: max(left.lower, right.lower), upper: max(left.upper, right.upper))
  }

  /// The sooner of two.
  static func sooner(_ left: Self, _ right: Self) -> Self {
    TimeBounds(lower: min(left.lower, right.lower), upper: min(left.upper, right.upper))
  }
}
