import ImpactAnalysis
public import RegisterModel
public import ResponsePlanning

/// The incidents of a register over some days, by the clocks of its time zone.
///
/// Where the register names no zone, or one that is not known, days are those of UTC.
public struct RegisterIncidents: Sendable {
  public let register: Register
  public let today: CalendarDate
  /// The first and the last day that count.
  public let days: ClosedRange<CalendarDate>
  /// Those that they are compared with.
  public let baselineDays: ClosedRange<CalendarDate>?
  public let analysis: IncidentAnalysis
  /// Those that nobody has closed yet, the longest open first, and last those of which nobody knows since when; by
  /// their place in the register.
  public let open: [Int]
  /// Those whose record contradicts itself, with all that does.
  public let flawed: [(place: Int, flaws: [LifeCycleFlaw])]

  /// - Parameters:
  ///   - days: nil: the twelve months up to today.
  ///   - baseline: nil: none.
  ///   - category: Only incidents of this category and those below it.
  ///   - affected: Only incidents that hit this.
  /// - Complexity: O(*n* log *n*) in incidents and what they hit.
  public init(
    _ compiled: CompiledRegister, days: ClosedRange<CalendarDate>? = nil,
    baseline: ClosedRange<CalendarDate>? = nil, category: Identifier<RiskCategory>? = nil,
    affected: Identifier<Dependable>? = nil
  ) {
    let register = compiled.register
    let days = days ?? Self.year(upTo: compiled.today)
    let zone = compiled.impact.calendars.zone ?? .utc
    let categories = register.criteria?.categories ?? []
    let wanted = category.map { CategoryBranch($0, in: categories) }
    let isIncluded = { (incident: Incident) -> Bool in
      (wanted?.contains(incident.category) ?? true)
        && (affected.map { wanted in incident.affected.contains { $0.ref == wanted } } ?? true)
    }
    self.register = register
    today = compiled.today
    self.days = days
    baselineDays = baseline
    let period = Self.period(days, zone)
    analysis = IncidentAnalysis(
      register.incidents, in: period, baseline: baseline.map { Self.period($0, zone) },
      categories: categories, where: isIncluded)
    let chosen = register.incidents.indices.filter { isIncluded(register.incidents[$0]) }
    open = chosen.filter { place in
      let incident = register.incidents[place]
      return incident.status < .closed
        && incident.began.map { $0.secondsSince1970 < period.end } ?? true
    }.map { (register.incidents[$0].began?.secondsSince1970 ?? .max, $0) }.sorted { $0 < $1 }
      .map(\.1)
    let counted = Set(analysis.metrics.incidents + analysis.undated)
    flawed = chosen.filter(counted.contains).compactMap { place in
      let flaws = register.incidents[place].lifeCycleFlaws(today: compiled.today)
      return flaws.isEmpty ? nil : (place, flaws)
    }
  }

  /// The twelve months that end with a day.
  public static func year(upTo day: CalendarDate) -> ClosedRange<CalendarDate> {
    let (year, month, dayOfMonth) = day.components
    let before =
      CalendarDate(year: year - 1, month: month, day: dayOfMonth)
      ?? CalendarDate(year: year - 1, month: 2, day: 28)  // 29 February
    return (before.flatMap { CalendarDate(dayNumber: Int($0.dayNumber) + 1) } ?? day)...day
  }

  /// As many days as some, just before them; nil where the calendar doesn't go so far back.
  public static func before(_ days: ClosedRange<CalendarDate>) -> ClosedRange<CalendarDate>? {
    let last = Int(days.lowerBound.dayNumber) - 1
    let length = Int(days.upperBound.dayNumber) - Int(days.lowerBound.dayNumber)
    guard let last = CalendarDate(dayNumber: last),
      let first = CalendarDate(dayNumber: Int(last.dayNumber) - length)
    else { return nil }
    return first...last
  }

  /// From the start of the first day to the end of the last.
  private static func period(_ days: ClosedRange<CalendarDate>, _ zone: TimeZoneRules)
    -> IncidentPeriod
  {
    func second(_ dayNumber: Int) -> Int64 {
      CalendarDate(dayNumber: dayNumber)
        .flatMap { zone.moment(of: LocalTime(startOf: $0))?.secondsSince1970 }
        ?? Int64(dayNumber) * 86_400
    }
    let start = second(Int(days.lowerBound.dayNumber))
    let end = second(Int(days.upperBound.dayNumber) + 1)
    // A day has seconds in every zone.
    return IncidentPeriod(start: start, end: max(end, start + 1))!
  }

  /// How many incidents began in a year, by severity.
  public struct Year: Hashable, Sendable {
    public let year: Int
    /// By severity, the lowest first, and last those of which it isn't settled.
    public let counts: [Int]

    public var count: Int { counts.reduce(0, +) }
  }

  /// The years from the first with an incident to this one, at most the last so many.
  ///
  /// - Complexity: O(*n*).
  public func years(last most: Int) -> [Year] {
    let now = today.components.year
    let severities = Incident.Severity.allCases
    var counts = [[Int]](
      repeating: [Int](repeating: 0, count: severities.count + 1), count: most)
    for incident in register.incidents {
      guard let year = incident.began?.localDate.components.year, year <= now, year > now - most
      else { continue }
      let place = incident.severity.flatMap { severities.firstIndex(of: $0) } ?? severities.count
      counts[year - now + most - 1][place] += 1
    }
    let first = counts.firstIndex { $0.contains { $0 > 0 } } ?? most
    return counts.indices[first...].map { Year(year: now - most + 1 + $0, counts: counts[$0]) }
  }
}

/// A category and all below it.
private struct CategoryBranch {
  private let members: Set<Identifier<RiskCategory>>

  init(_ root: Identifier<RiskCategory>, in categories: [RiskCategory]) {
    var children: [Identifier<RiskCategory>: [Identifier<RiskCategory>]] = [:]
    for category in categories {
      if let parent = category.parent { children[parent, default: []].append(category.id) }
    }
    var members: Set<Identifier<RiskCategory>> = [root]
    var waiting = [root]
    while let next = waiting.popLast() {
      for child in children[next] ?? [] where members.insert(child).inserted {
        waiting.append(child)
      }
    }
    self.members = members
  }

  func contains(_ category: Identifier<RiskCategory>?) -> Bool {
    category.map(members.contains) ?? false
  }
}
