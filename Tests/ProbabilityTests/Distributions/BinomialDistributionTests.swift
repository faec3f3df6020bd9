import Testing

@testable import Probability

@Suite("How many of a number are there: DOMAIN §9.2")
struct BinomialDistributionTests {
  @Test("Three of five, each with 0.8, are there with 0.94208")
  func worked() {
    let value = BinomialDistribution(count: 5, probability: 0.8).atLeast(3)
    #expect(abs(value - 0.942_08) < 1e-14)
  }

  @Test(
    "None asked is certain, more than there are is impossible, sure and absent ones count as such")
  func edges() {
    let five = BinomialDistribution(count: 5, probability: 0.8)
    #expect(five.atLeast(0) == 1)
    #expect(five.atLeast(-3) == 1)
    #expect(five.atLeast(6) == 0)
    #expect(BinomialDistribution(count: 5, probability: 1).atLeast(5) == 1)
    #expect(BinomialDistribution(count: 5, probability: 0).atLeast(1) == 0)
    #expect(BinomialDistribution(count: 0, probability: 0.5).atLeast(1) == 0)
    #expect(abs(five.atLeast(5) - 0.327_68) < 1e-14)
  }

  @Test("A million of them take no time and lose no digits that matter")
  func many() {
    let value = BinomialDistribution(count: 1_000_000, probability: 0.9).atLeast(900_000)
    #expect(agree(value, 0.500_842_210_405_241_7, within: 1e-8))
    #expect(
      BinomialDistribution(count: 999_999_999, probability: 0.9).atLeast(950_000_000) < 1e-300)
  }

  @Test(
    "Three with 0.5 and two with 0.9, by all their combinations",
    arguments: zip(0...6, [1, 0.99875, 0.9725, 0.8, 0.4275, 0.10125, 0]))
  func groups(number: Int, value: Double) throws {
    let sum = BinomialSum([
      BinomialDistribution(count: 2, probability: 0.9),
      BinomialDistribution(count: 3, probability: 0.5),
    ])
    #expect(abs(try #require(sum.atLeast(number)) - value) < 1e-14)
  }

  @Test("Groups with the same probability are one")
  func merged() throws {
    let sum = BinomialSum([
      BinomialDistribution(count: 2, probability: 0.8),
      BinomialDistribution(count: 0, probability: 0.1),
      BinomialDistribution(count: 3, probability: 0.8),
    ])
    #expect(sum.groups.count == 1)
    #expect(abs(try #require(sum.atLeast(3)) - 0.942_08) < 1e-14)
    #expect(BinomialSum([]).atLeast(1) == 0)
    #expect(BinomialSum([]).atLeast(0) == 1)
  }

  @Test("Too many of differing groups: nobody says anything")
  func tooMany() {
    let sum = BinomialSum([
      BinomialDistribution(count: BinomialSum.mostCounted, probability: 0.9),
      BinomialDistribution(count: 1, probability: 0.5),
    ])
    #expect(sum.atLeast(10) == nil)
  }
}
