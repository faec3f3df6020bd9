/// Tasks of a problem that can be done, in an order in which each comes after all that it waits for,
/// compiled into flat arrays.
///
/// Times are in units of the network: the greatest number of seconds that all times of the problem are
/// multiples of, so that bounds are rounded up to what a schedule can reach.
struct TaskNetwork: Sendable {
  /// A tail that makes no difference.
  static let noTail = Int64.min / 4

  /// Another task that must have been done for some time.
  struct Arc: Sendable {
    var task: Int32
    var lag: Int64
  }

  /// Some of a few tasks that must have been done for some time; or a time from which it does without.
  struct Choice: Sendable {
    var needed: Int32
    var lag: Int64
    var orAt: Int64
  }

  struct Demand: Sendable {
    var resource: Int32
    var amount: Int64
  }

  let capacities: [Int64]
  private(set) var durations: [Int64] = []
  /// The time before which each task cannot start.
  private(set) var releases: [Int64] = []
  private(set) var tails: [Int64] = []

  // What belongs to a task lies side by side, from where it starts to where the next one does.
  private var arcStarts: [Int32] = [0]
  private(set) var arcs: [Arc] = []
  private var choiceStarts: [Int32] = [0]
  private(set) var choices: [Choice] = []
  private var memberStarts: [Int32] = [0]
  private(set) var members: [Int32] = []
  private var demandStarts: [Int32] = [0]
  private(set) var demands: [Demand] = []

  init(capacities: [Int64]) { self.capacities = capacities }

  var count: Int { durations.count }
  var hasChoices: Bool { !choices.isEmpty }

  func arcs(of task: Int) -> Range<Int> { Int(arcStarts[task])..<Int(arcStarts[task + 1]) }
  func choices(of task: Int) -> Range<Int> { Int(choiceStarts[task])..<Int(choiceStarts[task + 1]) }
  func members(of choice: Int) -> ArraySlice<Int32> {
    members[Int(memberStarts[choice])..<Int(memberStarts[choice + 1])]
  }
  func demands(of task: Int) -> Range<Int> { Int(demandStarts[task])..<Int(demandStarts[task + 1]) }

  // What the next task waits for and occupies is added first, then the task.

  mutating func addArc(to task: Int32, lag: Int64) { arcs.append(Arc(task: task, lag: lag)) }

  mutating func addChoice(_ choice: Choice, of tasks: some Sequence<Int32>) {
    choices.append(choice)
    members += tasks
    memberStarts.append(Int32(members.count))
  }

  mutating func addDemand(_ demand: Demand) { demands.append(demand) }

  mutating func addTask(duration: Int64, release: Int64, tail: Int64) {
    durations.append(duration)
    releases.append(release)
    tails.append(tail)
    arcStarts.append(Int32(arcs.count))
    choiceStarts.append(Int32(choices.count))
    demandStarts.append(Int32(demands.count))
  }
}
