import RegisterAnalysis
import RegisterModel
import RiskScoring

/// Which risks are borne, by whom, why, and until when: the inventory of accepted risks.
struct AcceptancesSection {
  let context: ReportContext
  private let states: [AcceptanceState]

  init(_ context: ReportContext) {
    self.context = context
    states = context.register.acceptances.map { $0.state(on: context.today) }
  }

  private var acceptances: [Acceptance] { context.register.acceptances }

  var blocks: [Block] {
    let live = states.count { $0.isLive }
    let dated = acceptances.indices.filter { acceptances[$0].until != nil && isShown(states[$0]) }
      .stableSorted { acceptances[$0].until?.dayNumber ?? .max }
    let overdue = acceptances.indices.count {
      states[$0].isLive && acceptances[$0].isRevalidationOverdue(on: context.today) == true
    }
    var sentence =
      "\(Plural.count(live, "acceptance").capitalisedFirst) in force, of \(acceptances.count) in the register."
    if overdue > 0 {
      sentence += " \(overdue) of them nobody has looked at for a year."
    }
    return [
      .text(sentence + " A risk is accepted only until the last day stated; then it is open.")
    ]
      + [figure(dated)].compactMap { $0 } + inventory
  }

  /// Whether its end is of interest: it is in force, comes into force, or ran out.
  private func isShown(_ state: AcceptanceState) -> Bool {
    switch state {
    case .live, .expired, .notYet: true
    case .withdrawn, .incomplete: false
    }
  }

  // MARK: The calendar

  private func figure(_ dated: [Int]) -> Block? {
    guard !dated.isEmpty else { return nil }
    let spans = dated.compactMap { index -> TimelineFigure.Span? in
      let acceptance = acceptances[index]
      guard let until = acceptance.until else { return nil }
      let days = Int(until.dayNumber) - Int(context.today.dayNumber)
      let title = context.compiled.risks[acceptance.risk].map {
        " " + context.register.risks[$0].title.text
      }
      return TimelineFigure.Span(
        label: "\(acceptance.id) of \(acceptance.risk)\(title ?? "")", start: acceptance.on,
        end: until, note: days < 0 ? "expired" : DateText.day(until),
        tone: days < 0 ? .bad : days <= Deadlines.soonDays ? .caution : .neutral)
    }
    return .figure(
      Figure(
        .timeline(TimelineFigure(today: context.today, spans).chart), title: "Expiry calendar",
        summary: (spans.count > TimelineFigure.most
          ? "The \(TimelineFigure.most) acceptances that end first, of \(spans.count): "
          : "When acceptances end: ")
          + "a square has expired, a triangle ends within \(Deadlines.soonDays) days, a circle later.",
        alternative: calendar(dated)))
  }

  /// The acceptances month by month.
  private func calendar(_ dated: [Int]) -> Table {
    var rows: [Table.Row] = []
    var month: (Int, Int)?
    for index in dated {
      guard let until = acceptances[index].until else { continue }
      let parts = until.components
      if month.map({ $0 != (parts.year, parts.month) }) ?? true {
        rows.append(.group([.text(DateText.month(until))]))
        month = (parts.year, parts.month)
      }
      rows.append(
        .cells([
          [.text(context.day(until))], [.text(acceptances[index].id.text)],
          [context.link(to: acceptances[index].risk)], [badge(states[index])],
          [context.party(acceptances[index].by)],
        ]))
    }
    return Table(
      caption: ["Expiry calendar"],
      columns: [
        .init("Last day", isRowHeader: true), .init("Acceptance"), .init("Risk"), .init("State"),
        .init("Decided by"),
      ],
      rows: Series(rows))
  }

  private func badge(_ state: AcceptanceState) -> Inline {
    let text = AcceptanceWords.text(state)
    return switch state {
    case .live(let until):
      .badge(
        text,
        Int(until.dayNumber) - Int(context.today.dayNumber) <= Deadlines.soonDays
          ? .caution : .good)
    case .expired, .incomplete: .badge(text, .bad)
    case .notYet, .withdrawn: .badge(text, .neutral)
    }
  }

  // MARK: The inventory

  private var inventory: [Block] {
    let section = self
    // In force first, then what ran out or lacks something, then the rest.
    let order = acceptances.indices.map { $0 }.stableSorted { index -> Int in
      switch states[index] {
      case .live: 0
      case .expired: 1
      case .incomplete: 2
      case .notYet: 3
      case .withdrawn: 4
      }
    }
    return [
      .heading(Heading(["Inventory"])),
      .series(Series(count: order.count) { .card(section.card(order[$0])) }),
    ]
  }

  private func card(_ index: Int) -> Card {
    let acceptance = acceptances[index]
    var facts: [Definition] = []
    let place = context.compiled.risks[acceptance.risk]
    var risk: [Inline] = [context.link(to: acceptance.risk), " "]
    if let place {
      risk += [
        .said(context.register.risks[place].title.text), " ",
        context.badge(context.compiled.current.scores[place].rating),
      ]
    }
    facts.append(Definition("Risk, rated today", risk))
    if acceptance.rating != nil || acceptance.state != nil {
      var then: [Inline] = acceptance.rating.map { [context.badge($0)] } ?? ["not recorded"]
      if let state = acceptance.state { then.append(.text(" " + context.words.phrase(for: state))) }
      facts.append(Definition("When decided", then))
    }
    facts.append(Definition("Decided", decided(acceptance)))
    if let prose = acceptance.justification { facts.append(Definition("Why", prose.said)) }
    if let prose = acceptance.conditions { facts.append(Definition("Conditions", prose.said)) }
    let controls = acceptance.compensating.map { control in
      context.compiled.controls[control.ref].map {
        "\(control.ref) \(context.register.controls[$0].name)"
      } ?? control.ref.text
    }
    if !controls.isEmpty {
      facts.append(Definition("Meanwhile", [.said(controls.joined(separator: "; "))]))
    }
    // An acceptance that ends before that is decided anew then.
    if let due = acceptance.revalidationDue(on: context.today), states[index].isLive,
      acceptance.until.map({ due < $0 }) ?? true
    {
      let word = due < context.today ? "overdue since" : "by"
      facts.append(Definition("Look at again", [.text("\(word) \(context.day(due))")]))
    }
    return Card(
      Heading(
        [.text("\(acceptance.id) of \(acceptance.risk)")], level: 4,
        anchor: Anchor("acceptance-" + acceptance.id.text)),
      badges: [badge(states[index])], [.definitions(facts)])
  }

  private func decided(_ acceptance: Acceptance) -> [Inline] {
    var text: [Inline] =
      acceptance.by.map { ["by ", context.party($0)] } ?? ["it is not recorded by whom"]
    if let on = acceptance.on { text.append(.text(" on \(DateText.day(on))")) }
    if let until = acceptance.until {
      text.append(.text(", until \(context.day(until))"))
    } else {
      text.append(", without a last day")
    }
    if let assessor = acceptance.assessor {
      text += ["; the risk was judged by ", context.party(assessor)]
    }
    if let confirmed = acceptance.revalidated {
      text.append(.text("; last confirmed \(DateText.day(confirmed))"))
    }
    return text
  }
}
