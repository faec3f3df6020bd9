import RegisterModel
import TestSupport
import Testing

@testable import ImpactAnalysis

@Suite("How long an outage lasts, and how often that can't be borne: DOMAIN §9.2")
struct OutageDurationTests {
  private func outage(_ distribution: String) throws -> OutageDuration? {
    let register = try Register(
      """
      <activity id="A" name="A"/>
      <risk id="R"><title>T</title><hits ref="A"><outage>\(distribution)</outage></hits></risk>
      """)
    let written = try #require(register.risks[0].hits[0].outage?.distribution)
    return OutageDuration(written)
  }

  private static let worked = "<lognormal median=\"PT4H\" p95=\"P1D\"/>"

  /// Computed with scipy 1.17.1.
  @Test(
    "Each kind of distribution exceeds a time as it should",
    arguments: [
      (worked, 24, 0.05), (worked, 8, 0.262_285_160_012_944),
      (worked, 0.5, 0.971_865_647_003_744_8),
      (worked, 0, 1), ("<between low=\"PT2H\" high=\"PT20H\"/>", 5, 0.631_469_356_127_376_1),
      ("<pert low=\"PT2H\" mode=\"PT4H\" high=\"PT9H\"/>", 5, 0.335_636_254_286_422_85),
      ("<pert low=\"PT2H\" mode=\"PT4H\" high=\"PT9H\"/>", 2, 1),
      ("<pert low=\"PT2H\" mode=\"PT4H\" high=\"PT9H\"/>", 9, 0),
      ("<triangular low=\"PT2H\" mode=\"PT4H\" high=\"PT9H\"/>", 3, 0.928_571_428_571_428_6),
      ("<triangular low=\"PT2H\" mode=\"PT4H\" high=\"PT9H\"/>", 5, 0.457_142_857_142_857_2),
      ("<triangular low=\"PT2H\" mode=\"PT2H\" high=\"PT9H\"/>", 2, 1),
      ("<uniform low=\"PT2H\" high=\"PT9H\"/>", 5, 0.571_428_571_428_571_4),
      ("<logUniform low=\"PT2H\" high=\"PT9H\"/>", 5, 0.390_795_491_084_392_8),
      ("<gamma shape=\"2.5\" mean=\"PT10H\"/>", 15, 0.186_029_833_602_867),
      ("<exponential mean=\"PT10H\"/>", 15, 0.223_130_160_148_429_82),
      ("<weibull shape=\"1.5\" scale=\"PT10H\"/>", 15, 0.159_275_908_490_021_35),
      ("<pareto shape=\"2.5\" scale=\"PT10H\"/>", 15, 0.362_887_369_301_211_57),
      ("<pareto shape=\"2.5\" scale=\"PT10H\"/>", 10, 1),
      ("<lomax shape=\"2.5\" scale=\"PT10H\"/>", 15, 0.101_192_885_125_388_13),
      ("<constant value=\"PT5H\"/>", 4.99, 1), ("<constant value=\"PT5H\"/>", 5, 0),
      (
        "<empirical><observation value=\"PT5H\"/><observation value=\"PT1H\" weight=\"3\"/></empirical>",
        1,
        0.25
      ),
      (
        "<mixture><component><constant value=\"PT4H\"/></component><component weight=\"3\"><uniform low=\"PT2H\" high=\"PT9H\"/></component></mixture>",
        3, 0.892_857_142_857_142_8
      ),
      (
        "<mixture><component><constant value=\"PT4H\"/></component><component weight=\"3\"><uniform low=\"PT2H\" high=\"PT9H\"/></component></mixture>",
        4, 0.535_714_285_714_285_7
      ),
    ] as [(String, Double, Double)])
  func exceedance(distribution: String, hours: Double, value: Double) throws {
    let outage = try #require(try outage(distribution))
    #expect(abs(outage.exceedance(hours) - value) < 1e-12)
    #expect(outage.exceedance(-1) == 1)
    #expect(outage.exceedance(.infinity) == 0)
  }

  @Test(
    "Quantiles",
    arguments: [
      (worked, 0.975, 33.828_628_922_952_475),
      ("<between low=\"PT2H\" high=\"PT20H\"/>", 0.3, 4.381_507_490_472_112),
      ("<pert low=\"PT2H\" mode=\"PT4H\" high=\"PT9H\"/>", 0.3, 3.690_329_101_856_137),
      ("<pert low=\"PT2H\" mode=\"PT4H\" high=\"PT9H\"/>", 0.999, 8.239_203_357_875_38),
      ("<triangular low=\"PT2H\" mode=\"PT4H\" high=\"PT9H\"/>", 0.1, 3.183_215_956_619_923_4),
      ("<triangular low=\"PT2H\" mode=\"PT4H\" high=\"PT9H\"/>", 0.9, 7.129_171_306_613_03),
      ("<uniform low=\"PT2H\" high=\"PT9H\"/>", 0.3, 4.1),
      ("<logUniform low=\"PT2H\" high=\"PT9H\"/>", 0.3, 3.140_463_497_177_344),
      ("<gamma shape=\"2.5\" mean=\"PT10H\"/>", 0.3, 5.999_816_265_519_813),
      ("<exponential mean=\"PT10H\"/>", 0.3, 3.566_749_439_387_324_5),
      ("<weibull shape=\"1.5\" scale=\"PT10H\"/>", 0.3, 5.029_387_149_157_185),
      ("<pareto shape=\"2.5\" scale=\"PT10H\"/>", 0.3, 11.533_491_077_818_532),
      ("<lomax shape=\"2.5\" scale=\"PT10H\"/>", 0.3, 1.533_491_077_818_531_6),
      ("<constant value=\"PT5H\"/>", 0.3, 5), ("<constant value=\"PT0S\"/>", 0.3, 0),
      (
        "<empirical><observation value=\"PT5H\"/><observation value=\"PT1H\" weight=\"3\"/></empirical>",
        0.75, 1
      ),
      (
        "<empirical><observation value=\"PT5H\"/><observation value=\"PT1H\" weight=\"3\"/></empirical>",
        0.76, 5
      ),
    ] as [(String, Double, Double)])
  func quantile(distribution: String, probability: Double, value: Double) throws {
    let outage = try #require(try outage(distribution))
    #expect(abs(outage.quantile(probability) - value) <= 1e-11 * value)
  }

  @Test("A mixture's quantile is where its parts together pass it, also on a jump")
  func mixtureQuantile() throws {
    let outage = try #require(
      try outage(
        """
        <mixture><component><constant value="PT4H"/></component>
          <component weight="2"><mixture><component><constant value="PT1H"/></component>
            <component><uniform low="PT6H" high="PT10H"/></component></mixture></component></mixture>
        """))
    #expect(abs(outage.quantile(0.5) - 4) < 1e-9)
    #expect(abs(outage.quantile(0.2) - 1) < 1e-9)
    #expect(abs(outage.quantile(5.0 / 6) - 8) < 1e-9)
  }

  @Test(
    "Parameters that make no distribution give none",
    arguments: [
      "<uniform low=\"PT9H\" high=\"PT2H\"/>", "<lognormal median=\"PT4H\" p95=\"PT2H\"/>",
      "<lognormal median=\"PT0S\" p95=\"PT2H\"/>", "<between low=\"PT0S\" high=\"PT2H\"/>",
      "<between low=\"PT1H\" high=\"PT2H\" confidence=\"1\"/>",
      "<between low=\"PT1H\" high=\"PT2H\" confidence=\"0\"/>",
      "<between low=\"PT1H\" high=\"PT2H\" confidence=\"1e-90\"/>",
      "<pert low=\"PT2H\" mode=\"PT1H\" high=\"PT9H\"/>", "<gamma shape=\"0\" mean=\"PT10H\"/>",
      "<exponential mean=\"PT0S\"/>", "<logUniform low=\"PT0S\" high=\"PT2H\"/>",
      "<empirical><observation value=\"PT5H\" weight=\"0\"/></empirical>",
      "<mixture><component weight=\"0\"><constant value=\"PT4H\"/></component></mixture>",
    ])
  func none(distribution: String) throws {
    #expect(try outage(distribution) == nil)
  }

  @Test(
    "Where both ends are one, it always lasts as long",
    arguments: [
      "<uniform low=\"PT9H\" high=\"PT9H\"/>", "<lognormal median=\"PT9H\" p95=\"PT9H\"/>",
      "<between low=\"PT9H\" high=\"PT9H\"/>", "<pert low=\"PT9H\" mode=\"PT9H\" high=\"PT9H\"/>",
      "<triangular low=\"PT9H\" mode=\"PT9H\" high=\"PT9H\"/>",
      "<logUniform low=\"PT9H\" high=\"PT9H\"/>",
    ])
  func degenerate(distribution: String) throws {
    #expect(try outage(distribution) == OutageDuration(ElapsedTime(seconds: 9 * 3600)!))
  }

  @Test(
    "Parameters beyond all measure take no time and never trap",
    arguments: [
      "<gamma shape=\"1e99\" mean=\"PT10H\"/>", "<gamma shape=\"1e-99\" mean=\"PT10H\"/>",
      "<weibull shape=\"1e99\" scale=\"PT10H\"/>", "<weibull shape=\"1e-99\" scale=\"PT10H\"/>",
      "<pareto shape=\"1e-99\" scale=\"PT1S\"/>", "<lomax shape=\"1e99\" scale=\"P99999D\"/>",
      "<between low=\"PT1S\" high=\"P99999D\" confidence=\"0.00001\"/>",
      "<pert low=\"PT0S\" mode=\"PT1S\" high=\"P99999D\"/>",
    ])
  func extreme(distribution: String) throws {
    let outage = try #require(try outage(distribution))
    var last = 0.0
    for probability in [1e-9, 0.1, 0.5, 0.9, 0.999_999] {
      let hours = outage.quantile(probability)
      #expect(hours >= last && hours <= OutageDuration.longest)
      last = hours
      #expect((0...1).contains(outage.exceedance(hours)))
    }
  }

  @Test("Twice a year, median 4 hours, P95 24 hours: a day is exceeded once in ten years")
  func breach() throws {
    let cause = BreachRate.Cause(
      frequency: AnnualRate(2)!, probability: Share(1)!,
      outage: try #require(try outage(Self.worked)))
    let day = BreachRate([cause], tolerable: ElapsedTime(seconds: 86_400)!)
    #expect(abs(day.perYear - 0.1) < 1e-12)
    #expect(abs(day.chance(inYears: 1) - 0.095_162_6) < 5e-8)
    let shift = BreachRate([cause], tolerable: ElapsedTime(seconds: 8 * 3600)!)
    #expect(abs(shift.perYear - 0.524_570_3) < 5e-8)
    #expect(abs(shift.perYear / 2 - 0.262_285_0) < 5e-7)
  }

  @Test("Causes add up, each as far as it takes the activity down")
  func causes() throws {
    let fixed = OutageDuration(ElapsedTime(seconds: 10 * 3600)!)
    let causes = [0.5, 1].map {
      BreachRate.Cause(frequency: AnnualRate(0.2)!, probability: Share($0)!, outage: fixed)
    }
    #expect(abs(BreachRate(causes, tolerable: ElapsedTime(seconds: 35_999)!).perYear - 0.3) < 1e-15)
    // An outage of just that length is borne.
    #expect(BreachRate(causes, tolerable: ElapsedTime(seconds: 36_000)!).perYear == 0)
    #expect(BreachRate([], tolerable: ElapsedTime(seconds: 0)!).chance(inYears: 10) == 0)
  }

  @Test("The chance of a breach is right where it is tiny and where it is certain")
  func chances() {
    func rate(_ perYear: Double) -> BreachRate {
      BreachRate(
        [
          .init(
            frequency: AnnualRate(perYear)!, probability: Share(1)!,
            outage: OutageDuration(ElapsedTime(seconds: 7200)!))
        ], tolerable: ElapsedTime(seconds: 3600)!)
    }
    #expect(rate(1e-12).chance(inYears: 1) == 1e-12 * (1 - 5e-13))
    #expect(
      abs(rate(0.9999e-4).chance(inYears: 1) - rate(1.0001e-4).chance(inYears: 1) + 2e-8) < 1e-11)
    #expect(rate(1e6).chance(inYears: 1) == 1)
    #expect(rate(3).chance(inYears: 0) == 0)
  }

  @Test("What an outage costs on average: a thousand lengths, none shorter than the recovery takes")
  func expectedLoss() throws {
    let curve = LossCurve(changes: [.init(time: 0, slope: 100)])
    let outage = try #require(try outage("<exponential mean=\"PT10H\"/>"))
    #expect(abs(curve.expectedLoss(outage) - 999.653_468_076_384_5) < 1e-9)
    #expect(abs(curve.expectedLoss(outage, atLeast: 5) - 1_106.183_973_222_353_4) < 1e-9)
    let fixed = OutageDuration(ElapsedTime(seconds: 7200)!)
    #expect(abs(curve.expectedLoss(fixed) - 200) < 1e-9)
    #expect(LossCurve.zero.expectedLoss(outage) == 0)
  }
}
