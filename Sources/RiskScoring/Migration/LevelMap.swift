public import RegisterModel

/// Which level of a new scale each level of an old one becomes; a level that nobody has decided on has
/// none.
public struct LevelMap<Scale: Sendable>: Hashable, Sendable {
  /// By old rank, from 1 on: the new rank, 0 for none.
  private var ranks: [Int16] = []

  /// An empty map.
  public init() {}

  /// - Parameter pairs: Old and new ranks; of several for one old rank the last counts.
  public init(_ pairs: some Sequence<(from: Level<Scale>, to: Level<Scale>)>) {
    for (from, to) in pairs { self[from] = to }
  }

  /// The map in which each level of a scale stays what it is.
  public static func identity(count: Int) -> LevelMap {
    LevelMap((1...max(count, 1)).prefix(count).compactMap { Level($0) }.map { ($0, $0) })
  }

  /// What a level becomes; nil where nobody has decided.
  public subscript(level: Level<Scale>) -> Level<Scale>? {
    get {
      let index = Int(level.rank) - 1
      return index < ranks.count ? Level(Int(ranks[index])) : nil
    }
    set {
      let index = Int(level.rank) - 1
      while ranks.count <= index { ranks.append(0) }
      ranks[index] = newValue?.rank ?? 0
      while ranks.last == 0 { ranks.removeLast() }
    }
  }

  /// The levels that become another or the same, the lowest first, and what they become.
  public var pairs: [(from: Level<Scale>, to: Level<Scale>)] {
    ranks.indices.compactMap { index in
      guard let from = Level<Scale>(index + 1), let to = Level<Scale>(Int(ranks[index])) else {
        return nil
      }
      return (from, to)
    }
  }

  /// The first two levels that would change places; nil where the order stays.
  var reversal: (lower: Level<Scale>, higher: Level<Scale>)? {
    zip(pairs, pairs.dropFirst()).first { $0.to > $1.to }.map { ($0.from, $1.from) }
  }

  /// The map with the entries of another one on top.
  public func overridden(by other: LevelMap) -> LevelMap { LevelMap(pairs + other.pairs) }
}
