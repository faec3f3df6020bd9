/// The time left between a reaction and the moment it would come too late: warning + MTPD − (detect +
/// decide + activate + recover), in whole seconds; negative where the reaction comes too late.
///
/// - Note: DOMAIN §2.7. Computed from recovery targets, which this module does not know.
public struct ReactionMargin: Hashable, Comparable, Sendable {
  public let seconds: Int64

  public init(seconds: Int64) { self.seconds = seconds }

  public static func < (left: Self, right: Self) -> Bool { left.seconds < right.seconds }
}
