import RegisterAnalysis
import RegisterModel
import RiskScoring

/// How risks are judged and what the numbers rest on, for who has never seen a matrix.
struct MethodSection {
  let context: ReportContext

  init(_ context: ReportContext) { self.context = context }

  private var criteria: Criteria? { context.register.criteria }

  var blocks: [Block] {
    var blocks: [Block] = [
      .text(
        "A risk is something that may happen, with its cause and its consequence. People judge how "
          + "often it may happen and how bad it would be, in levels; each level stands for an interval. "
          + "The worst impact counts, never a mean. The two levels together give the rating, by the "
          + "matrix below."),
      .list(
        ItemList([
          [
            .strong("Without controls"), " is what the risk would be if nothing worked against it.",
          ],
          [.strong("Today"), " is what it is with the controls that operate now."],
          [.strong("After the plan"), " is what it is to be when the treatments are done."],
        ])),
    ]
    guard let criteria else {
      return blocks + [
        .text("The register has no criteria, so nothing can be rated.")
      ]
    }
    if let day = criteria.reviewed {
      blocks.append(.text("The criteria were last reviewed on \(DateText.day(day))."))
    }
    return blocks + likelihood + criteria.impacts.flatMap(impact) + ratings + appetite
      + MatrixAuditText(context).blocks + exposure + order
  }

  // MARK: Scales

  private var likelihood: [Block] {
    guard let levels = criteria?.likelihood?.levels, !levels.isEmpty else {
      return [
        .heading(Heading(["How often"])), .text("The criteria have no likelihood scale."),
      ]
    }
    return [
      .heading(Heading(["How often"])),
      .table(
        Table(
          caption: "Levels of likelihood, the rarest first",
          columns: [
            .init("Level", isRowHeader: true), .init("How often"), .init("Events in a year"),
            .init("Meaning"),
          ],
          rows: levels.enumerated().map { index, level in
            let interval = Level(index + 1).flatMap { context.compiled.rules.likelihood[$0] }
            return [
              [.text("\(index + 1) "), .said(level.name.text)],
              [.text(interval.map { RateText.interval($0.low, $0.high) } ?? "not stated")],
              [.text(Self.bounds(level.from?.perYear, level.to?.perYear, isCapped: level.cap))],
              level.meaning.map { [.said($0.line)] } ?? ["–"],
            ]
          })),
    ]
  }

  private func impact(_ category: ImpactCategory) -> [Block] {
    let name = category.name?.text ?? category.category.text
    var blocks: [Block] = [.heading(Heading(["How bad: ", .said(name)]))]
    if let meaning = category.meaning { blocks += meaning.said.map { .paragraph($0) } }
    guard !category.levels.isEmpty else { return blocks + [.text("It has no levels.")] }
    let unit = category.unit?.text ?? "no unit stated"
    let hasMoney = category.levels.contains { $0.moneyFrom != nil || $0.moneyTo != nil }
    var columns: [Table.Column] = [
      .init("Level", isRowHeader: true), .init("From – to, in \(unit)"),
    ]
    if hasMoney { columns.append(.init("In \(context.currency)")) }
    columns.append(.init("Meaning"))
    let rows = category.levels.enumerated().map { index, level -> [[Inline]] in
      let isIntolerable = category.intolerable.map { index + 1 >= Int($0.rank) } ?? false
      var name: [Inline] = [.text("\(index + 1) "), .said(level.name.text)]
      if isIntolerable { name += [" ", .badge("can't be borne", .bad)] }
      var cells = [
        name, [.text(Self.bounds(level.from?.value, level.to?.value, isCapped: level.cap))],
      ]
      if hasMoney {
        cells.append([
          .text(Self.bounds(level.moneyFrom?.amount, level.moneyTo?.amount, isCapped: level.cap))
        ])
      }
      cells.append(level.meaning.map { [.said($0.line)] } ?? ["–"])
      return cells
    }
    blocks.append(
      .table(Table(caption: "Levels of \(name), the mildest first", columns: columns, rows: rows)))
    return blocks
  }

  /// "10 000 – 100 000"; a cap is told from a bound.
  private static func bounds(_ low: Double?, _ high: Double?, isCapped: Bool) -> String {
    guard low != nil || high != nil else { return "not stated" }
    let text = [low, high].map {
      $0.map { AmountText.plain($0).replacing(" ", with: "\u{A0}") } ?? "?"
    }.joined(separator: " – ")
    return isCapped ? text + " (the outer bound only for computing)" : text
  }

  // MARK: Ratings

  private var ratings: [Block] {
    guard !context.compiled.rules.matrix.isEmpty else {
      return [
        .heading(Heading(["Ratings"])),
        .text("The criteria have no matrix, so no risk can be rated."),
      ]
    }
    let rules = context.compiled.rules
    let rows = context.ratingsFromTop.map { rating -> [[Inline]] in
      let review = criteria?.reviews.first { $0.rating == rating }
      return [
        [context.badge(rating), .text(" (\(context.initials.of(rating)))")],
        rules.matrix[rating]?.meaning.map { [.said($0.line)] } ?? ["–"],
        [.text(review.map { "every " + DateText.period($0.every) } ?? "not stated")],
      ]
    }
    return [
      .heading(Heading(["Ratings"])), .figure(HeatMapFigure(context).matrix),
      .table(
        Table(
          caption: "Ratings, the highest first",
          columns: [
            .init("Rating", isRowHeader: true), .init("What is done"), .init("Reviewed"),
          ],
          rows: rows)),
    ]
  }

  private var appetite: [Block] {
    guard let appetites = criteria?.appetites, !appetites.isEmpty else {
      return [
        .heading(Heading(["Appetite and tolerance"])),
        .text("The criteria state none, so nobody can say which risk is tolerable."),
      ]
    }
    let rows = appetites.map { appetite -> [[Inline]] in
      let category = appetite.category.flatMap { context.compiled.rules.index(of: $0) }
      return [
        [category.map { .said(context.words.name(of: $0)) } ?? "every other category"],
        [context.badge(appetite.rating)], [context.badge(appetite.tolerance)],
        appetite.statement.map { [.said($0.line)] } ?? ["–"],
      ]
    }
    return [
      .heading(Heading(["Appetite and tolerance"])),
      .text(
        "Risks are wanted at the first rating or below, and tolerated up to the second. Above it a "
          + "risk needs somebody with the authority for it to accept it, in writing and for a time."
      ),
      .table(
        Table(
          caption: "What is wanted and what is tolerated",
          columns: [
            .init("Category", isRowHeader: true), .init("Wanted up to"), .init("Tolerated up to"),
            .init("In words"),
          ],
          rows: rows)),
    ]
  }

  // MARK: Computing

  private var exposure: [Block] {
    [
      .heading(Heading(["Loss in a year"])),
      .text(
        "Where the levels stand for numbers, a year costs between the lowest frequency times the "
          + "lowest loss and the highest frequency times the highest loss. The average takes every "
          + "order of magnitude inside the two intervals to be as likely as another. It is never shown "
          + "without the interval, for alone it would feign knowledge. Of several categories with a "
          + "meaning in money the largest counts; they are not added up."),
      .text(
        "Where no level has a meaning in money, the loss is not known. That is not zero."),
    ] + limits
  }

  private var limits: [Block] {
    guard let limits = criteria?.limits, !limits.isEmpty else { return [] }
    let items = limits.map { limit -> [Inline] in
      let amount = AmountText.unbroken(limit.amount, in: context.currency)
      return switch limit.measure {
      case .expectedAnnualLoss: [.text("The average of a year may be at most \(amount).")]
      case .valueAtRisk:
        [
          .text(
            "A year may cost more than \(amount) with a probability of at most "
              + "\(limit.probability.map { ShareText.percent($0.value) } ?? "nobody said what").")
        ]
      }
    }
    return [.list(ItemList(items))]
  }

  private var order: [Block] {
    [
      .heading(Heading(["The order of the risks"])),
      .list(
        ItemList(
          [
            ["What exceeds tolerance comes first."], ["Then the higher rating."],
            [
              .text(
                "Then the larger share of its scale: how far up the likelihood scale times how far up "
                  + "its category's impact scale, 0 to 1. It compares risks with and without a money "
                  + "figure; it is no probability.")
            ],
            ["Then what may happen sooner."], ["Then the identifier, which settles the rest."],
          ], isOrdered: true)),
      .text(
        "Levels and ratings are compared, never added, multiplied or averaged. Counts and money are "
          + "added, nothing else."),
    ]
  }
}
