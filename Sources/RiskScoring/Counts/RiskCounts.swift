public import RegisterModel

/// What the risks of an assessment come to together: counts, highest ratings, and money, the only thing
/// that is added up (DOMAIN §2.7).
///
/// Closed risks are in ``statuses`` and nowhere else.
public struct RiskCounts: Sendable {
  public let stage: Stage
  /// The risks of each status, in the order of a risk's life; those without any too.
  public let statuses: [(status: Risk.Status, count: Int)]
  /// All risks that are not closed, by rating.
  public let ratings: RatingTally
  /// The risks within appetite, within tolerance and exceeding it, in this order.
  public let states: [(state: AppetiteState, count: Int)]
  /// The risks of which nobody can say how they stand, for want of a rating or of an appetite.
  public let unknownStates: Int
  /// By risk category: those of the criteria in their order, those without a risk too; at the end the
  /// risks without category, if there are any.
  public let categories: [SubjectTally<RiskCategory>]
  /// By owner, in the order of identifiers: those who own a risk; at the end the risks without owner, if
  /// there are any. ``RatingTally/highest`` is the unit's rating.
  public let owners: [SubjectTally<Party>]
  /// The expected losses added up, with their bounds.
  public let exposure: ExposureSum

  /// - Complexity: O(*n*) in the number of risks, and O(*m* log *m*) in that of owners.
  public init(of assessment: Assessment) {
    let ratingCount = assessment.rules.matrix.highestRank
    var statuses = Risk.Status.allCases.map { (status: $0, count: 0) }
    var states = AppetiteState.allCases.map { (state: $0, count: 0) }
    var unknownStates = 0
    var ratings = RatingTally(ratingCount: ratingCount)
    var categories = Grouping<RiskCategory>(
      ratingCount: ratingCount, declared: assessment.categories)
    var owners = Grouping<Party>(ratingCount: ratingCount)
    let (risks, scores) = (assessment.risks, assessment.scores)
    for index in risks.indices {
      let status = risks[index].status
      statuses[status.place].count += 1
      guard status != .closed else { continue }
      let score = scores[index]
      ratings.add(score.rating)
      categories.add(score.rating, to: risks[index].category)
      owners.add(score.rating, to: risks[index].owner)
      if let state = score.standing.state {
        states[state.severity].count += 1
      } else {
        unknownStates += 1
      }
    }
    stage = assessment.stage
    self.statuses = statuses
    self.ratings = ratings
    self.states = states
    self.unknownStates = unknownStates
    self.categories = categories.inOrder
    self.owners = owners.inOrder
    exposure = ExposureSum(
      risks.indices.lazy.filter { risks[$0].status != .closed }.map { scores[$0].exposure })
  }
}

extension Risk.Status {
  /// The place of the status in `allCases`.
  fileprivate var place: Int {
    switch self {
    case .draft: 0
    case .open: 1
    case .treating: 2
    case .monitored: 3
    case .accepted: 4
    case .closed: 5
    }
  }
}

/// Tallies by subject. A dictionary finds the tally of a subject, for there may be thousands of owners;
/// nothing is ever read in its order.
private struct Grouping<Subject: IdentifierSubject> {
  private var tallies: [SubjectTally<Subject>] = []
  private var places: [Identifier<Subject>: Int] = [:]
  private var withoutSubject: RatingTally
  private let declaredCount: Int
  private let empty: RatingTally

  init(ratingCount: Int, declared: [Identifier<Subject>] = []) {
    empty = RatingTally(ratingCount: ratingCount)
    withoutSubject = empty
    declaredCount = declared.count
    for subject in declared {
      places[subject] = tallies.count
      tallies.append(SubjectTally(subject: subject, tally: empty))
    }
  }

  mutating func add(_ rating: Level<RatingScale>?, to subject: Identifier<Subject>?) {
    guard let subject else {
      withoutSubject.add(rating)
      return
    }
    if let place = places[subject] {
      tallies[place].tally.add(rating)
    } else {
      places[subject] = tallies.count
      var tally = SubjectTally(subject: Optional(subject), tally: empty)
      tally.tally.add(rating)
      tallies.append(tally)
    }
  }

  /// The declared ones in their order, then the others in that of their identifiers, then nil.
  var inOrder: [SubjectTally<Subject>] {
    let others = tallies[declaredCount...].sorted { left, right in
      guard let left = left.subject, let right = right.subject else { return false }
      return left < right
    }
    let last =
      withoutSubject.total > 0 ? [SubjectTally<Subject>(subject: nil, tally: withoutSubject)] : []
    return tallies[..<declaredCount] + others + last
  }
}
