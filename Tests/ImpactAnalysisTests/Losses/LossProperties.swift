import Foundation
import RegisterModel
import TestSupport
import Testing

@testable import ImpactAnalysis

/// A loss term with times in quarters of an hour, and what it costs, added up quarter by quarter.
private enum GeneratedTerm {
  case jump(Int, after: Int, inclusive: Bool)
  case rate(Int, from: Int, to: Int?, recapture: Double, peaks: Bool)
  case recurring(Int, after: Int, every: Int, atMost: Int)
  case backlog(hourly: Int, surge: Double, abandon: Double)

  init(_ random: inout SplitMix64) {
    switch random.below(4) {
    case 0:
      self = .jump(random.within(1...900), after: random.below(60), inclusive: random.chance(0.5))
    case 1:
      let from = random.below(40)
      self = .rate(
        random.within(1...400), from: from,
        to: random.chance(0.5) ? from + random.within(1...40) : nil,
        recapture: Double(random.below(4)) / 4, peaks: random.chance(0.5))
    case 2:
      self = .recurring(
        random.within(1...500), after: random.below(40), every: random.within(1...20),
        atMost: random.within(1...4))
    default:
      self = .backlog(
        hourly: random.within(1...200), surge: Double(random.within(1...4)) / 4,
        abandon: Double(random.below(4)) / 4)
    }
  }

  var text: String {
    switch self {
    case .jump(let amount, let after, let inclusive):
      "<step amount=\"\(amount)\" after=\"\(quarters(after))\" inclusive=\"\(inclusive ? "yes" : "no")\"/>"
    case .rate(let amount, let from, let to, let recapture, let peaks):
      "<rate amount=\"\(amount)\" per=\"PT1H\" from=\"\(quarters(from))\""
        + (to.map { " to=\"\(quarters($0))\"" } ?? "")
        + " recapture=\"\(recapture)\" peaks=\"\(peaks ? "yes" : "no")\"/>"
    case .recurring(let amount, let after, let every, let atMost):
      "<recurring amount=\"\(amount)\" after=\"\(quarters(after))\" every=\"\(quarters(every))\" atMost=\"\(atMost)\"/>"
    case .backlog(let hourly, let surge, let abandon):
      "<backlog surge=\"\(surge)\" hourlyCost=\"\(hourly)\" abandon=\"\(abandon)\"/>"
    }
  }

  private func quarters(_ count: Int) -> String { "PT\(15 * count)M" }

  /// - Parameters:
  ///   - eighths: The length of the outage in eighths of an hour.
  ///   - demand: Of each quarter of an hour; zero where nobody works.
  func cost(eighths: Int, demand: [Double]) -> Double {
    func worked(_ from: Int, _ to: Int?, peaks: Bool) -> Double {
      (0..<eighths).reduce(0) { sum, eighth in
        guard eighth / 2 >= from, eighth / 2 < to ?? .max else { return sum }
        let strength = demand[min(eighth / 2, demand.count - 1)]
        return sum + (strength > 0 ? (peaks ? strength : 1) / 8 : 0)
      }
    }
    switch self {
    case .jump(let amount, let after, let inclusive):
      return eighths > 2 * after || inclusive && eighths == 2 * after ? Double(amount) : 0
    case .rate(let amount, let from, let to, let recapture, let peaks):
      return Double(amount) * (1 - recapture) * worked(from, to, peaks: peaks)
    case .recurring(let amount, let after, let every, let atMost):
      let over = eighths - 2 * after
      return over <= 0 ? 0 : Double(amount * min(atMost, (over + 2 * every - 1) / (2 * every)))
    case .backlog(let hourly, let surge, let abandon):
      return worked(0, nil, peaks: false) * (1 - abandon) / surge * Double(hourly)
    }
  }
}

@Suite("Loss curves of generated terms")
struct LossProperties {
  /// Terms, their curve, and what they cost by the quarter of an hour.
  private struct Case {
    let curve: LossCurve
    let terms: [GeneratedTerm]
    let demand: [Double]

    init(_ random: inout SplitMix64) throws {
      let terms = (0..<random.within(1...5)).map { _ in GeneratedTerm(&random) }
      let demand = (0..<80).map { _ in Double(random.below(4)) }
      var stretches: [OperatingTime.Stretch] = demand.indices.dropLast().compactMap { quarter in
        demand[quarter] == 0
          ? nil
          : .init(
            from: Double(quarter) / 4, to: Double(quarter + 1) / 4, demand: demand[quarter])
      }
      if let last = demand.last, last > 0 {
        stretches.append(
          .init(from: Double(demand.count - 1) / 4, to: .infinity, demand: last))
      }
      let register = try Register(
        "<activity id=\"A\" name=\"A\"><loss>\(terms.map(\.text).joined())</loss></activity>")
      let losses = try #require(register.activities[0].losses)
      curve = LossCurve.parts(of: losses, operating: OperatingTime(stretches)).total
      self.terms = terms
      self.demand = demand
    }

    func cost(_ eighths: Int) -> Double {
      terms.reduce(0) { $0 + $1.cost(eighths: eighths, demand: demand) }
    }
  }

  @Test("A curve is what adding up small pieces of time gives")
  func integration() throws {
    var random = SplitMix64(seed: 51)
    for round in 0..<60 {
      let example = try Case(&random)
      for _ in 0..<40 {
        let eighths = random.below(200)
        let expected = example.cost(eighths)
        let value = example.curve.value(at: Double(eighths) / 8)
        #expect(abs(value - expected) < 1e-6 * max(1, expected), "round \(round), \(eighths)/8 h")
      }
    }
  }

  @Test("When an amount is lost is the first length of which any longer one costs as much")
  func inverse() throws {
    var random = SplitMix64(seed: 52)
    for round in 0..<100 {
      let curve = try Case(&random).curve
      let most = curve.value(at: 25)
      for _ in 0..<20 {
        let amount = most * Double(random.within(1...100)) / 100
        guard let time = curve.time(losing: amount) else {
          #expect(most < amount, "round \(round)")
          continue
        }
        #expect(curve.value(at: time + 1e-6) >= amount - 1e-3, "round \(round)")
        if time > 1e-6 { #expect(curve.value(at: time - 1e-6) < amount, "round \(round)") }
        #expect(curve.value(before: time) <= amount + 1e-6, "round \(round)")
      }
    }
  }
}
