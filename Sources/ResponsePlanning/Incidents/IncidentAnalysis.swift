public import RegisterModel

/// What the incidents of a period come to: times with their numbers, trend, comparison with a baseline, what
/// keeps coming back, and where.
///
/// An incident belongs to the period in which it began. Records are known by their place in the register.
///
/// - Note: DOMAIN §6.8.
public struct IncidentAnalysis: Sendable {
  /// Those of some kind: of a category, with its sub-categories, or that hit one thing.
  public struct Group<Key: Hashable & Sendable>: Sendable {
    public let key: Key
    public let metrics: IncidentMetrics
    /// nil without a baseline.
    public let comparison: RateComparison?
  }

  public let period: IncidentPeriod
  public let metrics: IncidentMetrics
  public let baseline: IncidentMetrics?
  public let comparison: RateComparison?
  /// nil for too few incidents; one at the very start of the period is not in it.
  public let trend: EventTrend?
  /// With their sub-categories, those with most incidents first; nil for incidents without a category.
  public let byCategory: [Group<Identifier<RiskCategory>?>]
  /// By what they hit, that with most incidents first. One that hits several counts with each.
  public let byAffected: [Group<Identifier<Dependable>>]
  /// Of the causes that keep coming back, those with an incident in the period.
  public let recurring: [RecurringCause]
  public let clusters: [IncidentCluster]
  /// Those that nobody has said when they began: they are counted in no period.
  public let undated: [Int]

  /// - Parameters:
  ///   - incidents: All of the register.
  ///   - isIncluded: Which of them count.
  ///   - categories: The taxonomy, for sub-categories.
  /// - Complexity: O(*n* log *n*) in incidents, what they affect, and their categories with those above them.
  public init(
    _ incidents: [Incident], in period: IncidentPeriod, baseline: IncidentPeriod? = nil,
    categories: [RiskCategory] = [], where isIncluded: (Incident) -> Bool = { _ in true }
  ) {
    let chosen = incidents.indices.filter { isIncluded(incidents[$0]) }
    let taxonomy = CategoryTree(categories)
    let now = DatedIncidents(incidents, chosen, in: period)
    let then = baseline.map { DatedIncidents(incidents, chosen, in: $0) }
    self.period = period
    metrics = now.metrics
    self.baseline = then?.metrics
    comparison = then.map { now.comparison(now.began.count, with: $0, $0.began.count) }
    trend = EventTrend(
      now.began.compactMap { place in
        let time = (incidents[place].began?.secondsSince1970 ?? period.start) - period.start
        return time > 0 ? Double(time) : nil
      }, end: Double(period.seconds))
    byCategory = now.groups(then) { incident in
      incident.category.map { taxonomy.withParents($0).map(Optional.some) } ?? [nil]
    }
    .sorted { ($1.metrics.count, $0.key?.text ?? "~") < ($0.metrics.count, $1.key?.text ?? "~") }
    byAffected = now.groups(then) { $0.affected.map(\.ref) }
      .sorted { ($1.metrics.count, $0.key.text) < ($0.metrics.count, $1.key.text) }
    let isInPeriod = Set(now.began)
    recurring = RecurringCause.all(in: incidents).filter {
      $0.incidents.contains(where: isInPeriod.contains)
    }
    clusters = IncidentCluster.all(in: incidents, at: now.began)
    undated = chosen.filter { incidents[$0].began == nil }
  }
}

/// The incidents of a period and those that last into it.
private struct DatedIncidents {
  let all: [Incident]
  let period: IncidentPeriod
  /// Places, in the order in which they began.
  let began: [Int]
  let touching: [Int]

  init(_ all: [Incident], _ chosen: [Int], in period: IncidentPeriod) {
    self.all = all
    self.period = period
    began = chosen.compactMap { place -> (Int64, Int)? in
      guard let second = all[place].began?.secondsSince1970, period.contains(second) else {
        return nil
      }
      return (second, place)
    }.sorted { $0 < $1 }.map(\.1)
    touching = chosen.filter { place in
      let incident = all[place]
      guard let second = incident.began?.secondsSince1970, second < period.end else { return false }
      let end = incident.restored ?? incident.closed
      return second >= period.start || incident.isOpen
        || (end.map { $0.secondsSince1970 > period.start } ?? false)
    }
  }

  var metrics: IncidentMetrics {
    IncidentMetrics(all, began: began, touching: touching, in: period)
  }

  func comparison(_ count: Int, with other: DatedIncidents, _ otherCount: Int) -> RateComparison {
    RateComparison(
      count: count, seconds: period.seconds, baselineCount: otherCount,
      baselineSeconds: other.period.seconds)
  }

  /// The incidents by some keys of theirs, in no order.
  func groups<Key: Hashable & Sendable>(
    _ baseline: DatedIncidents?, by keys: (Incident) -> [Key]
  ) -> [IncidentAnalysis.Group<Key>] {
    func places(_ places: [Int]) -> [Key: [Int]] {
      var groups: [Key: [Int]] = [:]
      for place in places {
        for key in keys(all[place]) where groups[key]?.last != place {
          groups[key, default: []].append(place)
        }
      }
      return groups
    }
    let touching = places(touching)
    let earlier = baseline.map { places($0.began) }
    return places(began).map { key, began in
      IncidentAnalysis.Group(
        key: key,
        metrics: IncidentMetrics(all, began: began, touching: touching[key] ?? [], in: period),
        comparison: baseline.map {
          comparison(began.count, with: $0, earlier?[key]?.count ?? 0)
        })
    }
  }
}

/// The categories and what they are part of.
struct CategoryTree {
  private let parents: [Identifier<RiskCategory>: Identifier<RiskCategory>]
  /// No taxonomy is deeper; a circle of parents ends here.
  private static let deepest = 64

  init(_ categories: [RiskCategory]) {
    var parents: [Identifier<RiskCategory>: Identifier<RiskCategory>] = [:]
    for category in categories { parents[category.id] = category.parent }
    self.parents = parents
  }

  /// A category and all that it is part of, from itself upwards, each once.
  func withParents(_ category: Identifier<RiskCategory>) -> [Identifier<RiskCategory>] {
    var found = [category]
    while let parent = parents[found[found.count - 1]], !found.contains(parent),
      found.count < Self.deepest
    { found.append(parent) }
    return found
  }
}
