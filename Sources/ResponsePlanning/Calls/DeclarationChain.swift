public import RegisterModel

/// Who is asked to declare a level, one after the other, as long as nobody answers: the authority, those who
/// stand in, the authorities of the levels above, and then the suppliers. Times are in seconds since the
/// first call.
///
/// - Note: DOMAIN §6.3, §6.4.
public struct DeclarationChain: Sendable {
  public enum Role: Hashable, Sendable {
    /// The first named for the level.
    case authority
    /// One who stands in.
    case alternate
    /// One who may declare a higher level.
    case above(Level<ActivationScale>)
    case supplier
  }

  public struct Step: Hashable, Sendable {
    public let party: Identifier<Party>
    public let role: Role
    public let chain: CallChain
    /// When it is turned to at the latest; nil: unknown.
    public let startsBy: Int64?
    /// The probability that somebody has answered once it was tried.
    public let reached: ClosedRange<Double>
  }

  /// In their order, each party once.
  public let steps: [Step]

  /// - Parameter suppliers: Whom to turn to last; see ``suppliers(of:in:)``.
  /// - Complexity: O(*n*) in the parties and those who hold them.
  public init(
    _ plan: ResponseProtocol, level: Level<ActivationScale>, directory: CallDirectory,
    suppliers: [Identifier<Party>] = []
  ) {
    var seen: Set<Identifier<Party>> = []
    var steps: [Step] = []
    var start: Int64? = 0
    var missed = (low: 1.0, high: 1.0)
    for (party, role) in Self.order(plan, level, suppliers) where seen.insert(party).inserted {
      let chain = directory.chain(to: party)
      missed.low *= 1 - chain.reached.upperBound
      missed.high *= 1 - chain.reached.lowerBound
      steps.append(
        Step(
          party: party, role: role, chain: chain, startsBy: start,
          reached: (1 - missed.high)...max(1 - missed.low, 1 - missed.high)))
      let worst = chain.isUnreachable ? 0 : chain.worst
      start = start.flatMap { start in worst.map { start + $0 } }
    }
    self.steps = steps
    self.worst = steps.isEmpty ? nil : start
  }

  /// When all have been tried at the latest; nil: unknown.
  public let worst: Int64?

  /// The probability that somebody answers.
  public var reached: ClosedRange<Double> { steps.last?.reached ?? 0...0 }

  /// Those who can't be reached at that hour.
  public var unreachable: [Identifier<Party>] {
    steps.filter { $0.chain.reached.upperBound == 0 }.map(\.party)
  }

  private static func order(
    _ plan: ResponseProtocol, _ level: Level<ActivationScale>, _ suppliers: [Identifier<Party>]
  ) -> [(Identifier<Party>, Role)] {
    var order: [(Identifier<Party>, Role)] = []
    for own in plan.levels where own.number == level {
      order += own.authorities.enumerated().map { place, party in
        (party.ref, place == 0 ? .authority : .alternate)
      }
    }
    for above in plan.levels.filter({ $0.number > level }).sorted(by: { $0.number < $1.number }) {
      order += above.authorities.map { ($0.ref, .above(above.number)) }
    }
    return order + suppliers.map { ($0, .supplier) }
  }

  /// The suppliers of the assets that a protocol covers or restores, each once, in the order of the protocol.
  ///
  /// - Complexity: O(assets + what the protocol names).
  public static func suppliers(of plan: ResponseProtocol, in register: Register)
    -> [Identifier<Party>]
  {
    let suppliers = Dictionary(
      register.assets.compactMap { asset in asset.supplier.map { (asset.id.text, $0) } },
      uniquingKeysWith: { first, _ in first })
    var seen: Set<Identifier<Party>> = []
    let named = plan.covers.map(\.ref.text) + plan.tasks.compactMap { $0.restores?.text }
    return named.compactMap { suppliers[$0] }.filter { seen.insert($0).inserted }
  }
}
