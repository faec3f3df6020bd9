import RegisterAnalysis
import RegisterModel
import RiskScoring

/// Every risk in full: ranked, not assessed, closed.
struct RisksSection {
  let context: ReportContext

  init(_ context: ReportContext) { self.context = context }

  var blocks: [Block] {
    let context = context
    let ranked = Series<Block>(count: context.order.count) { place in
      .card(RiskCard(context, context.order.riskIndex(at: place)).card)
    }
    return group("Ranked, the most pressing first", ranked)
      + group("Not assessed", cards(context.order.notAssessed))
      + group("Closed", cards(context.order.closed))
  }

  private func cards(_ risks: [Int]) -> Series<Block> {
    let context = context
    return Series(count: risks.count) { .card(RiskCard(context, risks[$0]).card) }
  }

  private func group(_ title: String, _ cards: Series<Block>) -> [Block] {
    cards.isEmpty ? [] : [.heading(Heading([.text(title)])), .series(cards)]
  }
}
