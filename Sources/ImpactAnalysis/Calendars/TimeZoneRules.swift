public import RegisterModel

/// How the clocks of a place are set: its offset from UTC at every moment.
///
/// Local times and moments don't match one to one where clocks are changed. A local time that clocks skip
/// moves on by what they skip: 02:30 in the night that has no 02:30 is 03:30. One that comes twice is the
/// first.
public struct TimeZoneRules: Hashable, Sendable {
  /// From a moment on, in seconds since 1970-01-01T00:00:00Z, an offset in seconds east of UTC.
  struct Change: Hashable, Sendable {
    var at: Int64
    var offset: Int32
  }

  /// Before the first change.
  let initial: Int32
  /// Ascending.
  let changes: [Change]
  /// After the last change; nil: the last offset stays.
  let yearly: YearlyZoneRule?
  /// The moments that the source of the rules speaks of, in seconds since 1970-01-01T00:00:00Z. Outside of
  /// them the nearest offset is taken.
  public let known: ClosedRange<Int64>

  /// Coordinated universal time.
  public static let utc = TimeZoneRules(initial: 0, changes: [], yearly: nil)

  init(
    initial: Int32, changes: [Change], yearly: YearlyZoneRule?,
    known: ClosedRange<Int64> = .min ... .max
  ) {
    self.initial = initial
    self.changes = changes
    self.yearly = yearly
    self.known = known
  }

  /// One offset at all times.
  ///
  /// - Returns: nil unless it lies within ±14 hours.
  public init?(offsetMinutes: Int) {
    guard (-840...840).contains(offsetMinutes) else { return nil }
    self.init(initial: Int32(offsetMinutes * 60), changes: [], yearly: nil)
  }

  /// Seconds east of UTC at a moment, itself in seconds since 1970-01-01T00:00:00Z.
  ///
  /// - Complexity: O(log *n*) in the number of changes.
  public func offset(at seconds: Int64) -> Int32 {
    let place = place(after: seconds)
    if place == changes.count, let yearly { return yearly.offset(at: seconds) }
    return place == 0 ? initial : changes[place - 1].offset
  }

  /// What clocks show at a moment.
  public func localTime(at moment: Moment) -> LocalTime {
    localTime(at: moment.secondsSince1970)
  }

  func localTime(at seconds: Int64) -> LocalTime {
    LocalTime(seconds: seconds + Int64(offset(at: seconds)))
  }

  /// A moment in seconds since 1970-01-01T00:00:00Z with the offset that holds here.
  ///
  /// Offsets of more than 14 hours, and seconds of offsets (both before there were time zones), can't be
  /// kept in a moment: it is then stated in UTC, or to the minute.
  ///
  /// - Returns: nil outside the years 1 to 9999.
  public func moment(at seconds: Int64) -> Moment? {
    guard abs(Double(seconds)) < 1e12 else { return nil }
    let minutes = Int(offset(at: seconds)) / 60
    return Moment(
      secondsSince1970: seconds, offsetMinutes: (-840...840).contains(minutes) ? minutes : 0)
  }

  /// The moment at which clocks show a time: the first of two; where clocks skip it, the moment that lies
  /// as long after the change as the time lies after what clocks showed before it.
  ///
  /// - Returns: nil outside the years 1 to 9999.
  public func moment(of local: LocalTime) -> Moment? {
    switch place(of: local.seconds) {
    case .at(let seconds): moment(at: seconds)
    case .skipped(_, let moved): moment(at: moved)
    }
  }

  /// When clocks first show a time, or, where they skip it, the change that skips it: what begins or
  /// ends at a time of day begins or ends then.
  func seconds(reaching local: Int64) -> Int64 {
    switch place(of: local) {
    case .at(let seconds): seconds
    case .skipped(let change, _): change
    }
  }

  /// The same rules for the moments between two, and somewhat around them, as a list of changes: quicker to
  /// ask many times.
  func expanded(from: Int64, to: Int64) -> TimeZoneRules {
    let start = from - 200_000
    var changes: [Change] = []
    var next = change(after: start)
    while let change = next, change.at <= to + 200_000 {
      changes.append(change)
      next = self.change(after: change.at)
    }
    return TimeZoneRules(initial: offset(at: start), changes: changes, yearly: nil, known: known)
  }

  private enum Place {
    case at(Int64)
    case skipped(by: Int64, moved: Int64)
  }

  private func place(of local: Int64) -> Place {
    // No offset reaches 26 hours: the local time can't be there sooner.
    var start = local - 26 * 3600
    var offset = Int64(offset(at: start))
    var before = offset
    while true {
      let seconds = local - offset
      if seconds < start { return .skipped(by: start, moved: local - before) }
      guard let next = change(after: start), next.at <= seconds else { return .at(seconds) }
      before = offset
      start = next.at
      offset = Int64(next.offset)
    }
  }

  /// The first change after a moment.
  func change(after seconds: Int64) -> Change? {
    let place = place(after: seconds)
    return place < changes.count ? changes[place] : yearly?.change(after: seconds)
  }

  /// The place of the first change after a moment.
  private func place(after seconds: Int64) -> Int {
    var (low, high) = (0, changes.count)
    while low < high {
      let middle = (low + high) / 2
      if changes[middle].at <= seconds { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
