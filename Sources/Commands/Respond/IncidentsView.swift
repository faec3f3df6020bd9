import RegisterAnalysis
import RegisterModel
import ResponsePlanning

/// The incidents of some days, as both faces of the command show them.
struct IncidentsView {
  let incidents: RegisterIncidents
  let words: IncidentWords
  let file: String
  /// What was asked for, where it is not all: "only rc-cyber 'Cyber' and what is below it".
  let only: [String]

  init(_ incidents: RegisterIncidents, file: String, only: [String]) {
    self.incidents = incidents
    words = IncidentWords(incidents.register)
    self.file = file == "-" ? "register.xml" : file
    self.only = only
  }

  var register: Register { incidents.register }
  var analysis: IncidentAnalysis { incidents.analysis }
  var metrics: IncidentMetrics { analysis.metrics }

  /// The recurring causes of which no incident names a problem record.
  var unexplained: [RecurringCause] { analysis.recurring.filter { $0.problems.isEmpty } }

  /// The baseline, where anything happened in it: else nothing can be said of it.
  var comparableBaseline: IncidentMetrics? { analysis.baseline.flatMap { $0.count > 0 ? $0 : nil } }

  func incident(_ place: Int) -> Incident { register.incidents[place] }
}
