/// When the tasks of a problem are done.
package struct Schedule: Sendable {
  package typealias Task = SchedulingProblem.Task
  package typealias Resource = SchedulingProblem.Resource

  /// What a task of a schedule is.
  package struct Slot: Hashable, Sendable {
    package let start: Int64
    package let finish: Int64
    /// When it would start if no two tasks got in each other's way.
    package let earliestStart: Int64
    /// How late it could start, if what comes after it gave way, with the objective no greater; nil where
    /// the objective doesn't depend on it.
    package let latestStart: Int64?
    package let cause: Cause

    /// By how much it can be late; nil where that makes no difference.
    package var slack: Int64? { latestStart.map { $0 - start } }
    /// Whether anything that delays it makes the objective greater, as far as the schedule goes.
    package var isCritical: Bool { slack == 0 }
  }

  /// Why a task starts no sooner.
  package enum Cause: Hashable, Sendable {
    /// It starts at once.
    case none
    /// It waits for another task, and some time after that.
    case task(Task, lag: Int64)
    /// It does without others from this time on, which is sooner than they are done.
    case time(Int64)
    /// It waits for a resource, which another task occupies until then.
    case resource(Resource, Task)
  }

  /// Why a task is never done.
  package enum Obstacle: Hashable, Sendable {
    /// It occupies more of a resource than there is.
    case capacity(Resource)
    /// It waits for itself, by way of others.
    case circle
    /// It waits for a task that is never done.
    case task(Task)
    /// It waits for more than there are.
    case missing
  }

  /// For each task; nil where it is never done.
  package let slots: [Slot?]
  /// The tasks that are never done, ascending, and why.
  package let obstacles: [(task: Task, obstacle: Obstacle)]
  /// The greatest of finish plus tail of the tasks that have one and are done; nil where there are none.
  package let objective: Int64?
  /// No schedule has a lesser objective.
  package let lowerBound: Int64?
  /// How many nodes were looked at.
  package let nodes: Int

  /// Whether no schedule is better, by the objective.
  package var isProvenOptimal: Bool { objective == lowerBound }
}
