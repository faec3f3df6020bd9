/// A truth value of Kleene's strong three-valued logic: what nobody knows is unknown, never false.
///
/// Ordered false < unknown < true, so that *and* is the least and *or* the greatest of its parts.
///
/// - Note: DOMAIN §6.2.
public enum Truth: Int, Comparable, Sendable, CaseIterable {
  case no, unknown, yes

  public init(_ value: Bool) { self = value ? .yes : .no }

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// The opposite; unknown stays unknown.
  public static prefix func ! (value: Self) -> Self {
    switch value {
    case .no: .yes
    case .unknown: .unknown
    case .yes: .no
    }
  }

  /// Whether all of some hold; yes for none.
  public static func all(_ values: some Sequence<Truth>) -> Truth { values.min() ?? .yes }

  /// Whether any of some holds; no for none.
  public static func any(_ values: some Sequence<Truth>) -> Truth { values.max() ?? .no }

  /// Whether at least so many of some hold: yes once so many surely do, no once so many no longer can.
  public static func atLeast(_ count: Int, of values: some Sequence<Truth>) -> Truth {
    var (sure, possible) = (0, 0)
    for value in values {
      if value == .yes { sure += 1 }
      if value != .no { possible += 1 }
    }
    return sure >= count ? .yes : possible >= count ? .unknown : .no
  }
}
