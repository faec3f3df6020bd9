/// When each task could be done if no two got in each other's way, and which never can: found by following
/// the waits from the tasks that wait for nothing, the earliest first.
///
/// - Complexity: O(m log m) in the number of tasks and members.
/// - Note: Knuth, A generalization of Dijkstra's algorithm, Information Processing Letters 6(1), 1977.
struct Derivation: Sendable {
  /// The tasks that can be done, as they are done: each comes after enough of what it waits for.
  private(set) var order: [Int32] = []
  /// When each task is done at the earliest; `never` for those that never are.
  private(set) var finishes: [Int64]

  static let never = Int64.max

  private struct Event: Comparable, Sendable {
    var time: Int64
    /// A task that is done or, after all tasks, a wait that ends by itself.
    var item: Int
    static func < (left: Self, right: Self) -> Bool {
      (left.time, left.item) < (right.time, right.item)
    }
  }

  private let problem: SchedulingProblem
  private var starts: [Int64]
  private var openWaits: [Int32]
  private var missing: [Int32]
  private var events = MinimumHeap<Event>()

  init(_ problem: SchedulingProblem) {
    self.problem = problem
    let count = problem.taskCount
    finishes = Array(repeating: Self.never, count: count)
    starts = Array(repeating: 0, count: count)
    openWaits = Array(repeating: 0, count: count)
    missing = problem.waits.map(\.needed)
    for wait in problem.waits { openWaits[Int(wait.task)] += 1 }
    // What occupies more than there is waits for ever.
    for task in 0..<count where problem.excess(of: task) != nil { openWaits[task] += 1 }
    for task in 0..<count where openWaits[task] == 0 {
      events.insert(Event(time: problem.durations[task], item: task))
    }
    for (index, wait) in problem.waits.enumerated() {
      if wait.needed == 0 { end(index, at: 0) }
      if let time = wait.orAt { events.insert(Event(time: time, item: count + index)) }
    }
    follow()
  }

  private mutating func follow() {
    let (placeStarts, places) = problem.waitsOfMembers()
    while let event = events.removeFirst() {
      if event.item >= problem.taskCount {
        let wait = event.item - problem.taskCount
        guard missing[wait] > 0 else { continue }
        missing[wait] = 0
        end(wait, at: event.time)
        continue
      }
      order.append(Int32(event.item))
      finishes[event.item] = event.time
      for place in placeStarts[event.item]..<placeStarts[event.item + 1] {
        let index = Int(places[Int(place)])
        guard missing[index] > 0 else { continue }
        missing[index] -= 1
        guard missing[index] == 0 else { continue }
        let wait = problem.waits[index]
        end(index, at: min(event.time + wait.lag, wait.orAt ?? .max))
      }
    }
  }

  private mutating func end(_ wait: Int, at time: Int64) {
    let task = Int(problem.waits[wait].task)
    starts[task] = max(starts[task], time)
    openWaits[task] -= 1
    if openWaits[task] == 0 {
      events.insert(Event(time: starts[task] + problem.durations[task], item: task))
    }
  }
}

extension SchedulingProblem {
  /// The first resource of which a task occupies more than there is; nil where it can be done.
  func excess(of task: Task) -> Resource? {
    demands[task].first { $0.amount > capacities[$0.resource] }?.resource
  }

  /// For each task where in `waits` the waits that it is a member of stand.
  func waitsOfMembers() -> (starts: [Int32], waits: [Int32]) {
    var starts = [Int32](repeating: 0, count: taskCount + 1)
    for member in members { starts[Int(member) + 1] += 1 }
    for task in 0..<taskCount { starts[task + 1] += starts[task] }
    var places = starts
    var waits = [Int32](repeating: 0, count: members.count)
    for wait in self.waits.indices {
      for member in members(of: wait) {
        waits[Int(places[Int(member)])] = Int32(wait)
        places[Int(member)] += 1
      }
    }
    return (starts, waits)
  }
}
