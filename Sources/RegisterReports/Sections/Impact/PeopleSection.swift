import ImpactAnalysis
import RegisterAnalysis
import RegisterModel

/// How many people activities need over the time of a disruption, and how many there are.
struct PeopleSection {
  let context: ReportContext
  private var demand: ResourceDemand { context.compiled.impact.demand }
  private var words: ImpactWords { context.impactWords }
  /// How many roles are drawn.
  private static let most = 12

  init(_ context: ReportContext) { self.context = context }

  var blocks: [Block] {
    guard !demand.roles.isEmpty else {
      return [.text("No activity says how many people it needs, so that demand is not known.")]
    }
    let short = demand.roles.filter { !$0.shortages.isEmpty }
    let open = demand.roles.count { role in role.steps.contains(where: \.isSupplyOpen) }
    let summary =
      "\(Plural.count(demand.roles.count, "role is", "roles are").capitalisedFirst) needed if all activities run at their "
      + "minimum: \(short.isEmpty ? "none" : "\(short.count)") known to be too few"
      + (open > 0 ? ", and of \(open) nobody has said how many there are at some time" : "") + "."
    return [.text(summary)] + short.prefix(Self.most).map(figure) + shared + [table]
  }

  private func figure(_ role: ResourceDemand.Role) -> Block {
    let name = words.name(of: role.role)
    return .figure(
      Figure(
        .demand(
          DemandChart(
            steps: role.steps.map { step in
              DemandChart.Step(
                from: step.from == 0 ? "start" : DateText.brief(step.from),
                needed: Double(step.needed), supply: step.isSupplyOpen ? nil : step.supply,
                note: step.missing > 0 ? "\(AmountText.plain(step.missing)) missing" : "")
            })),
        title: "People needed and there: \(name)",
        summary: "\(name): \(words.shortage(role) ?? "nobody is missing").",
        alternative: steps(role)))
  }

  private func steps(_ role: ResourceDemand.Role) -> Table {
    Table(
      caption: "People needed and there: \(words.name(of: role.role))",
      columns: [
        .init("From", isRowHeader: true), .init("Needed", .trailing), .init("There", .trailing),
        .init("Missing", .trailing),
      ],
      rows: role.steps.map { step in
        [
          [.text(step.from == 0 ? "the start" : DateText.brief(step.from))],
          [.text("\(step.needed)")],
          [.text(step.isSupplyOpen ? "not known" : AmountText.plain(step.supply))],
          [
            .text(
              step.isSupplyOpen
                ? "not known" : step.missing > 0 ? AmountText.plain(step.missing) : "none")
          ],
        ]
      })
  }

  private var shared: [Block] {
    guard !demand.shared.isEmpty else { return [] }
    return [
      .heading(Heading(["People who would have to be in two places"])),
      .list(
        ItemList(
          demand.shared.map { shared in
            let until = shared.to >= TimeBounds.never ? "" : " until \(ImpactWords.time(shared.to))"
            return [
              .said(
                "\(Plural.list(shared.roles.map(words.name))) need \(shared.needed) from "
                  + "\(ImpactWords.time(shared.from)) on\(until), and only "
                  + "\(Plural.list(shared.people.map(words.name))) are named for them.")
            ]
          })),
    ]
  }

  private var table: Block {
    .table(
      Table(
        caption: "Roles at the time when most of them are needed",
        columns: [
          .init("Role", isRowHeader: true), .init("Needed at most", .trailing),
          .init("From", .trailing), .init("There then", .trailing), .init("Activities"),
          .init("Missing"),
        ],
        rows: demand.roles.map { role in
          let peak = role.peak
          return [
            [.said(words.name(of: role.role))], [.text("\(peak.needed)")],
            [.text(peak.from == 0 ? "the start" : DateText.brief(peak.from))],
            [.text(peak.isSupplyOpen ? "not known" : AmountText.plain(peak.supply))],
            context.links(toNodes: role.activities, most: 6),
            [
              .text(
                words.shortage(role)
                  ?? (role.steps.contains(where: \.isSupplyOpen) ? "not known" : "none"))
            ],
          ]
        }))
  }
}
