public import RegisterModel

/// How much work is lost with an asset at worst, as time, and what that rests on.
public struct RecoveryPoint: Hashable, Sendable {
  /// Bounds where nobody said how long a copy takes to be safe.
  public let time: TimeBounds
  /// nil where nobody knows anything.
  public let basis: Basis?

  /// What a recovery point rests on.
  public enum Basis: Hashable, Sendable {
    /// A copy, by its place among the copies of the asset.
    case backup(Int)
    /// A capability record, by its evidence.
    case evidence(Capability.Evidence)
  }

  static let unknown = RecoveryPoint(time: .unknown, basis: nil)

  /// The work lost at worst with an asset; nil where nothing is said about it.
  ///
  /// Of several copies the one counts that loses least. What evidence shows counts where it is worse than
  /// that: a test shows what came back that day, and a failure just before the next copy loses more; but what
  /// was lost once can be lost again. Evidence is the newest of the strongest class, as for recovery times.
  public init?(_ asset: Asset) {
    let copies = asset.backups.enumerated().map { place, backup in
      RecoveryPoint(
        time: TimeBounds(
          lower: backup.every.seconds + (backup.ship?.seconds ?? 0),
          upper: backup.ship.map { backup.every.seconds + $0.seconds } ?? TimeBounds.never),
        basis: .backup(place))
    }
    var best = copies.first
    for copy in copies.dropFirst() {
      guard let known = best else { break }
      let isBetter =
        (copy.time.upper, copy.time.lower) < (known.time.upper, known.time.lower)
      best = RecoveryPoint(
        time: .sooner(copy.time, known.time), basis: isBetter ? copy.basis : known.basis)
    }
    guard let evidence = Self.evidence(of: asset.capabilities) else {
      guard let best else { return nil }
      self = best
      return
    }
    guard let best else {
      self = evidence
      return
    }
    let isWorse = evidence.time.lower > best.time.lower
    self.init(
      time: .later(best.time, evidence.time), basis: isWorse ? evidence.basis : best.basis)
  }

  private init(time: TimeBounds, basis: Basis?) {
    self.time = time
    self.basis = basis
  }

  /// The newest of the strongest class; of several of one day the worst.
  private static func evidence(of capabilities: [Capability]) -> RecoveryPoint? {
    for evidence in Capability.Evidence.allCases {
      let newest = capabilities.filter { $0.rpa != nil && $0.evidence == evidence }.max {
        ($0.on?.dayNumber ?? .min, $0.rpa?.seconds ?? 0)
          < ($1.on?.dayNumber ?? .min, $1.rpa?.seconds ?? 0)
      }
      if let rpa = newest?.rpa {
        return RecoveryPoint(time: TimeBounds(rpa.seconds), basis: .evidence(evidence))
      }
    }
    return nil
  }
}
