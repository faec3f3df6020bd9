public import RegisterModel

/// A question about an activity or asset that nobody has answered yet, and how much hangs on it.
///
/// Its ``influence`` is the number of activities and assets, itself included, of which nobody can say by
/// when they must be back, or when they will be, as long as the question is open:
///
/// - an activity's recovery time objective leaves open the requirement of all that it needs, directly or
///   not, which may have to be sooner than is known;
/// - an own recovery time leaves open when the node is back, and with it each node above it whose
///   recovery is not known either; of a node whose work begins once a need is there, it leaves open the
///   requirement of that need as well, and of all below it;
/// - a minimum level leaves open whether a workaround will do, and so the same recoveries;
/// - a tolerable period, or the impact judgements that it follows from, leave open the place of the
///   activity itself in the order of recovery; as long as it has no objective either, of all that it needs.
///
/// Several blanks may leave one node open: each of them counts it.
public struct ImpactBlank: Hashable, Sendable {
  /// What is not known.
  public enum Question: Hashable, Sendable {
    /// The recovery time objective (RTO) of an activity.
    case objective
    /// The maximum tolerable period of disruption (MTPD) of an activity.
    case tolerablePeriod
    /// How long the node itself takes to be back once all that it needs is there.
    case ownTime
    /// The minimum level of a node that has a workaround of less than full capacity.
    case minimumLevel
    /// The impact in a category, in a window or at any time, at the times that are not judged and could make
    /// the tolerable period shorter.
    case impact(Identifier<ImpactCategory>, window: Identifier<PeakWindow>?, at: [ElapsedTime])
  }

  public let node: DependencyGraph.Node
  public let question: Question
  /// How many activities and assets stay open because of it, itself included; no more than ``limit`` are
  /// counted.
  public let influence: Int

  /// What is known to leave open as many is listed first, however many more they are: that keeps the count
  /// in bounds for any graph.
  public static let limit = 1000

  /// What is not known of some nodes, the most influential first; of several that are alike, by identifier
  /// and in the order of ``Question``.
  ///
  /// - Parameters:
  ///   - nodes: Those asked about, such as all that one department answers for.
  ///   - disruption: The tolerable period of an activity, by its place.
  /// - Complexity: O(nodes + members of the graph), and for each blank O(``limit`` × needs of a node).
  public static func all(
    _ register: Register, _ impact: ImpactGraph, of nodes: some Sequence<DependencyGraph.Node>,
    disruption: (Int) -> ActivityDisruption
  ) -> [ImpactBlank] {
    var reach = Reach(impact)
    var blanks: [(blank: ImpactBlank, order: Int)] = []
    for node in nodes {
      let questions =
        node < impact.graph.activityCount
        ? self.questions(register.activities[node], disruption(node)) : []
      for question in questions + self.questions(of: node, impact, register) {
        let influence = reach.influence(of: question, node, register)
        blanks.append(
          (ImpactBlank(node: node, question: question, influence: influence), blanks.count))
      }
    }
    func id(_ node: Int) -> String {
      node < impact.graph.activityCount
        ? register.activities[node].id.text
        : register.assets[node - impact.graph.activityCount].id.text
    }
    return blanks.sorted { left, right in
      if left.blank.influence != right.blank.influence {
        return left.blank.influence > right.blank.influence
      }
      if left.blank.node != right.blank.node {
        return IdentifierText.precedes(id(left.blank.node), id(right.blank.node))
      }
      return left.order < right.order
    }.map(\.blank)
  }

  private static func questions(_ activity: Activity, _ disruption: ActivityDisruption)
    -> [Question]
  {
    var questions: [Question] = []
    if activity.targets?.rto == nil { questions.append(.objective) }
    if activity.targets?.mtpd == nil { questions.append(.tolerablePeriod) }
    for row in disruption.openRows where row.period != nil && !row.unjudged.isEmpty {
      questions.append(.impact(row.category, window: row.window, at: row.unjudged))
    }
    return questions
  }

  private static func questions(of node: Int, _ impact: ImpactGraph, _ register: Register)
    -> [Question]
  {
    var questions: [Question] = []
    if !impact.own[node].isKnown { questions.append(.ownTime) }
    let groups = impact.graph.groups(of: node)
    if groups.contains(where: { impact.graph.groups[$0].workaround?.isSure == false }) {
      questions.append(.minimumLevel)
    }
    return questions
  }
}

/// Counts the nodes that a blank leaves open, each once.
private struct Reach {
  private let impact: ImpactGraph
  private let dependants: Dependants
  /// The walk in which a node was met last.
  private var met: [Int32]
  private var walk: Int32 = 0
  private var count = 0

  init(_ impact: ImpactGraph) {
    self.impact = impact
    dependants = Dependants(impact.graph)
    met = Array(repeating: 0, count: impact.graph.nodeCount)
  }

  mutating func influence(of question: ImpactBlank.Question, _ node: Int, _ register: Register)
    -> Int
  {
    walk += 1
    count = 0
    _ = meet(node)
    switch question {
    case .objective: needs(of: [node])
    case .tolerablePeriod:
      if register.activities[node].targets?.rto == nil { needs(of: [node]) }
    case .impact:
      let targets = register.activities[node].targets
      if targets?.rto == nil, targets?.mtpd == nil { needs(of: [node]) }
    case .minimumLevel: openDependants(of: node)
    case .ownTime:
      openDependants(of: node)
      if impact.requirements.requirements[node].isAsked {
        let graph = impact.graph
        let members = graph.groups(of: node).filter { graph.groups[$0].mode == .start }
          .flatMap { graph.members(of: $0) }.map(Int.init)
        needs(of: members.filter { meet($0) })
      }
    }
    return count
  }

  /// - Returns: Whether the node is met for the first time, and there is room for it.
  private mutating func meet(_ node: Int) -> Bool {
    guard met[node] != walk, count < ImpactBlank.limit else { return false }
    met[node] = walk
    count += 1
    return true
  }

  /// Meets all that nodes need, directly or not.
  private mutating func needs(of nodes: [Int]) {
    var open = nodes
    while let next = open.popLast(), count < ImpactBlank.limit {
      for group in impact.graph.groups(of: next) {
        for member in impact.graph.members(of: group) where meet(Int(member)) {
          open.append(Int(member))
        }
      }
    }
  }

  /// Meets all above a node whose recovery is not known, through such: one that is known whatever the node
  /// below it does leaves nothing open.
  private mutating func openDependants(of node: Int) {
    guard !impact.recovery.ready[node].isKnown else { return }
    var open = [node]
    while let next = open.popLast(), count < ImpactBlank.limit {
      for above in dependants[next]
      where !impact.recovery.ready[Int(above)].isKnown && meet(Int(above)) {
        open.append(Int(above))
      }
    }
  }
}
