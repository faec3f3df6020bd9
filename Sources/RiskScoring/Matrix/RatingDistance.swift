/// Pairs of cells whose ratings lie some steps apart.
public struct RatingDistance: Hashable, Sendable {
  /// How many steps the ratings are apart: 1 for neighbours.
  public let steps: Int
  /// The pairs of cells that are so far apart.
  public let pairs: Int
  /// Those of them in which a risk of the lower rating may be the larger one.
  public let overlapping: Int
}
