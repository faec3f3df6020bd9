import RegisterAnalysis
import RegisterModel
import ResponsePlanning

/// What incidents come to, as JSON: times in seconds. Every key is always there; what is unknown is null.
struct IncidentsJSON: Encodable {
  /// Of this form of JSON: keys may be added to a version, none goes or changes its meaning.
  let version = 1
  let today: String
  let since: String
  let until: String
  let baselineSince: Nullable<String>
  let baselineUntil: Nullable<String>
  let metrics: MetricsJSON
  let baseline: Nullable<MetricsJSON>
  let comparison: Nullable<ComparisonJSON>
  let trend: Nullable<TrendJSON>
  let open: [String]
  let recurring: [RecurringJSON]
  let categories: [GroupJSON]
  let affected: [GroupJSON]
  let clusters: [ClusterJSON]
  let contradictions: [ContradictionJSON]
  let undated: [String]

  init(_ view: IncidentsView, limit: Int?) {
    let (incidents, analysis) = (view.incidents, view.analysis)
    func ids(_ places: [Int]) -> [String] { places.map { view.incident($0).id.text } }
    today = incidents.today.writtenText
    since = incidents.days.lowerBound.writtenText
    until = incidents.days.upperBound.writtenText
    baselineSince = Nullable(incidents.baselineDays?.lowerBound.writtenText)
    baselineUntil = Nullable(incidents.baselineDays?.upperBound.writtenText)
    metrics = MetricsJSON(analysis.metrics, view)
    baseline = Nullable(analysis.baseline.map { MetricsJSON($0, view) })
    comparison = Nullable(analysis.comparison.map { ComparisonJSON($0) })
    trend = Nullable(analysis.trend.map { TrendJSON($0) })
    open = ids(incidents.open)
    recurring = analysis.recurring.prefix(limit ?? .max).map { recurring in
      RecurringJSON(
        cause: recurring.cause.text, incidents: ids(recurring.incidents), most: recurring.most,
        problems: recurring.problems.map(\.text))
    }
    categories = analysis.byCategory.prefix(limit ?? .max).map { group in
      GroupJSON(
        id: Nullable(group.key?.text), metrics: MetricsJSON(group.metrics, view),
        comparison: Nullable(group.comparison.map { ComparisonJSON($0) }))
    }
    affected = analysis.byAffected.prefix(limit ?? .max).map { group in
      GroupJSON(
        id: Nullable(group.key.text), metrics: MetricsJSON(group.metrics, view),
        comparison: Nullable(group.comparison.map { ComparisonJSON($0) }))
    }
    clusters = analysis.clusters.prefix(limit ?? .max).map { cluster in
      ClusterJSON(
        category: Nullable(cluster.category?.text), affected: cluster.affected.text,
        incidents: ids(cluster.incidents))
    }
    contradictions = incidents.flawed.map { place, flaws in
      ContradictionJSON(
        id: view.incident(place).id.text, contradictions: flaws.map(IncidentWords.text))
    }
    undated = ids(analysis.undated)
  }

  struct MetricsJSON: Encodable {
    let count: Int
    let incidents: [String]
    let mttd, mtta, mttc, mttr: TimesJSON
    let mtbf: Nullable<Double>
    let availability: Double
    let down: Int64
    /// Of how many incidents nobody knows how long they were down: then MTBF and availability are at most so.
    let unknownOutages: Int

    init(_ metrics: IncidentMetrics, _ view: IncidentsView) {
      count = metrics.count
      incidents = metrics.incidents.map { view.incident($0).id.text }
      mttd = TimesJSON(metrics[.detect], view)
      mtta = TimesJSON(metrics[.acknowledge], view)
      mttc = TimesJSON(metrics[.contain], view)
      mttr = TimesJSON(metrics[.restore], view)
      mtbf = Nullable(metrics.betweenFailures)
      availability = metrics.availability
      down = metrics.downtime.seconds
      unknownOutages = metrics.downtime.unknownCount
    }
  }

  struct TimesJSON: Encodable {
    let from, to: String
    let n: Int
    let mean, median: Nullable<Double>
    let contradictory: [String]

    init(_ times: IncidentMetrics.Times, _ view: IncidentsView) {
      from = times.measure.start.name
      to = times.measure.end.name
      n = times.count
      mean = Nullable(times.mean)
      median = Nullable(times.median)
      contradictory = times.contradictory.map { view.incident($0).id.text }
    }
  }

  struct ComparisonJSON: Encodable {
    let count, baselineCount: Int
    let ratio: Nullable<Double>
    let p: Double

    init(_ comparison: RateComparison) {
      count = comparison.count
      baselineCount = comparison.baselineCount
      ratio = Nullable(comparison.ratio)
      p = comparison.probability
    }
  }

  struct TrendJSON: Encodable {
    let count: Int
    /// "worsening", "improving", or null: none is shown.
    let shown: Nullable<String>
    let isDisputed: Bool
    let laplace, laplaceP, chiSquare, chiSquareP: Double
    let reversals, ties: Int
    let expectedReversals, reversalsP: Double

    init(_ trend: EventTrend) {
      count = trend.count
      shown = Nullable(trend.shown?.rawValue)
      isDisputed = trend.isDisputed
      laplace = trend.laplace.statistic
      laplaceP = trend.laplace.probability
      chiSquare = trend.militaryHandbook.statistic
      chiSquareP = trend.militaryHandbook.probability
      reversals = trend.arrangements.reversals
      ties = trend.arrangements.ties
      expectedReversals = trend.arrangements.expected
      reversalsP = trend.arrangements.probability
    }
  }

  struct RecurringJSON: Encodable {
    let cause: String
    let incidents: [String]
    /// How many of them lie within 90 days.
    let most: Int
    let problems: [String]
  }

  struct GroupJSON: Encodable {
    let id: Nullable<String>
    let metrics: MetricsJSON
    let comparison: Nullable<ComparisonJSON>
  }

  struct ClusterJSON: Encodable {
    let category: Nullable<String>
    let affected: String
    let incidents: [String]
  }

  struct ContradictionJSON: Encodable {
    let id: String
    let contradictions: [String]
  }
}
