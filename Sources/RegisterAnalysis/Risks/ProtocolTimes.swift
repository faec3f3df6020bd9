import RegisterModel
import ResponsePlanning

/// A protocol with its tasks in their order, for what it does to one event after the other.
struct ProtocolTimes: Sendable {
  let plan: ResponseProtocol
  private let network: TaskNetwork
  /// No task that restores something ends later than this, as far as is known; in seconds since the work began.
  let longestChain: Int64

  /// - Complexity: O(*n*) in tasks and what they wait for.
  init(_ plan: ResponseProtocol) {
    self.plan = plan
    network = TaskNetwork(plan.tasks)
    longestChain = Int64(TaskSchedule(network).notBefore)
  }

  /// What the protocol plans for an event that stops an activity.
  ///
  /// To recover takes as long as the longest chain of tasks up to the one that restores the activity or,
  /// where none does, the things through which it was stopped. The time of a task is its likeliest one
  /// or, where all three are stated, (a + 4m + b)/6. Where evidence says that recovery takes longer than
  /// planned, or nothing is planned, evidence counts.
  ///
  /// - Parameter stopped: nil: no activity is known, so recovery isn't either.
  func response(for stopped: ReactionTimes.Stopped?) -> ReactionTimes.Response {
    let planned = stopped.flatMap { recovery(of: $0) }
    let real = stopped?.recovery
    let isReal = real.map { real in planned.map { $0 < real } ?? true } ?? false
    let steps = plan.planned
    return ReactionTimes.Response(
      protocolID: plan.id, detect: steps?.detect, assess: steps?.assess,
      authorise: steps?.authorise, notify: steps?.notify, recover: isReal ? real : planned,
      isRecoveryReal: isReal)
  }

  private func recovery(of stopped: ReactionTimes.Stopped) -> ElapsedTime? {
    let tasks = plan.tasks
    let own = tasks.indices.filter { tasks[$0].restores?.text == stopped.activity.text }
    let needed = Set(stopped.through.map(\.text))
    let last =
      own.isEmpty
      ? tasks.indices.filter { tasks[$0].restores.map { needed.contains($0.text) } ?? false } : own
    return TaskSchedule(network, upTo: last).end.flatMap { ElapsedTime(seconds: Int64($0)) }
  }
}
