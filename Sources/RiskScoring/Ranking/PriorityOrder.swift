import RegisterModel

/// The risks of an assessment in the order in which to deal with them: a collection of ``RankedRisk``.
///
/// Exceeds tolerance first; then the higher rating, the larger exposure share, the shorter reaction
/// margin, the nearer date, the identifier (DOMAIN §2.7). The order is total and the same however the
/// risks were given. Drafts and accepted risks are ranked like any other; closed ones and those without
/// a rating are listed apart.
///
/// ```swift
/// for risk in PriorityOrder(of: assessment).prefix(10) { print(risk.place, risk.id) }
/// ```
public struct PriorityOrder: Sendable, RandomAccessCollection {
  /// What was ranked.
  public let assessment: Assessment
  /// The risks without a rating at the stage, by identifier, as indices into ``Assessment/risks``. They
  /// are not last, they are nowhere; their scores say why. Closed ones are not among them.
  public let notAssessed: [Int]
  /// The closed risks, rated or not, by identifier, as indices into ``Assessment/risks``.
  public let closed: [Int]
  private let ranked: ArraySlice<PriorityKey>
  private let margins: [ReactionMargin?]

  /// - Parameter reactionMargins: One for each risk of the assessment in its order, nil where it is
  ///   unknown; empty: all unknown.
  /// - Complexity: O(*n* log *n*) in the number of risks.
  public init(of assessment: Assessment, reactionMargins: [ReactionMargin?] = []) {
    let risks = assessment.risks
    precondition(
      reactionMargins.isEmpty || reactionMargins.count == risks.count, "a margin for each risk")
    let scores = assessment.scores
    var keys = risks.indices.map { index in
      PriorityKey(
        scores[index], index: index, isClosed: risks[index].status == .closed,
        margin: reactionMargins.isEmpty ? nil : reactionMargins[index],
        proximity: risks[index].proximity)
    }
    // A register keeps its risks by identifier, so that the index settles a tie; texts are compared
    // only for risks that came otherwise.
    if risks.indices.dropFirst().allSatisfy({ risks[$0 - 1].id < risks[$0].id }) {
      keys.sort { $0.precedes($1) ?? ($0.index < $1.index) }
    } else {
      let ids = risks.map(\.id)
      keys.sort { $0.precedes($1) ?? (ids[Int($0.index)] < ids[Int($1.index)]) }
    }
    let rankedEnd = keys.firstIndex { $0.group != .ranked } ?? keys.endIndex
    let closedStart = keys[rankedEnd...].firstIndex { $0.group == .closed } ?? keys.endIndex
    self.assessment = assessment
    margins = reactionMargins
    ranked = keys[..<rankedEnd]
    notAssessed = keys[rankedEnd..<closedStart].map { Int($0.index) }
    closed = keys[closedStart...].map { Int($0.index) }
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { ranked.count }

  /// The index in ``Assessment/risks`` of the risk in a place, counted from 0: for who needs no reasons.
  public func riskIndex(at position: Int) -> Int { Int(ranked[position].index) }

  /// The risk in a place, counted from 0.
  public subscript(position: Int) -> RankedRisk {
    let key = ranked[position]
    let index = Int(key.index)
    return RankedRisk(
      place: position + 1, index: index, id: assessment.risks[index].id,
      score: assessment.scores[index], reasons: reasons(of: index),
      decidedBy: position + 1 < ranked.count ? key.decides(against: ranked[position + 1]) : nil)
  }

  private func reasons(of index: Int) -> [PriorityReason] {
    let score = assessment.scores[index]
    let rules = assessment.rules
    var reasons: [PriorityReason] = []
    if case .state(.exceedsTolerance, let rating, let category) = score.standing,
      let tolerance = rules[category].appetite?.tolerance
    {
      reasons.append(
        .exceedsTolerance(rating: rating, tolerance: tolerance, category: category))
    }
    if let rating = score.rating, let likelihood = score.likelihood, let impact = score.impact,
      let category = score.impactCategory
    {
      reasons.append(.rated(rating, likelihood: likelihood, impact: impact, category: category))
    }
    if let parts = rules.shareParts(of: score) { reasons.append(.exposed(parts, score.exposure)) }
    if !margins.isEmpty, let margin = margins[index] { reasons.append(.reactionMargin(margin)) }
    if let date = assessment.risks[index].proximity { reasons.append(.proximity(date)) }
    return reasons
  }
}
