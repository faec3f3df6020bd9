public import RegisterModel

/// How long something was down in a period, each second once, however many incidents there were in it.
public struct Downtime: Hashable, Sendable {
  /// In seconds, at most the period.
  public let seconds: Int64
  /// How many incidents nobody knows the outage of: they would make it longer, never shorter.
  public let unknownCount: Int

  /// - Parameter incidents: Those that touch the period, in any order. Each is taken for an outage from
  ///   `occurred` to `restored`; an open one lasts to the end of the period.
  /// - Complexity: O(*n* log *n*).
  init(of incidents: some Sequence<Incident>, in period: IncidentPeriod) {
    var spans: [(from: Int64, to: Int64)] = []
    var unknown = 0
    for incident in incidents {
      guard let from = incident.occurred?.secondsSince1970,
        let to = incident.restored?.secondsSince1970 ?? (incident.isOpen ? period.end : nil),
        from <= to || from >= period.end
      else {
        unknown += 1
        continue
      }
      let (first, last) = (max(from, period.start), min(to, period.end))
      if first < last { spans.append((first, last)) }
    }
    spans.sort { $0.from < $1.from }
    var (total, reached) = (Int64(0), period.start)
    for span in spans where span.to > reached {
      total += span.to - max(span.from, reached)
      reached = span.to
    }
    seconds = total
    unknownCount = unknown
  }
}

extension Downtime {
  /// How long some incidents together were down, up to the end of a day by UTC.
  public init(of incidents: [Incident], upTo day: CalendarDate) {
    let end = (Int64(day.dayNumber) + 1) * 86_400
    let start = incidents.compactMap { $0.occurred?.secondsSince1970 }.min() ?? end
    // Without any that began by then there is nothing to add up.
    self.init(
      of: incidents, in: IncidentPeriod(start: min(start, end - 1), end: end)!)
  }
}
