/// What an outage costs, as an exact function of its length: straight lines with jumps between them.
///
/// Times are hours after the outage began, amounts main units of the register's currency. It never
/// falls. Past its horizon it goes on with its last slope.
public struct LossCurve: Hashable, Sendable {
  /// A place where the slope changes or the amount jumps.
  public struct Breakpoint: Hashable, Sendable {
    /// In hours.
    public let time: Double
    /// What an outage costs that is shorter by next to nothing.
    public let before: Double
    /// What an outage costs of exactly this length.
    public let at: Double
    /// What an outage costs that is longer by next to nothing.
    public let after: Double
    /// How much each hour costs from here to the next breakpoint.
    public let slope: Double
  }

  /// Ascending; the first is at 0.
  public let breakpoints: [Breakpoint]

  /// Nothing, however long.
  public static let zero = LossCurve(changes: [])

  /// A change of the curve at a time: a jump that is reached there, one that must be exceeded, a change of
  /// the slope.
  struct Change {
    var time: Double
    var jumpAt = 0.0
    var jumpAfter = 0.0
    var slope = 0.0
  }

  /// - Complexity: O(*n* log *n*) in the number of changes.
  init(changes: [Change]) {
    var breakpoints: [Breakpoint] = []
    var (time, value, slope) = (0.0, 0.0, 0.0)
    var place = 0
    let changes = changes.enumerated().sorted {
      ($0.element.time, $0.offset) < ($1.element.time, $1.offset)
    }.map(\.element)
    repeat {
      let next = place < changes.count ? max(changes[place].time, 0) : 0
      // The first breakpoint is at 0, whether anything changes there or not.
      let at = breakpoints.isEmpty ? 0 : next
      var (jumpAt, jumpAfter) = (0.0, 0.0)
      let before = value + slope * (at - time)
      while place < changes.count, max(changes[place].time, 0) == at {
        jumpAt += changes[place].jumpAt
        jumpAfter += changes[place].jumpAfter
        slope += changes[place].slope
        place += 1
      }
      value = before + jumpAt + jumpAfter
      time = at
      breakpoints.append(
        Breakpoint(
          time: at, before: at == 0 ? 0 : before, at: before + jumpAt, after: value,
          slope: max(slope, 0)))
    } while place < changes.count
    self.breakpoints = breakpoints
  }

  /// What an outage of this length costs.
  ///
  /// - Parameter hours: Zero or more.
  /// - Complexity: O(log *n*).
  public func value(at hours: Double) -> Double {
    let point = breakpoints[index(at: hours)]
    return hours == point.time ? point.at : point.after + point.slope * (hours - point.time)
  }

  /// What an outage costs that is shorter than this by next to nothing: the value before a jump.
  public func value(before hours: Double) -> Double {
    let point = breakpoints[index(at: hours)]
    return hours == point.time ? point.before : point.after + point.slope * (hours - point.time)
  }

  /// The first time at which an amount is lost: the infimum of the lengths that cost as much, which may
  /// be a jump. Nil where no outage costs so much.
  ///
  /// - Complexity: O(log *n*).
  public func time(losing amount: Double) -> Double? {
    if amount <= 0 { return 0 }
    // The first breakpoint just after which the amount is reached.
    var (low, high) = (0, breakpoints.count)
    while low < high {
      let middle = (low + high) / 2
      if breakpoints[middle].after >= amount { high = middle } else { low = middle + 1 }
    }
    if low > 0 {
      let point = breakpoints[low - 1]
      if point.slope > 0 {
        let time = point.time + (amount - point.after) / point.slope
        if low == breakpoints.count || time <= breakpoints[low].time { return time }
      }
    }
    return low < breakpoints.count ? breakpoints[low].time : nil
  }

  /// The sum of several curves.
  ///
  /// - Complexity: O(*n* log *n*) in all their breakpoints.
  public static func sum(_ curves: [LossCurve]) -> LossCurve {
    LossCurve(changes: curves.flatMap(\.changes))
  }

  private var changes: [Change] {
    var slope = 0.0
    return breakpoints.map { point in
      defer { slope = point.slope }
      return Change(
        time: point.time, jumpAt: point.at - point.before, jumpAfter: point.after - point.at,
        slope: point.slope - slope)
    }
  }

  private func index(at hours: Double) -> Int {
    precondition(hours >= 0, "no outage is shorter than nothing")
    var (low, high) = (0, breakpoints.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if breakpoints[middle].time <= hours { low = middle } else { high = middle }
    }
    return low
  }
}
