import Probability
import RegisterModel
import Testing

@testable import RiskScoring

@Suite("The mean of a distribution")
struct DistributionMeanTests {
  @Test("Lognormal from a 90 % interval: the published mean (DOMAIN §9.3)")
  func publishedInterval() throws {
    let loss = try mean(ofLoss: .between(interval(100_000, 1_000_000)))
    #expect(isClose(0.1 * loss, 40400.128269457266))
  }

  @Test("Lognormal from an interval of another confidence: a narrower one means more spread")
  func confidence() throws {
    let half = try mean(ofLoss: .between(interval(100_000, 1_000_000, confidence: 0.5)))
    // σ = ln 10/(2·0.6744897501960817), mean = √(10⁵·10⁶)·e^(σ²/2)
    #expect(isClose(half, 1357271.48290084))
  }

  @Test("A confidence of 0 or 1 and a bound of zero make no lognormal; equal bounds make one value")
  func degenerateIntervals() throws {
    #expect(Distribution.between(interval(1, 2, confidence: 0)).mean == nil)
    #expect(Distribution.between(interval(1, 2, confidence: 1)).mean == nil)
    #expect(Distribution.between(interval(0, 2)).mean == nil)
    #expect(Distribution.between(interval(2, 1)).mean == nil)
    #expect(Distribution.between(interval(7, 7)).mean == 7)
  }

  @Test("Lognormal from median and 95th percentile (σ of DOMAIN §9.2: 4 h and 24 h)")
  func lognormal() {
    var parameters = Parameters.Lognormal<ElapsedTime>()
    parameters.median = ElapsedTime(seconds: 4 * 3600)
    parameters.p95 = ElapsedTime(seconds: 24 * 3600)
    // 4·e^(1.0893124…²/2) hours
    #expect(isClose((Distribution.lognormal(parameters).mean ?? 0) / 3600, 7.239811172497577))
    parameters.p95 = ElapsedTime(seconds: 3600)
    #expect(Distribution.lognormal(parameters).mean == nil)
  }

  @Test(
    "PERT (DOMAIN §9.3), triangular, with one point for all three",
    arguments: [(2, 4, 9, 4.5, 5), (20, 100, 900, 220, 340), (5, 5, 5, 5, 5)])
  func threePoints(low: Int, mode: Int, high: Int, pert: Double, triangular: Double) {
    let parameters = points(low, mode, high)
    #expect(Distribution.pert(parameters).mean == pert)
    #expect(Distribution.triangular(parameters).mean == triangular)
  }

  @Test("Three points out of order make no distribution")
  func unorderedPoints() {
    #expect(Distribution.pert(points(4, 2, 9)).mean == nil)
    #expect(Distribution.triangular(points(2, 10, 9)).mean == nil)
  }

  @Test("Uniform and log-uniform; zero is a bound of the first only")
  func ranges() {
    #expect(Distribution.uniform(range(10, 100)).mean == 55)
    #expect(Distribution.uniform(range(0, 100)).mean == 50)
    #expect(isClose(Distribution.logUniform(range(10, 100)).mean ?? 0, 39.08650337129267))
    #expect(Distribution.logUniform(range(0, 100)).mean == nil)
    #expect(Distribution.uniform(range(2, 1)).mean == nil)
  }

  @Test("A constant, a gamma and an exponential distribution state their mean; zero is one")
  func stated() {
    var constant = Parameters.Constant<Money>()
    constant.value = money(0)
    #expect(Distribution.constant(constant).mean == 0)
    var gamma = Parameters.Gamma<Money>()
    gamma.mean = money(21)
    #expect(Distribution.gamma(gamma).mean == 21)
    var exponential = Parameters.Exponential<Money>()
    exponential.mean = money(5000)
    #expect(Distribution.exponential(exponential).mean == 5000)
  }

  @Test("Weibull: of shape 1 its scale, of shape 2 √π/2 of it; shape 0 is none")
  func weibull() {
    func mean(_ shape: Double) -> Double? {
      var parameters = Parameters.Weibull<Money>()
      parameters.shape = Quantity(shape)
      parameters.scale = money(1000)
      return Distribution.weibull(parameters).mean
    }
    #expect(isClose(mean(1) ?? 0, 1000))
    #expect(isClose(mean(2) ?? 0, 886.2269254527580))
    #expect(isClose(mean(0.5) ?? 0, 2000))
    #expect(mean(0) == nil)
    #expect(mean(0.001) == nil)
  }

  @Test("Pareto and Lomax have a mean only above a tail index of 1")
  func heavyTails() {
    func parameters(_ shape: Double) -> Parameters.Pareto<Money> {
      var parameters = Parameters.Pareto<Money>()
      parameters.shape = Quantity(shape)
      parameters.scale = money(100)
      return parameters
    }
    #expect(isClose(Distribution.pareto(parameters(1.5)).mean ?? 0, 300))
    #expect(isClose(Distribution.lomax(parameters(1.5)).mean ?? 0, 200))
    #expect(Distribution.pareto(parameters(1)).mean == nil)
    #expect(Distribution.lomax(parameters(0.9)).mean == nil)
  }

  @Test("Observations and components by their weights; one without a mean leaves none")
  func weighted() {
    var empirical = Parameters.Empirical<Money>()
    empirical.observations = [observation(100, 3), observation(500, 1)]
    #expect(Distribution.empirical(empirical).mean == 200)
    var mixture = Parameters.Mixture<Money>()
    mixture.components = [
      component(.empirical(empirical), 1), component(.pert(points(2, 4, 9)), 1),
    ]
    #expect(Distribution.mixture(mixture).mean == 102.25)
    mixture.components.append(component(.pert(points(4, 2, 9)), 1))
    #expect(Distribution.mixture(mixture).mean == nil)
    #expect(Distribution.mixture(Parameters.Mixture<Money>()).mean == nil)
    empirical.observations = [observation(100, 0)]
    #expect(Distribution.empirical(empirical).mean == nil)
  }

  @Test(
    "Quantiles of the normal distribution (DOMAIN §9.3), and their mirror images",
    arguments: [
      (0.975, 1.959963984540054), (1e-10, -6.361340902404056), (0.5, 0), (0.95, 1.6448536269514722),
      (1e-30, -11.464025), (0.3, -0.5244005127080407),
    ])
  func normalQuantile(p: Double, expected: Double) {
    let tolerance = expected.magnitude > 10 ? 1e-6 : 1e-14
    #expect(abs(NormalQuantile.value(p) - expected) <= tolerance * max(1, expected.magnitude))
    if p > 1e-5 { #expect(abs(NormalQuantile.value(1 - p) + NormalQuantile.value(p)) < 1e-12) }
  }

  @Test(
    "The gamma function", arguments: [(1, 1), (0.5, 1.772453850905516), (5, 24), (11, 3_628_800)])
  func gammaFunction(x: Double, expected: Double) {
    #expect(abs(GammaFunction.value(x) / expected - 1) < 1e-13)
  }
}

@Suite("The means of an estimate")
struct EstimateMeanTests {
  @Test("Threat events and vulnerability (DOMAIN §9.3): 500 × 0.25 loss events a year")
  func threats() {
    var estimate = Estimate()
    #expect(estimate.meanFrequency == nil)
    var threats = Parameters.Constant<AnnualRate>()
    threats.value = AnnualRate(500)
    estimate.threatEvents = Frequency(.constant(threats))
    #expect(estimate.meanFrequency == nil)
    var vulnerability = Parameters.Constant<Share>()
    vulnerability.value = Share(0.25)
    estimate.vulnerability = Vulnerability(.constant(vulnerability))
    #expect(estimate.meanFrequency == 125)
  }

  @Test("Losses add up, secondary ones by their probability; a part that is unknown leaves none")
  func losses() {
    var estimate = Estimate()
    #expect(estimate.meanLoss == nil)
    estimate.losses = [LossEstimate(.pert(points(2, 4, 9))), LossEstimate(.uniform(range(0, 100)))]
    #expect(estimate.meanLoss == 54.5)
    var secondary = SecondaryLoss()
    estimate.secondary = secondary
    #expect(estimate.meanLoss == 54.5)
    secondary.losses = [LossEstimate(.uniform(range(0, 100)))]
    estimate.secondary = secondary
    #expect(estimate.meanLoss == nil)
    var probability = Parameters.Constant<Share>()
    probability.value = Share(0.1)
    secondary.frequency = Vulnerability(.constant(probability))
    estimate.secondary = secondary
    #expect(estimate.meanLoss == 59.5)
    estimate.losses = []
    #expect(estimate.meanLoss == 5)
  }
}

// MARK: - Makers of distributions

private func isClose(_ value: Double, _ expected: Double) -> Bool {
  abs(value / expected - 1) < 1e-12
}

private func money(_ amount: Int) -> Money { Money(tenThousandths: Int64(amount) * 10_000)! }

private func mean(ofLoss distribution: Distribution<Money>) throws -> Double {
  try #require(distribution.mean)
}

private func interval(_ low: Int, _ high: Int, confidence: Double = 0.9)
  -> Parameters.Interval<Money>
{
  var parameters = Parameters.Interval<Money>()
  parameters.low = money(low)
  parameters.high = money(high)
  parameters.confidence = Share(confidence)!
  return parameters
}

private func points(_ low: Int, _ mode: Int, _ high: Int) -> Parameters.ThreePoint<Money> {
  var parameters = Parameters.ThreePoint<Money>()
  parameters.low = money(low)
  parameters.mode = money(mode)
  parameters.high = money(high)
  return parameters
}

private func range(_ low: Int, _ high: Int) -> Parameters.Range<Money> {
  var parameters = Parameters.Range<Money>()
  parameters.low = money(low)
  parameters.high = money(high)
  return parameters
}

private func observation(_ value: Int, _ weight: Double) -> Parameters.Observation<Money> {
  var observation = Parameters.Observation<Money>()
  observation.value = money(value)
  observation.weight = Quantity(weight)!
  return observation
}

private func component(_ distribution: Distribution<Money>, _ weight: Double)
  -> Parameters.Component<Money>
{
  var component = Parameters.Component<Money>()
  component.distribution = distribution
  component.weight = Quantity(weight)!
  return component
}
