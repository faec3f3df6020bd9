public import RegisterModel

/// By how much the controls of a risk lower one thing, and how that comes about.
///
/// Controls that share a cause fail together, so that of each such group only the best counts; the rest
/// are taken as independent.
public struct ControlEffect: Hashable, Sendable {
  /// One control, or several that share a cause.
  public struct Step: Hashable, Sendable {
    /// What they share; nil for a control of its own.
    public let sharedCause: Line?
    /// The control that counts: the one with the largest e·r and, of several, the first identifier.
    public let best: ControlClaim
    /// The others of the group, which count for nothing, by identifier.
    public let others: [ControlClaim]

    /// What it leaves: 1 − e·r of the best.
    public var factor: Double { 1 - best.lowering }
  }

  /// The steps, by the identifier of the control that counts.
  public let steps: [Step]
  /// What the controls leave of what they lower, in 0...1: Π(1 − e·r) over the steps; 1 without any.
  ///
  /// - Note: DOMAIN §2.5.
  public let factor: Double

  /// - Complexity: O(*n* log *n*) in the number of claims.
  init(_ claims: [(claim: ControlClaim, sharedCause: Line?)]) {
    let claims = claims.sorted { left, right in
      left.claim.lowering != right.claim.lowering
        ? left.claim.lowering > right.claim.lowering : left.claim.control < right.claim.control
    }
    var alone: [Step] = []
    var groups: [String: [ControlClaim]] = [:]
    var causes: [Line] = []  // of the groups, so that no dictionary is walked
    for (claim, cause) in claims {
      guard let cause else {
        alone.append(Step(sharedCause: nil, best: claim, others: []))
        continue
      }
      if groups[cause.text] == nil { causes.append(cause) }
      groups[cause.text, default: []].append(claim)
    }
    let shared = causes.compactMap { cause -> Step? in
      guard let group = groups[cause.text], let best = group.first else { return nil }
      return Step(
        sharedCause: cause, best: best,
        others: group.dropFirst().sorted { $0.control < $1.control })
    }
    steps = (alone + shared).sorted { $0.best.control < $1.best.control }
    factor = steps.reduce(1) { $0 * $1.factor }
  }

  /// What the controls leave of an interval of frequencies or of losses.
  public func lowered(_ interval: LevelInterval) -> LevelInterval? {
    LevelInterval(low: interval.low * factor, high: interval.high * factor)
  }
}
