import RegisterAnalysis
import RegisterModel
import RiskScoring

/// What happened to the risks since an earlier revision, and why.
struct MovementSection {
  let context: ReportContext

  init(_ context: ReportContext) { self.context = context }

  var blocks: [Block] {
    guard let movement = context.movement else { return [] }
    let words = MovementWords(context, movement)
    var blocks: [Block] = [.paragraph(words.summary)]
    if !movement.criteria.isEmpty {
      blocks.append(
        .callout(
          Callout(
            movement.areRatingsComparable
              ? "Appetite has changed" : "Ratings can't be compared with the earlier ones",
            tone: .caution, [.list(ItemList(movement.criteria.map { [.text(words.text($0))] }))])))
    }
    if movement.isAncestor == false {
      blocks.append(
        .text(
          "The earlier register does not stand in the history of this one, so the history can't say "
            + "why something changed."))
    }
    if movement.areRatingsComparable, let figure = figure(movement, words) {
      blocks.append(.figure(figure))
    }
    return blocks + changes(movement) + added(movement) + removed(movement)
  }

  // MARK: The figure

  private func figure(_ movement: RegisterMovement, _ words: MovementWords) -> Figure? {
    let ratings = context.ratingsFromTop
    guard !ratings.isEmpty else { return nil }
    let before = RiskCounts(of: movement.earlier.current).ratings
    let now = context.counts.ratings
    let states =
      ratings.map {
        MovementChart.State(
          context.words.name(of: $0), mark: context.initials.of($0), .rating(Int($0.rank)),
          before: "\(before[$0])", now: "\(now[$0])")
      } + [
        MovementChart.State(
          "not assessed", mark: "?", .unknown, before: "\(before.notAssessed)",
          now: "\(now.notAssessed)")
      ]
    let table = Table(
      caption: "Open risks of each rating",
      columns: [
        .init("Rating", isRowHeader: true), .init("Before", .trailing), .init("Now", .trailing),
      ],
      rows: states.map { [[.said($0.name)], [.text($0.before)], [.text($0.now)]] })
    return Figure(
      .movement(
        MovementChart(
          beforeTitle: words.earlierName.prefix(1).uppercased() + words.earlierName.dropFirst(),
          nowTitle: "Now", states: states, flows: flows(movement, ratings))),
      title: "Risks that changed their rating",
      summary: "How many open risks have each rating, before and now, and which went where.",
      alternative: table)
  }

  private func flows(
    _ movement: RegisterMovement, _ ratings: [Level<RatingScale>]
  ) -> [MovementChart.Flow] {
    func place(_ rating: Level<RatingScale>?) -> Int {
      rating.map { ratings.count - Int($0.rank) } ?? ratings.count
    }
    var risks: [[Int]] = Array(repeating: [], count: (ratings.count + 1) * (ratings.count + 1))
    for change in movement.changes {
      guard let rating = change.rating, context.register.risks[change.place].status != .closed
      else { continue }
      risks[place(rating.before) * (ratings.count + 1) + place(rating.after)].append(change.place)
    }
    return risks.enumerated().compactMap { index, risks in
      guard !risks.isEmpty else { return nil }
      let names = risks.map { context.register.risks[$0].id.text }
      return MovementChart.Flow(
        from: index / (ratings.count + 1), to: index % (ratings.count + 1), count: risks.count,
        label: risks.count <= 2 ? names.joined(separator: ", ") : "\(risks.count) risks")
    }
  }

  // MARK: Tables

  private func changes(_ movement: RegisterMovement) -> [Block] {
    guard !movement.changes.isEmpty else { return [] }
    let context = context
    // What got worse first, then what got better, then the rest.
    let order = movement.changes.indices.map { $0 }.stableSorted { index -> Int in
      switch movement.changes[index].direction {
      case .higher: 0
      case .assessed: 1
      case .unassessed: 2
      case .lower: 3
      case nil: 4
      }
    }
    let rows = Series(count: order.count) { place in
      let change = movement.changes[order[place]]
      return Table.Row.cells([
        [
          context.link(toRisk: change.place), " ",
          .said(context.register.risks[change.place].title.text),
        ],
        Self.rating(change, movement, context), Self.rest(change, movement, context),
        Self.because(change, context),
      ])
    }
    return [
      .heading(Heading(["Risks that changed"])),
      .table(
        Table(
          caption: ["Risks that changed, what was rated higher first"],
          columns: [
            .init("Risk", isRowHeader: true), .init("Rating"), .init("Levels, status, appetite"),
            .init("Why, as the history says"),
          ],
          rows: rows)),
    ]
  }

  private static func rating(
    _ change: RiskMovement, _ movement: RegisterMovement, _ context: ReportContext
  ) -> [Inline] {
    guard let rating = change.rating else {
      return [context.badge(context.compiled.current.scores[change.place].rating), " as before"]
    }
    let words = RegisterWords(movement.earlier.register, movement.earlier.rules)
    guard movement.areRatingsComparable else {
      let before = rating.before.map(words.name(of:)) ?? "not assessed"
      return [context.badge(rating.after), .said("; before, by other criteria: \(before)")]
    }
    let mark =
      switch change.direction {
      case .higher: " ▲ "
      case .lower: " ▼ "
      default: " → "
      }
    return [context.badge(rating.before), .text(mark), context.badge(rating.after)]
  }

  private static func rest(
    _ change: RiskMovement, _ movement: RegisterMovement, _ context: ReportContext
  ) -> [Inline] {
    func ranks(_ before: Int16?, _ after: Int16?) -> String {
      "\(before.map { "\($0)" } ?? "none") → \(after.map { "\($0)" } ?? "none")"
    }
    var parts: [String] = []
    if let likelihood = change.likelihood {
      parts.append("likelihood \(ranks(likelihood.before?.rank, likelihood.after?.rank))")
    }
    if let impact = change.impact {
      parts.append("worst impact \(ranks(impact.before?.rank, impact.after?.rank))")
    }
    if let status = change.status {
      parts.append(
        "status \(ModelWords.text(status.before)) → \(ModelWords.text(status.after))")
    }
    if let state = change.state {
      let names = [state.before, state.after].map {
        $0.map { context.words.phrase(for: $0) } ?? "not known"
      }
      parts.append(names.joined(separator: " → "))
    }
    return [.text(parts.joined(separator: "; "))]
  }

  private static func because(_ change: RiskMovement, _ context: ReportContext) -> [Inline] {
    let history = context.register.history
    let sentences = change.entries.suffix(3).map { index -> String in
      let entry = history[index]
      let reason = entry.because.map { ": \($0)" } ?? ", without a reason"
      return "\(DateText.day(entry.at.localDate)) \(entry.by)\(reason)"
    }
    return sentences.isEmpty ? ["–"] : [.said(sentences.joined(separator: "; "))]
  }

  private func added(_ movement: RegisterMovement) -> [Block] {
    guard !movement.new.isEmpty else { return [] }
    let context = context
    let rows = Series(count: movement.new.count) { place in
      let index = movement.new[place]
      let score = context.compiled.current.scores[index]
      return Table.Row.cells([
        [context.link(toRisk: index), " ", .said(context.register.risks[index].title.text)],
        [context.badge(score.rating)], [context.badge(score.standing)],
      ])
    }
    return [
      .heading(Heading(["New risks"])),
      .table(
        Table(
          caption: ["Risks that were not in the earlier register"],
          columns: [.init("Risk", isRowHeader: true), .init("Rating"), .init("Appetite")],
          rows: rows)),
    ]
  }

  private func removed(_ movement: RegisterMovement) -> [Block] {
    guard !movement.gone.isEmpty else { return [] }
    let retired = Dictionary(
      context.register.retired.map { ($0.id.text, $0) }, uniquingKeysWith: { first, _ in first })
    let old = movement.earlier
    let words = RegisterWords(old.register, old.rules)
    let rows = Series(count: movement.gone.count) { place in
      let risk = old.register.risks[movement.gone[place]]
      let rating = old.current.scores[movement.gone[place]].rating
      return Table.Row.cells([
        [.text("\(risk.id) "), .said(risk.title.text)],
        [.said(rating.map(words.name(of:)) ?? "not assessed")],
        [retired[risk.id.text]?.because.map { .said($0.text) } ?? "–"],
      ])
    }
    return [
      .heading(Heading(["Removed risks"])),
      .table(
        Table(
          caption: ["Risks that are no longer in the register"],
          columns: [
            .init("Risk", isRowHeader: true), .init("Rating then"), .init("Why it was removed"),
          ],
          rows: rows)),
    ]
  }
}
