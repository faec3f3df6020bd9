import RegisterModel
import TestSupport

@testable import ImpactAnalysis

/// A small graph with everything a need can say, and what follows from it by the plainest way to reckon:
/// every subset of members, every path.
struct SmallGraph {
  struct Group {
    var members: [Int]
    var needed: Int
    var mode: Need.Mode
    var lead: Int64
    var workaround: DependencyGraph.UsableWorkaround?
  }
  struct Node {
    /// nil: nobody knows.
    var own: Int64?
    var groups: [Group] = []
  }
  var activityCount: Int
  /// Of each activity; nil: it has none.
  var objectives: [Int64?]
  var nodes: [Node]

  init(_ random: inout SplitMix64, isCyclic: Bool, knowsAll: Bool = false) {
    let count = random.within(4...9)
    activityCount = random.within(1...3)
    objectives = (0..<activityCount).map { _ in
      knowsAll || random.chance(0.85) ? Int64(random.within(1...20)) : nil
    }
    nodes = (0..<count).map { _ in
      Node(own: knowsAll || random.chance(0.85) ? Int64(random.within(0...6)) : nil)
    }
    for node in 0..<count {
      for _ in 0..<random.within(0...2) {
        let lowest = isCyclic ? 0 : node + 1
        guard lowest < count else { break }
        let members = Set(
          (0..<random.within(1...4)).map { _ in random.within(lowest...(count - 1)) })
        nodes[node].groups.append(
          Group(
            members: members.sorted(), needed: random.within(1...members.count),
            mode: random.chance(0.5) ? .start : .finish,
            lead: random.chance(0.4) ? Int64(random.within(1...3)) : 0,
            workaround: random.chance(0.3) ? Self.workaround(&random) : nil))
      }
    }
  }

  private static func workaround(_ random: inout SplitMix64)
    -> DependencyGraph.UsableWorkaround
  {
    DependencyGraph.UsableWorkaround(
      act: Int64(random.within(0...4)),
      lasts: random.chance(0.2) ? TimeBounds.never : Int64(random.within(1...8)),
      isSure: random.chance(0.8))
  }

  var graph: DependencyGraph {
    var builder = GraphBuilder(activityCount: activityCount, nodeCount: nodes.count)
    for node in nodes {
      for group in node.groups {
        builder.add(
          group.members.map(Int32.init), needed: group.needed, mode: group.mode, lead: group.lead,
          workaround: group.workaround)
      }
      builder.endNode()
    }
    return DependencyGraph(builder)
  }

  var own: [TimeBounds] { nodes.map { $0.own.map { TimeBounds($0) } ?? .unknown } }

  var impact: ImpactGraph { ImpactGraph(graph, own: own, objectives: objectives) }

  // MARK: - By hand

  /// Whether there is a way from each node to each other.
  private var leadsTo: [[Bool]] {
    var leads = nodes.map { node in
      nodes.indices.map { other in node.groups.contains { $0.members.contains(other) } }
    }
    for middle in nodes.indices {
      for from in nodes.indices where leads[from][middle] {
        for to in nodes.indices where leads[middle][to] { leads[from][to] = true }
      }
    }
    return leads
  }

  /// When each node is back if what is unknown is as late, or as soon, as it can be.
  func ready(isLate: Bool, failed: Set<Int> = [], ignoringWorkarounds: Bool = false) -> [Int64] {
    let leads = leadsTo
    func ready(_ node: Int) -> Int64 {
      if failed.contains(node) { return TimeBounds.never }
      var start: Int64 = 0
      var finish: Int64 = 0
      for group in nodes[node].groups {
        let times = group.members.map { member in
          leads[member][node] ? (isLate ? TimeBounds.never : 0) : ready(member)
        }
        // The best choice of as many members as it needs, by trying every choice.
        var available = (0..<(1 << times.count)).filter { $0.nonzeroBitCount == group.needed }
          .map { choice in times.indices.filter { choice >> $0 & 1 == 1 }.map { times[$0] }.max()! }
          .min()!
        available += group.lead
        if let workaround = group.workaround, !ignoringWorkarounds, workaround.isSure || !isLate {
          available = min(available, workaround.act)
        }
        switch group.mode {
        case .start: start = max(start, available)
        case .finish: finish = max(finish, available)
        }
      }
      let own = nodes[node].own ?? (isLate ? TimeBounds.never : 0)
      return min(max(start + own, finish), TimeBounds.never)
    }
    return nodes.indices.map(ready)
  }

  /// Whether a workaround runs out before what it stands in for is back.
  var hasLapse: Bool {
    let (late, soon) = (ready(isLate: true), ready(isLate: false))
    return nodes.contains { node in
      node.groups.contains { group in
        guard let workaround = group.workaround else { return false }
        return [late, soon].contains { times in
          let back = group.members.map { times[$0] }.sorted()[group.needed - 1] + group.lead
          return back > workaround.act + workaround.lasts
        }
      }
    }
  }

  /// When each node must be back: the least that any path from an activity asks for.
  var required: [Int64] {
    let leads = leadsTo
    var required = [Int64](repeating: TimeBounds.never, count: nodes.count)
    func walk(_ node: Int, _ seconds: Int64, _ path: Set<Int>) {
      required[node] = min(required[node], seconds)
      for group in nodes[node].groups {
        for member in group.members where !path.contains(member) {
          // Those that need each other must all be back when the first of them must.
          let asked = leads[member][node] ? seconds : self.asked(group, of: node, seconds)
          if asked < TimeBounds.never { walk(member, asked, path.union([member])) }
        }
      }
    }
    for (activity, objective) in objectives.enumerated() {
      if let objective { walk(activity, objective, [activity]) }
    }
    return required
  }

  private func asked(_ group: Group, of node: Int, _ seconds: Int64) -> Int64 {
    let own = group.mode == .start ? nodes[node].own ?? 0 : 0
    var asked = seconds - group.lead - own
    if let workaround = group.workaround, workaround.isSure, workaround.act + own <= seconds {
      if workaround.lasts == TimeBounds.never { return TimeBounds.never }
      asked = max(asked, workaround.act + workaround.lasts - group.lead)
    }
    return asked
  }
}
