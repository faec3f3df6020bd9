import RegisterModel

extension CallTree.QuorumOutcome {
  /// - Parameter called: Of each member its call; nil: it isn't called.
  /// - Complexity: O(*n* × what is missing or needed, whichever is less).
  init(place: Int, atLeast: Int, of: [Identifier<Party>], called: [CallTree.Entry?]) {
    self.place = place
    self.atLeast = atLeast
    self.of = of
    let low = Self.probability(atLeast, of: called.map { $0?.probability.lowerBound ?? 0 })
    let high = Self.probability(atLeast, of: called.map { $0?.probability.upperBound ?? 0 })
    probability = low...max(low, high)
    let times = called.compactMap { $0?.reachedBy }.sorted()
    reachedBy = atLeast == 0 ? 0 : times.count >= atLeast ? times[atLeast - 1] : nil
  }

  /// The probability that at least so many of some independent events happen (Poisson binomial).
  static func probability(_ count: Int, of events: [Double]) -> Double {
    if count <= 0 { return 1 }
    if count > events.count { return 0 }
    // Of at most so many: the probability of each number, the last standing for all above.
    var shares = [Double](repeating: 0, count: count + 1)
    shares[0] = 1
    for event in events {
      shares[count] += shares[count - 1] * event
      for number in stride(from: count - 1, to: 0, by: -1) {
        shares[number] = shares[number] * (1 - event) + shares[number - 1] * event
      }
      shares[0] *= 1 - event
    }
    return min(shares[count], 1)
  }
}
