public import RegisterModel

/// How many risks have which rating. Ratings are counted and compared, never added or averaged
/// (DOMAIN §2.2, §2.7).
public struct RatingTally: Hashable, Sendable {
  /// The number of risks of each rating, the lowest rating first.
  public private(set) var counts: [Int]
  /// The number of risks without a rating.
  public private(set) var notAssessed = 0

  init(ratingCount: Int) { counts = Array(repeating: 0, count: ratingCount) }

  /// The number of risks of a rating.
  public subscript(rating: Level<RatingScale>) -> Int {
    Int(rating.rank) <= counts.count ? counts[Int(rating.rank) - 1] : 0
  }

  /// The number of all risks, rated or not.
  public var total: Int { counts.reduce(notAssessed, +) }

  /// The highest rating that a risk has; nil where none is rated. Where ``notAssessed`` isn't zero it is
  /// the highest known.
  public var highest: Level<RatingScale>? {
    counts.lastIndex { $0 > 0 }.flatMap { Level($0 + 1) }
  }

  /// - Parameter rating: nil: not assessed.
  mutating func add(_ rating: Level<RatingScale>?) {
    if let rating { counts[Int(rating.rank) - 1] += 1 } else { notAssessed += 1 }
  }
}

/// The risks of one subject: a risk category, or the party that owns them.
public struct SubjectTally<Subject: IdentifierSubject>: Hashable, Sendable {
  /// nil: the risks that name none.
  public let subject: Identifier<Subject>?
  public internal(set) var tally: RatingTally
}
