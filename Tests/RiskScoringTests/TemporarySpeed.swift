import RegisterModel
import RiskScoring
import Testing

@Test func temporarySpeed() {
  var g = SmallGenerator(seed: 3)
  let tokens = ["money", "safety", "service", "legal", "reputation"]
  var risks: [Risk] = []
  risks.reserveCapacity(1_000_000)
  for n in 1...1_000_000 {
    var r = Risk(id: try! Identifier("R-\(n)"), title: Line("x")!)
    r.status = .open
    r.owner = try! Identifier("team-\(g.below(2000))")
    var s = Score(stage: .inherent); s.likelihood = level(5)
    r.scores = [s, score(.current, likelihood: g.below(5) + 1, [tokens[g.below(5)]: g.below(5) + 1, tokens[g.below(5)]: g.below(5) + 1, tokens[g.below(5)]: g.below(5) + 1])]
    risks.append(r)
  }
  let reg = register(risks)
  let clock = ContinuousClock()
  var a: Assessment!; var o: PriorityOrder!; var h: HeatMap!; var c: RiskCounts!
  for _ in 1...2 {
    print("assess", clock.measure { a = Assessment(of: reg) })
    print("order", clock.measure { o = PriorityOrder(of: a) })
    print("heat", clock.measure { h = HeatMap(of: a) })
    print("counts", clock.measure { c = RiskCounts(of: a) })
  }
  let mixed = register(risks.shuffled(using: &g))
  let b = Assessment(of: mixed)
  print("order shuffled", clock.measure { o = PriorityOrder(of: b) })
  print("walk", clock.measure { var n = 0; for r in o { n += r.reasons.count }; print(n) })
  print(MemoryLayout<RiskScore>.stride, MemoryLayout<Risk>.stride, o.count, h.notAssessed, c.ratings.total)
}
extension SmallGenerator: RandomNumberGenerator { mutating func next() -> UInt64 { UInt64(below(Int.max)) } }
