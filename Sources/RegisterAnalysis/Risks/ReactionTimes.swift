public import RegisterModel
public import RiskScoring

/// The time that there is to react to a risk, against the time that the reaction takes:
/// warning + MTPD − (detect + assess + authorise + notify + recover).
///
/// What nobody knows stays unknown. What is known of the reaction still bounds the margin from above,
/// since no step takes less than no time.
///
/// - Note: DOMAIN §2.7.
public struct ReactionTimes: Hashable, Sendable {
  /// The warning before the event.
  public struct Lead: Hashable, Sendable {
    public let time: ElapsedTime
    /// The hazard that gives it; nil: the risk states it.
    public let hazard: Identifier<Hazard>?
  }

  /// An activity that the event stops.
  public struct Stopped: Hashable, Sendable {
    public let activity: Identifier<Activity>
    /// How long it may be down.
    public let tolerablePeriod: ElapsedTime
    /// The things that the event hits and the activity needs; empty: the event hits the activity itself.
    public let through: [Identifier<Dependable>]
    /// How long it is then down at a stretch, by the evidence of everything on the way; nil: unknown.
    public let recovery: ElapsedTime?
  }

  /// What a protocol plans from the event to recovery, and what recovery really takes.
  public struct Response: Hashable, Sendable {
    public let protocolID: Identifier<ResponseProtocol>
    /// The time of each step; nil: unknown.
    public let detect, assess, authorise, notify, recover: ElapsedTime?
    /// Whether `recover` is what recovery takes by evidence, and not what the protocol plans: the longer of
    /// the two counts.
    public let isRecoveryReal: Bool

    /// The steps in their order.
    public var steps: [(name: String, time: ElapsedTime?)] {
      [
        ("detect", detect), ("assess", assess), ("authorise", authorise), ("notify", notify),
        ("recover", recover),
      ]
    }

    /// The steps that nobody knows the time of.
    public var unknownSteps: [String] { steps.filter { $0.time == nil }.map(\.name) }

    /// The time of the steps that are known, in seconds.
    public var knownSeconds: Int64 { steps.reduce(0) { $0 + ($1.time?.seconds ?? 0) } }
  }

  /// nil: unknown; also where the risk states none and one of its hazards doesn't.
  public let lead: Lead?
  /// The activity that leaves least time; nil: the event is not known to stop any whose MTPD is known.
  public let stopped: Stopped?
  /// The protocol that leaves most time; nil: there is none for the risk.
  public let response: Response?

  /// The margin, if all of it is known.
  public var margin: ReactionMargin? {
    response?.unknownSteps.isEmpty == true ? greatestMargin : nil
  }

  /// The most that the margin can be: what is unknown of the reaction taken as no time. nil where warning,
  /// MTPD or protocol are unknown.
  public var greatestMargin: ReactionMargin? {
    guard let lead, let stopped, let response else { return nil }
    return ReactionMargin(
      seconds: lead.time.seconds + stopped.tolerablePeriod.seconds - response.knownSeconds)
  }
}
