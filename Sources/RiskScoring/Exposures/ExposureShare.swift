import RegisterModel

/// How exposed a risk is on scales of its own: how far up its category's scale the impact lies, times
/// how far up the likelihood scale the frequency lies.
///
/// It is there to compare risks of different categories, with and without money (DOMAIN §2.7); it is no
/// amount and no probability, and is never added or averaged.
public struct ExposureShare: Hashable, Comparable, Sendable {
  /// The share in units of 10⁻¹⁸, 0...10¹⁸. Whole, so that shares that are equal on paper, such as
  /// 0.1 × 0.9 and 0.3 × 0.3, are equal here.
  public let attos: Int64

  init(_ likelihood: ScalePosition, _ impact: ScalePosition) {
    attos = likelihood.billionths * impact.billionths  // at most 10¹⁸
  }

  init(attos: Int64) { self.attos = attos }

  /// The share, in 0...1.
  public var value: Double { Double(attos) / 1e18 }

  public static func < (left: Self, right: Self) -> Bool { left.attos < right.attos }
}

/// The parts of an exposure share, for who wants to know how it came about.
public struct ShareParts: Hashable, Sendable {
  public let share: ExposureShare
  /// The category that brings it: the one whose impact lies furthest up its own scale.
  public let category: CategoryIndex
  /// How far up the likelihood scale the frequency lies, and what that rests on.
  public let likelihood: ScalePosition
  public let likelihoodBasis: PositionBasis
  /// How far up the category's scale the impact lies, and what that rests on.
  public let impact: ScalePosition
  public let impactBasis: PositionBasis
}
