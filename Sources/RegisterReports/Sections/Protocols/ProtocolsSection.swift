import RegisterAnalysis
import RegisterModel

/// The protocols, a page each: for the folder that works when the network doesn't.
struct ProtocolsSection {
  let context: ReportContext

  init(_ context: ReportContext) { self.context = context }

  var blocks: [Block] {
    let context = context
    return [
      .text(
        "A page for each activation protocol, to be printed and put where it is found without light, network or "
          + "telephone. Times of calls are the worst case: when all ways to reach somebody have been tried. Whoever "
          + "declares makes the calls that name no caller."),
      index,
      .series(
        Series(count: context.register.protocols.count) { place in
          .card(ProtocolCard(context, place).card)
        }),
    ]
  }

  private var index: Block {
    var exercised: [Identifier<ResponseProtocol>: CalendarDate] = [:]
    for exercise in context.register.exercises {
      guard let on = exercise.on, on <= context.today else { continue }
      for plan in exercise.exercised { exercised[plan.ref] = max(exercised[plan.ref] ?? on, on) }
    }
    return .table(
      Table(
        caption: "What is in the folder",
        columns: [
          .init("Protocol", isRowHeader: true), .init("Owner"), .init("Version"),
          .init("Contacts valid until"), .init("Last exercised"),
        ],
        rows: context.register.protocols.map { plan in
          [
            [
              Inline(plan.id.text, to: ProtocolCard.anchor(of: plan)), .text(" "),
              .said(plan.name.text),
            ],
            [context.party(plan.owner)], [.said(plan.version?.text ?? "–")],
            [.text(plan.contactsValidUntil.map(DateText.day) ?? "–")],
            [.text(exercised[plan.id].map(DateText.day) ?? "never")],
          ]
        }))
  }
}
