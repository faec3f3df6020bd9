/// Finds the best schedule of a network, and proves that it is.
///
/// A node is a time for each task before which it does not start. All tasks start then; at the first time
/// at which more is occupied than there is, some of the tasks that are being done must be delayed until the
/// first of the others is done. Every smallest set whose delay is enough is a branch. Whatever schedule
/// there is, is in one of them: of the tasks that are not being done in it at that time, keep as many as
/// fit beside those that are, first those that it starts first; while all that are kept are being done, it
/// can start none of the rest.
///
/// - Note: Demeulemeester and Herroelen, New benchmark results for the resource-constrained project
///   scheduling problem, Management Science 43, 1997; stated with times in place of precedences, so that
///   lags and choices need nothing more.
struct BranchAndBound {
  /// The least objective known: only schedules below it are looked for.
  private(set) var best: Int64
  /// The starts of the best schedule found; nil where there is none below the limit.
  private(set) var starts: [Int64]?
  /// No schedule has a lesser objective.
  private(set) var lowerBound: Int64
  private(set) var nodes = 0

  private let network: TaskNetwork
  private let nodeLimit: Int
  private var steps = 0
  private let deliveries: [Int64]
  private var machines: Machines
  private var windows: TimeWindows
  private var conflict: Conflict
  private var explored: ExploredStates

  /// How many decisions may be taken to find branches, for each node that may be looked at.
  private static let stepsPerNode = 1000

  /// What to delay until when; the tasks stand in the frame.
  private struct Branch {
    var delayed: Range<Int>
    var until: Int64
    var bound: Int64
  }

  private struct Frame {
    var starts: [Int64]
    var time: Int64
    var bound: Int64
    var delayed: [Int32] = []
    var branches: [Branch] = []
    /// Whether some branches are missing.
    var isCutShort = false
  }

  /// - Parameters:
  ///   - limit: The objective of a schedule that is known.
  ///   - lowerBound: A bound; a schedule that reaches it ends the search.
  ///   - nodeLimit: How many nodes may be looked at.
  init(_ network: TaskNetwork, below limit: Int64, lowerBound: Int64, nodeLimit: Int) {
    self.network = network
    self.nodeLimit = nodeLimit
    self.lowerBound = lowerBound
    best = limit
    deliveries = network.deliveries()
    machines = Machines(network, deliveries)
    windows = TimeWindows(network, deliveries)
    conflict = Conflict(network)
    explored = ExploredStates(network)
    search()
  }

  private mutating func search() {
    guard best > lowerBound, nodeLimit > 0 else { return }
    var path: [Frame] = []
    var missed = Int64.max
    if let frame = look(at: network.heads()) { path.append(frame) }
    while let last = path.indices.last, best > lowerBound {
      guard let branch = path[last].branches.popLast() else {
        let frame = path.removeLast()
        if frame.isCutShort {
          missed = min(missed, frame.bound)
          if let above = path.indices.last { path[above].isCutShort = true }
        } else {
          explored.insert(frame.starts, frame.time)
        }
        continue
      }
      guard branch.bound < best else { continue }
      guard nodes < nodeLimit else {
        path[last].branches.append(branch)
        break
      }
      var starts = path[last].starts
      for place in branch.delayed { starts[Int(path[last].delayed[place])] = branch.until }
      network.advance(&starts)
      if let frame = look(at: starts) { path.append(frame) }
    }
    // What is still open is no better than its bounds say.
    for frame in path {
      if frame.isCutShort { missed = min(missed, frame.bound) }
      for branch in frame.branches { missed = min(missed, branch.bound) }
    }
    lowerBound = max(lowerBound, min(best, missed))
  }

  /// Looks at a node; nil where there is nothing left to find below it.
  private mutating func look(at times: [Int64]) -> Frame? {
    nodes += 1
    var starts = times
    guard windows.narrow(&starts, below: best) else { return nil }
    var bound = Int64.min
    for task in starts.indices {
      bound = max(bound, starts[task] + network.durations[task] + deliveries[task])
    }
    guard bound < best else { return nil }
    guard conflict.find(starts) else {
      best = network.objective(starts)
      self.starts = starts
      return nil
    }
    guard !explored.dominate(starts, conflict.time, bound: bound) else { return nil }
    bound = max(bound, machines.bound(starts, upTo: best))
    guard bound < best else { return nil }
    var frame = Frame(starts: starts, time: conflict.time, bound: bound)
    branch(&frame)
    return frame
  }

  /// Adds the branches, the most promising last.
  private mutating func branch(_ frame: inout Frame) {
    let tasks = conflict.tasks
    let finishes = tasks.map { frame.starts[Int($0)] + network.durations[Int($0)] }
    let rests = tasks.map { network.durations[Int($0)] + deliveries[Int($0)] }
    let soonest = finishes.min() ?? 0
    var alternatives = DelayingAlternatives(
      network, conflict, canWait: rests.map { soonest + $0 < best },
      stepLimit: nodeLimit * Self.stepsPerNode - steps)
    while frame.branches.count < nodeLimit, alternatives.next() {
      let isDelayed = alternatives.isDelayed
      var until = Int64.max
      var bound = frame.bound
      for place in tasks.indices where !isDelayed[place] { until = min(until, finishes[place]) }
      for place in tasks.indices where isDelayed[place] { bound = max(bound, until + rests[place]) }
      guard bound < best else { continue }
      let first = frame.delayed.count
      for place in tasks.indices where isDelayed[place] { frame.delayed.append(tasks[place]) }
      frame.branches.append(
        Branch(delayed: first..<frame.delayed.count, until: until, bound: bound))
    }
    steps += alternatives.steps
    frame.isCutShort = alternatives.isCutShort || frame.branches.count >= nodeLimit
    frame.branches.sort {
      ($1.bound, $1.until, $1.delayed.lowerBound) < ($0.bound, $0.until, $0.delayed.lowerBound)
    }
  }
}
