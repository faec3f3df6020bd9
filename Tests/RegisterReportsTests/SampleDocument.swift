import RegisterReports

/// A small document that uses all that documents have.
enum SampleDocument {
  static let document = ReportDocument(
    title: "Río Clinic & Sons <Ltd>", subtitle: "Report on its risks", language: "en",
    registerLanguage: "es", marking: "TLP:AMBER",
    facts: [
      .init("Register", .code("rio")), .init("Day", "2026-11-24"),
    ],
    ratings: [RatingColour("#ffffb2"), RatingColour("#b3141c")],
    sections: [
      .init(
        Anchor("summary"), "Summary",
        [
          .paragraph([
            "One ", .strong("important"), " thing about ",
            Inline("R-1", .plain, from: .register, to: Anchor("risk-R-1")), " and ",
            .code("a|b"), ".",
          ]),
          .tiles([
            Tile("2", ["risks"]), Tile("1", [.badge("Critical", .rating(2))], tone: .bad),
          ]),
          .list(ItemList([["first"], ["- second"]])),
          .list(ItemList([["one"], ["two"]], isOrdered: true)),
          .callout(Callout("Decide", tone: .caution, [.text("Accept or treat."), .text("Now.")])),
        ]),
      .init(
        Anchor("register"), "Register",
        [
          .table(
            Table(
              caption: ["All risks"],
              columns: [
                .init("Risk", isRowHeader: true), .init("Count", .trailing), .init("R", .centre),
              ],
              rows: [
                .group([.said("Agua")]),
                .cells([[.said("Inundación | río")], ["12"], [.badge("C", .rating(2))]]),
                .cells([[.said("水害で停電する")], ["3"], ["–"]]),
              ])),
          .figure(heatMap),
          .figure(
            Figure(
              .shares(ShareChart(rows: [.init("right", share: 0.7, text: "70%")])),
              title: "Benchmark", summary: "70% are in the right order.", alternative: nil)),
          .pageBreak,
          .series(
            Series(count: 2) { index in
              .card(
                Card(
                  Heading(
                    [.text("R-\(index + 1) "), .said("¿Qué pasa?")], level: 3,
                    anchor: Anchor("risk-R-\(index + 1)")),
                  badges: [.badge("Low", .rating(1)), .badge("open", .neutral)],
                  [
                    .definitions([
                      Definition("Cause", [[.said("Lluvia.")], [.emphasis("Seldom.")]])
                    ])
                  ]))
            }),
        ]),
    ])

  private static let heatMap = Figure(
    .heatMap(
      HeatMapChart(
        rowTitle: "Likelihood", columnTitle: "Impact", rows: ["2 Likely", "1 Rare"],
        columns: ["1 Minor", "2 Major"],
        cells: [
          [
            .init(rating: 1, mark: "L", count: "", items: []),
            .init(rating: 2, mark: "C", count: "1", items: ["R-1"]),
          ],
          [
            .init(rating: 1, mark: "L", count: "1", items: ["R-2"]),
            .init(rating: nil, mark: "?", count: "", items: []),
          ],
        ])),
    title: "Heat map", summary: "One risk is critical.",
    alternative: Table(
      caption: "Heat map",
      columns: [.init("Likelihood", isRowHeader: true), .init("1 Minor"), .init("2 Major")],
      rows: [[["2 Likely"], ["L"], ["1 C"]], [["1 Rare"], ["1 L"], ["?"]]]))
}
