import ImpactAnalysis
import RegisterModel
public import RiskScoring

/// Compares, for any risk of a register, the time that there is to react with the time that it takes.
///
/// What an event stops follows from the graph of needs: the activities that can't do without what it hits,
/// directly or not, where no workaround carries them. How long they are then down is what recovery really
/// takes, by the evidence of everything on the way.
///
/// ```swift
/// var reactions = RiskReactions(register)
/// let times = reactions.times(ofRisk: place)
/// ```
public struct RiskReactions: Sendable {
  private let register: CompiledRegister
  private let protocols: [ProtocolTimes]
  private var stops: EventStops
  private var spread: OutageSpread
  private var bounds: OutageBounds

  /// - Complexity: O(nodes + members) of the graph of needs.
  public init(_ register: CompiledRegister) {
    self.register = register
    protocols = register.register.protocols.map { ProtocolTimes($0) }
    stops = EventStops(register)
    spread = OutageSpread(register.impact.graph, isLate: true)
    bounds = OutageBounds(register.impact.graph)
  }

  /// The times for a risk to which the reaction comes too late for sure; nil for any other.
  ///
  /// - Parameter place: Of the risk among the risks.
  /// - Complexity: As ``times(ofRisk:)``; less where nothing that it stops can be down so long.
  public mutating func lateTimes(ofRisk place: Int) -> ReactionTimes? {
    let protocols = register.protocolsOfRisk[place].map { self.protocols[$0] }
    guard !protocols.isEmpty, let lead = lead(of: register.register.risks[place]) else {
      return nil
    }
    let activities = stops.activities(stoppedBy: place)
    guard !activities.isEmpty else { return nil }
    bounds.fail(stops.hits[place], in: stops.bare, bit: stops.bit(of: place))
    let canBeLate = activities.contains { activity in
      guard let period = register.tolerablePeriod(ofActivity: activity) else { return false }
      let bound = bounds[activity]
      if bound.longest >= TimeBounds.never, bound.bridged < TimeBounds.never { return true }
      let stopped = ReactionTimes.Stopped(
        activity: register.register.activities[activity].id, tolerablePeriod: period, through: [],
        recovery: bound.longest < TimeBounds.never ? ElapsedTime(seconds: bound.longest) : nil)
      return protocols.allSatisfy {
        lead.time.seconds + period.seconds < Self.mostSeconds($0, stopped)
      }
    }
    guard canBeLate else { return nil }
    let times = times(ofRisk: place)
    return (times.greatestMargin?.seconds ?? 0) < 0 ? times : nil
  }

  /// The times for a risk.
  ///
  /// - Parameter place: Of the risk among the risks.
  /// - Complexity: For all risks in their order, O(graph × risks / 64), and for each O(*n* log *n*) in what it
  ///   stops, times the protocols for it.
  public mutating func times(ofRisk place: Int) -> ReactionTimes {
    let risk = register.register.risks[place]
    let lead = lead(of: risk)
    let protocols = register.protocolsOfRisk[place].map { self.protocols[$0] }
    let candidates = stopped(byRisk: place).map { stopped in
      ReactionTimes(
        lead: lead, stopped: stopped,
        response: protocols.map { $0.response(for: stopped) }
          .min { $0.knownSeconds < $1.knownSeconds })
    }
    guard
      let worst = candidates.min(by: {
        ($0.greatestMargin?.seconds ?? .max, $0.stopped?.tolerablePeriod.seconds ?? .max)
          < ($1.greatestMargin?.seconds ?? .max, $1.stopped?.tolerablePeriod.seconds ?? .max)
      })
    else {
      return ReactionTimes(
        lead: lead, stopped: nil,
        response: protocols.map { $0.response(for: nil) }
          .min { $0.knownSeconds < $1.knownSeconds })
    }
    return worst
  }

  /// How long a protocol takes at most for an activity, as far as is known: what it restores on the way, which
  /// isn't looked for here, may be any of its tasks.
  private static func mostSeconds(_ plan: ProtocolTimes, _ stopped: ReactionTimes.Stopped)
    -> Int64
  {
    let response = plan.response(for: stopped)
    return response.knownSeconds - (response.recover?.seconds ?? 0)
      + max(response.recover?.seconds ?? 0, plan.longestChain)
  }

  private func lead(of risk: Risk) -> ReactionTimes.Lead? {
    if let own = risk.onsetLead { return .init(time: own, hazard: nil) }
    let leads = risk.hazards.map { hazard in
      register.hazards[hazard.ref].flatMap { register.register.hazards[$0].onsetLead }
        .map { ReactionTimes.Lead(time: $0, hazard: hazard.ref) }
    }
    let known = leads.compactMap(\.self)
    return known.count == leads.count ? known.min { $0.time < $1.time } : nil
  }

  /// The activities with a known MTPD that the event stops, in the order of the register.
  private mutating func stopped(byRisk place: Int) -> [ReactionTimes.Stopped] {
    let hits = stops.hits[place]
    let activities = stops.activities(stoppedBy: place)
    guard !hits.isEmpty, !activities.isEmpty else { return [] }
    spread.fail(Dictionary(hits.map { ($0, Int64?.none) }, uniquingKeysWith: { first, _ in first }))
    return activities.compactMap { activity in
      register.tolerablePeriod(ofActivity: activity).map { period in
        .init(
          activity: register.register.activities[activity].id, tolerablePeriod: period,
          through: through(activity, hits), recovery: longestOutage(of: activity))
      }
    }
  }

  /// How long an activity is down at a stretch; nil where nobody knows.
  private func longestOutage(of activity: Int) -> ElapsedTime? {
    guard let longest = spread.outages(of: activity).map({ $0.to - $0.from }).max(),
      longest < TimeBounds.never
    else { return nil }
    return ElapsedTime(seconds: longest)
  }

  /// The hits that an activity needs, directly or through what is down, in their order; none where it is hit
  /// itself.
  private func through(_ activity: Int, _ hits: [Int]) -> [Identifier<Dependable>] {
    if hits.contains(activity) { return [] }
    let reached = spread.reached(from: activity)
    let assets = register.register.activities.count
    return hits.filter(reached.contains).map { node in
      node < assets
        ? Identifier(register.register.activities[node].id)
        : Identifier(register.register.assets[node - assets].id)
    }
  }
}

/// The activities that the event of each risk stops, found for 64 risks at a time.
private struct EventStops: Sendable {
  /// Of each risk the nodes that it hits, in its order, each once.
  let hits: [[Int]]
  private let activityCount: Int
  private var pass: FailurePass
  /// The same without counting workarounds.
  private(set) var bare: FailurePass
  /// The risks that the passes are about.
  private var block: Range<Int> = 0..<0

  init(_ register: CompiledRegister) {
    activityCount = register.register.activities.count
    let assets = activityCount
    hits = register.register.risks.map { risk in
      var seen: Set<Int> = []
      return (risk.hits.map(\.ref) + risk.jointHits.flatMap { $0.hits.map(\.ref) }).compactMap {
        register.activities[$0] ?? register.assets[$0].map { $0 + assets }
      }.filter { seen.insert($0).inserted }
    }
    pass = FailurePass(register.impact.graph.graph, countingWorkarounds: true)
    bare = FailurePass(register.impact.graph.graph)
  }

  mutating func activities(stoppedBy risk: Int) -> [Int] {
    if !block.contains(risk) {
      let start = risk / 64 * 64
      block = start..<min(start + 64, hits.count)
      pass.fail(sets: hits[block])
      bare.fail(sets: hits[block])
    }
    return pass.lostActivities(bit: bit(of: risk))
  }

  /// The bit of a risk in the passes, once its activities were asked for.
  func bit(of risk: Int) -> Int { risk - block.lowerBound }
}

extension CompiledRegister {
  /// The time that there is to react to a risk, against the time that it takes. For many risks ask a
  /// ``RiskReactions``.
  ///
  /// - Parameter place: Of the risk among the risks.
  /// - Complexity: O(nodes + members) of the graph of needs.
  public func reactionTimes(ofRisk place: Int) -> ReactionTimes {
    var reactions = RiskReactions(self)
    return reactions.times(ofRisk: place)
  }

  /// The reaction margin of a risk; nil where a part of it is unknown.
  ///
  /// - Parameter place: Of the risk among the risks.
  /// - Complexity: O(nodes + members) of the graph of needs.
  public func reactionMargin(ofRisk place: Int) -> ReactionMargin? {
    reactionTimes(ofRisk: place).margin
  }
}
