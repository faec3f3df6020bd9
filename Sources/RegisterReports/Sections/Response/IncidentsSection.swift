import RegisterAnalysis
import RegisterModel
import ResponsePlanning

/// What the incidents of the last twelve months come to, and what keeps coming back.
struct IncidentsSection {
  let context: ReportContext
  private let incidents: RegisterIncidents
  private let words: IncidentWords

  init(_ context: ReportContext) {
    self.context = context
    let days = RegisterIncidents.year(upTo: context.today)
    incidents = RegisterIncidents(
      context.compiled, days: days, baseline: RegisterIncidents.before(days))
    words = IncidentWords(context.register)
  }

  private var register: Register { context.register }
  private var analysis: IncidentAnalysis { incidents.analysis }
  private var metrics: IncidentMetrics { analysis.metrics }

  var blocks: [Block] {
    [tiles, .paragraph(summary)] + open + recurring + [figure].compactMap(\.self)
      + [timesTable] + howOften + [categoryTable, affectedTable].compactMap(\.self) + clusters
      + doubts
  }

  /// Whether anything was recorded in the time before: else nothing can be said of it.
  private var isComparable: Bool { (analysis.baseline?.count ?? 0) > 0 }

  // MARK: At a glance

  private var tiles: Block {
    let days = IncidentWords.days(incidents.days)
    let unexplained = analysis.recurring.count { $0.problems.isEmpty }
    return .tiles([
      Tile("\(metrics.count)", [.text("incidents, \(days)")]),
      Tile(
        "\(incidents.open.count)", ["still open"],
        tone: incidents.open.isEmpty ? .good : .caution),
      Tile(
        IncidentWords.time(metrics[.restore].median),
        [.text("median time to restore, of \(metrics[.restore].count)")]),
      Tile(
        "\(analysis.recurring.count)",
        [
          .text(
            "recurring cause\(analysis.recurring.count == 1 ? "" : "s")"
              + (unexplained > 0 ? ", \(unexplained) without a problem record" : ""))
        ],
        tone: unexplained > 0 ? .bad : .neutral),
    ])
  }

  private var summary: [Inline] {
    var text = "Trend within these twelve months: \(IncidentWords.trend(analysis.trend))."
    if let comparison = analysis.comparison, let days = incidents.baselineDays {
      text += " Against the time before: \(IncidentWords.comparison(comparison, with: days))."
    }
    return [.text(text)]
  }

  private var figure: Block? {
    let years = incidents.years(last: 12)
    guard !years.isEmpty else { return nil }
    let severities = Incident.Severity.allCases
    let tones: [Tone] = [.good, .neutral, .caution, .bad, .unknown]
    let names = severities.map(\.rawValue) + ["not settled"]
    let shown = names.indices.reversed().filter { place in
      years.contains { $0.counts[place] > 0 }
    }
    let chart = BarChart(
      kinds: shown.map { place in
        BarChart.Kind(
          names[place],
          mark: place < severities.count ? String(names[place].prefix(2)).capitalisedFirst : "?",
          tones[place])
      },
      rows: years.map { year in
        BarChart.Row(
          "\(year.year)" + (year.year == incidents.today.components.year ? ", so far" : ""),
          counts: shown.map { year.counts[$0] }, total: "\(year.count)")
      })
    return .figure(
      Figure(
        .bars(chart), title: "Incidents by year and severity",
        summary: "By the year in which each began. "
          + Plural.list(years.map { "\($0.year): \($0.count)" }) + ".",
        alternative: Table(
          caption: "Incidents by year and severity",
          columns: [.init("Year", isRowHeader: true)]
            + shown.map { .init(names[$0].capitalisedFirst, .trailing) } + [
              .init("All", .trailing)
            ],
          rows: years.map { year in
            [[.text("\(year.year)")]] + shown.map { [.text("\(year.counts[$0])")] }
              + [[.text("\(year.count)")]]
          })))
  }

  // MARK: Times

  private var timesTable: Block {
    let before = analysis.baseline.flatMap { $0.count > 0 ? $0 : nil }
    let rows = metrics.times.map { times -> [[Inline]] in
      [
        [.text("\(times.measure.abbreviation), \(IncidentWords.purpose(times.measure))")],
        [.text(times.measure.base)], [.text(IncidentWords.number(times))],
        [.text(IncidentWords.time(times.median))], [.text(IncidentWords.time(times.mean))],
      ] + (before.map { [[.text(IncidentWords.time($0[times.measure].median))]] } ?? [])
    }
    let unknown = metrics.downtime.unknownCount
    let most = unknown > 0 ? "at most " : ""
    return .table(
      Table(
        caption: [
          .text(
            "How long things took. MTBF \(most)\(IncidentWords.time(metrics.betweenFailures)), availability "
              + "\(IncidentWords.availability(metrics)): every incident is taken for an outage from occurred to restored, "
              + "hours in several are counted once"
              + (unknown > 0
                ? "; of \(Plural.count(unknown, "incident")) nobody knows how long" : "")
          )
        ],
        columns: [
          .init("Time", isRowHeader: true), .init("Counted"), .init("n", .trailing),
          .init("Median", .trailing), .init("Mean", .trailing),
        ] + (before == nil ? [] : [.init("Median before", .trailing)]),
        rows: Series(rows.map { .cells($0) })))
  }

  private var howOften: [Block] {
    guard let trend = analysis.trend else { return [] }
    return list("The tests of the trend", IncidentWords.tests(trend).map { [.text($0 + ".")] })
  }

  // MARK: What comes back, what is open

  private func list(_ heading: String, _ items: [[Inline]]) -> [Block] {
    items.isEmpty ? [] : [.heading(Heading([.text(heading)])), .list(ItemList(items))]
  }

  private var recurring: [Block] {
    list(
      "What keeps coming back: \(analysis.recurring.count)",
      analysis.recurring.map { recurring in
        var item: [Inline] = [
          .said(recurring.cause.text, .strong),
          .text(
            ", \(IncidentWords.recurrence(recurring)) (\(words.identifiers(recurring.incidents))): "
          ),
        ]
        if let problems = words.problems(recurring) {
          item += [.text("problem "), .said(problems), "."]
        } else {
          item += [.badge("no problem record", .bad)]
        }
        return item
      })
  }

  private var open: [Block] {
    list(
      "Open: \(incidents.open.count)",
      incidents.open.prefix(20).map { place in
        let incident = register.incidents[place]
        let since = incident.began.map { "since \(context.day($0.localDate))" }
        return [
          .said(words.label(place)),
          .text(
            ": \(incident.severity?.rawValue ?? "severity not settled"), \(incident.status.rawValue), "
              + "\(since ?? "nobody has said since when"), with "),
          context.party(incident.owner), ".",
        ]
      } + (incidents.open.count > 20 ? [[.text("and \(incidents.open.count - 20) more")]] : []))
  }

  // MARK: Where

  private func count<Key>(_ group: IncidentAnalysis.Group<Key>) -> [[Inline]] {
    [[.text("\(group.metrics.count)")]]
      + (isComparable ? [[.text(group.comparison.map { "\($0.baselineCount)" } ?? "–")]] : [])
  }

  private var countColumns: [Table.Column] {
    [.init("Incidents", .trailing)] + (isComparable ? [.init("Before", .trailing)] : [])
  }

  private var categoryTable: Block? {
    let groups = analysis.byCategory
    guard !groups.isEmpty else { return nil }
    let rows = groups.map { group -> [[Inline]] in
      [[.said(words.name(group.key))]] + count(group) + [
        [.text(IncidentWords.time(group.metrics[.detect].median))],
        [.text(IncidentWords.time(group.metrics[.restore].median))],
      ]
    }
    return .table(
      Table(
        caption: ["By category, each with what is below it"],
        columns: [.init("Category", isRowHeader: true)] + countColumns + [
          .init("Median to notice", .trailing), .init("Median to restore", .trailing),
        ], rows: Series(rows.map { .cells($0) })))
  }

  private var affectedTable: Block? {
    let groups = analysis.byAffected.prefix(25)
    guard !groups.isEmpty else { return nil }
    let rows = groups.map { group -> [[Inline]] in
      let down = IncidentWords.time(Double(group.metrics.downtime.seconds))
      return [[.said(words.label(group.key))]] + count(group) + [
        [.text((group.metrics.downtime.unknownCount > 0 ? "at least " : "") + down)],
        [.text(IncidentWords.availability(group.metrics))],
      ]
    }
    let all = analysis.byAffected.count
    return .table(
      Table(
        caption: [
          .text(
            "By what was hit"
              + (groups.count < all ? ", the first \(groups.count) of \(all)" : ""))
        ],
        columns: [.init("What was hit", isRowHeader: true)] + countColumns + [
          .init("Down", .trailing), .init("Availability", .trailing),
        ], rows: Series(rows.map { .cells($0) })))
  }

  private var clusters: [Block] {
    list(
      "Clusters: \(IncidentCluster.fewest) or more of one category that hit the same thing",
      analysis.clusters.prefix(20).map { cluster in
        [
          .said(words.label(cluster.affected)), ", ", .said(words.name(cluster.category)),
          .text(": \(cluster.incidents.count) (\(words.identifiers(cluster.incidents)))."),
        ]
      })
  }

  private var doubts: [Block] {
    list(
      "Records that contradict themselves: \(incidents.flawed.count)",
      incidents.flawed.prefix(20).map { place, flaws in
        [
          .said(words.label(place)),
          .text(": \(flaws.map(IncidentWords.text).joined(separator: "; "))."),
        ]
      })
  }
}
