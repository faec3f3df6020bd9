import RegisterAnalysis
import RegisterModel
import RiskScoring

/// The ranked risks as a list, a row each.
struct RankingSection {
  let context: ReportContext

  init(_ context: ReportContext) { self.context = context }

  var blocks: [Block] {
    guard !context.order.isEmpty else {
      return [.text("No risk has a rating, so none can be put in order.")]
    }
    let context = context
    let rows = Series(count: context.order.count) { place in
      Table.Row.cells(Self.cells(of: context.order[place], context))
    }
    return [
      .text(
        "The order in which to deal with them: what exceeds tolerance first, then the higher rating, "
          + "then the larger share of its scale."),
      .table(
        Table(
          caption: ["Ranked risks, today with their controls"],
          columns: [
            .init("No.", .trailing), .init("Risk", isRowHeader: true), .init("Rating"),
            .init("Appetite"), .init("Likelihood × worst impact"),
            .init("Loss in a year, \(context.currency) (average)"),
            .init("Owner, status"),
          ],
          rows: rows)),
    ]
  }

  private static func cells(of ranked: RankedRisk, _ context: ReportContext) -> [[Inline]] {
    let risk = context.register.risks[ranked.index]
    return [
      [.text("\(ranked.place)")],
      [context.link(toRisk: ranked.index), " ", .said(risk.title.text)],
      [context.badge(ranked.score.rating)],
      [context.badge(ranked.score.standing)],
      [.said(context.words.levels(of: ranked.score))],
      [
        .text(
          ranked.score.exposure.map {
            "\(AmountText.unbroken($0.low)) – \(AmountText.unbroken($0.high)) "
              + "(\(AmountText.unbroken($0.expected)))"
          } ?? "not known")
      ],
      [context.party(risk.owner), .text(", \(ModelWords.text(risk.status))")],
    ]
  }
}
