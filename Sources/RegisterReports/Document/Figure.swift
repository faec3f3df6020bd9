/// A chart with all that is needed by who can't see it.
public struct Figure: Sendable {
  public let chart: Chart
  /// What the chart is of: a phrase, read out first.
  public let title: String
  /// What the chart shows, in one or two sentences.
  public let summary: String
  /// The same facts without a picture; faces that have no pictures show it instead.
  public let alternative: Table?

  public init(_ chart: Chart, title: String, summary: String, alternative: Table?) {
    self.chart = chart
    self.title = title
    self.summary = summary
    self.alternative = alternative
  }
}

/// A picture as a value. Numbers in it have been put into words already; places are shares or counts.
public enum Chart: Sendable {
  case heatMap(HeatMapChart)
  case bars(BarChart)
  case movement(MovementChart)
  case timeline(TimelineChart)
  case intervals(IntervalChart)
  case shares(ShareChart)
  case tolerance(ToleranceChart)
  case impactGrid(ImpactGridChart)
  case curve(CurveChart)
  case schedule(ScheduleChart)
  case demand(DemandChart)
  case dependencies(DependencyChart)
}
