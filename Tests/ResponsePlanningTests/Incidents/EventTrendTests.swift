import RegisterModel
import Testing

@testable import ResponsePlanning

@Suite("Trend of incidents: DOMAIN §9.4")
struct EventTrendTests {
  /// NIST/SEMATECH e-Handbook 8.1.7.2.
  static let nist: [Double] = [5, 40, 43, 175, 389, 712, 747, 795, 1299, 1478]

  /// Probabilities by scipy 1.17.1: norm.sf, chi2.sf, and kendalltau, whose ties are corrected alike.
  @Test("The failures of the NIST handbook: 33 reversals, χ² 37.228, U −1.32695")
  func vector() throws {
    let trend = try #require(EventTrend(Self.nist, end: 1500))
    #expect(trend.count == 10)
    #expect(near(trend.laplace.statistic, -1.326_949_182_649_183, within: 1e-12))
    #expect(near(trend.laplace.probability, 0.184_525_493_367_465_8, within: 1e-12))
    #expect(trend.laplace.shown == nil)
    #expect(near(trend.militaryHandbook.statistic, 37.228_081_483_483_17, within: 1e-10))
    #expect(
      near(trend.militaryHandbook.probability, 2 * 0.010_986_357_115_796_64, within: 1e-12))
    #expect(trend.militaryHandbook.shown == .improving)
    #expect(trend.arrangements.reversals == 33)
    #expect(trend.arrangements.ties == 1)
    #expect(trend.arrangements.expected == 22.5)
    #expect(near(trend.arrangements.probability, 0.048_193_488_293_190_77, within: 1e-12))
    #expect(trend.shown == .improving)
    #expect(trend.isDisputed)
  }

  @Test("The order in which events are given makes no difference")
  func order() {
    #expect(EventTrend(Self.nist.reversed(), end: 1500) == EventTrend(Self.nist, end: 1500))
  }

  @Test("Three events say nothing, four do")
  func few() throws {
    #expect(EventTrend([1, 2, 3], end: 4) == nil)
    #expect(EventTrend([], end: 4) == nil)
    let late = try #require(EventTrend([96, 97, 98, 100], end: 100))
    #expect(late.laplace.shown == .worsening)
    #expect(late.militaryHandbook.shown == .worsening)
    #expect(late.shown == .worsening)
    #expect(!late.isDisputed)
    let early = try #require(EventTrend([1, 2, 3, 4], end: 100))
    #expect(early.shown == .improving)
  }

  @Test("Evenly spread events show no trend")
  func even() throws {
    let trend = try #require(EventTrend((1...40).map(Double.init), end: 40.5))
    #expect(trend.shown == nil)
    #expect(!trend.isDisputed)
    // All times between them are alike: nothing can be reversed.
    #expect(trend.arrangements.reversals == 0)
    #expect(trend.arrangements.ties == 780)
    #expect(trend.arrangements.probability == 1)
  }

  @Test("Where the two tests show opposite trends, none is shown")
  func opposite() throws {
    let trend = try #require(
      EventTrend([1e-9, 2e-9, 3e-9] + (0..<60).map { 70 + Double($0) / 2 }, end: 100))
    #expect(trend.laplace.shown == .worsening)
    #expect(trend.militaryHandbook.shown == .improving)
    #expect(trend.shown == nil)
    #expect(trend.isDisputed)
  }

  @Test("Every order of four times between events, counted by hand")
  func exact() {
    // Of 24 orders 1, 3, 5, 6, 5, 3, 1 have 0 … 6 reversals.
    let probabilities: [(times: [Double], reversals: Int, probability: Double)] = [
      ([4, 3, 2, 1], 0, 2.0 / 24), ([4, 3, 1, 2], 1, 8.0 / 24), ([4, 1, 3, 2], 2, 18.0 / 24),
      ([4, 1, 2, 3], 3, 1), ([1, 2, 3, 4], 6, 2.0 / 24),
    ]
    for (times, reversals, probability) in probabilities {
      let found = ReverseArrangements(times)
      #expect(found.reversals == reversals)
      #expect(near(found.probability, probability, within: 1e-12))
    }
    #expect(ReverseArrangements([]).probability == 1)
    #expect(ReverseArrangements([1]).probability == 1)
  }

  @Test("Reversals are those of all pairs, for any times with ties among them")
  func allPairs() {
    var state: UInt64 = 7
    for count in 0..<60 {
      let times = (0..<count).map { _ -> Double in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 60)
      }
      var (reversals, ties) = (0, 0)
      for first in times.indices {
        for second in times.indices where second > first {
          if times[first] < times[second] { reversals += 1 }
          if times[first] == times[second] { ties += 1 }
        }
      }
      let found = ReverseArrangements(times)
      #expect(found.reversals == reversals)
      #expect(found.ties == ties)
    }
  }

  @Test("An incident at the very start of the period is in it, but not in its trend")
  func start() throws {
    let incidents = [0, 10, 20, 30, 40].map { incident("I-\($0)", [.occurred: Double($0)]) }
    let analysis = IncidentAnalysis(incidents, in: hours(0, 50))
    #expect(analysis.metrics.count == 5)
    #expect(analysis.trend?.count == 4)
  }
}
