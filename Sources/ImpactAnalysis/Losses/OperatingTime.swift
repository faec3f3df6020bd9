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
    /// The share of the stretch that is at work: below 1 where only the average is known.
    public var share: Double
    public init(from: Double, to: Double, demand: Double, lost: Double = 1, share: Double = 1) {
      self.from = from
      self.to = to
      self.demand = demand
      self.lost = lost
      self.share = share
    }
  }

  /// Ascending, apart from each other.
  public let stretches: [Stretch]
  /// Up to when the stretches are what calendar and windows say, in hours; after it they are an average.
  /// Infinite where they are exact for ever.
  public let knownUntil: Double

  /// At all times, with normal demand.
  public static let always = OperatingTime([Stretch(from: 0, to: .infinity, demand: 1)])

  public init(_ stretches: [Stretch], knownUntil: Double = .infinity) {
    self.stretches = stretches
    self.knownUntil = knownUntil
  }

  /// The parts of the stretches that lie between two times.
  func within(_ from: Double, _ to: Double) -> [Stretch] {
    stretches.compactMap { stretch in
      var part = stretch
      part.from = max(stretch.from, from)
      part.to = min(stretch.to, to)
      return part.from < part.to ? part : nil
    }
  }

  /// The same for an outage that begins so many hours later.
  public func beginning(after hours: Double) -> OperatingTime {
    OperatingTime(
      within(hours, .infinity).map {
        var stretch = $0
        stretch.from -= hours
        stretch.to -= hours
        return stretch
      }, knownUntil: max(knownUntil - hours, 0))
  }

  /// The same with only a share of the output lost, up to a time.
  func losing(_ share: Double, upTo end: Double) -> OperatingTime {
    OperatingTime(
      within(0, end).map {
        var stretch = $0
        stretch.lost *= share
        return stretch
      }, knownUntil: knownUntil)
  }
}
