import GraphLayout
import ImpactAnalysis
import RegisterAnalysis
import RegisterModel

/// What needs what, as a map.
struct DependenciesSection {
  let context: ReportContext
  private var impact: RegisterImpact { context.compiled.impact }

  init(_ context: ReportContext) { self.context = context }

  var blocks: [Block] {
    let map = DependencyMap(context)
    guard !map.edges.isEmpty else {
      return [.text("Nothing in the register says what it needs, so there is no map to draw.")]
    }
    return [.text(map.introduction), map.block]
  }
}

/// The part of the graph of needs that is drawn.
struct DependencyMap {
  private let context: ReportContext
  private var impact: RegisterImpact { context.compiled.impact }
  private let late: Set<Int>
  private let points: [Int: SinglePoints.SinglePoint]
  /// The nodes drawn, ascending.
  private let nodes: [Int]
  private let total: Int
  /// More than these can't be read.
  private static let most = 40

  /// Needs between nodes that are drawn: the node, the members drawn, how many of how many are enough (nil:
  /// all).
  private(set) var edges: [(node: Int, members: [Int], choice: (needed: Int, of: Int)?)] = []

  init(_ context: ReportContext) {
    self.context = context
    let impact = context.compiled.impact
    late = Set(
      impact.activities.filter { [.intolerable, .late].contains($0.verdict) }.map(\.node)
        + impact.graph.graph.order.map(Int.init).filter { node in
          guard let ready = impact.schedule.outcomes[node].ready else { return false }
          let required = impact.graph.requirements.requirements[node]
          return node >= impact.activities.count && required.isAsked && ready > required.seconds
        })
    points = Dictionary(
      impact.points.points.map { ($0.node, $0) }, uniquingKeysWith: { first, _ in first })
    let needs = Self.needs(context)
    var isTied = [Bool](repeating: false, count: impact.graph.graph.nodeCount)
    for need in needs {
      isTied[need.node] = true
      for member in need.members { isTied[member] = true }
    }
    let tied = isTied.indices.filter { isTied[$0] }
    total = tied.count
    let shown = Set(tied.count <= Self.most ? tied : Self.chosen(context, late, tied: isTied))
    let edges: [(node: Int, members: [Int], choice: (needed: Int, of: Int)?)] = needs.compactMap {
      need in
      let members = need.members.filter(shown.contains)
      guard shown.contains(need.node), !members.isEmpty else { return nil }
      return (need.node, members, need.choice)
    }
    self.edges = edges
    // What would stand alone is left out.
    nodes = Set(edges.map(\.node) + edges.flatMap(\.members)).sorted()
  }

  private static func needs(_ context: ReportContext)
    -> [(node: Int, members: [Int], choice: (needed: Int, of: Int)?)]
  {
    let register = context.register
    let identifiers = register.activities.map(\.id.text) + register.assets.map(\.id.text)
    let nodes = Dictionary(
      identifiers.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let all = register.activities.map(\.needs) + register.assets.map(\.needs)
    return all.enumerated().flatMap { node, needs in
      needs.compactMap { need in
        let members = need.members.compactMap { nodes[$0.ref.text] }
        guard !members.isEmpty else { return nil }
        let needed = need.atLeast.map { Int($0.value) } ?? members.count
        return (node, members, needed < members.count ? (needed, members.count) : nil)
      }
    }
  }

  /// What is late with what it waits for, then some activities, then what takes most along.
  private static func chosen(_ context: ReportContext, _ late: Set<Int>, tied: [Bool]) -> [Int] {
    let impact = context.compiled.impact
    var chosen = Set<Int>()
    func choose(_ node: Int) {
      if chosen.count < most, tied[node] { chosen.insert(node) }
    }
    let worst = impact.worstFirst.filter { late.contains($0.node) }
    for activity in worst.prefix(10) {
      choose(activity.node)
      for step in impact.schedule.chain(of: activity.node) { choose(step.node) }
    }
    for activity in impact.worstFirst.prefix(most / 3) { choose(activity.node) }
    for point in context.impactWords.pointsWorstFirst { choose(point.node) }
    for activity in impact.worstFirst { choose(activity.node) }
    return chosen.sorted()
  }

  var introduction: String {
    let part =
      nodes.count == total
      ? "All \(total) activities and assets that need something, or are needed."
      : "\(nodes.count) of \(AmountText.grouped("\(total)")) activities and assets: what is late with what it "
        + "waits for, and what can't be lost. Needs that go through others are not drawn; for one activity at a "
        + "time, see its card."
    return part
      + " An arrow leads from what needs something to what it needs. What is late has a thick frame, what can't "
      + "be lost a double one, with the number of activities lost with it; a pill says how many of several are "
      + "enough."
  }

  // MARK: The chart

  var block: Block {
    var graph = GraphLayout.LayeredGraph()
    var chart: [DependencyChart.Node] = nodes.map(node)
    for node in chart { _ = graph.addNode(node.size) }
    let place = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1, $0) })
    var redundant = Set<Int>()
    for edge in edges {
      guard let from = place[edge.node] else { continue }
      var start = from
      if let choice = edge.choice {
        let pill = DependencyChart.Node(.choice, lines: ["\(choice.needed) of \(choice.of)"])
        start = graph.addNode(pill.size)
        chart.append(pill)
        graph.addEdge(from: from, to: start)
      }
      for member in edge.members.compactMap({ place[$0] }) {
        if edge.choice != nil { redundant.insert(graph.edges.count) }
        graph.addEdge(from: start, to: member)
      }
    }
    do throws(LayoutFailure) {
      let layout = try graph.layout()
      return .figure(
        Figure(
          .dependencies(
            DependencyChart(nodes: chart, redundantEdges: redundant, clusters: [], layout: layout)),
          title: "What needs what", summary: summary, alternative: table))
    } catch {
      return .series([.text("There is no map here: \(error). The same as a table."), .table(table)])
    }
  }

  private var summary: String {
    let (late, single) = (
      nodes.count(where: late.contains), nodes.count { points[$0] != nil }
    )
    return
      "\(Plural.count(nodes.count, "activity or asset", "activities and assets").capitalisedFirst): "
      + "\(late) late, \(single) that can't be lost."
  }

  private func node(_ node: Int) -> DependencyChart.Node {
    var notes: [String] = []
    let width = DependencyChart.Node.textWidth
    let ready = impact.schedule.outcomes[node].ready
    let required = impact.graph.requirements.requirements[node]
    if late.contains(node) {
      let gap = ready.flatMap { required.isAsked ? $0 - required.seconds : nil } ?? 0
      notes.append(gap > 0 ? "late: \(DateText.brief(gap))" : "too late")
    }
    if let point = points[node] {
      notes.append("\(Plural.count(point.blastRadius, "activity", "activities")) lost")
    }
    return DependencyChart.Node(
      node < impact.activities.count ? .activity : .asset,
      lines: [ChartText.fitted(impact.identifier(node), width: width, size: 12)]
        + ChartText.lines(impact.name(node), width: width, size: 12),
      notes: notes.map { ChartText.fitted($0, width: width, size: 11) },
      isLate: late.contains(node), isSinglePoint: points[node] != nil,
      isUnknown: ready == nil)
  }

  private var table: Table {
    let context = context
    let edges = edges
    return Table(
      caption: ["What needs what"],
      columns: [.init("What", isRowHeader: true), .init("Needs"), .init("Of which are enough")],
      rows: Series(count: edges.count) { index in
        let edge = edges[index]
        return .cells([
          [context.link(toNode: edge.node), " ", .said(context.compiled.impact.name(edge.node))],
          context.links(toNodes: edge.members, most: 12),
          [.text(edge.choice.map { "\($0.needed) of \($0.of)" } ?? "all")],
        ])
      })
  }
}
