import RegisterAnalysis
import RegisterModel
import RiskScoring

/// Risks that nobody has judged: neither low nor last, but unknown.
struct UnassessedSection {
  let context: ReportContext

  init(_ context: ReportContext) { self.context = context }

  var blocks: [Block] {
    let context = context
    let risks = context.order.notAssessed
    let rows = Series(count: risks.count) { place in
      let risk = context.register.risks[risks[place]]
      return Table.Row.cells([
        [context.link(toRisk: risks[place]), " ", .said(risk.title.text)],
        [.text(context.words.missing(in: context.compiled.current.scores[risks[place]]) ?? "–")],
        [context.party(risk.owner)], [.text(ModelWords.text(risk.status))],
      ])
    }
    return [
      .text(
        "\(Plural.count(risks.count, "risk")) \(risks.count == 1 ? "has" : "have") no rating today. "
          + "That does not make \(risks.count == 1 ? "it" : "them") small: nobody knows."),
      .table(
        Table(
          caption: ["Risks that are not assessed"],
          columns: [
            .init("Risk", isRowHeader: true), .init("What is missing"), .init("Owner"),
            .init("Status"),
          ],
          rows: rows)),
    ]
  }
}
