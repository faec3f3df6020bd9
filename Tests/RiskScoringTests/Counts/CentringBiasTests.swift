import RegisterModel
import RiskScoring
import Testing

struct CentringBiasTests {
  @Test("The middle levels of all that were given, by scale and together")
  func counts() {
    let bias = CentringBias(
      of: Assessment(
        of: register([
          risk("R-1", likelihood: 3, ["money": 3, "safety": 2]), risk("R-2", likelihood: 3),
          risk("R-3", likelihood: 1, ["money": 4]), unscored("R-4"),
          risk("R-5", likelihood: 3, stage: .target),
        ])))
    #expect(bias.likelihood.middle == 2 && bias.likelihood.levels == 3)
    #expect(bias.impacts[0].share == 0.5 && bias.impacts[1].share == 0)
    #expect(bias.impacts[2].share == nil)
    #expect(bias.all.middle == 3 && bias.all.levels == 6)
    #expect(!bias.isExceeded)
  }

  @Test("Sixty of a hundred are not more than sixty per cent; sixty-one are", arguments: [60, 61])
  func limit(middle: Int) {
    var bias = CentringBias(
      ScoringRules(BuiltInCriteria.standard.criteria(in: euro), currency: euro))
    for index in 0..<100 { bias.add(likelihood: level(index < middle ? 3 : 4), impacts: []) }
    #expect(bias.isExceeded == (middle == 61))
  }

  @Test("A scale with an even number of levels has no middle; nothing judged is no bias")
  func evenScale() {
    let bias = CentringBias(
      of: Assessment(
        of: register(
          [risk("R-1", likelihood: 2, ["money": 2])], BuiltInCriteria.bsi2003.criteria(in: euro))))
    #expect(bias.all.share == nil && !bias.isExceeded)
  }
}
