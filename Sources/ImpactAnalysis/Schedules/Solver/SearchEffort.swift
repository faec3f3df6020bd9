/// How long to look for a good schedule: counted in steps, never by a clock, so that the same problem gives
/// the same schedule everywhere.
public struct SearchEffort: Hashable, Sendable {
  /// How many tasks may be placed while looking for good schedules; one schedule is always made.
  public var placements: Int
  /// How many nodes may be looked at while looking for the best one.
  public var nodes: Int
  /// The greatest number of tasks for which the best one is looked for.
  public var exactUpTo: Int

  public init(placements: Int, nodes: Int, exactUpTo: Int = 200) {
    self.placements = placements
    self.nodes = nodes
    self.exactUpTo = exactUpTo
  }

  /// About a second at most for two hundred tasks, a tenth of one for ten thousand.
  public static let standard = SearchEffort(placements: 20_000, nodes: 20_000)
}
