public import RegisterModel

/// How long a disruption can be borne (MTPD), as far as an impact grid tells: longer than the last time
/// judged tolerable, at most the first judged intolerable.
///
/// Seconds. - Note: DOMAIN §3.2.
public struct TolerablePeriod: Hashable, Sendable {
  /// The last time at which the impact is known to be tolerable; 0 where none is.
  public var lower: Int64
  /// The first time at which it is known not to be; nil where nobody can say, because a time was not
  /// judged; `TimeBounds.never` where it stays tolerable at all times judged.
  public var upper: Int64?
  /// Whether `upper` could be too late, because an earlier time was not judged.
  public var isUpperBoundOnly: Bool
  /// What sets `upper`; nil where nothing does.
  public var basis: Basis?
  /// The peak window that `upper` holds in; nil: at any time.
  public var window: Identifier<PeakWindow>?
  /// When the disruption must begin for the loss to reach its limit so soon; nil where that makes no
  /// difference, or something else binds.
  public var start: Moment?

  /// What an activity's tolerable period rests on.
  public enum Basis: Hashable, Sendable {
    /// The grid of an impact category.
    case grid(Identifier<ImpactCategory>)
    /// The moment at which the loss curve reaches the intolerable amount of the money category.
    case loss(Identifier<ImpactCategory>)
    /// A limit from outside, by its place among the limits of the activity.
    case cap(Int)
  }

  /// Whether it is certain that the disruption is borne at all times judged.
  public var isNotCritical: Bool { upper == TimeBounds.never && !isUpperBoundOnly }

  /// The longest time it may be taken to be: the end of the interval; nil where nobody can say.
  public var planningValue: Int64? { upper.flatMap { $0 < TimeBounds.never ? $0 : nil } }
}

/// The tolerable period of an activity: per category and window, and what they come to together.
public struct ActivityDisruption: Sendable {
  /// One row of the grid: a category in a window.
  public struct Row: Hashable, Sendable {
    public let category: Identifier<ImpactCategory>
    /// nil: at any time.
    public let window: Identifier<PeakWindow>?
    /// nil where the category has no intolerable level, so that nothing can be said.
    public let period: TolerablePeriod?
    /// The times of the grid that were not judged.
    public let unjudged: [ElapsedTime]
    /// The first time at which the impact is judged milder than before; nil where it never is.
    public let decreasesAt: ElapsedTime?
  }

  /// The categories of the criteria in their order, first at any time, then in each window with a grid of
  /// its own in the order in which the activity names them.
  public let rows: [Row]
  /// All of it together; nil where nothing can be said at all.
  public let period: TolerablePeriod?
  /// The rows that were not judged at some time before the period given, which may so be shorter.
  public let openRows: [Row]
  /// The limits from outside, in the order of the register.
  private let caps: [TolerablePeriod]

  /// - Parameter loss: What an outage costs; nil where the activity states no cost.
  /// - Complexity: O(categories × windows × times).
  public init(_ activity: Activity, criteria: Criteria?, loss: LossCurve?) {
    self.init(activity, criteria: criteria) { _, amount in
      loss.map { SoonestLoss(of: amount, on: $0) }
    }
  }

  /// - Parameter soonest: How soon an outage can cost an amount in a money category; nil where the activity
  ///   states no cost, or nobody can say.
  /// - Complexity: O(categories × windows × times), and that of `soonest` for each money category.
  public init(
    _ activity: Activity, criteria: Criteria?,
    soonest: (Identifier<ImpactCategory>, _ amount: Double) -> SoonestLoss?
  ) {
    let categories = criteria?.impacts ?? []
    let bands = criteria?.bands ?? []
    var windows: [Identifier<PeakWindow>?] = [nil]
    for impact in activity.impacts {
      if let window = impact.window, !windows.contains(window) { windows.append(window) }
    }
    var rows: [Row] = []
    for window in windows {
      for category in categories {
        let cells = activity.impacts.filter {
          $0.category == category.category && $0.window == window
        }
        // A window that says nothing of a category leaves it as at any time.
        if window != nil, cells.isEmpty { continue }
        rows.append(Self.row(category, window, cells, bands, soonest))
      }
    }
    self.rows = rows
    caps = activity.caps.enumerated().map { place, cap in
      TolerablePeriod(
        lower: cap.at.seconds, upper: cap.at.seconds, isUpperBoundOnly: false, basis: .cap(place),
        window: nil)
    }
    (period, openRows) = Self.combine(rows, caps)
  }

  /// The tolerable period of a disruption that begins while some windows hold: the first to become
  /// intolerable of what holds at any time and of those windows, whose identifier it carries where one of
  /// them binds; nil where nothing can be said at all.
  ///
  /// A grid for a window that is milder than the one for any time doesn't make it longer.
  ///
  /// - Parameter windows: Those that hold then, as ``RegisterCalendars/windows(at:)`` or
  ///   ``RegisterCalendars/windows(on:)`` give them.
  /// - Note: DOMAIN §3.2.
  public func period(during windows: [Identifier<PeakWindow>]) -> TolerablePeriod? {
    let holding = Set(windows)
    return Self.combine(rows.filter { $0.window.map(holding.contains) ?? true }, caps).0
  }

  private static func row(
    _ category: ImpactCategory, _ window: Identifier<PeakWindow>?, _ cells: [TimedImpact],
    _ bands: [ElapsedTime], _ soonest: (Identifier<ImpactCategory>, Double) -> SoonestLoss?
  ) -> Row {
    let times = Set(bands).union(cells.map(\.at)).sorted()
    let levels = times.map { time in cells.first { $0.at == time }?.level }
    let unjudged = zip(times, levels).compactMap { $1 == nil ? $0 : nil }
    var decreasesAt: ElapsedTime?
    var highest: Level<ImpactScale>?
    for (time, level) in zip(times, levels) {
      guard let level else { continue }
      if let highest, level < highest, decreasesAt == nil { decreasesAt = time }
      highest = max(highest ?? level, level)
    }
    var period = category.intolerable.map {
      self.period(times, levels, intolerable: $0, category.category, window)
    }
    if let lost = moneyPeriod(category, window, soonest) { period = lost }
    return Row(
      category: category.category, window: window, period: period, unjudged: unjudged,
      decreasesAt: decreasesAt)
  }

  private static func period(
    _ times: [ElapsedTime], _ levels: [Level<ImpactScale>?], intolerable: Level<ImpactScale>,
    _ category: Identifier<ImpactCategory>, _ window: Identifier<PeakWindow>?
  ) -> TolerablePeriod {
    let first = levels.firstIndex { $0.map { $0 >= intolerable } ?? false }
    let end = first ?? times.count
    let tolerable = (0..<end).last { levels[$0] != nil }
    let hasGap = levels[..<end].contains { $0 == nil }
    let upper: Int64? =
      if let first {
        times[first].seconds
      } else {
        hasGap || times.isEmpty ? nil : TimeBounds.never
      }
    return TolerablePeriod(
      lower: tolerable.map { times[$0].seconds } ?? 0, upper: upper,
      isUpperBoundOnly: first != nil && hasGap, basis: .grid(category), window: window)
  }

  /// On the exact curve, for the category whose unit is money: the lowest amount of its intolerable level.
  private static func moneyPeriod(
    _ category: ImpactCategory, _ window: Identifier<PeakWindow>?,
    _ soonest: (Identifier<ImpactCategory>, Double) -> SoonestLoss?
  ) -> TolerablePeriod? {
    guard window == nil, let intolerable = category.intolerable,
      Int(intolerable.rank) <= category.levels.count,
      let limit = category.levels[Int(intolerable.rank) - 1].moneyLimit(of: category),
      let loss = soonest(category.category, limit)
    else { return nil }
    return TolerablePeriod(
      lower: loss.seconds, upper: loss.seconds, isUpperBoundOnly: false,
      basis: .loss(category.category), window: window, start: loss.start)
  }

  /// The first to become intolerable binds; of several, the first row.
  private static func combine(_ rows: [Row], _ caps: [TolerablePeriod])
    -> (TolerablePeriod?, [Row])
  {
    let periods = rows.compactMap(\.period) + caps
    guard var result = periods.first else { return (nil, rows) }
    for period in periods.dropFirst() {
      let isSooner = (period.upper ?? .max) < (result.upper ?? .max)
      let lower = min(result.lower, period.lower)
      if isSooner { result = period }
      result.lower = lower
    }
    let upper = result.upper ?? .max
    let open = rows.filter { row in
      guard let period = row.period else { return true }
      return (period.upper == nil || period.isUpperBoundOnly)
        && row.unjudged.contains { $0.seconds < upper }
    }
    if !open.isEmpty, result.upper != nil { result.isUpperBoundOnly = true }
    if result.upper == nil { result.basis = nil }
    return (result, open)
  }
}

extension ImpactLevel {
  /// The lower bound as money; nil where the category's unit is not money: an equivalent in money doesn't
  /// make harm to people a cost.
  fileprivate func moneyLimit(of category: ImpactCategory) -> Double? {
    guard let unit = category.unit, Currency(unit.text) != nil else { return nil }
    return moneyFrom?.amount ?? from?.value
  }
}
