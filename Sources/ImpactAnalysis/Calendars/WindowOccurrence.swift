public import RegisterModel

/// One time in which a peak window holds without a break.
public struct WindowOccurrence: Hashable, Sendable {
  /// When it begins; where it holds already, the moment asked about.
  public let from: Moment
  /// When it ends; nil where that is further away than anybody looked.
  public let to: Moment?

  /// How far ahead to look, in days.
  static let horizon = 41 * 366

  /// The time in which a window holds at a moment or, if it doesn't, will next.
  ///
  /// - Returns: nil where there is none within 41 years.
  /// - Complexity: O(days until it begins and ends), bounded.
  public init?(_ window: PeakWindow, zone: TimeZoneRules, from moment: Moment) {
    let schedule = LocalSchedule(window, zone: zone)
    let start = moment.secondsSince1970
    let limit = start + Int64(Self.horizon) * 86_400
    // A few days first, then always more of them.
    var days: Int64 = 8
    while true {
      let end = min(start + days * 86_400, limit)
      let first = schedule.stretches(from: start, to: end).first
      if let first, first.upperBound < end || end == limit,
        let from = zone.moment(at: first.lowerBound)
      {
        self.from = from
        to = first.upperBound < limit ? zone.moment(at: first.upperBound) : nil
        return
      }
      if end == limit { return nil }
      days *= 4
    }
  }
}
