import RegisterModel
public import RiskScoring

/// Compares, for any risk of a register, the time that there is to react with the time that it takes.
///
/// What an event stops is found in one step, from what the register declares: the activities that it
/// hits, and those of whose `needs` it hits so many members that fewer than `atLeast` are left, if there
/// is no workaround for them.
///
/// ```swift
/// let times = RiskReactions(register)[place]
/// ```
public struct RiskReactions: Sendable {
  private let register: CompiledRegister
  /// The activities that need a thing directly, by its identifier.
  private let dependants: [String: [Int]]

  /// - Complexity: O(*n*) in the needs of activities.
  public init(_ register: CompiledRegister) {
    self.register = register
    var dependants: [String: [Int]] = [:]
    for (place, activity) in register.register.activities.enumerated() {
      for member in activity.needs.lazy.flatMap(\.members)
      where dependants[member.ref.text]?.last != place {
        dependants[member.ref.text, default: []].append(place)
      }
    }
    self.dependants = dependants
  }

  /// The times for a risk.
  ///
  /// - Parameter place: Of the risk among the risks.
  /// - Complexity: O(*a* · *p*) in the activities that it stops and the protocols for it.
  public subscript(place: Int) -> ReactionTimes {
    let risk = register.register.risks[place]
    let lead = lead(of: risk)
    let protocols = register.protocolsOfRisk[place].map { register.register.protocols[$0] }
    let candidates = stopped(by: risk).map { stopped in
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
  private func stopped(by risk: Risk) -> [ReactionTimes.Stopped] {
    var hits: Set<String> = []
    var order: [Identifier<Dependable>] = []
    for hit in risk.hits.map(\.ref) + risk.jointHits.flatMap({ $0.hits.map(\.ref) })
    where hits.insert(hit.text).inserted { order.append(hit) }
    var through: [Int: [Identifier<Dependable>]] = [:]
    for hit in order {
      if let place = register.activities[hit] { through[place] = [] }
    }
    for place in order.flatMap({ dependants[$0.text] ?? [] }) where through[place] == nil {
      let activity = register.register.activities[place]
      let lost = activity.needs.filter { $0.isLost(with: hits) }
      guard !lost.isEmpty else { continue }
      let members = Set(lost.flatMap { $0.members.map(\.ref.text) })
      through[place] = order.filter { members.contains($0.text) }
    }
    return through.sorted { $0.key < $1.key }.compactMap { place, through in
      register.tolerablePeriod(ofActivity: place).map {
        .init(
          activity: register.register.activities[place].id, tolerablePeriod: $0, through: through)
      }
    }
  }
}

extension CompiledRegister {
  /// The time that there is to react to a risk, against the time that it takes. For many risks ask a
  /// ``RiskReactions``.
  ///
  /// - Parameter place: Of the risk among the risks.
  /// - Complexity: O(*n*) in the needs of activities.
  public func reactionTimes(ofRisk place: Int) -> ReactionTimes { RiskReactions(self)[place] }

  /// The reaction margin of a risk; nil where a part of it is unknown.
  ///
  /// - Parameter place: Of the risk among the risks.
  /// - Complexity: O(*n*) in the needs of activities.
  public func reactionMargin(ofRisk place: Int) -> ReactionMargin? {
    reactionTimes(ofRisk: place).margin
  }
}

extension Need {
  /// Whether too few of its members are left, and there is no doing without.
  fileprivate func isLost(with hits: Set<String>) -> Bool {
    let left = members.count { !hits.contains($0.ref.text) }
    return workaround == nil && left < members.count
      && left < (atLeast.map { Int($0.value) } ?? members.count)
  }
}
