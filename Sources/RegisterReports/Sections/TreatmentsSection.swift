import RegisterAnalysis
import RegisterModel
import RiskScoring

/// What is planned, by when, by whom, for how much, and what of it is late.
struct TreatmentsSection {
  let context: ReportContext

  init(_ context: ReportContext) { self.context = context }

  var blocks: [Block] {
    let treatments = context.register.treatments
    let open = treatments.indices.filter { treatments[$0].isOpen }
    let late = open.filter { isLate(treatments[$0]) }
    let undated = open.count { treatments[$0].due == nil }
    var sentence = "\(Plural.count(open.count, "treatment")) to be done"
    if !late.isEmpty { sentence += ", \(late.count) of them past the day set" }
    if undated > 0 { sentence += ", \(undated) without a day" }
    return [.text(sentence.capitalisedFirst + ".")] + [figure(open)].compactMap { $0 } + [table]
  }

  private func isLate(_ treatment: Treatment) -> Bool {
    treatment.isOpen && (treatment.due.map { $0 < context.today } ?? false)
  }

  private func figure(_ open: [Int]) -> Block? {
    let treatments = context.register.treatments
    let dated = open.filter { treatments[$0].due != nil }
      .stableSorted { treatments[$0].due?.dayNumber ?? .max }
    let spans = dated.compactMap { index -> TimelineFigure.Span? in
      let treatment = treatments[index]
      guard let due = treatment.due else { return nil }
      let days = Int(due.dayNumber) - Int(context.today.dayNumber)
      return TimelineFigure.Span(
        label: "\(treatment.id) \(treatment.name)", start: treatment.start, end: due,
        note: days < 0 ? "\(DateText.span(-days)) late" : DateText.day(due),
        tone: days < 0 ? .bad : days <= Deadlines.soonDays ? .caution : .neutral)
    }
    guard !spans.isEmpty else { return nil }
    let shown = min(spans.count, TimelineFigure.most)
    return .figure(
      Figure(
        .timeline(TimelineFigure(today: context.today, spans).chart), title: "Treatments due",
        summary: (shown < spans.count
          ? "The \(shown) treatments due first, of \(spans.count): " : "When treatments are due: ")
          + "a square is late, a triangle is due within \(Deadlines.soonDays) days, a circle later. "
          + "The table below has the days.",
        alternative: nil))
  }

  /// Late ones first, then by day, then those without one, then what is over.
  private var table: Block {
    let context = context
    let treatments = context.register.treatments
    let order = treatments.indices.map { $0 }.stableSorted { index -> Int in
      let treatment = treatments[index]
      let day = Int(treatment.due?.dayNumber ?? .max)
      return treatment.isOpen ? day : 1 << 40 + (treatment.status == .done ? 0 : 1)
    }
    let rows = Series(count: order.count) { place in
      Table.Row.cells(Self.cells(of: treatments[order[place]], context))
    }
    return .table(
      Table(
        caption: ["Treatments, what is due first at the top"],
        columns: [
          .init("Treatment", isRowHeader: true), .init("Status"), .init("Due"), .init("Owner"),
          .init("Cost", .trailing), .init("Treats"),
        ],
        rows: rows))
  }

  private static func cells(of treatment: Treatment, _ context: ReportContext) -> [[Inline]] {
    var name: [Inline] = [.text("\(treatment.id) "), .said(treatment.name.text)]
    if let option = treatment.option { name.append(.text(" (\(ModelWords.text(option)))")) }
    var due: [Inline] = ["no day set"]
    if treatment.status == .done {
      due = [.text(treatment.done.map { "done \(DateText.day($0))" } ?? "done")]
    } else if treatment.status == .cancelled {
      due = ["–"]
    } else if let day = treatment.due {
      due = [.text(context.day(day))]
      if day < context.today { due += [" ", .badge("overdue", .bad)] }
    }
    var costs: [String] = []
    if let cost = treatment.cost { costs.append(AmountText.unbroken(cost, in: context.currency)) }
    if let yearly = treatment.yearlyCost {
      costs.append("\(AmountText.unbroken(yearly, in: context.currency)) a year")
    }
    let treated = treatment.treats.compactMap { context.compiled.risks[$0.ref] }
    return [
      name, [.text(ModelWords.text(treatment.status))], due, [context.party(treatment.owner)],
      [.text(costs.isEmpty ? "not known" : costs.joined(separator: "; "))],
      treated.isEmpty ? ["–"] : context.links(toRisks: treated),
    ]
  }
}
