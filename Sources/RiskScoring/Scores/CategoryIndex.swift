/// An impact category by its place in the criteria: `rules[index]` is the category itself.
///
/// It is good for the ``ScoringRules`` it came from and for no others.
public struct CategoryIndex: Hashable, Comparable, Sendable {
  private let place: Int16

  init(_ position: Int) { place = Int16(position) }

  /// The place among the impact categories of the criteria, the first being 0.
  public var position: Int { Int(place) }

  public static func < (left: Self, right: Self) -> Bool { left.place < right.place }
}
