import Testing

@testable import ResponsePlanning

@Suite("Rates compared: DOMAIN §9.4")
struct RateComparisonTests {
  @Test("Three against nine in equal years: p = .145996")
  func vector() {
    let comparison = RateComparison(
      count: 3, seconds: 100, baselineCount: 9, baselineSeconds: 100)
    #expect(near(comparison.probability, 0.145_996_093_75, within: 1e-12))
    #expect(near(comparison.ratio, 1.0 / 3, within: 1e-15))
    let swapped = RateComparison(count: 9, seconds: 100, baselineCount: 3, baselineSeconds: 100)
    #expect(near(swapped.probability, 0.145_996_093_75, within: 1e-12))
    #expect(swapped.ratio == 3)
  }

  /// Twice binom.sf and binom.cdf of scipy 1.17.1.
  @Test("Times of different length: each count against its share of time")
  func lengths() {
    let burst = RateComparison(count: 7, seconds: 90, baselineCount: 1, baselineSeconds: 365)
    #expect(near(burst.probability, 0.000_156_748_316_115_642_95, within: 1e-15))
    #expect(near(burst.ratio, 7.0 / 90 / (1.0 / 365), within: 1e-12))
    let none = RateComparison(count: 0, seconds: 100, baselineCount: 5, baselineSeconds: 300)
    #expect(near(none.probability, 0.474_609_375, within: 1e-12))
    #expect(none.ratio == 0)
  }

  @Test("Nothing before has no ratio, and nothing at all shows nothing")
  func none() {
    let none = RateComparison(count: 0, seconds: 1, baselineCount: 0, baselineSeconds: 1)
    #expect(none.ratio == nil)
    #expect(none.probability == 1)
    let first = RateComparison(count: 4, seconds: 1, baselineCount: 0, baselineSeconds: 1)
    #expect(first.ratio == nil)
    #expect(near(first.probability, 0.125, within: 1e-15))
    #expect(
      RateComparison(count: 4, seconds: 1, baselineCount: 4, baselineSeconds: 1).probability == 1)
  }
}
