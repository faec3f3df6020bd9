public import RegisterModel

/// Who is called by whom when a protocol is declared, and when everybody knows in the worst case. Times are in
/// seconds since the declaration.
///
/// A caller begins when reached, and makes one call after the other in the order of the protocol; each takes
/// until an explicit answer or until all ways have been tried. Whoever declares makes the calls that name no
/// caller, and those of the authorities of the level. Those whom a level notifies and nobody calls are called
/// last, by whoever declares.
///
/// - Note: DOMAIN §6.4.
public struct CallTree: Sendable {
  /// Why nobody can say when somebody is reached, or nobody is.
  public enum Problem: Hashable, Sendable {
    /// The register names no way to reach them.
    case unstated
    /// There are ways, but none that works at that hour.
    case unreachable
    /// Who is to call them can't be reached.
    case callerUnreachable
    /// Nobody calls who is to call them.
    case callerNotCalled
    /// Who is to call them waits for their call.
    case circular
  }

  /// Somebody who is called.
  public struct Entry: Hashable, Sendable {
    public let who: Identifier<Party>
    /// nil: whoever declares.
    public let by: Identifier<Party>?
    public let chain: CallChain
    /// When the call is made at the latest; nil: unknown.
    public internal(set) var startsBy: Int64?
    /// When all ways have been tried at the latest; nil: unknown, or not at all.
    public internal(set) var reachedBy: Int64?
    /// The probability that they are reached, and so whoever calls them: assuming that calls fail
    /// independently.
    public internal(set) var probability: ClosedRange<Double>
    public internal(set) var problem: Problem?
  }

  /// How many of some roles must answer, and whether they do.
  public struct QuorumOutcome: Hashable, Sendable {
    /// The place among the quorums of the protocol.
    public let place: Int
    public let atLeast: Int
    public let of: [Identifier<Party>]
    /// The probability that so many are reached, assuming that they are independently.
    public let probability: ClosedRange<Double>
    /// When so many have been tried at the latest; nil: unknown, or not at all.
    public let reachedBy: Int64?
  }

  /// The level that was declared; nil: all levels.
  public let level: Level<ActivationScale>?
  /// Those who are called, in the order of the protocol.
  public let entries: [Entry]
  public let quorums: [QuorumOutcome]

  /// - Parameters:
  ///   - level: Those whom only higher levels notify aren't called, unless they call somebody who is; nil:
  ///     everybody is called.
  ///   - directory: How people are reached, at the hour in question.
  /// - Complexity: O(*n*) in calls, and those whom chains and quorums consist of.
  public init(
    _ plan: ResponseProtocol, level: Level<ActivationScale>? = nil, directory: CallDirectory
  ) {
    self.level = level
    let entries = CallOrder(plan, level: level, directory: directory).entries
    self.entries = entries
    let places = Dictionary(
      entries.enumerated().map { ($1.who, $0) }, uniquingKeysWith: { first, _ in first })
    quorums = plan.quorums.enumerated().map { place, quorum in
      let of = quorum.of.map(\.ref)
      return QuorumOutcome(
        place: place, atLeast: Int(quorum.atLeast.value), of: of,
        called: of.map { places[$0].map { entries[$0] } })
    }
  }

  /// When everybody has been called at the latest; nil where that isn't known, or somebody isn't reached at all.
  /// 0 where nobody is to be called.
  public var worst: Int64? {
    var worst: Int64 = 0
    for entry in entries {
      guard let time = entry.reachedBy else { return nil }
      worst = max(worst, time)
    }
    return worst
  }

  /// When those have been called of whom it is known.
  public var knownWorst: Int64 { entries.reduce(0) { max($0, $1.reachedBy ?? 0) } }

  /// Those who are not reached at all at that hour, whatever happens.
  public var unreachable: [Identifier<Party>] {
    entries.filter { $0.probability.upperBound == 0 }.map(\.who)
  }
}
