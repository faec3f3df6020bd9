import RegisterAnalysis
import RegisterModel
import RiskScoring

/// What the matrix can tell and what it can't, in plain words.
struct MatrixAuditText {
  let context: ReportContext

  init(_ context: ReportContext) { self.context = context }

  var blocks: [Block] {
    guard let audit = context.audit else { return [] }
    var blocks: [Block] = [
      .heading(Heading(["What the matrix can and can't tell"])),
      .callout(
        Callout(
          "Ratings one step apart are not distinguishable from the matrix alone",
          [
            .text(
              "Neighbouring cells overlap in what they hold. Take the order as that in which to talk "
                + "about risks.")
          ])),
    ]
    let measured = audit.categories.filter { $0.audit.ordering != nil }
    if measured.isEmpty {
      blocks.append(
        .text(
          "Nobody has said what the levels stand for in numbers, so it can't be told how well the "
            + "ratings order risks."))
    }
    for category in measured {
      // Categories whose levels are spaced alike are audited alike; one is enough to read about.
      guard category.category == measured.first(where: { isAlike($0, category) })?.category else {
        continue
      }
      blocks += text(category, alike: measured.filter { isAlike($0, category) })
    }
    return blocks + findings(audit)
  }

  private func isAlike(_ first: CriteriaAudit.Category, _ second: CriteriaAudit.Category) -> Bool {
    first.audit.ordering == second.audit.ordering && first.audit.distances == second.audit.distances
      && first.audit.unaudited == second.audit.unaudited
  }

  private func text(_ category: CriteriaAudit.Category, alike: [CriteriaAudit.Category]) -> [Block]
  {
    guard let shares = category.audit.ordering else { return [] }
    let names = Plural.list(alike.map(\.name))
    let rows = [
      ("in the right order", shares.correct), ("in the wrong order", shares.error),
      ("rated the same: no order", shares.tie), ("equal, and rated differently", shares.equal),
    ].map { ShareChart.Row($0.0, share: $0.1, text: ShareText.percent($0.1)) }
    return [
      .heading(Heading(["Measured in ", .said(names)], level: 4)),
      .list(ItemList(category.audit.plainSentences().map { [.text($0)] })),
      .figure(
        Figure(
          .shares(ShareChart(rows: rows)), title: "How well the ratings order pairs of risks",
          summary: "Of all pairs of risks spread evenly over the matrix, measured in \(names): "
            + rows.map { "\($0.text) \($0.label)" }.joined(separator: ", ") + ".",
          alternative: nil)),
    ]
  }

  private func findings(_ audit: CriteriaAudit) -> [Block] {
    let findings = audit.findings.filter { $0.finding.severity != .info }
    guard !findings.isEmpty else {
      return [.text("The audit of the matrix found nothing that contradicts itself.")]
    }
    return [
      .table(
        Table(
          caption: "What the audit of the matrix found",
          columns: [
            .init("Check"), .init("Weight"), .init("What was found", isRowHeader: true),
            .init("What to do"),
          ],
          rows: findings.map { finding in
            [
              [.text(finding.finding.code)],
              [
                .badge(
                  ModelWords.text(finding.finding.severity), finding.finding.severity.tone)
              ],
              [.text(finding.message)], [.text(finding.hint ?? "–")],
            ]
          }))
    ]
  }
}
