public import RegisterModel

/// The ways to reach somebody, tried one after the other until an explicit answer comes.
///
/// A contact whose probability nobody has stated may answer always or never, so what follows from it lies
/// between two bounds. One whose timeout nobody has stated makes the times unknown.
///
/// - Note: DOMAIN §6.4.
public struct CallChain: Hashable, Sendable {
  /// One way that is tried.
  public struct Attempt: Hashable, Sendable {
    /// Whose contact it is: the role itself, or one of those who hold it or stand in.
    public let party: Identifier<Party>
    /// The place of the contact among those of its party.
    public let place: Int
    public let channel: Contact.Channel
    /// How long an answer is waited for; nil: nobody has said.
    public let timeout: ElapsedTime?
    /// The probability of an answer in that time; nil: nobody has said.
    public let probability: Share?
    /// Whether it can be used at the hour asked about; unknown where its time zone is.
    public let isUsable: Truth

    /// - Parameters:
    ///   - place: Of the contact among those of its party.
    ///   - isUsable: Whether it can be used at the hour asked about.
    public init(
      party: Identifier<Party>, place: Int, contact: Contact, isUsable: Truth = .yes
    ) {
      self.party = party
      self.place = place
      channel = contact.channel
      timeout = contact.timeout
      probability = contact.probability
      self.isUsable = isUsable
    }

    /// The least and the greatest probability of an answer.
    var bounds: ClosedRange<Double> {
      let low = probability?.value ?? 0
      let high = probability?.value ?? 1
      switch isUsable {
      case .yes: return low...high
      case .unknown: return 0...high
      case .no: return 0...0
      }
    }
  }

  /// The ways that can be used, or may, in the order in which they are tried.
  public let attempts: [Attempt]
  /// The ways that can't be used at that hour.
  public let closed: [Attempt]

  /// - Parameter attempts: In the order in which they are tried.
  public init(_ attempts: [Attempt]) {
    self.attempts = attempts.filter { $0.isUsable != .no }
    closed = attempts.filter { $0.isUsable == .no }
  }

  /// Whether the register names no way at all, so that nobody can say how to reach them.
  public var isUnstated: Bool { attempts.isEmpty && closed.isEmpty }

  /// Whether there are ways, but none that works at that hour.
  public var isUnreachable: Bool { attempts.isEmpty && !closed.isEmpty }

  /// How long it takes at most until somebody has answered or all ways have been tried, in seconds; nil
  /// where a timeout is not known or there is nothing to try.
  ///
  /// - Complexity: O(attempts), as all that follows.
  public var worst: Int64? {
    guard !attempts.isEmpty else { return nil }
    return sum(of: attempts)
  }

  /// The probability that somebody answers: 1 − Π(1 − p), assuming that the ways fail independently.
  public var reached: ClosedRange<Double> {
    var missed = (low: 1.0, high: 1.0)
    for attempt in attempts {
      missed.low *= 1 - attempt.bounds.upperBound
      missed.high *= 1 - attempt.bounds.lowerBound
    }
    return (1 - missed.high)...max(1 - missed.low, 1 - missed.high)
  }

  /// How long the calls take on average, whether somebody answers or not, in seconds: Σ τ Π(1 − p) of the
  /// ways before; nil where ``worst`` is.
  public var expected: ClosedRange<Double>? {
    guard worst != nil else { return nil }
    var sum = (low: 0.0, high: 0.0)
    var missed = (low: 1.0, high: 1.0)
    for attempt in attempts {
      let timeout = Double(attempt.timeout?.seconds ?? 0)
      sum.low += timeout * missed.low
      sum.high += timeout * missed.high
      missed.low *= 1 - attempt.bounds.upperBound
      missed.high *= 1 - attempt.bounds.lowerBound
    }
    return sum.low...max(sum.low, sum.high)
  }

  private func sum(of attempts: [Attempt]) -> Int64? {
    var sum: Int64 = 0
    for attempt in attempts {
      guard let timeout = attempt.timeout else { return nil }
      sum += timeout.seconds
    }
    return sum
  }
}
