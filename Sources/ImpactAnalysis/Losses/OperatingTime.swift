/// When an activity would be at work in the time of an outage, and how strong demand is then.
public struct OperatingTime: Hashable, Sendable {
  /// A stretch of the outage, in hours after it began, in which the activity would be at work.
  public struct Stretch: Hashable, Sendable {
    public var from: Double
    /// Infinite for the last one where work never ends.
    public var to: Double
    /// How many times the normal demand.
    public var demand: Double
    /// The share of output that is lost: 1 unless a workaround carries some of it.
    public var lost: Double
    public init(from: Double, to: Double, demand: Double, lost: Double = 1) {
      self.from = from
      self.to = to
      self.demand = demand
      self.lost = lost
    }
  }

  /// Ascending, apart from each other.
  public let stretches: [Stretch]

  /// At all times, with normal demand.
  public static let always = OperatingTime([Stretch(from: 0, to: .infinity, demand: 1)])

  public init(_ stretches: [Stretch]) { self.stretches = stretches }

  /// The parts of the stretches that lie between two times.
  func within(_ from: Double, _ to: Double) -> [Stretch] {
    stretches.compactMap { stretch in
      let part = Stretch(
        from: max(stretch.from, from), to: min(stretch.to, to), demand: stretch.demand,
        lost: stretch.lost)
      return part.from < part.to ? part : nil
    }
  }

  /// The same with only a share of the output lost, up to a time.
  func losing(_ share: Double, upTo end: Double) -> OperatingTime {
    OperatingTime(
      within(0, end).map {
        Stretch(from: $0.from, to: $0.to, demand: $0.demand, lost: $0.lost * share)
      })
  }
}
