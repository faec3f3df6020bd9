import RegisterModel

extension RecoverySchedule {
  /// What becomes of a node.
  public enum Outcome: Hashable, Sendable {
    /// It is not down.
    case unaffected
    case recovered(Recovery)
    /// Nobody can say when it is back.
    case unknown(Unknown)
    /// It does not come back.
    case never(Hindrance)

    /// When it is back, in seconds after the disruption began; nil where it never is or nobody can say.
    public var ready: Int64? {
      switch self {
      case .unaffected: 0
      case .recovered(let recovery): recovery.ready
      case .unknown, .never: nil
      }
    }
  }

  /// When a node is restored: in seconds after the disruption began.
  public struct Recovery: Hashable, Sendable {
    /// When its own work starts.
    public let start: Int64
    /// When its own work is done.
    public let finish: Int64
    /// When it is back: its own work is done, and what it needs is there.
    public let ready: Int64
    /// When it could be back if no work got in the way of other work.
    public let earliestReady: Int64
    /// How late its work could start, if what comes after it gave way, without more lateness; nil where
    /// nothing that counts depends on it.
    public let latestStart: Int64?
    /// Whether any delay of its work, or of its return, makes more lateness in this schedule.
    public let isCritical: Bool
    /// Why its work starts no sooner.
    public let startCause: Cause
    /// Why it is back no sooner.
    public let readyCause: Cause

    /// By how much its work can be late; nil where that makes no difference.
    public var slack: Int64? { latestStart.map { $0 - start } }
  }

  /// What a node waits for.
  public enum Cause: Hashable, Sendable {
    /// Nothing: it starts at once.
    case none
    /// Its own work.
    case ownWork
    /// A member of a need, and its lead in seconds.
    case member(Node, lead: Int64)
    /// A crew, site or tool, by its place in the register, that is busy with another node until then.
    case resource(Int, busyWith: Node)
    /// A workaround, which works from then on.
    case workaround
  }

  /// Why nobody can say when a node is back.
  public struct Unknown: Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
      /// Nobody has said how long its own work takes.
      case ownWork
      /// It needs itself, by way of others: nobody can say which of them is first.
      case cycle
      /// It needs a node of which nobody can say when it is back.
      case member(Node)
    }
    public let reason: Reason
    /// It is not back sooner than this, in seconds, even if all that nobody knows took no time and no work
    /// got in the way of other work.
    public let notBefore: Int64
  }

  /// Why a node does not come back.
  public enum Hindrance: Hashable, Sendable {
    /// Its work occupies more of a crew, site or tool, by its place in the register, than there is.
    case capacity(Int)
    /// It needs a node that does not come back.
    case member(Node)
    /// A need asks for more members than it has.
    case missingMembers
  }

  /// The recovery of an activity against what it promises and can bear.
  public struct ActivityRecovery: Hashable, Sendable {
    public let node: Node
    /// When it is back, in seconds; nil where it never is or nobody can say.
    public let ready: Int64?
    /// It is not back sooner than this; `TimeBounds.never` where it does not come back.
    public let notBefore: Int64
    /// Its declared recovery time objective and MTPD in seconds; nil where it has none.
    public let rto: Int64?
    public let mtpd: Int64?

    init(_ node: Node, _ activity: Activity, _ outcome: Outcome) {
      self.node = node
      ready = outcome.ready
      notBefore =
        switch outcome {
        case .unaffected: 0
        case .recovered(let recovery): recovery.ready
        case .unknown(let unknown): unknown.notBefore
        case .never: TimeBounds.never
        }
      rto = activity.targets?.rto?.seconds
      mtpd = activity.targets?.mtpd?.seconds
    }

    /// By how much it is back too late; negative: with time to spare. Nil where nobody can say.
    public var lateness: Int64? { rto.flatMap { rto in ready.map { $0 - rto } } }

    /// Whether it is back in its recovery time objective; nil where it has none or nobody can say.
    public var meetsRTO: Bool? { meets(rto) }
    /// Whether it is back within its MTPD; nil where it has none or nobody can say.
    public var meetsMTPD: Bool? { meets(mtpd) }

    private func meets(_ limit: Int64?) -> Bool? {
      guard let limit else { return nil }
      if notBefore > limit { return false }
      return ready.map { $0 <= limit }
    }
  }
}
