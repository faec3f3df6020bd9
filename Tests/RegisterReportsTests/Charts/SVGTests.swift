import GraphLayout
import Testing

@testable import RegisterReports

@Suite("Charts")
struct SVGTests {
  @Test(
    "Places are written with two decimals at most and without noise",
    arguments: [
      (0.1 + 0.2, "0.3"), (1, "1"), (-0.004, "0"), (-1.5, "-1.5"), (2.345, "2.35"),
      (10.05, "10.05"),
      (1e6 / 3, "333333.33"),
    ])
  func numbers(_ value: Double, _ text: String) {
    #expect(SVGNumber(value).description == text)
  }

  @Test("A text that doesn't fit ends with an ellipsis; a short one stays")
  func fitted() {
    #expect(ChartText.fitted("short", width: 100) == "short")
    #expect(ChartText.fitted("a rather long label", width: 60) == "a rath…")
    #expect(ChartText.fitted("水害で停電する", width: 60) == "水害で…")
    #expect(ChartText.fitted("anything", width: 1) == "…")
  }

  @Test("A label is broken between words, and cut after the last line it may have")
  func lines() {
    #expect(
      ChartText.lines("Safety of patients and staff", width: 120) == [
        "Safety of", "patients and …",
      ])
    #expect(ChartText.lines("", width: 50) == [""])
  }

  @Test("The same chart is the same bytes")
  func deterministic() {
    let first = HTMLFace().text(of: SampleDocument.document)
    #expect(first == HTMLFace().text(of: SampleDocument.document))
  }

  @Test("Charts without any row are drawn too")
  func empty() throws {
    let charts: [Chart] = [
      .heatMap(HeatMapChart(rowTitle: "L", columnTitle: "I", rows: [], columns: [], cells: [])),
      .bars(BarChart(kinds: [], rows: [])),
      .movement(MovementChart(beforeTitle: "b", nowTitle: "n", states: [], flows: [])),
      .timeline(TimelineChart(ticks: [], today: 0, todayLabel: "today", rows: [])),
      .intervals(IntervalChart(axisTitle: "a", ticks: [], rows: [])),
      .shares(ShareChart(rows: [])),
      .tolerance(ToleranceChart(ticks: [], rows: [])),
      .impactGrid(ImpactGridChart(columns: [], rows: [])),
      .curve(
        CurveChart(
          timeTitle: "t", amountTitle: "a", times: [], amounts: [], pieces: [], limits: [])),
      .schedule(ScheduleChart(ticks: [], rows: [])),
      .demand(DemandChart(steps: [])),
      .dependencies(
        DependencyChart(
          nodes: [], redundantEdges: [], clusters: [], layout: try LayeredGraph().layout())),
    ]
    let document = ReportDocument(
      title: "T",
      sections: [
        .init(
          Anchor("a"), "A",
          charts.map { .figure(Figure($0, title: "t", summary: "s", alternative: nil)) })
      ])
    expectAccessible(try HTMLPage(HTMLFace().text(of: document)))
  }
}
