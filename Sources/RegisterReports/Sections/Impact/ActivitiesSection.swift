import ImpactAnalysis
import RegisterAnalysis
import RegisterModel

/// A card for each activity, the worst first.
struct ActivitiesSection {
  let context: ReportContext

  init(_ context: ReportContext) { self.context = context }

  var blocks: [Block] {
    let context = context
    let activities = context.compiled.impact.worstFirst
    return [
      .heading(Heading(["The worst first"])),
      .series(
        Series(count: activities.count) { place in
          .card(ActivityCard(context, activities[place]).card)
        }),
    ]
  }
}

/// What there is to say of an activity: its times with what binds, how bad an outage is by its length, what it
/// costs, what it can't do without.
struct ActivityCard {
  private let context: ReportContext
  private let activity: ActivityImpact
  private let record: Activity
  private var impact: RegisterImpact { context.compiled.impact }
  private var words: ImpactWords { context.impactWords }

  init(_ context: ReportContext, _ activity: ActivityImpact) {
    self.context = context
    self.activity = activity
    record = context.register.activities[activity.node]
  }

  var card: Card {
    Card(
      Heading(
        [.text("\(record.id) "), .said(record.name.text)], level: 4,
        anchor: context.anchor(ofNode: activity.node)),
      badges: [
        ImpactSection.verdict(activity)[0],
        .badge(
          activity.period.seconds.map { "MTPD \(ImpactWords.time($0))" } ?? "MTPD not known",
          activity.period.seconds == nil ? .unknown : .neutral),
      ],
      [.definitions(definitions)] + [grid, curve].compactMap { $0 })
  }

  private var definitions: [Definition] {
    var definitions = [Definition("Owner", [context.party(record.owner)])]
    let notes = words.notes(activity.period, of: record)
    definitions.append(
      Definition(
        "MTPD",
        [
          .said(
            ([activity.period.seconds.map { ImpactWords.time($0) } ?? "not known"] + notes)
              .joined(separator: "; ") + ".")
        ]))
    definitions.append(
      Definition("Recovery", [.said(words.sentence(activity).capitalisedFirst + ".")]))
    definitions.append(Definition("Work that may be lost", [.said(lostWork)]))
    let points = impact.points.points(of: activity.node)
    if impact.prioritised.contains(activity.node) {
      definitions.append(
        Definition(
          "Can't do without",
          points.isEmpty ? ["no single thing"] : context.links(toNodes: points, most: 12)))
    }
    return definitions
  }

  private var lostWork: String {
    if record.usesData == false { return "It uses no data." }
    guard let rpo = record.targets?.rpo else { return "Nobody has said how much." }
    return rpo.seconds == 0 ? "None." : "\(ImpactWords.time(rpo.seconds)) of it (RPO)."
  }

  // MARK: Impact over time

  private var grid: Block? {
    let bands = context.register.criteria?.bands ?? []
    let cells = record.impacts.filter { $0.window == nil }
    guard !cells.isEmpty else { return nil }
    let times = Set(bands).union(cells.map(\.at)).sorted()
    let rows = (context.register.criteria?.impacts ?? []).compactMap { category in
      row(category, cells.filter { $0.category == category.category }, times)
    }
    guard !rows.isEmpty else { return nil }
    let columns = times.map { ImpactWords.time($0.seconds) }
    let title = "How bad an outage of \(record.id) is by its length"
    return .figure(
      Figure(
        .impactGrid(ImpactGridChart(columns: columns, rows: rows.map(\.row))), title: title,
        summary: "Levels of impact at each time, at any time of the year"
          + (record.impacts.count > cells.count ? "; peak windows have grids of their own." : "."),
        alternative: Table(
          caption: title,
          columns: [.init("Category", isRowHeader: true)] + columns.map { .init($0) },
          rows: rows.map { [[.said($0.row.label)]] + $0.words })))
  }

  private func row(_ category: ImpactCategory, _ cells: [TimedImpact], _ times: [ElapsedTime])
    -> (row: ImpactGridChart.Row, words: [[Inline]])?
  {
    guard !cells.isEmpty else { return nil }
    let levels = times.map { time in cells.first { $0.at == time }?.level }
    let intolerable = category.intolerable
    let isIntolerable = { (level: Level<ImpactScale>?) in
      level.flatMap { level in intolerable.map { level >= $0 } } ?? false
    }
    let row = ImpactGridChart.Row(
      words.name(of: category.category), levels: category.levels.count,
      intolerable: intolerable.map { Int($0.rank) },
      cells: levels.map { .init(level: $0.map { Int($0.rank) }, isIntolerable: isIntolerable($0)) })
    let texts: [[Inline]] = levels.map { level in
      guard let level else { return ["not judged"] }
      let name =
        Int(level.rank) <= category.levels.count
        ? " \(category.levels[Int(level.rank) - 1].name)" : ""
      return [.said("\(level.rank)\(name)" + (isIntolerable(level) ? ", intolerable" : ""))]
    }
    return (row, texts)
  }

  // MARK: Costs

  private var curve: Block? {
    guard let loss = impact.losses[activity.node] else { return nil }
    let figure = LossFigure(context, activity, loss)
    return figure.block
  }
}
