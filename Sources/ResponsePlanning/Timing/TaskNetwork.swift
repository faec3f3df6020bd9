public import RegisterModel

/// The tasks of a protocol and what each waits for.
///
/// A task that a level of activation leaves out takes no time, and what comes after it still waits for what
/// comes before it.
public struct TaskNetwork: Sendable {
  /// The tasks, in the order of the protocol.
  public let tasks: [RecoveryTask]
  /// Of each task whether it is done at this level.
  public let isDone: [Bool]
  /// Of each task how long it takes; nil: nobody knows.
  public let durations: [TaskDuration?]
  /// Tasks that wait for each other in a circle, in the order of the protocol; empty where none do. There is
  /// then no order to do the tasks in.
  public let circle: [Int]

  /// The tasks in an order in which each comes after all that it waits for; those in or after a circle are
  /// left out.
  let order: [Int]
  let places: [Identifier<RecoveryTask>: Int]
  let predecessors: [[Int]]

  /// - Parameters:
  ///   - level: The level that was declared; nil: all tasks are done.
  ///   - measured: Of some tasks how long they really took, instead of what is planned.
  /// - Complexity: O(*n*) in tasks and what they wait for.
  public init(
    _ tasks: [RecoveryTask], level: Level<ActivationScale>? = nil,
    measured: [Identifier<RecoveryTask>: ElapsedTime] = [:]
  ) {
    self.tasks = tasks
    let isDone = tasks.map { task in
      guard let level, let from = task.fromLevel else { return true }
      return from <= level
    }
    self.isDone = isDone
    durations = zip(tasks, isDone).map { task, isDone in
      if !isDone { return TaskDuration(.zero) }
      return measured[task.id].map { TaskDuration($0) } ?? TaskDuration(of: task)
    }
    let places = Dictionary(
      tasks.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.places = places
    let predecessors = tasks.map { task in task.after.compactMap { places[$0.ref] } }
    self.predecessors = predecessors
    order = Self.order(predecessors)
    circle = order.count == tasks.count ? [] : Self.circle(predecessors, order)
  }

  /// The place of a task among the tasks.
  public func place(of task: Identifier<RecoveryTask>) -> Int? { places[task] }

  /// Of each task those that wait for it.
  static func successors(_ predecessors: [[Int]]) -> [[Int]] {
    var successors = [[Int]](repeating: [], count: predecessors.count)
    for (place, earlier) in predecessors.enumerated() {
      for task in earlier { successors[task].append(place) }
    }
    return successors
  }

  private static func order(_ predecessors: [[Int]]) -> [Int] {
    let successors = successors(predecessors)
    var waiting = predecessors.map(\.count)
    var order = waiting.indices.filter { waiting[$0] == 0 }
    var done = 0
    while done < order.count {
      for next in successors[order[done]] {
        waiting[next] -= 1
        if waiting[next] == 0 { order.append(next) }
      }
      done += 1
    }
    return order
  }

  /// One circle: what is not in the order waits for something that isn't either, so going back from any
  /// such task ends in a circle.
  private static func circle(_ predecessors: [[Int]], _ order: [Int]) -> [Int] {
    var isOrdered = [Bool](repeating: false, count: predecessors.count)
    for task in order { isOrdered[task] = true }
    guard var task = isOrdered.firstIndex(of: false) else { return [] }
    var seen: Set<Int> = []
    while seen.insert(task).inserted {
      task = predecessors[task].first { !isOrdered[$0] } ?? task
    }
    var circle = [task]
    while let next = predecessors[circle[circle.count - 1]].first(where: { !isOrdered[$0] }),
      next != task
    {
      circle.append(next)
    }
    return circle.sorted()
  }
}

extension ElapsedTime {
  static let zero = ElapsedTime(seconds: 0)!  // in range
}
