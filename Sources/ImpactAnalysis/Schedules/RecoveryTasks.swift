import RegisterModel

/// The recovery of a register as tasks: one for the work of each node that is down, and one more for when it
/// is back where that may be later than its own work is done.
struct RecoveryTasks: Sendable {
  let graph: DependencyGraph
  private(set) var problem: SchedulingProblem
  /// The task of each node's own work; nil where the node is not down.
  private(set) var works: [Int?]
  /// The task with which each node is back.
  private(set) var returns: [Int?]
  /// The node of each task.
  private(set) var nodes: [Int] = []
  /// How long the work of each node takes; nil where nobody knows.
  let durations: [Int64?]

  /// - Parameters:
  ///   - isDown: Whether each node is down.
  ///   - isHopeful: Whether work of which nobody knows how long it takes, takes no time, and what needs
  ///     itself is there at once; if not, it is never done.
  init(_ impact: ImpactGraph, _ register: Register, isDown: [Bool], isHopeful: Bool = false) {
    self.init(
      impact.graph, durations: impact.ownTimes.map { $0?.seconds },
      tails: Self.tails(impact, register, isDown), isDown: isDown,
      capacities: register.resources.map { Int64($0.capacity.value) },
      demands: Self.demands(impact, register), isHopeful: isHopeful,
      isGiven: impact.ownTimes.map { $0?.basis == .assumed })
  }

  /// - Parameters:
  ///   - durations: Of each node; nil where nobody knows.
  ///   - tails: Of the return of each node.
  ///   - demands: Of the work of each node; empty for none anywhere.
  ///   - isGiven: Whether the time of each node runs from the beginning, whatever it needs; empty for none.
  init(
    _ graph: DependencyGraph, durations: [Int64?], tails: [Int64?], isDown: [Bool]? = nil,
    capacities: [Int64] = [], demands: [[SchedulingProblem.Demand]] = [], isHopeful: Bool = false,
    isGiven: [Bool] = []
  ) {
    self.graph = graph
    self.durations = durations
    problem = SchedulingProblem(capacities: capacities)
    works = Array(repeating: nil, count: graph.nodeCount)
    returns = works
    for node in 0..<graph.nodeCount where isDown?[node] ?? true {
      let hasFinish = graph.groups(of: node).contains {
        mode(of: $0, node, isGiven) == .finish
      }
      works[node] = problem.addTask(
        duration: durations[node] ?? 0, tail: hasFinish ? nil : tails[node],
        demands: demands.isEmpty ? [] : demands[node])
      nodes.append(node)
      returns[node] = works[node]
      guard hasFinish else { continue }
      returns[node] = problem.addTask(duration: 0, tail: tails[node])
      nodes.append(node)
    }
    for node in 0..<graph.nodeCount {
      guard let work = works[node], let back = returns[node] else { continue }
      if durations[node] == nil, !isHopeful { problem.wait(work, for: [], needed: 1) }
      if back != work { problem.wait(back, for: work) }
      for group in graph.groups(of: node) {
        wait(
          mode(of: group, node, isGiven) == .start ? work : back, for: group, of: node, isHopeful)
      }
    }
  }

  /// When a group is needed; never before the time of a node that is given.
  private func mode(of group: Int, _ node: Int, _ isGiven: [Bool]) -> Need.Mode {
    isGiven.isEmpty || !isGiven[node] ? graph.groups[group].mode : .finish
  }

  private mutating func wait(_ task: Int, for group: Int, of node: Int, _ isHopeful: Bool) {
    let need = graph.groups[group]
    let members = graph.members(of: group)
    let down = members.compactMap { member in
      isHopeful && graph.areInOneCycle(Int(member), node)
        ? nil : returns[Int(member)].map(Int32.init)
    }
    let needed = Int(need.needed) - (members.count - down.count)
    guard needed > 0 else { return }
    problem.wait(
      task, for: down, needed: needed, lag: need.lead,
      orAt: need.workaround.flatMap { $0.isSure ? $0.act : nil })
  }

  /// What makes a node's return count: of activities when they are wanted. Where nobody has said when
  /// anything is wanted, all activities count alike, or all assets where there are no activities.
  private static func tails(_ impact: ImpactGraph, _ register: Register, _ isDown: [Bool])
    -> [Int64?]
  {
    var tails = [Int64?](repeating: nil, count: impact.graph.nodeCount)
    for (node, activity) in register.activities.enumerated() where isDown[node] {
      tails[node] = due(activity).map { -$0 }
    }
    guard tails.allSatisfy({ $0 == nil }) else { return tails }
    let down = isDown.indices.filter { isDown[$0] }
    let activities = down.filter { $0 < impact.graph.activityCount }
    for node in activities.isEmpty ? down : activities { tails[node] = 0 }
    return tails
  }

  /// When an activity must be back, in seconds: its recovery time objective or, where it has none, its MTPD.
  static func due(_ activity: Activity) -> Int64? {
    (activity.targets?.rto ?? activity.targets?.mtpd)?.seconds
  }

  /// What work occupies; a time that is assumed is not work of anybody.
  private static func demands(_ impact: ImpactGraph, _ register: Register)
    -> [[SchedulingProblem.Demand]]
  {
    var places: [Identifier<RecoveryResource>: Int] = [:]
    for (place, resource) in register.resources.enumerated() { places[resource.id] = place }
    return register.activities.map { _ in [] }
      + register.assets.enumerated().map { place, asset in
        if impact.ownTimes[impact.graph.activityCount + place]?.basis == .assumed { return [] }
        return (asset.restore?.occupies ?? []).compactMap { occupation in
          places[occupation.ref].map {
            SchedulingProblem.Demand(of: $0, Int64(occupation.amount.value))
          }
        }
      }
  }
}
