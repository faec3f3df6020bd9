import RegisterModel
import Testing

@testable import ResponsePlanning

/// Four hundred real events, as an incident log.
///
/// Only the day of each is known: it is taken to have begun at noon, UTC. So events of one day are tied: the
/// time between them is nothing. Such ties, and times between events that are alike, count as half a reversal
/// before they are compared with n(n − 1)/4, and the variance is that for ties (Kendall 1970).
///
/// Expected figures were computed once with Python's csv and collections and scipy 1.17.1, from 1980-01-01
/// 00:00 (T = 16 437 days): Laplace by its formula and norm.sf; χ² by its formula, chi2.sf and chi2.cdf;
/// reversals and ties by counting all pairs of the times between events, the first from the start; their
/// probability by kendalltau(range(n), times), asymptotic, or exact for up to fifty without ties.
@Suite("Incidents of 45 years: 403 billion-dollar disasters")
struct BillionDollarDisastersTests {
  struct Expected: Sendable {
    let kind: String?
    let count: Int
    let laplace, laplaceProbability: Double
    let chiSquare, chiProbability: Double
    let reversals, ties: Int
    let arrangementProbability: Double
    let shown: EventTrend.Direction?
  }

  static let expected = [
    Expected(
      kind: nil, count: 403, laplace: 12.277_328_819_624_469,
      laplaceProbability: 1.198_916_578_392_805_5e-34, chiSquare: 442.946_302_031_120_87,
      chiProbability: 0, reversals: 24_794, ties: 1293,
      arrangementProbability: 6.969_262_884_340_396e-29, shown: .worsening),
    Expected(
      kind: "Severe Storm", count: 203, laplace: 12.222_407_255_457_783,
      laplaceProbability: 2.359_915_474_287_255e-34, chiSquare: 155.072_489_928_587_43,
      chiProbability: 0, reversals: 5910, ties: 325,
      arrangementProbability: 5.571_950_005_319_362e-18, shown: .worsening),
    Expected(
      kind: "Tropical Cyclone", count: 67, laplace: 4.019_324_258_252_9,
      laplaceProbability: 5.836_529_840_382_892e-5, chiSquare: 82.794_912_879_239_22,
      chiProbability: 2 * 0.000_155_245_685_644_117_63, reversals: 812, ties: 21,
      arrangementProbability: 0.002_182_359_749_958_281, shown: .worsening),
    Expected(
      kind: "Flooding", count: 45, laplace: 2.654_216_097_998_315,
      laplaceProbability: 0.007_949_290_050_390_965, chiSquare: 67.517_860_436_830_8,
      chiProbability: 2 * 0.036_798_012_378_565_2, reversals: 392, ties: 1,
      arrangementProbability: 0.044_912_663_657_383_77, shown: .worsening),
    Expected(
      kind: "Drought", count: 32, laplace: 1.237_747_121_197_382_7,
      laplaceProbability: 0.215_809_841_004_052_1, chiSquare: 52.065_632_870_722_64,
      chiProbability: 2 * 0.142_602_669_363_182_28, reversals: 184, ties: 28,
      arrangementProbability: 0.102_500_963_408_485_11, shown: nil),
    Expected(
      kind: "Winter Storm", count: 24, laplace: 1.209_786_268_815_969_3,
      laplaceProbability: 0.226_360_916_489_199_32, chiSquare: 36.554_954_488_653_514,
      chiProbability: 2 * 0.113_732_564_127_293_2, reversals: 107, ties: 0,
      arrangementProbability: 0.131_272_363_233_779_36, shown: nil),
    Expected(
      kind: "Wildfire", count: 23, laplace: 2.792_187_157_954_622_5,
      laplaceProbability: 0.005_235_306_503_581_878, chiSquare: 22.189_183_915_084_485,
      chiProbability: 2 * 0.001_162_317_688_001_178_3, reversals: 76, ties: 9,
      arrangementProbability: 0.014_699_097_019_324_245, shown: .worsening),
    Expected(
      kind: "Freeze", count: 9, laplace: -1.566_927_998_329_938,
      laplaceProbability: 0.117_131_522_403_503_61, chiSquare: 26.751_267_512_003_22,
      chiProbability: 2 * 0.083_780_418_286_424_16, reversals: 24, ties: 0,
      arrangementProbability: 0.259_518_298_059_964_74, shown: nil),
  ]

  static let period = IncidentPeriod(start: 315_532_800, end: 1_735_689_600)!

  private static func incidents(_ disasters: BillionDollarDisasters) throws -> [Incident] {
    try disasters.events.enumerated().map { place, event in
      let day = try #require(
        CalendarDate(
          year: event.begin / 10_000, month: event.begin / 100 % 100, day: event.begin % 100))
      var incident = Incident(id: try Identifier("I-\(place)"), name: Line(event.kind)!)
      incident.status = .closed
      incident.occurred = Moment(secondsSince1970: Int64(day.dayNumber) * 86_400 + 43_200)
      incident.category = try Identifier(event.kind.replacing(" ", with: "-"))
      return incident
    }
  }

  @Test("Trend of all events and of each kind", arguments: expected)
  func trend(_ expected: Expected) throws {
    guard let disasters = BillionDollarDisasters() else { return }
    let category = expected.kind?.replacing(" ", with: "-")
    let analysis = IncidentAnalysis(try Self.incidents(disasters), in: Self.period) {
      category == nil || $0.category?.text == category
    }
    #expect(analysis.metrics.count == expected.count)
    let trend = try #require(analysis.trend)
    #expect(near(trend.laplace.statistic, expected.laplace, within: 1e-9))
    #expect(near(trend.laplace.probability, expected.laplaceProbability, within: 1e-12))
    #expect(near(trend.militaryHandbook.statistic, expected.chiSquare, within: 1e-8))
    #expect(near(trend.militaryHandbook.probability, expected.chiProbability, within: 1e-10))
    #expect(trend.arrangements.reversals == expected.reversals)
    #expect(trend.arrangements.ties == expected.ties)
    #expect(near(trend.arrangements.probability, expected.arrangementProbability, within: 1e-12))
    #expect(trend.shown == expected.shown)
  }

  @Test("Counts by kind, the most frequent first")
  func kinds() throws {
    guard let disasters = BillionDollarDisasters() else { return }
    let analysis = IncidentAnalysis(try Self.incidents(disasters), in: Self.period)
    #expect(
      analysis.byCategory.map { "\($0.key?.text ?? "") \($0.metrics.count)" } == [
        "Severe-Storm 203", "Tropical-Cyclone 67", "Flooding 45", "Drought 32", "Winter-Storm 24",
        "Wildfire 23", "Freeze 9",
      ])
  }

  @Test("Counts by year")
  func years() throws {
    guard let disasters = BillionDollarDisasters() else { return }
    let incidents = try Self.incidents(disasters)
    let counts = try (1980...2024).map { year in
      let start = try #require(CalendarDate(year: year, month: 1, day: 1))
      let end = try #require(CalendarDate(year: year + 1, month: 1, day: 1))
      let period = try #require(
        IncidentPeriod(
          start: Int64(start.dayNumber) * 86_400, end: Int64(end.dayNumber) * 86_400))
      return IncidentAnalysis(incidents, in: period).metrics.count
    }
    #expect(
      counts == [
        3, 2, 5, 4, 2, 7, 3, 0, 1, 6, 4, 4, 7, 5, 6, 7, 5, 4, 10, 5, 5, 3, 6, 7, 6, 6, 8, 5, 12, 9,
        7, 18, 11, 10, 10, 11, 15, 19, 16, 14, 22, 20, 19, 27, 27,
      ])
  }

  /// Twice binom.sf(189, 223, 1/2) of scipy 1.17.1.
  @Test("The last ten years against the first ten: 190 against 33")
  func decades() throws {
    guard let disasters = BillionDollarDisasters() else { return }
    let analysis = IncidentAnalysis(
      try Self.incidents(disasters),
      in: IncidentPeriod(start: 1_420_070_400, end: 1_735_689_600)!,
      baseline: IncidentPeriod(start: 315_532_800, end: 631_152_000)!)
    let comparison = try #require(analysis.comparison)
    #expect(comparison.count == 190)
    #expect(comparison.baselineCount == 33)
    #expect(near(comparison.ratio, 5.757_575_757_575_758, within: 1e-12))
    #expect(near(comparison.probability / 5.323_594_902_393_334e-28, 1, within: 1e-9))
  }
}
