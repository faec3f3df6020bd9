public import RegisterModel

/// When an activity is at work, and how strong demand is then, whatever happens: its calendar and its peak
/// windows, in their time zones.
///
/// Where several windows overlap, the largest of their factors counts: they name reasons for the same
/// crowd, and nobody said that they multiply. A window without a factor changes nothing here, nor does
/// one outside of working hours.
public struct OperatingPattern: Hashable, Sendable {
  /// Hours of a peak window.
  struct Demand: Hashable, Sendable {
    var schedule: LocalSchedule
    /// How many times the normal demand.
    var factor: Double
  }

  /// nil: at work at all times.
  let schedule: LocalSchedule?
  let demands: [Demand]
  /// The time zone of the calendar.
  public let zone: TimeZoneRules

  /// - Parameters:
  ///   - calendar: nil: at work at all times.
  ///   - peaks: Those of windows of the calendar; others are left out.
  ///   - zone: The time zone of the calendar.
  public init(calendar: BusinessCalendar?, peaks: [Peak], zone: TimeZoneRules) {
    let windows = calendar?.windows ?? []
    self.init(
      calendar: calendar,
      windows: peaks.compactMap { peak in
        windows.first { $0.id == peak.window }.map { ($0, peak.factor, zone) }
      }, zone: zone)
  }

  init(
    calendar: BusinessCalendar?, windows: [(PeakWindow, factor: Quantity?, TimeZoneRules)],
    zone: TimeZoneRules
  ) {
    let schedule = calendar.map { LocalSchedule($0, zone: zone) }
    self.schedule = schedule?.isAlways == true ? nil : schedule
    demands = windows.compactMap { window, factor, zone in
      factor.map { Demand(schedule: LocalSchedule(window, zone: zone), factor: $0.value) }
    }
    self.zone = zone
  }

  /// Whether work goes on at all times with normal demand.
  public var isAlways: Bool { schedule == nil && demands.isEmpty }

  /// The moments that the time zones are known for.
  var known: ClosedRange<Int64> {
    let zones = [schedule?.zone].compactMap { $0 } + demands.map(\.schedule.zone)
    return zones.reduce(.min ... .max) { $0.clamped(to: $1.known) }
  }

  /// A stretch of time at work, in seconds since 1970-01-01T00:00:00Z.
  struct Stretch: Hashable, Sendable {
    var from: Int64
    var to: Int64
    var demand: Double
  }

  /// When work is done between two moments; ascending and apart, those with equal demand together.
  ///
  /// - Complexity: O(*n* log *n*) in the days, each times the hours of calendar and windows.
  func stretches(from: Int64, to: Int64) -> [Stretch] {
    guard from < to else { return [] }
    let open = schedule?.stretches(from: from, to: to) ?? [from..<to]
    let levels = DemandLevels(
      demands.flatMap { demand in
        demand.schedule.stretches(from: from, to: to).map { ($0, demand.factor) }
      })
    var result: [Stretch] = []
    var place = 0
    for stretch in open {
      var start = stretch.lowerBound
      while start < stretch.upperBound {
        while place < levels.bounds.count, levels.bounds[place] <= start { place += 1 }
        let end =
          place < levels.bounds.count
          ? min(levels.bounds[place], stretch.upperBound) : stretch.upperBound
        let demand = place == 0 ? 1 : levels.factors[place - 1]
        if let last = result.last, last.to == start, last.demand == demand {
          result[result.count - 1].to = end
        } else {
          result.append(Stretch(from: start, to: end, demand: demand))
        }
        start = end
      }
    }
    return result
  }
}

/// The largest factor that holds, over time.
private struct DemandLevels {
  /// Where it may change, ascending.
  let bounds: [Int64]
  /// From each bound to the next; 1 where no window holds.
  let factors: [Double]

  /// Paints the windows onto the time line, the largest factor first, and no place twice.
  ///
  /// - Complexity: O(*n* log *n*).
  init(_ windows: [(range: Range<Int64>, factor: Double)]) {
    var bounds: [Int64] = []
    for bound in windows.flatMap({ [$0.range.lowerBound, $0.range.upperBound] }).sorted()
    where bound != bounds.last { bounds.append(bound) }
    var factors = [Double](repeating: 1, count: bounds.count)
    // Of each place the next that is not painted, itself if it isn't; ways are halved as they are walked.
    var next = Array(0...bounds.count)
    func unpainted(_ place: Int) -> Int {
      var place = place
      while next[place] != place {
        next[place] = next[next[place]]
        place = next[place]
      }
      return place
    }
    for window in windows.sorted(by: { $0.factor > $1.factor }) {
      let start = Self.place(of: window.range.lowerBound, in: bounds)
      var place = unpainted(start)
      while place < bounds.count, bounds[place] < window.range.upperBound {
        factors[place] = window.factor
        next[place] = place + 1
        place = unpainted(place)
      }
    }
    self.bounds = bounds
    self.factors = factors
  }

  private static func place(of bound: Int64, in bounds: [Int64]) -> Int {
    var (low, high) = (0, bounds.count)
    while low < high {
      let middle = (low + high) / 2
      if bounds[middle] < bound { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
