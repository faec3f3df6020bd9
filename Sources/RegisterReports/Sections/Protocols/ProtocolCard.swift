import RegisterAnalysis
import RegisterModel
import ResponsePlanning

/// One protocol on one page: when it is activated, who decides, who is called, what is done, what is said, and how it
/// ends.
struct ProtocolCard {
  let context: ReportContext
  let plan: ResponseProtocol
  let response: ProtocolResponse
  let conditions: ConditionWords

  init(_ context: ReportContext, _ place: Int) {
    self.context = context
    plan = context.register.protocols[place]
    response = context.compiled.response.protocols[place]
    conditions = ConditionWords(context.compiled)
  }

  static func anchor(of plan: ResponseProtocol) -> Anchor { Anchor("protocol-" + plan.id.text) }

  var card: Card {
    var badges: [Inline] = []
    if let version = plan.version { badges.append(.badge("version \(version)", .neutral)) }
    if let effective = plan.effective {
      badges.append(.badge("of \(DateText.day(effective))", .neutral))
    }
    if let until = plan.contactsValidUntil {
      badges.append(
        .badge(
          "contacts valid until \(DateText.day(until))", until < context.today ? .bad : .neutral))
    }
    return Card(
      Heading(
        [.text(plan.id.text + " "), .said(plan.name.text)],
        anchor: Self.anchor(of: plan)),
      badges: badges, paper: isLong ? .denseSheet : .sheet,
      [.definitions(beginning)] + levels + calls + tasks + [.definitions(ending)])
  }

  /// Whether it hardly fits on a page.
  private var isLong: Bool {
    let rows = plan.levels.count + response.calls.entries.count + plan.tasks.count
    return rows + plan.messages.count + plan.triggers.count > 34
  }

  // MARK: When

  private var beginning: [Definition] {
    var parts: [Definition] = []
    if let purpose = plan.purpose { parts.append(Definition("Purpose", purpose.said)) }
    if !plan.triggers.isEmpty {
      parts.append(Definition("Activate when", plan.triggers.map(words)))
    }
    if let first = response.planned.compactMap(\.check.latestDeclare).min(),
      let timed = response.planned.first(where: { $0.check.latestDeclare == first })
    {
      let activity = context.compiled.impact.name(timed.activity)
      parts.append(
        Definition(
          "Declare within",
          [
            .strong(ResponseWords.time(first)), .text(" of the event, for "), .said(activity),
          ]))
    }
    return parts
  }

  private func words(of trigger: Trigger) -> [Inline] {
    let mode = trigger.mode == .automatic ? "at once" : "ask the authority"
    var words: [Inline] = [.strong("Level \(trigger.level.rank)"), .text(", \(mode): ")]
    if let condition = trigger.condition { words.append(.said(conditions.text(condition))) }
    if let release = trigger.release?.condition {
      words += [.text(". Off again when "), .said(conditions.text(release))]
    }
    return words
  }

  // MARK: Who decides

  private var levels: [Block] {
    guard !plan.levels.isEmpty else { return [] }
    return [
      .table(
        Table(
          caption: "Who decides",
          columns: [
            .init("Level", isRowHeader: true), .init("When"),
            .init("Authority, then who stands in"),
            .init("Told"), .init("Word every"),
          ],
          rows: plan.levels.map { level in
            [
              [
                .text("\(level.number.rank) "),
                .said(level.name?.text ?? ""),
              ],
              level.entry?.said.first ?? [], list(level.authorities.map(\.ref), ", then "),
              list(level.notifies.map(\.ref), ", "),
              [.text(level.updates.map { DateText.brief($0.seconds) } ?? "–")],
            ]
          }))
    ]
  }

  private func list(_ parties: [Identifier<Party>], _ separator: String) -> [Inline] {
    parties.enumerated().flatMap { place, party -> [Inline] in
      place == 0 ? [context.party(party)] : [.text(separator), context.party(party)]
    }
  }

  // MARK: Who is called

  private var calls: [Block] {
    guard !response.calls.entries.isEmpty else { return [] }
    var blocks: [Block] = [
      .table(
        Table(
          caption: "Who is called",
          columns: [
            .init("Who", isRowHeader: true), .init("Number, in the order to try"),
            .init("Called by"),
            .init("At the latest", .trailing), .init("Reached", .trailing),
          ],
          rows: response.calls.entries.map { entry in
            [
              [context.party(entry.who)], numbers(entry.chain),
              [entry.by.map { context.party($0) } ?? .text("–")],
              [
                .text(
                  entry.reachedBy.map { DateText.brief($0) }
                    ?? entry.problem.map(ResponseWords.problem) ?? "unknown")
              ],
              [.text(ResponseWords.probability(entry.probability))],
            ]
          }))
    ]
    for quorum in response.calls.quorums {
      blocks.append(
        .paragraph(
          [.text("At least \(quorum.atLeast) of ")] + list(quorum.of, ", ")
            + [.text(" must have answered.")]))
    }
    return blocks
  }

  /// The first few numbers of a chain, with whose they are where that isn't the party itself.
  private func numbers(_ chain: CallChain) -> [Inline] {
    let most = isLong ? 2 : 4
    var pieces: [Inline] = []
    for attempt in chain.attempts.prefix(most) {
      guard
        let party = context.compiled.parties[attempt.party].map({ context.register.parties[$0] })
      else { continue }
      let contact = party.contacts[attempt.place]
      if !pieces.isEmpty { pieces.append(.text("; ")) }
      pieces.append(.said(contact.address?.text ?? contact.channel.rawValue))
    }
    if chain.attempts.count > most { pieces.append(.text("; \(chain.attempts.count - most) more")) }
    return pieces.isEmpty ? [.text("–")] : pieces
  }

  // MARK: What is done

  private var tasks: [Block] {
    guard !plan.tasks.isEmpty else { return [] }
    return [
      .table(
        Table(
          caption: "What is done, in order",
          columns: [
            .init("Task", isRowHeader: true), .init("Who"), .init("After"),
            .init("Takes", .trailing), .init("Done"),
          ],
          rows: plan.tasks.map { task in
            [
              name(of: task), [context.party(task.role)],
              [
                .text(
                  task.after.map { $0.ref.text.replacing("-", with: "\u{2011}") }
                    .joined(separator: ", "))
              ],
              [.text(task.likely.map { DateText.brief($0.seconds) } ?? "–")], [.text("☐")],
            ]
          }))
    ]
  }

  private func name(of task: RecoveryTask) -> [Inline] {
    var words: [Inline] = [.text(task.id.text + " "), .said(task.name.text)]
    if let level = task.fromLevel { words.append(.text(" (from level \(level.rank))")) }
    if let gate = task.gate { words += [.text(". First: "), .said(gate.text, .emphasis)] }
    if !task.checks.isEmpty {
      words += [.text(" ☐ "), .said(task.checks.map(\.text.text).joined(separator: " ☐ "))]
    }
    return words
  }

  // MARK: What is said, and how it ends

  private var ending: [Definition] {
    var parts: [Definition] = []
    if !plan.messages.isEmpty { parts.append(Definition("Say", plan.messages.map(words))) }
    if let resources = plan.resources { parts.append(Definition("At hand", resources.said)) }
    if let end = plan.standDown {
      var words: [Inline] = []
      if let authority = end.authority {
        words += [context.party(authority), .text(" ends it")]
      }
      if let condition = end.condition {
        words += [.text(words.isEmpty ? "When " : " when "), .said(conditions.text(condition))]
      }
      if let hold = end.hold { words.append(.text(", for \(DateText.elapsed(hold))")) }
      if end.validated { words.append(.text("; what was restored is validated")) }
      if end.backlogPlan { words.append(.text("; there is a plan for the backlog")) }
      if let message = end.message { words.append(.text("; \(message) has gone out")) }
      parts.append(Definition("Stand down", [words] + (end.description?.said ?? [])))
    }
    if let restoration = plan.restoration {
      parts.append(Definition("Way back", restoration.said))
    }
    return parts
  }

  private func words(of message: MessageTemplate) -> [Inline] {
    var words: [Inline] = [.said(message.name.text, .strong)]
    let facts = [
      message.audience.map(\.rawValue), message.channel?.text,
      message.fromLevel.map { "from level \($0.rank)" },
    ].compactMap(\.self)
    words.append(.text(" (\(facts.joined(separator: "; "))"))
    if let approver = message.approver {
      words += [.text("; approved by "), context.party(approver)]
    }
    words.append(.text("): "))
    return words + (message.text?.said.first ?? [])
  }
}
