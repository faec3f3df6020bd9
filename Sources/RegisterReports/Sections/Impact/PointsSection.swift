import ImpactAnalysis
import RegisterAnalysis
import RegisterModel

/// What prioritised activities can't do without: alone, in pairs, by supplier and by site.
struct PointsSection {
  let context: ReportContext
  private var impact: RegisterImpact { context.compiled.impact }
  private var words: ImpactWords { context.impactWords }

  init(_ context: ReportContext) { self.context = context }

  var blocks: [Block] {
    guard !impact.prioritised.isEmpty else {
      return [
        .text(
          "No activity is known to be prioritised: none has an MTPD within the horizon. What they can't do "
            + "without is therefore not known.")
      ]
    }
    return points + concentrations + pairs
  }

  private var points: [Block] {
    let points = words.pointsWorstFirst
    guard !points.isEmpty else {
      return [
        .text("There is no single thing without which a prioritised activity never comes back.")
      ]
    }
    let context = context
    let rows = Series(count: points.count) { place -> Table.Row in
      let point = points[place]
      let bare = point.blastRadius - point.covered.count
      return .cells([
        [context.link(toNode: point.node), " ", .said(context.compiled.impact.name(point.node))],
        [.text("\(point.blastRadius)")],
        [.text(bare == 0 ? "none" : "\(bare)")],
        context.links(toNodes: point.activities, most: 6),
      ])
    }
    return [
      .text(
        "\(Plural.count(points.count, "thing").capitalisedFirst) that can't be lost: if one never comes back, "
          + "neither does any activity beside it, whatever else is restored. A workaround bridges a time, and "
          + "no more."),
      .table(
        Table(
          caption: ["Single points of failure, those that most hang on without a workaround first"],
          columns: [
            .init("What", isRowHeader: true), .init("Activities lost", .trailing),
            .init("Without any workaround", .trailing), .init("Which"),
          ], rows: rows)),
    ]
  }

  private var concentrations: [Block] {
    let concentrations = impact.concentrations
    guard !concentrations.isEmpty else { return [] }
    return [
      .table(
        Table(
          caption: "Suppliers and sites behind two or more prioritised activities",
          columns: [
            .init("Supplier or site", isRowHeader: true), .init("Activities lost", .trailing),
            .init("What fails with it"), .init("Which activities"),
          ],
          rows: concentrations.map { concentration in
            [
              [.said(words.label(concentration.subject).capitalisedFirst)],
              [.text("\(concentration.activities.count)")],
              context.links(toNodes: concentration.nodes, most: 5),
              context.links(toNodes: concentration.activities, most: 6),
            ]
          }))
    ]
  }

  /// How many pairs are listed.
  private static let mostPairs = 30

  private var pairs: [Block] {
    let pairs = impact.pairs
    guard !pairs.isTooLarge else {
      return [
        .text(
          "\(AmountText.grouped("\(pairs.candidateCount)")) things stand behind redundant needs: too many to "
            + "try each pair of them.")
      ]
    }
    guard !pairs.pairs.isEmpty else { return [] }
    let sorted = pairs.pairs.sorted {
      ($1.activities.count, $0.first, $0.second) < ($0.activities.count, $1.first, $1.second)
    }
    let shown = sorted.prefix(Self.mostPairs)
    let more = sorted.count - shown.count
    return [
      .table(
        Table(
          caption: "Pairs that can't both be lost, though each alone can",
          columns: [
            .init("The two", isRowHeader: true), .init("Activities lost", .trailing),
            .init("Which"),
          ],
          rows: shown.map { pair in
            [
              [
                context.link(toNode: pair.first), " ", .said(impact.name(pair.first)), " and ",
                context.link(toNode: pair.second), " ", .said(impact.name(pair.second)),
              ], [.text("\(pair.activities.count)")],
              context.links(toNodes: pair.activities, most: 6),
            ]
          }))
    ]
      + (more > 0
        ? [.text("\(AmountText.grouped("\(more)")) more pairs take fewer activities along.")] : [])
  }
}
