/// A scale as it is written, for the audit: unlike an ``IntervalScale`` it keeps bounds that make no
/// sense, so that they can be pointed out.
public struct AuditAxis: Hashable, Sendable {
  /// A level and its bounds; nil where one isn't stated.
  public struct Level: Hashable, Sendable {
    public let name: String?
    public let from: Double?
    public let to: Double?
    /// Whether the outer bound is a cap set for computing.
    public let isCapped: Bool
  }

  /// The levels, the lowest first.
  public let levels: [Level]

  init(_ levels: [Level]) { self.levels = Array(levels.prefix(99)) }  // no level has a higher rank

  /// - Parameter bounds: One more than there are levels.
  init(bounds: [Double]) {
    self.init(
      zip(bounds, bounds.dropFirst()).map {
        Level(name: nil, from: $0, to: $1, isCapped: false)
      })
  }

  /// The bounds of a level, in order and finite; nil where there are none.
  func range(_ index: Int) -> (low: Double, high: Double)? {
    guard let from = levels[index].from, let to = levels[index].to,
      from >= 0, from < to, to.isFinite
    else { return nil }
    return (from, to)
  }

  /// What is wrong with the order of the bounds, the lowest level first (MX-8). Bounds that are not
  /// stated are not among it.
  var defects: [AxisDefect] {
    var defects: [AxisDefect] = []
    for (index, level) in levels.enumerated() {
      if let from = level.from, let to = level.to, !(from < to) {
        defects.append(.notIncreasing(level: index + 1))
      }
      guard index + 1 < levels.count, let end = level.to, let start = levels[index + 1].from,
        abs(end - start) > 1e-12 * Swift.max(end, start)
      else { continue }
      defects.append(
        end < start
          ? .gap(after: index + 1, from: end, to: start)
          : .overlap(after: index + 1, from: start, to: end))
    }
    return defects
  }

  /// The outer levels that end nowhere although they begin somewhere, and are not capped (MX-10).
  func openEnds(_ spacing: AxisSpacing) -> [OpenEnd] {
    var ends: [OpenEnd] = []
    if let first = levels.first, !first.isCapped, first.to != nil {
      let isBounded = first.from.map { $0 > 0 || spacing == .linear } ?? false
      if !isBounded { ends.append(.below) }
    }
    if let last = levels.last, !last.isCapped, last.from != nil {
      if !(last.to?.isFinite ?? false) { ends.append(.above) }
    }
    return ends
  }
}

/// How values are spread inside a level.
public enum AxisSpacing: Hashable, Sendable {
  /// Evenly on a logarithmic scale; bounds above zero.
  case geometric
  /// Evenly, from zero on.
  case linear
}

/// What is wrong with the order of the bounds of a scale; levels are ranks.
public enum AxisDefect: Hashable, Sendable {
  /// The level doesn't end above its start.
  case notIncreasing(level: Int)
  /// Nothing covers what lies between the level and the next.
  case gap(after: Int, from: Double, to: Double)
  /// The level and the next both cover it.
  case overlap(after: Int, from: Double, to: Double)
}

/// An end of a scale.
public enum OpenEnd: Hashable, Sendable {
  case below, above
}
