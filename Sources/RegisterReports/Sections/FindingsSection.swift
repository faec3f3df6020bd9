import RegisterAnalysis
import RegisterChecks
import RegisterModel
import RiskScoring

/// What the checks found, rule by rule, with the clauses that ask for it.
struct FindingsSection {
  let context: ReportContext

  init(_ context: ReportContext) { self.context = context }

  var blocks: [Block] {
    guard let checks = context.checks else { return [] }
    return [.text(sentence(checks))] + table(checks) + suppressed(checks)
      + [
        .text(
          "Passing these checks is not conformity with any standard or law: they ask what a file can "
            + "answer. The clauses named are those that ask for the same.")
      ]
  }

  private func sentence(_ checks: CheckReport) -> String {
    let parts = [Severity.error, .warning, .info].compactMap { severity -> String? in
      let count = checks.count(of: severity)
      return count == 0 ? nil : Plural.count(count, ModelWords.text(severity))
    }
    return parts.isEmpty ? "The checks found nothing." : "The checks found \(Plural.list(parts))."
  }

  private func table(_ checks: CheckReport) -> [Block] {
    guard !checks.findings.isEmpty else { return [] }
    let context = context
    // Findings come with those of one rule together; -1 - place stands for the heading before it.
    var places: [Int] = []
    for (place, finding) in checks.findings.enumerated() {
      if place == 0 || checks.findings[place - 1].rule != finding.rule { places.append(-1 - place) }
      places.append(place)
    }
    let rows = Series(count: places.count) { [places] row in
      let place = places[row]
      return place < 0
        ? Table.Row.group(Self.heading(checks.findings[-1 - place].rule))
        : .cells(Self.cells(of: checks.findings[place], context))
    }
    return [
      .table(
        Table(
          caption: ["Findings, errors first"],
          columns: [
            .init("Weight"), .init("Where", isRowHeader: true), .init("What is wrong"),
            .init("What to do"),
          ],
          rows: rows))
    ]
  }

  private static func heading(_ code: String) -> [Inline] {
    guard let rule = RuleCatalogue.rule(code) else { return [.text(code)] }
    var heading: [Inline] = [.text("\(code) \(rule.title)")]
    if !rule.references.isEmpty {
      let clauses = rule.references.map { "\($0)" }.joined(separator: "; ")
      heading.append(.text(" – asked for by \(clauses)"))
    }
    return heading
  }

  private static func cells(of finding: Finding, _ context: ReportContext) -> [[Inline]] {
    [
      [.badge(ModelWords.text(finding.severity), finding.severity.tone)],
      place(of: finding, context), [.text(sentence(finding.message))],
      [.text(finding.hint.map(sentence) ?? "–")],
    ]
  }

  private static func place(of finding: Finding, _ context: ReportContext) -> [Inline] {
    guard let entity = finding.entity else {
      return [.text(finding.field ?? "the register")]
    }
    let risk = (try? Identifier<Risk>(entity)).flatMap { context.compiled.risks[$0] }
    var place = [risk.map { context.link(toRisk: $0) } ?? .text(entity)]
    if let field = finding.field { place.append(.text(" " + field)) }
    return place
  }

  private static func sentence(_ text: String) -> String { text.capitalisedFirst }

  private func suppressed(_ checks: CheckReport) -> [Block] {
    guard !checks.suppressed.isEmpty else { return [] }
    let context = context
    let rows = Series(count: checks.suppressed.count) { place in
      let suppressed = checks.suppressed[place]
      let suppression = suppressed.suppression
      return Table.Row.cells([
        [.text(suppressed.finding.rule)], Self.place(of: suppressed.finding, context),
        [.text(Self.sentence(suppressed.finding.message))],
        [
          .text("\(suppression.id), by "), context.party(suppression.by),
          .text(suppression.until.map { ", until \(DateText.day($0))" } ?? ""),
          .said(suppression.because.map { ": " + $0.line } ?? ""),
        ],
      ])
    }
    return [
      .heading(Heading(["Kept back"])),
      .text(
        "\(Plural.count(checks.suppressed.count, "finding")) kept back by decisions in the "
          + "register."),
      .table(
        Table(
          caption: ["Findings that are kept back"],
          columns: [
            .init("Rule"), .init("Where", isRowHeader: true), .init("What is wrong"),
            .init("Kept back by"),
          ],
          rows: rows)),
    ]
  }
}
