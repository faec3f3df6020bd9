public import RegisterModel

/// A root cause that came back so often within so short a time that it needs a problem record.
///
/// - Note: DOMAIN §6.8: three times in 90 days.
public struct RecurringCause: Hashable, Sendable {
  /// So many incidents of one cause …
  public static let fewest = 3
  /// … within so many seconds are a problem.
  public static let window: Int64 = 90 * 86_400

  /// The cause as it is spelt in the latest of its incidents. Case, blanks, hyphens and underscores make no
  /// difference.
  public let cause: Line
  /// The incidents that are among three of that cause within 90 days, by their place in the register, in the
  /// order in which they began.
  public let incidents: [Int]
  /// The most of them that lie within 90 days.
  public let most: Int
  /// The problem records that they name, each once, in the order of first mention.
  public let problems: [Identifier<Problem>]

  /// All recurring causes, the one with most incidents within 90 days first, then by cause.
  ///
  /// Incidents without a cause or without a moment at which they began count nowhere.
  ///
  /// - Complexity: O(*n* log *n*).
  public static func all(in incidents: [Incident]) -> [RecurringCause] {
    var causes: [String: [(began: Int64, place: Int)]] = [:]
    for (place, incident) in incidents.enumerated() {
      guard let cause = incident.rootCause, let began = incident.began else { continue }
      causes[folded(cause), default: []].append((began.secondsSince1970, place))
    }
    return causes.sorted { $0.key < $1.key }
      .compactMap { _, events in burst(of: events.sorted { $0 < $1 }, incidents) }
      .enumerated().sorted { ($1.element.most, $0.offset) < ($0.element.most, $1.offset) }
      .map(\.element)
  }

  /// A cause without what spellings differ in.
  static func folded(_ cause: Line) -> String {
    cause.text.lowercased().split { $0.isWhitespace || $0 == "-" || $0 == "_" }
      .joined(separator: " ")
  }

  /// - Parameter events: Of one cause, ascending.
  private static func burst(of events: [(began: Int64, place: Int)], _ incidents: [Incident])
    -> RecurringCause?
  {
    var isPart = [Bool](repeating: false, count: events.count)
    var (first, marked, most) = (0, 0, 0)
    for last in events.indices {
      while events[last].began - events[first].began > window { first += 1 }
      let count = last - first + 1
      guard count >= fewest else { continue }
      most = max(most, count)
      // Each event is marked once, however many windows it lies in.
      for place in max(first, marked)...last { isPart[place] = true }
      marked = last + 1
    }
    let places = events.indices.filter { isPart[$0] }.map { events[$0].place }
    guard let latest = places.last, let cause = incidents[latest].rootCause else { return nil }
    var problems: [Identifier<Problem>] = []
    var known: Set<Identifier<Problem>> = []
    for problem in places.compactMap({ incidents[$0].problem })
    where known.insert(problem).inserted {
      problems.append(problem)
    }
    return RecurringCause(cause: cause, incidents: places, most: most, problems: problems)
  }
}
