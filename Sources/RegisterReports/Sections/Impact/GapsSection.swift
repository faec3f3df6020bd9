import ImpactAnalysis
import RegisterAnalysis
import RegisterModel

/// Where recovery falls short of what is asked, and why: the thing that binds, in words.
struct GapsSection {
  let context: ReportContext
  private var impact: RegisterImpact { context.compiled.impact }
  private var words: ImpactWords { context.impactWords }

  init(_ context: ReportContext) { self.context = context }

  var blocks: [Block] {
    let shortfalls =
      list(
        "Out for too long", impact.worstFirst.filter { [.intolerable, .late].contains($0.verdict) })
      + list(
        "Out again when a workaround has run out",
        impact.worstFirst.filter { $0.verdict == .lapses })
      + list(
        "Nobody can say", impact.worstFirst.filter { $0.verdict == .unknown })
      + list(
        "Nobody has said by when", impact.worstFirst.filter { $0.verdict == .unasked })
    let others = dataLoss + contradictions + cycles
    guard !(shortfalls + others).isEmpty else {
      return [.text("All activities are known to be back when they must be.")]
    }
    return shortfalls + others
  }

  private func list(_ heading: String, _ activities: [ActivityImpact]) -> [Block] {
    guard !activities.isEmpty else { return [] }
    return [
      .heading(Heading([.text("\(heading): \(activities.count)")])),
      .list(
        ItemList(
          activities.map { activity in
            var text = words.sentence(activity)
            if let back = activity.back.seconds, let alone = activity.backUnhindered.seconds,
              alone < back
            {
              text += " (\(ImpactWords.time(alone)) with crews enough)"
            }
            return [.said(text + ".")]
          })),
    ]
  }

  private var dataLoss: [Block] {
    let losers = words.dataLosers
    guard !losers.isEmpty else { return [] }
    return [
      .heading(Heading([.text("Work that would be lost: \(losers.count)")])),
      .list(ItemList(losers.map { [.said("\(words.label($0)): \(words.dataLoss($0)).")] })),
    ]
  }

  /// What is promised later than somebody needs it, as DEP-002 finds.
  private var contradictions: [Block] {
    let found = context.compiled.contradictions
    guard !found.isEmpty else { return [] }
    return [
      .heading(Heading([.text("Promised later than needed: \(found.count)")])),
      .list(ItemList(found.map { [.said($0.message.capitalisedFirst + ".")] })),
    ]
  }

  private var cycles: [Block] {
    let cycles = impact.graph.graph.cycles
    guard !cycles.isEmpty else { return [] }
    return [
      .heading(Heading([.text("Needs that go in a circle: \(cycles.count)")])),
      .list(
        ItemList(
          cycles.map { cycle in
            [.said(Plural.list(cycle.map { words.label($0) }) + " need each other.")]
          })),
    ]
  }
}
