import RegisterChecks
import RegisterModel
import RegisterXML

/// The report of all checks, with the places in the file of what it reports.
struct PlacedReport {
  let report: CheckReport
  /// The source's name, as people call it.
  let file: String
  /// The findings of one weight and rule after the other, by their places in the report.
  let groups: [Range<Int>]
  /// Of each finding of the report; nil where it has none, or beyond the limit of its group.
  private(set) var places: [FindingPlace?]
  /// Of each suppressed finding; nil where it has none, or nobody asked.
  private(set) var suppressedPlaces: [FindingPlace?]

  /// - Parameter limit: The most findings of one group whose places are looked up; nil: all, and those
  ///   that are suppressed.
  /// - Throws: If the source can't be read again to find the places.
  init(_ report: CheckReport, _ read: ReadRegister, _ source: RegisterSource, limit: Int?) throws {
    self.report = report
    file = source.name
    groups = Self.groups(of: report.findings)
    let count = report.findings.count
    places = Array(repeating: nil, count: count)
    suppressedPlaces = Array(repeating: nil, count: report.suppressed.count)
    let wanted =
      groups.flatMap { $0.prefix(limit ?? $0.count) }
      + (limit == nil ? count..<(count + report.suppressed.count) : 0..<0)
    guard !wanted.isEmpty else { return }
    let findings = read.placing(
      wanted.map { $0 < count ? report.findings[$0] : report.suppressed[$0 - count].finding })
    for (place, found) in zip(wanted, try source.places(of: findings)) {
      if place < count { places[place] = found } else { suppressedPlaces[place - count] = found }
    }
  }

  private static func groups(of findings: [Finding]) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    for (place, finding) in findings.enumerated() {
      if let last = groups.last, case let first = findings[last.lowerBound],
        first.rule == finding.rule, first.severity == finding.severity
      {
        groups[groups.count - 1] = last.lowerBound..<(place + 1)
      } else {
        groups.append(place..<(place + 1))
      }
    }
    return groups
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
