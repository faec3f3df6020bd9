import RegisterAnalysis
import RegisterModel
import ResponsePlanning

/// What incidents come to, for people at a screen of 80 columns or more; it says all without colour.
struct IncidentsText {
  let view: IncidentsView
  /// How many entries of a list are shown; nil: all.
  let limit: Int?
  let layout: TextLayout

  init(_ view: IncidentsView, limit: Int?, terminal: Terminal) {
    self.view = view
    self.limit = limit
    layout = TextLayout(terminal)
  }

  private var analysis: IncidentAnalysis { view.analysis }
  private var metrics: IncidentMetrics { view.metrics }
  private var words: IncidentWords { view.words }

  /// All of it, each line ended.
  var text: String {
    guard !view.register.incidents.isEmpty else {
      return header
        + "\n"
        + layout.paragraph(
          "The register has no incidents. Add one with 'holdfast add \(view.file) incident I-1 name=\"…\" "
            + "occurred=2026-01-14T02:10:00Z'.")
    }
    guard metrics.count > 0 else { return header + openOnes + doubts + footnote }
    return header + openOnes + recurring + times + trend + categories + affected + clusters + doubts
      + footnote
  }

  private var header: String {
    var facts = ["incidents from \(IncidentWords.days(view.incidents.days))"]
    if let revision = view.register.revision { facts.append("revision \(revision.value)") }
    facts += view.only
    let title =
      layout.paragraph(view.register.title.text, .bold)
      + layout.paragraph(facts.joined(separator: " · "))
    guard !view.register.incidents.isEmpty else { return title }
    var sums = [Plural.count(metrics.count, "incident")]
    sums.append(view.incidents.open.isEmpty ? "none open" : "\(view.incidents.open.count) open")
    if metrics.count > 0 { sums.append(IncidentWords.trend(analysis.trend)) }
    let count = analysis.recurring.count
    if count > 0 {
      sums.append(
        "\(Plural.count(count, "cause")) \(count == 1 ? "keeps" : "keep") coming back, "
          + (view.unexplained.isEmpty
            ? "with a problem record"
            : (count == 1 ? "" : "\(view.unexplained.count) ") + "without a problem record"))
    }
    return title + layout.paragraph(sums.joined(separator: " · "))
  }

  private func list(_ heading: String, _ items: [String], _ nouns: String, note: String? = nil)
    -> String
  {
    guard !items.isEmpty else { return "" }
    let shown = items.prefix(limit ?? .max)
    return layout.heading(heading)
      + (note.map { layout.paragraph($0, indent: 2) } ?? "")
      + shown.map { layout.paragraph($0, indent: 2, hanging: 4) }.joined()
      + layout.more(than: shown.count, of: items.count, nouns)
  }

  // MARK: What is open, and what comes back

  private var openOnes: String {
    list(
      "Open",
      view.incidents.open.map { place in
        let incident = view.incident(place)
        let since = incident.began.map { began in
          let days =
            Int(view.incidents.today.dayNumber) - Int(began.localDate.dayNumber)
          return "since \(ImpactWords.moment(began))"
            + (days > 0 ? ", \(DateText.span(days))" : ", today")
        }
        let facts = [
          incident.severity?.rawValue ?? "severity not settled", incident.status.rawValue,
          since ?? "nobody has said since when",
          incident.owner.map { "with \($0)" } ?? "with nobody",
        ]
        return "\(words.label(place)): \(facts.joined(separator: ", "))"
      }, "open incidents")
  }

  private var recurring: String {
    list(
      "What keeps coming back",
      analysis.recurring.map { recurring in
        let problem =
          words.problems(recurring)
          ?? "no problem record: 'holdfast add \(view.file) problem PB-1 name=\"…\"', then name it in each"
        return "\(recurring.cause), \(IncidentWords.recurrence(recurring)) ("
          + words.identifiers(recurring.incidents) + "): \(problem)"
      }, "causes")
  }

  // MARK: Times

  private var times: String {
    let before = view.comparableBaseline
    var columns: [TextLayout.Column] = [
      .init(title: "Time"), .init(title: "counted from … to", isFlexible: true),
      .init(title: "n", isRight: true), .init(title: "median", isRight: true),
      .init(title: "mean", isRight: true),
    ]
    if before != nil { columns.append(.init(title: "median before", isRight: true)) }
    let rows = metrics.times.map { times -> [String] in
      let earlier = before.map { [IncidentWords.time($0[times.measure].median)] } ?? []
      return [
        "\(times.measure.abbreviation), \(IncidentWords.purpose(times.measure))",
        times.measure.base, IncidentWords.number(times), IncidentWords.time(times.median),
        IncidentWords.time(times.mean),
      ] + earlier
    }
    return layout.heading("How long things took") + layout.table(columns, rows, indent: 2)
      + layout.paragraph(availability, indent: 2)
  }

  private var availability: String {
    let between = IncidentWords.time(metrics.betweenFailures)
    let unknown = metrics.downtime.unknownCount
    return
      "MTBF \(unknown > 0 ? "at most " : "")\(between), availability \(IncidentWords.availability(metrics)): every "
      + "incident is taken for an outage from occurred to restored, and hours in several are counted once"
      + (unknown > 0 ? "; of \(Plural.count(unknown, "incident")) nobody knows how long" : "") + "."
  }

  private var trend: String {
    var lines: [String] = []
    if let comparison = analysis.comparison, let days = view.incidents.baselineDays {
      lines.append(IncidentWords.comparison(comparison, with: days))
    }
    if let trend = analysis.trend {
      lines.append(
        IncidentWords.trend(trend)
          + (trend.isDisputed ? ", though the tests don't agree" : ""))
      lines += IncidentWords.tests(trend)
    } else {
      lines.append(IncidentWords.trend(nil))
    }
    return list("How often", lines, "lines")
  }

  // MARK: Where

  private var categories: String {
    let groups = analysis.byCategory
    let hasBaseline = view.comparableBaseline != nil
    let columns: [TextLayout.Column] =
      [
        .init(title: "Category", isFlexible: true), .init(title: "n", isRight: true),
      ] + (hasBaseline ? [.init(title: "before", isRight: true)] : []) + [
        .init(title: "median to notice", isRight: true),
        .init(title: "median to restore", isRight: true),
      ]
    let shown = groups.prefix(limit ?? .max)
    let rows = shown.map { group -> [String] in
      ["\(group.key.map { "\($0) " } ?? "")\(words.name(group.key))", "\(group.metrics.count)"]
        + (hasBaseline ? ["\(group.comparison?.baselineCount ?? 0)"] : [])
        + [median(group.metrics, .detect), median(group.metrics, .restore)]
    }
    return layout.heading("By category, each with what is below it")
      + layout.table(columns, rows, indent: 2)
      + layout.more(than: shown.count, of: groups.count, "categories")
  }

  private func median(_ metrics: IncidentMetrics, _ measure: IncidentMeasure) -> String {
    let times = metrics[measure]
    guard times.count > 0 else { return "–" }
    return IncidentWords.time(times.median)
      + (times.count < metrics.count ? " (\(IncidentWords.number(times)))" : "")
  }

  private var affected: String {
    let groups = analysis.byAffected
    guard !groups.isEmpty else { return "" }
    let columns: [TextLayout.Column] = [
      .init(title: "What was hit", isFlexible: true), .init(title: "n", isRight: true),
      .init(title: "down", isRight: true), .init(title: "availability", isRight: true),
      .init(title: "MTBF", isRight: true),
    ]
    let shown = groups.prefix(limit ?? .max)
    let rows = shown.map { group in
      [
        words.label(group.key), "\(group.metrics.count)",
        (group.metrics.downtime.unknownCount > 0 ? "at least " : "")
          + IncidentWords.time(Double(group.metrics.downtime.seconds)),
        IncidentWords.availability(group.metrics),
        IncidentWords.time(group.metrics.betweenFailures),
      ]
    }
    return layout.heading("By what was hit") + layout.table(columns, rows, indent: 2)
      + layout.more(than: shown.count, of: groups.count, "assets and activities")
  }

  private var clusters: String {
    list(
      "Clusters: \(IncidentCluster.fewest) or more of one category that hit the same thing",
      analysis.clusters.map { cluster in
        "\(words.label(cluster.affected)), \(words.name(cluster.category)): "
          + "\(cluster.incidents.count) (\(words.identifiers(cluster.incidents)))"
      }, "clusters")
  }

  // MARK: Doubts

  private var doubts: String {
    let flawed = view.incidents.flawed.map { place, flaws in
      "\(words.label(place)): \(flaws.map(IncidentWords.text).joined(separator: "; "))"
    }
    let undated = analysis.undated.map { place in
      "\(words.label(place)): nobody has said when it occurred, was detected or reported, so it counts nowhere"
    }
    return list(
      "What contradicts itself, or counts nowhere", flawed + undated, "incidents",
      note: metrics.times.allSatisfy(\.contradictory.isEmpty)
        ? nil : "Times that would be below zero are left out of the means and medians above.")
  }

  private var footnote: String {
    let example = metrics.incidents.last ?? view.register.incidents.indices.last
    let id = example.map { view.incident($0).id.text } ?? "I-1"
    return "\n"
      + layout.paragraph("What one comes to: 'holdfast explain \(view.file) \(id)'.", .dim)
  }
}
