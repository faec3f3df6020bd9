import ImpactAnalysis
import RegisterModel

/// The activities that each protocol is to have back, and by which of its tasks.
struct ProtocolScopes {
  struct Member {
    let activity: DependencyGraph.Node
    let isCovered: Bool
    let restoring: [Int]
  }

  private let register: Register
  private let graph: DependencyGraph
  private var nodes: [String: DependencyGraph.Node] = [:]
  /// Of each protocol the assets that it covers and restores.
  private var restored: [[DependencyGraph.Node]] = []
  private var failures: FailurePass
  private var singles: FailurePass
  private var reliance: Reliance
  /// The protocols that the failures are about.
  private var block: Range<Int> = 0..<0

  init(_ register: Register, _ impact: RegisterImpact) {
    self.register = register
    graph = impact.graph.graph
    failures = FailurePass(graph, countingWorkarounds: true)
    singles = failures
    reliance = Reliance(graph)
    for activity in register.activities { nodes[activity.id.text] = nodes.count }
    for asset in register.assets { nodes[asset.id.text] = nodes.count }
    restored = register.protocols.map { plan in
      let restored = Set(plan.tasks.compactMap { $0.restores?.text })
      return plan.covers.compactMap { restored.contains($0.ref.text) ? nodes[$0.ref.text] : nil }
        .filter { $0 >= register.activities.count }
    }
  }

  /// The activities in the scope of a protocol, in the order of the register. To be asked for one after the
  /// other.
  mutating func scope(of place: Int) -> [Member] {
    let plan = register.protocols[place]
    let covered = plan.covers.compactMap { nodes[$0.ref.text] }
      .filter { $0 < register.activities.count }
    var activities = Set(covered)
    if !restored[place].isEmpty { activities.formUnion(stopped(by: place)) }
    guard !activities.isEmpty else { return [] }
    let isCovered = Set(covered)
    let (own, others) = tasks(of: plan)
    var restoring = activities.sorted().map { (activity: $0, tasks: own[$0] ?? []) }
    // What stops an activity by itself is what it waits for.
    for start in stride(from: 0, to: restored[place].count, by: 64) {
      let assets = restored[place][start..<min(start + 64, restored[place].count)]
      singles.fail(sets: assets.map { [$0] }[...])
      for member in restoring.indices where own[restoring[member].activity] == nil {
        guard !isCovered.contains(restoring[member].activity) else { continue }
        let bits = singles.lost[restoring[member].activity]
        for (bit, asset) in assets.enumerated() where bits >> UInt64(bit) & 1 == 1 {
          restoring[member].tasks += others[asset] ?? []
        }
      }
    }
    // Else all of what it needs that is restored.
    let things = others.keys.sorted()
    let open = restoring.indices.filter { restoring[$0].tasks.isEmpty }
    for start in open.isEmpty
      ? stride(from: 0, to: 0, by: 64) : stride(from: 0, to: things.count, by: 64)
    {
      let marked = things[start..<min(start + 64, things.count)]
      reliance.mark(marked)
      for member in open {
        let bits = reliance.bits[restoring[member].activity]
        for (bit, thing) in marked.enumerated() where bits >> UInt64(bit) & 1 == 1 {
          restoring[member].tasks += others[thing] ?? []
        }
      }
    }
    return restoring.map {
      Member(
        activity: $0.activity, isCovered: isCovered.contains($0.activity),
        restoring: $0.tasks.sorted())
    }
  }

  /// The tasks that restore each activity, and each thing.
  private func tasks(of plan: ResponseProtocol) -> (
    own: [DependencyGraph.Node: [Int]], all: [DependencyGraph.Node: [Int]]
  ) {
    var all: [DependencyGraph.Node: [Int]] = [:]
    for (task, record) in plan.tasks.enumerated() {
      if let node = record.restores.flatMap({ nodes[$0.text] }) {
        all[node, default: []].append(task)
      }
    }
    return (all.filter { $0.key < register.activities.count }, all)
  }

  private mutating func stopped(by place: Int) -> [DependencyGraph.Node] {
    if !block.contains(place) {
      let start = place / 64 * 64
      block = start..<min(start + 64, restored.count)
      failures.fail(sets: restored[block])
    }
    return failures.lostActivities(bit: place - block.lowerBound)
  }
}
