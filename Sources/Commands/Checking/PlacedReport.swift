import RegisterChecks
import RegisterModel
import RegisterXML

/// The report of all checks, with the places in the file of what it reports.
struct PlacedReport {
  let report: CheckReport
  /// The source's name, as people call it.
  let file: String
  /// Of each finding of the report; nil where it has none.
  let places: [FindingPlace?]
  /// Of each suppressed finding.
  let suppressedPlaces: [FindingPlace?]

  /// - Throws: If the source can't be read again to find the places.
  init(_ report: CheckReport, _ read: ReadRegister, _ source: RegisterSource) throws {
    let findings = read.placing(report.findings + report.suppressed.map(\.finding))
    let places = findings.isEmpty ? [] : try source.places(of: findings)
    self.report = report
    self.places = Array(places.prefix(report.findings.count))
    suppressedPlaces = Array(places.dropFirst(report.findings.count))
    file = source.name
  }

  /// What is reported, then what is suppressed.
  var json: [FindingJSON] {
    zip(report.findings, places).map { FindingJSON($0, at: $1, in: file) }
      + zip(report.suppressed, suppressedPlaces).map { suppressed, place in
        FindingJSON(suppressed.finding, at: place, in: file, by: suppressed.suppression)
      }
  }
}

/// A finding as JSON has it.
struct FindingJSON: Encodable {
  /// Who keeps a finding back, why and until when.
  struct Suppressed: Encodable {
    let id: String
    let by: String?
    let because: String?
    let until: String?
  }

  let rule: String
  let title: String?
  let severity: String
  let nature: String
  let references: [String]
  let entity: String?
  let field: String?
  let message: String
  let hint: String?
  let file: String
  let line: Int?
  let column: Int?
  let suppressed: Suppressed?

  init(
    _ finding: Finding, at place: FindingPlace?, in file: String, by suppression: Suppression? = nil
  ) {
    let rule = RuleCatalogue.rule(finding.rule)
    self.rule = finding.rule
    title = rule?.title
    severity = finding.severity.rawValue
    nature = finding.nature.rawValue
    references = rule?.references.map(\.description) ?? []
    entity = finding.entity
    field = finding.field
    message = finding.message
    hint = finding.hint
    self.file = file
    line = place?.line
    column = place?.column
    suppressed = suppression.map {
      Suppressed(
        id: $0.id.text, by: $0.by?.text, because: $0.because?.line, until: $0.until?.writtenText)
    }
  }
}
