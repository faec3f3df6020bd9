import Testing

@testable import Probability

@Suite("Normal distribution: DOMAIN §9.3")
struct NormalDistributionTests {
  @Test(
    "Quantiles, from far down to far up",
    arguments: [
      (0.975, 1.959_963_984_540_054), (1e-10, -6.361_340_902_404_056), (0.5, 0),
      (0.95, 1.644_853_626_951_472_2), (0.25, -0.674_489_750_196_081_7),
      (1e-300, -37.047_096_299_361_2), (0.999_999_999_9, 6.361_340_889_697_422),
    ] as [(Double, Double)])
  func quantile(probability: Double, value: Double) {
    #expect(abs(NormalDistribution.standard.quantile(probability) - value) < 1e-12)
  }

  @Test(
    "What is not exceeded",
    arguments: [
      (-1, 0.158_655_253_931_457_05), (-6.361_340_902_404_056, 1e-10),
      (-20, 2.753_624_118_606_233_7e-89), (-37, 5.725_571_222_524_576_8e-300),
      (3, 0.998_650_101_968_369_91), (0, 0.5),
    ] as [(Double, Double)])
  func cumulative(x: Double, value: Double) {
    #expect(agree(NormalDistribution.standard.cumulative(x), value, within: 1e-12))
    #expect(agree(NormalDistribution.standard.exceedance(-x), value, within: 1e-12))
  }

  @Test("A quantile is what it is the quantile of, everywhere")
  func inverse() {
    let distribution = NormalDistribution(mean: 60, standardDeviation: 10)
    for place in 1..<2000 {
      let probability = Double(place) / 2000
      let back = distribution.cumulative(distribution.quantile(probability))
      #expect(agree(back, probability, within: 1e-12))
    }
    #expect(distribution.quantile(0) == -.infinity)
    #expect(distribution.quantile(1) == .infinity)
    #expect(distribution.quantile(.leastNonzeroMagnitude) > -400)
  }

  @Test("The chance that a threat of N(60, 10) beats a resistance of N(70, 10) is 0.2397501")
  func vulnerability() {
    let margin = NormalDistribution(mean: -10, standardDeviation: (200.0).squareRoot())
    #expect(abs(margin.exceedance(0) - 0.239_750_1) < 5e-8)
  }
}
