public import RegisterModel

/// How long a node itself takes to be back once all that it needs is there, and what that rests on.
public struct OwnTime: Hashable, Sendable {
  public let seconds: Int64
  public let basis: Basis
  /// When it was shown or promised.
  public let on: CalendarDate?

  /// What a recovery time rests on, the strongest first.
  public enum Basis: Hashable, Sendable {
    /// A capability record, by its evidence.
    case evidence(Capability.Evidence)
    /// A supplier's contract.
    case contract
    /// The work as it is planned.
    case plannedWork
    /// What people declare.
    case declared
    /// What somebody asks "what if" about.
    case assumed
  }

  /// The own time of an activity: its best evidence, else what is declared; nil where nobody knows.
  public init?(_ activity: Activity) {
    if let time = Self.best(of: activity.capabilities) {
      self = time
    } else if let own = activity.targets?.own {
      self.init(seconds: own.seconds, basis: .declared, on: activity.targets?.approvedOn)
    } else {
      return nil
    }
  }

  /// The own time of an asset: its best evidence, with a contract that is in force ranking before an
  /// estimate; else the work as planned, else what is declared; nil where nobody knows.
  ///
  /// - Parameter today: A contract that ended before it promises nothing.
  public init?(_ asset: Asset, today: CalendarDate) {
    let best = Self.best(of: asset.capabilities)
    if let best, best.basis != .evidence(.estimate) {
      self = best
      return
    }
    let contracts = asset.contracts.filter { $0.until.map { $0 >= today } ?? true }
    if let recovery = contracts.compactMap(\.recovery).min() {
      self.init(seconds: recovery.seconds, basis: .contract, on: nil)
    } else if let best {
      self = best
    } else if let duration = asset.restore?.duration {
      self.init(seconds: duration.seconds, basis: .plannedWork, on: nil)
    } else if let own = asset.targets?.own {
      self.init(seconds: own.seconds, basis: .declared, on: asset.targets?.approvedOn)
    } else {
      return nil
    }
  }

  init(assumed seconds: Int64) { self.init(seconds: seconds, basis: .assumed, on: nil) }

  private init(seconds: Int64, basis: Basis, on: CalendarDate?) {
    self.seconds = seconds
    self.basis = basis
    self.on = on
  }

  /// The newest of the strongest class; of several of one day the longest. One without a date is older
  /// than any with one.
  ///
  /// - Note: DOMAIN §3.3: test, then incident, then contract, then estimate; newest of the best class.
  private static func best(of capabilities: [Capability]) -> OwnTime? {
    let timed = capabilities.filter { $0.rta != nil }
    for evidence in Capability.Evidence.allCases {
      let records = timed.filter { $0.evidence == evidence }
      let newest = records.max { left, right in
        (left.on?.dayNumber ?? .min, left.rta?.seconds ?? 0)
          < (right.on?.dayNumber ?? .min, right.rta?.seconds ?? 0)
      }
      if let newest, let rta = newest.rta {
        return OwnTime(seconds: rta.seconds, basis: .evidence(evidence), on: newest.on)
      }
    }
    return nil
  }
}
