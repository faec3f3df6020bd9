public import RegisterModel

/// How a call tree did, in an exercise or when it counted.
///
/// - Note: DOMAIN §6.4.
public struct CallMetrics: Hashable, Sendable {
  /// How many were called.
  public let called: Int
  /// How many gave an explicit answer.
  public let answered: Int
  /// How many had a contact that was wrong.
  public let invalid: Int
  /// The times to the answer, ascending.
  private let times: [ElapsedTime]

  /// - Parameter reached: Who was called, and when the answer came.
  /// - Complexity: O(*n* log *n*).
  public init(_ reached: [ReachedParty]) {
    called = reached.count
    times = reached.compactMap(\.acknowledged).sorted()
    answered = times.count
    invalid = reached.count(where: \.invalid)
  }

  /// Of an activation: an answer is timed from the declaration; one before it, or by somebody who wasn't called,
  /// doesn't count.
  ///
  /// - Parameter called: Who was to be called.
  /// - Complexity: O(*n* log *n*).
  public init(_ activation: Activation, called: [Identifier<Party>]) {
    let declared = activation.events.first { $0.kind == .declared }?.at
    var answers: [Identifier<Party>: ElapsedTime] = [:]
    for event in activation.events where event.kind == .acknowledged {
      guard let declared, let time = declared.elapsed(until: event.at) else { continue }
      for party in [event.by, event.role].compactMap(\.self) where answers[party] == nil {
        answers[party] = time
      }
    }
    self.init(
      called.map { party in
        var reached = ReachedParty(who: party)
        reached.acknowledged = answers[party]
        return reached
      })
  }

  /// The share of those called who answered; nil where nobody was called.
  public var reachedShare: Double? { share(answered) }
  /// The share of those called whose contact was wrong; nil where nobody was called.
  public var invalidShare: Double? { share(invalid) }

  /// The median time to an answer, in seconds; nil where nobody answered.
  public var medianSeconds: Double? {
    guard !times.isEmpty else { return nil }
    let (lower, upper) = (times[(times.count - 1) / 2], times[times.count / 2])
    return Double(lower.seconds + upper.seconds) / 2
  }

  /// The time within which 95 in 100 of those who answered had done so (nearest rank); nil where nobody did.
  public var percentile95: ElapsedTime? {
    times.isEmpty ? nil : times[(times.count * 95 + 99) / 100 - 1]
  }

  private func share(_ count: Int) -> Double? {
    called == 0 ? nil : Double(count) / Double(called)
  }
}

extension Moment {
  /// nil where it is before, or too long after.
  fileprivate func elapsed(until other: Moment) -> ElapsedTime? {
    ElapsedTime(seconds: other.secondsSince1970 - secondsSince1970)
  }
}
