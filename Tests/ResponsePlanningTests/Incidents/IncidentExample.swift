import RegisterModel

@testable import ResponsePlanning

/// An incident with its moments in hours after 2026-01-01T00:00:00Z.
func incident(
  _ id: String, _ hours: [IncidentMoment: Double] = [:], status: Incident.Status = .closed,
  cause: String? = nil, problem: String? = nil, category: String? = nil, hits: [String] = []
) -> Incident {
  var incident = Incident(id: try! Identifier(id), name: Line(id)!)
  func moment(_ moment: IncidentMoment) -> Moment? {
    hours[moment].flatMap {
      Moment(secondsSince1970: exampleStart + Int64(($0 * 3600).rounded()))
    }
  }
  incident.status = status
  incident.occurred = moment(.occurred)
  incident.detected = moment(.detected)
  incident.reported = moment(.reported)
  incident.categorised = moment(.categorised)
  incident.prioritised = moment(.prioritised)
  incident.acknowledged = moment(.acknowledged)
  incident.contained = moment(.contained)
  incident.eradicated = moment(.eradicated)
  incident.restored = moment(.restored)
  incident.closed = moment(.closed)
  incident.reviewed = moment(.reviewed)
  incident.rootCause = cause.flatMap { Line($0) }
  incident.problem = problem.map { try! Identifier($0) }
  incident.category = category.map { try! Identifier($0) }
  incident.affected = hits.map { Reference(try! Identifier($0)) }
  return incident
}

/// 2026-01-01T00:00:00Z.
let exampleStart: Int64 = 1_767_225_600

/// Some hours from that moment on.
func hours(_ from: Double, _ to: Double) -> IncidentPeriod {
  IncidentPeriod(
    start: exampleStart + Int64(from * 3600), end: exampleStart + Int64(to * 3600))!
}

func near(_ value: Double?, _ expected: Double, within tolerance: Double) -> Bool {
  value.map { abs($0 - expected) <= tolerance } ?? false
}
