public import RegisterModel

/// Whether a protocol has an activity back in time: the time from the event to a picture of it, a decision and
/// everybody knowing, and then the tasks, against the recovery time objective and the maximum tolerable period
/// of disruption. Times are in seconds since the event.
///
/// What nobody knows makes the total unknown; what is known still shows where it is too late for sure.
///
/// - Note: DOMAIN §6.6.
public struct TimeCheck: Sendable {
  public enum Verdict: String, Sendable, CaseIterable {
    /// It is back only when the disruption can't be borne any more.
    case fail
    /// It is back later than its objective, but while the disruption can be borne, as far as is known.
    case shortfall
    /// It is back in time with less than a tenth of the objective to spare, or with a probability below 0.9.
    case tight
    case ok
    /// Nobody can say, because a time is not known.
    case unknown
  }

  /// The time of a step and where it comes from.
  public struct StepTime: Hashable, Sendable {
    public enum Source: Hashable, Sendable {
      case planned
      /// The worst case of the call tree.
      case callTree
      case measured(Identifier<Exercise>)
      /// The tasks, by the critical path.
      case tasks
    }
    /// In seconds.
    public let seconds: Double
    public let source: Source

    public init(seconds: Double, source: Source) {
      self.seconds = seconds
      self.source = source
    }
  }

  /// The time of each step before the tasks; nil: unknown.
  public let detect, assess, authorise, notify: StepTime?
  /// From everybody knowing until the activity runs at its minimum; nil: unknown.
  public let recover: StepTime?
  /// The tasks until then; nil where the recovery was measured as a whole, or no task restores the activity.
  public let schedule: TaskSchedule?
  /// The recovery time objective; nil: unknown.
  public let objective: ElapsedTime?
  /// The maximum tolerable period of disruption; nil: unknown.
  public let tolerable: ElapsedTime?

  /// - Parameters:
  ///   - schedule: The tasks until the activity runs at its minimum; nil: no task restores it, or its recovery
  ///     was measured as a whole.
  ///   - recovery: As measured; nil: by the tasks.
  ///   - objective: The recovery time objective.
  ///   - tolerable: The maximum tolerable period of disruption.
  public init(
    detect: StepTime?, assess: StepTime?, authorise: StepTime?, notify: StepTime?,
    schedule: TaskSchedule?, recovery: StepTime? = nil, objective: ElapsedTime?,
    tolerable: ElapsedTime?
  ) {
    self.detect = detect
    self.assess = assess
    self.authorise = authorise
    self.notify = notify
    self.schedule = recovery == nil ? schedule : nil
    recover = recovery ?? schedule?.end.map { StepTime(seconds: $0, source: .tasks) }
    self.objective = objective
    self.tolerable = tolerable
  }

  /// The steps in their order.
  public var steps: [(name: String, time: StepTime?)] {
    [
      ("detect", detect), ("assess", assess), ("authorise", authorise), ("notify", notify),
      ("recover", recover),
    ]
  }

  /// The steps whose time nobody knows.
  public var unknownSteps: [String] { steps.filter { $0.time == nil }.map(\.name) }

  /// From the event until the activity runs at its minimum; nil where a step is not known.
  public var total: Double? { unknownSteps.isEmpty ? notBefore : nil }

  /// The total is no less than this, whatever the steps take that nobody knows.
  public var notBefore: Double {
    steps.reduce(0) { $0 + ($1.time?.seconds ?? 0) }
      + (recover == nil ? schedule?.notBefore ?? 0 : 0)
  }

  /// What is left of the objective; below zero where it is missed.
  public var slack: Double? {
    guard let total, let objective else { return nil }
    return Double(objective.seconds) - total
  }

  /// The time that the objective leaves for the tasks; may be below zero. nil where a step before is not known.
  public var timeForTasks: Double? {
    guard let objective, let detect, let assess, let authorise, let notify else { return nil }
    return Double(objective.seconds)
      - (detect.seconds + assess.seconds + authorise.seconds + notify.seconds)
  }

  /// The probability that the activity is back by its objective, by the critical paths of its tasks; nil
  /// where it is not known, or the recovery was measured as a whole.
  ///
  /// Optimistic where paths run side by side: see ``simulated(trials:seed:)``.
  public var probability: Double? {
    guard let timeForTasks else { return nil }
    return schedule?.probability(within: timeForTasks)
  }

  /// The same by simulation; nil where ``probability`` is.
  ///
  /// - Complexity: That of a ``TaskSimulation``.
  public func simulated(
    trials: Int = TaskSimulation.standardTrials, seed: UInt64 = TaskSimulation.standardSeed
  ) -> (simulation: TaskSimulation, share: Double, standardError: Double)? {
    guard let timeForTasks, let schedule,
      let simulation = TaskSimulation(schedule, trials: trials, seed: seed)
    else { return nil }
    let (share, standardError) = simulation.probability(within: timeForTasks)
    return (simulation, share, standardError)
  }

  /// By when the protocol must be declared for the objective to be kept: the objective less the time to notify
  /// and to recover. Below zero where it can't be kept at all.
  public var latestDeclare: Double? {
    guard let objective, let notify, let recover else { return nil }
    return Double(objective.seconds) - notify.seconds - recover.seconds
  }

  /// The time from knowing to the latest declaration: for the picture and the decision. Below zero where it is
  /// too late as soon as somebody knows.
  public var decisionWindow: Double? {
    guard let latestDeclare, let detect else { return nil }
    return latestDeclare - detect.seconds
  }

  public var verdict: Verdict {
    if let tolerable, notBefore > Double(tolerable.seconds) { return .fail }
    if let objective, notBefore > Double(objective.seconds) { return .shortfall }
    guard let slack, let objective else { return .unknown }
    if slack < Double(objective.seconds) / 10 { return .tight }
    return (probability ?? 1) < 0.9 ? .tight : .ok
  }
}
