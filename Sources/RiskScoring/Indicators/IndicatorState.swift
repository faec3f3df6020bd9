public import RegisterModel

/// What an indicator says on a given day; or why it says nothing.
public enum IndicatorState: Hashable, Sendable {
  case unknown(Unknown)
  case green(IndicatorReading)
  case amber(IndicatorReading)
  /// Red now, and without a break since `since`: the first reading of the run.
  case red(IndicatorReading, since: Moment)

  /// Why an indicator says nothing.
  public enum Unknown: Hashable, Sendable {
    /// Nothing was measured by that day.
    case noValue
    /// The newest reading is `days` old, older than `limit` allows.
    case stale(IndicatorReading, days: Int, limit: CalendarPeriod)
    /// Neither amber nor red is stated, so no value means anything.
    case noThresholds
  }

  /// Whether it says nothing.
  public var isUnknown: Bool {
    if case .unknown = self { true } else { false }
  }

  /// When the unbroken run of red began; nil unless it is red.
  public var redSince: Moment? {
    if case .red(_, let since) = self { since } else { nil }
  }

  /// Whether it is red and nobody has reviewed the risk since it turned so. A review on the very day
  /// counts as one that saw it.
  ///
  /// - Parameter reviewed: The last review of a risk that the indicator tracks; nil: never.
  /// - Note: DOMAIN §2.7, RSK-015.
  public func isReviewDue(lastReviewed reviewed: CalendarDate?) -> Bool {
    guard let since = redSince else { return false }
    return reviewed.map { $0 < since.localDate } ?? true
  }
}

/// A value at a time.
public struct IndicatorReading: Hashable, Sendable {
  public let at: Moment
  public let value: Measure

  init(_ value: IndicatorValue) {
    at = value.at
    self.value = value.value
  }
}

extension Indicator {
  /// What it says on a day, by the readings up to and with that day.
  ///
  /// The newest reading is the one with the latest time, wherever it stands; of several at one moment
  /// the worst counts. A threshold is reached by a value that equals it; where amber lies beyond red,
  /// red counts.
  ///
  /// - Complexity: O(*n* log *n*) in the number of readings.
  /// - Note: DOMAIN §2.7.
  public func state(on today: CalendarDate) -> IndicatorState {
    guard amber != nil || red != nil else { return .unknown(.noThresholds) }
    let known = values.filter { $0.at.localDate <= today }.sorted { isBefore($1, $0) }
    guard let newest = known.first else { return .unknown(.noValue) }
    let reading = IndicatorReading(newest)
    if let maximumAge, let last = newest.at.localDate.adding(maximumAge), today > last {
      let days = Int(today.dayNumber) - Int(newest.at.localDate.dayNumber)
      return .unknown(.stale(reading, days: days, limit: maximumAge))
    }
    guard isReached(red, by: newest.value) else {
      return isReached(amber, by: newest.value) ? .amber(reading) : .green(reading)
    }
    var since = newest.at
    for earlier in known.dropFirst() where earlier.at.secondsSince1970 < since.secondsSince1970 {
      guard isReached(red, by: earlier.value) else { break }
      since = earlier.at
    }
    return .red(reading, since: since)
  }

  /// The order of readings in time; at one moment the milder one first.
  private func isBefore(_ left: IndicatorValue, _ right: IndicatorValue) -> Bool {
    let (leftTime, rightTime) = (left.at.secondsSince1970, right.at.secondsSince1970)
    guard leftTime == rightTime else { return leftTime < rightTime }
    return direction == .higherIsWorse ? left.value < right.value : right.value < left.value
  }

  private func isReached(_ threshold: Measure?, by value: Measure) -> Bool {
    guard let threshold else { return false }
    return direction == .higherIsWorse ? value >= threshold : value <= threshold
  }
}
