public import RegisterModel
public import ResponsePlanning

/// Whether a protocol has one activity in its scope back in time.
public struct ActivityTimeCheck: Sendable {
  /// The place of the activity among the activities.
  public let activity: Int
  /// Whether the protocol covers the activity itself, and not only an asset without which it stops.
  public let isCovered: Bool
  /// The tasks that restore it or, where none does, what it needs; by their places among the tasks.
  public let restoring: [Int]
  public let check: TimeCheck
}

/// How a protocol would go: who is called, what is done, and when the activities in its scope are back.
///
/// In its scope are the activities that it covers; and those that stop without the assets that it covers, as
/// far as one of its tasks restores the asset. An activity waits for the tasks that restore it; where none does, one that
/// is covered waits for those that restore anything that it needs, and one that isn't for those that restore what stops
/// it.
public struct ProtocolResponse: Sendable {
  /// The place of the protocol among the protocols.
  public let place: Int
  /// Everybody who is called, at an hour at which all contacts can be used.
  public let calls: CallTree
  /// The tasks of all levels.
  public let network: TaskNetwork
  /// As planned, in the order of the activities.
  public let planned: [ActivityTimeCheck]
  /// With what the last exercise of it measured, and what is planned for what it didn't; empty where there was
  /// none that measured anything.
  public let measured: [ActivityTimeCheck]
  /// The exercise that ``measured`` comes from.
  public let exercise: Identifier<Exercise>?

  /// By when it must be declared for all activities in its scope of which that is known to be back by their
  /// objectives, in seconds since the event; below zero where one can't be. nil where it is known of none.
  public var latestDeclare: Double? { planned.compactMap(\.check.latestDeclare).min() }
  /// Whether that is known of every activity in its scope that has an objective.
  public var isLatestDeclareSure: Bool {
    planned.allSatisfy { $0.check.objective == nil || $0.check.latestDeclare != nil }
  }
}

extension ResponseProtocol {
  /// The time of each step before the tasks.
  func steps(calls: CallTree, measured: [MeasuredTime.Step: TimeCheck.StepTime])
    -> (
      detect: TimeCheck.StepTime?, assess: TimeCheck.StepTime?, authorise: TimeCheck.StepTime?,
      notify: TimeCheck.StepTime?
    )
  {
    func step(_ step: MeasuredTime.Step, _ time: ElapsedTime?) -> TimeCheck.StepTime? {
      measured[step]
        ?? time.map { TimeCheck.StepTime(seconds: Double($0.seconds), source: .planned) }
    }
    return (
      step(.detect, planned?.detect), step(.assess, planned?.assess),
      step(.authorise, planned?.authorise),
      step(.notify, planned?.notify)
        ?? calls.worst.map { TimeCheck.StepTime(seconds: Double($0), source: .callTree) }
    )
  }
}
