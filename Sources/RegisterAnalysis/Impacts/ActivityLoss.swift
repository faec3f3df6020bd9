public import ImpactAnalysis
public import RegisterModel

/// What a full outage of an activity costs over its length, at the time of the year at which it costs most.
public struct ActivityLoss: Sendable {
  public let parts: LossCurveParts
  /// When the outage begins: within a year of the register's day, at the start that costs most for an outage
  /// of the tolerable length, or of a day where that isn't known. nil where the start makes no difference.
  public let start: Moment?
  /// What outages of that length cost over the year; nil where the start makes no difference.
  public let worst: WorstStart?

  public var curve: LossCurve { parts.total }
}
