import Testing

@testable import Probability

/// Whether two numbers agree to so many parts of the second.
func agree(_ value: Double, _ expected: Double, within relative: Double) -> Bool {
  abs(value - expected) <= relative * max(abs(expected), 1e-300)
}

/// Expected values computed with mpmath 1.3.0 at 30 digits.
@Suite("Special functions")
struct FunctionsTests {
  @Test(
    "The complementary error function, from the middle to far out",
    arguments: [
      (0, 1.0), (0.1, 0.887_537_083_981_715_1), (0.5, 0.479_500_122_186_953_46),
      (1, 0.157_299_207_050_285_13), (1.9999, 0.004_679_802_092_970_608_3),
      (2, 0.004_677_734_981_047_265_8), (3, 2.209_049_699_858_544_1e-5),
      (5, 1.537_459_794_428_034_9e-12), (10, 2.088_487_583_762_544_8e-45),
      (20, 5.395_865_611_607_900_9e-176), (26, 5.663_192_408_856_142_8e-296),
    ] as [(Double, Double)])
  func errorFunction(x: Double, value: Double) {
    #expect(agree(ErrorFunction.complement(x), value, within: 2e-13))
    #expect(agree(ErrorFunction.complement(-x), 2 - value, within: 1e-15))
  }

  @Test("Beyond what a Double can hold it is zero")
  func errorFunctionFar() {
    #expect(ErrorFunction.complement(28) == 0)
    #expect(ErrorFunction.complement(.infinity) == 0)
    #expect(ErrorFunction.complement(-.infinity) == 2)
  }

  @Test(
    "The logarithm of the gamma function",
    arguments: [
      (1e-3, 6.907_178_885_383_853_7), (0.5, 0.572_364_942_924_700_1), (1, 0), (2, 0),
      (3.5, 1.200_973_602_347_074_2), (10, 12.801_827_480_081_47),
      (100.25, 360.284_559_637_764_23), (1e6, 12_815_504.569_147_612),
    ] as [(Double, Double)])
  func gamma(x: Double, value: Double) {
    #expect(abs(GammaFunction.logarithm(x) - value) <= 2e-15 * max(abs(value), 10))
  }

  @Test(
    "The upper share of a gamma distribution",
    arguments: [
      (0.5, 0.1, 0.654_720_846_018_577_02), (1, 1, 0.367_879_441_171_442_32),
      (2.5, 1, 0.849_145_036_084_609_64), (2.5, 10, 0.001_249_730_563_031_375_4),
      (100, 90, 0.841_779_010_813_569_83), (100, 150, 5.924_540_335_483_915_8e-6),
      (1e4, 1e4, 0.498_670_191_660_044_8), (3, 0, 1), (3, .infinity, 0),
    ] as [(Double, Double, Double)])
  func incompleteGamma(shape: Double, x: Double, value: Double) {
    #expect(agree(GammaFunction.upperShare(shape: shape, x), value, within: 1e-11))
  }

  @Test("A gamma distribution of a million parts is nearly normal")
  func largeGamma() {
    #expect(abs(GammaFunction.upperShare(shape: 2e6, 2_001_000) - 0.239_713_439_053_063_78) < 1e-7)
    #expect(GammaFunction.upperShare(shape: 1e99, 1e98) == 1)
    #expect(GammaFunction.upperShare(shape: 1e99, 1e100) == 0)
    #expect(GammaFunction.upperShare(shape: 1e99, 1e-99) == 1)
  }

  @Test(
    "The lower share of a beta distribution",
    arguments: [
      (0.5, 2, 3, 0.6875), (0.8, 3, 3, 0.942_08), (0.1, 0.5, 0.5, 0.204_832_764_699_133_46),
      (0.99, 20, 1.5, 0.938_796_285_216_540_92), (0.3, 1000, 2500, 0.968_421_990_278_466_74),
      (1e-3, 2, 5, 1.496_004_497_600_500_1e-5), (0, 2, 3, 0), (1, 2, 3, 1),
    ] as [(Double, Double, Double, Double)])
  func incompleteBeta(x: Double, a: Double, b: Double, value: Double) {
    #expect(agree(BetaFunction.lowerShare(x, a, b), value, within: 1e-11))
  }
}
