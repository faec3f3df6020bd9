/// Tasks that take time, wait for each other and occupy what there is only so much of; to be done so that
/// the latest of them, each with its tail, is done as soon as possible.
///
/// It knows no register: tasks and resources are numbers, times are whole seconds from the beginning. A
/// tail is what follows a task, or the time by which it is wanted taken negative: with all tails zero the
/// objective is when everything is done, with due times taken negative it is the greatest lateness. A task
/// without a tail is done when nothing that matters waits for it.
package struct SchedulingProblem: Sendable {
  package typealias Task = Int
  package typealias Resource = Int

  /// How much of a resource a task occupies while it lasts.
  package struct Demand: Hashable, Sendable {
    package var resource: Resource
    package var amount: Int64
    package init(of resource: Resource, _ amount: Int64) {
      self.resource = resource
      self.amount = amount
    }
  }

  /// What a task waits for: as many of some others as it needs, each done for a while.
  struct Wait: Sendable {
    var task: Int32
    var needed: Int32
    var lag: Int64
    /// The time from which the task can do without them; nil where it never can.
    var orAt: Int64?
  }

  package private(set) var durations: [Int64] = []
  package private(set) var tails: [Int64?] = []
  package private(set) var demands: [[Demand]] = []
  package var capacities: [Int64]
  private(set) var waits: [Wait] = []
  /// Where the members of a wait start; one place more for the end.
  private(set) var memberStarts: [Int32] = [0]
  private(set) var members: [Int32] = []

  package var taskCount: Int { durations.count }

  /// - Parameter capacities: Of each resource, how much can be occupied at once; zero or more.
  package init(capacities: [Int64]) {
    precondition(capacities.allSatisfy { $0 >= 0 }, "a capacity is not negative")
    self.capacities = capacities
  }

  /// Adds a task.
  ///
  /// - Parameters:
  ///   - duration: Zero or more seconds.
  ///   - tail: Added to when it is done, in the objective; nil: when it is done doesn't matter as such.
  /// - Returns: Its number: tasks are numbered from zero, as they come.
  @discardableResult
  package mutating func addTask(duration: Int64, tail: Int64? = 0, demands: [Demand] = []) -> Task {
    precondition(duration >= 0, "a duration is not negative")
    precondition(demands.allSatisfy { $0.amount >= 0 && capacities.indices.contains($0.resource) })
    var merged: [Demand] = []
    for demand in demands where demand.amount > 0 {
      if let place = merged.firstIndex(where: { $0.resource == demand.resource }) {
        merged[place].amount += demand.amount
      } else {
        merged.append(demand)
      }
    }
    durations.append(duration)
    tails.append(tail)
    self.demands.append(merged)
    return durations.count - 1
  }

  /// Has a task wait until another has been done for some time.
  package mutating func wait(_ task: Task, for other: Task, lag: Int64 = 0) {
    wait(task, for: CollectionOfOne(Int32(other)), needed: 1, lag: lag)
  }

  /// Has a task wait until some of others have been done for some time, or until a time from which it does
  /// without them.
  package mutating func wait(
    _ task: Task, for others: some Collection<Int32>, needed: Int, lag: Int64 = 0,
    orAt: Int64? = nil
  ) {
    precondition(lag >= 0 && needed >= 0 && (orAt ?? 0) >= 0, "no time is negative")
    precondition(durations.indices.contains(task) && others.allSatisfy { $0 < durations.count })
    members += others
    memberStarts.append(Int32(members.count))
    waits.append(Wait(task: Int32(task), needed: Int32(needed), lag: lag, orAt: orAt))
  }

  package mutating func setDuration(of task: Task, to duration: Int64) {
    precondition(duration >= 0, "a duration is not negative")
    durations[task] = duration
  }

  func members(of wait: Int) -> ArraySlice<Int32> {
    members[Int(memberStarts[wait])..<Int(memberStarts[wait + 1])]
  }
}
