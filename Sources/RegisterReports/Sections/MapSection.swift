import RegisterAnalysis
import RegisterModel
import RiskScoring

/// How many risks are where: in the matrix, by category, and in money.
struct MapSection {
  let context: ReportContext

  init(_ context: ReportContext) { self.context = context }

  var blocks: [Block] {
    var blocks: [Block] = []
    if !context.compiled.rules.matrix.isEmpty {
      blocks += [.figure(HeatMapFigure(context).figure)]
      let left = context.map.notAssessed + context.map.closed
      if left > 0 {
        blocks.append(
          .text(
            "\(Plural.count(left, "risk")) that \(left == 1 ? "is" : "are") not assessed or closed "
              + "\(left == 1 ? "is" : "are") not in the map."))
      }
      blocks.append(
        .paragraph([
          .text(
            "Ratings one step apart are not distinguishable from the matrix alone: their cells "
              + "overlap in what they hold. "), context.link(to: .method, "How risks are judged"),
          " says more.",
        ]))
    }
    return blocks + categories + ExposureFigure(context).blocks
  }

  // MARK: Categories

  private static let mostCategories = 20

  private var categories: [Block] {
    let tallies = context.counts.categories
    guard tallies.contains(where: { $0.subject != nil }) else { return [] }
    let ratings = context.ratingsFromTop
    let kinds =
      ratings.map {
        BarChart.Kind(
          context.words.name(of: $0), mark: context.initials.of($0), .rating(Int($0.rank)))
      } + [BarChart.Kind("not assessed", mark: "?", .unknown)]
    let shown = tallies.filter { $0.tally.total > 0 }.prefix(Self.mostCategories)
    let rows = shown.map { category in
      BarChart.Row(
        context.words.name(of: category.subject),
        counts: ratings.map { category.tally[$0] } + [category.tally.notAssessed],
        total: "\(category.tally.total)")
    }
    let columns =
      [Table.Column("Category", isRowHeader: true)]
      + kinds.map { Table.Column($0.name, .trailing) } + [Table.Column("All", .trailing)]
    let table = Table(
      caption: "Open risks by category and rating", columns: columns,
      rows: tallies.map { category in
        let counts = ratings.map { category.tally[$0] } + [category.tally.notAssessed]
        return [[.said(context.words.name(of: category.subject))]]
          + (counts + [category.tally.total]).map { [.text($0 == 0 ? "–" : "\($0)")] }
      })
    return [
      .heading(Heading(["By category"])),
      .figure(
        Figure(
          .bars(BarChart(kinds: kinds, rows: rows)), title: "Open risks by category and rating",
          summary: "How many open risks of each rating there are in each category"
            + (shown.count < tallies.count
              ? "; those without a risk, or beyond the first "
                + "\(Self.mostCategories), are left out." : "."),
          alternative: table)),
    ]
  }
}

/// The heat map: the matrix of the criteria with the number of risks in each cell.
struct HeatMapFigure {
  let context: ReportContext
  /// Up to how many risks of a cell are named.
  private static let mostNamed = 4

  init(_ context: ReportContext) { self.context = context }

  /// The matrix without risks: what it makes of each pair of levels.
  var matrix: Figure { figure(counts: false) }

  var figure: Figure { figure(counts: true) }

  private func figure(counts: Bool) -> Figure {
    let map = context.map
    let rows = (0..<map.rowCount).reversed().compactMap { Level<LikelihoodScale>($0 + 1) }
    let columns = (0..<map.columnCount).compactMap { Level<ImpactScale>($0 + 1) }
    let words = context.words
    let rowNames = rows.map { words.phrase($0.rank, words.name(of: $0)) }
    let columnNames = columns.map { words.commonName(of: $0).map { " " + $0 } ?? "" }
    let labels = zip(columns, columnNames).map { "\($0.rank)\($1)" }
    let names = counts ? risksOfCells() : [:]
    let cells = rows.map { row in
      columns.map { column in cell(row, column, names, counts: counts) }
    }
    let title = counts ? "Heat map" : "The matrix of ratings"
    return Figure(
      .heatMap(
        HeatMapChart(
          rowTitle: "Likelihood", columnTitle: "Impact", rows: rowNames, columns: labels,
          cells: cells)),
      title: title,
      summary: (counts
        ? "How many risks are in each cell of the matrix, and the rating of the cell: "
        : "The rating of each pair of likelihood and impact: ") + legend + ".",
      alternative: table(rowNames, labels, cells, counts: counts))
  }

  private var legend: String {
    var parts = context.ratingsFromTop.map {
      "\(context.initials.of($0)) \(context.words.name(of: $0))"
    }
    if context.map.cells.contains(where: { $0.rating == nil }) { parts.append("? no rating") }
    return parts.joined(separator: ", ")
  }

  private func cell(
    _ row: Level<LikelihoodScale>, _ column: Level<ImpactScale>, _ names: [Int: [String]],
    counts: Bool
  ) -> HeatMapChart.Cell {
    let cell = context.map[row, column]
    let place = (Int(row.rank) - 1) * context.map.columnCount + Int(column.rank) - 1
    return .init(
      rating: cell?.rating.map { Int($0.rank) },
      mark: cell?.rating.map { context.initials.of($0) } ?? "?",
      count: counts ? cell.map { $0.count == 0 ? "" : "\($0.count)" } ?? "" : "",
      items: names[place] ?? [])
  }

  /// The risks of each cell that holds few, by the place of the cell.
  private func risksOfCells() -> [Int: [String]] {
    var names: [Int: [String]] = [:]
    for position in context.order.indices {
      let index = context.order.riskIndex(at: position)
      let score = context.compiled.current.scores[index]
      guard let likelihood = score.likelihood, let impact = score.impact,
        let cell = context.map[likelihood, impact], cell.count <= Self.mostNamed
      else { continue }
      let place = (Int(likelihood.rank) - 1) * context.map.columnCount + Int(impact.rank) - 1
      names[place, default: []].append(context.register.risks[index].id.text)
    }
    return names
  }

  private func table(
    _ rows: [String], _ columns: [String], _ cells: [[HeatMapChart.Cell]], counts: Bool
  ) -> Table {
    Table(
      caption: counts
        ? "Heat map: risks in each cell, and its rating" : "The rating of each pair of levels",
      columns: [Table.Column("Likelihood", isRowHeader: true)] + columns.map { Table.Column($0) },
      rows: zip(rows, cells).map { label, cells in
        [[.said(label)]]
          + cells.map { cell in
            let count = counts ? (cell.count.isEmpty ? "· " : cell.count + " ") : ""
            let names = cell.items.isEmpty ? "" : " (" + cell.items.joined(separator: ", ") + ")"
            let tone = cell.rating.map { Tone.rating($0) } ?? .unknown
            return [.text(count), .badge(cell.mark, tone), .text(names)]
          }
      })
  }
}
