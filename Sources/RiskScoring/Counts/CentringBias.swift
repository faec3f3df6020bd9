public import RegisterModel

/// How many of the levels that people gave are the middle one of their scale: many say that the scale, or
/// the question, tempted them not to decide.
///
/// A scale with an even number of levels has no middle one, and counts for nothing.
///
/// ```swift
/// var bias = CentringBias(rules)
/// for ballot in round.ballots { bias.add(likelihood: ballot.likelihood, impacts: ballot.impacts) }
/// ```
///
/// - Note: DOMAIN §2.2, WKS-006.
public struct CentringBias: Sendable {
  /// Levels given on scales with a middle level, and those of them that are it.
  public struct Count: Hashable, Sendable {
    public internal(set) var levels = 0
    public internal(set) var middle = 0

    /// The middle levels as a share of all; nil where no level was given.
    public var share: Double? { levels == 0 ? nil : Double(middle) / Double(levels) }
  }

  /// The share from which on people seem to avoid a decision.
  public static let limit = 0.6

  /// The levels of likelihood.
  public private(set) var likelihood = Count()
  /// The levels of each impact category, in the order of the criteria.
  public private(set) var impacts: [Count]
  private let rules: ScoringRules

  /// Without any levels yet.
  public init(_ rules: ScoringRules) {
    self.rules = rules
    impacts = rules.categories.map { _ in Count() }
  }

  /// The levels of all risks at the stage of an assessment, closed ones too: they were judged as well.
  ///
  /// - Complexity: O(*n*) in the number of risks.
  public init(of assessment: Assessment) {
    self.init(assessment.rules)
    for risk in assessment.risks {
      for score in risk.scores where score.stage == assessment.stage {
        add(likelihood: score.likelihood, impacts: score.impacts)
      }
    }
  }

  /// All levels together.
  public var all: Count {
    impacts.reduce(into: likelihood) { sum, count in
      sum.levels += count.levels
      sum.middle += count.middle
    }
  }

  /// Whether more than ``limit`` of all levels are the middle one.
  public var isExceeded: Bool { all.share.map { $0 > Self.limit } ?? false }

  /// Counts one judgement. Levels and categories that the criteria don't have are left out.
  public mutating func add(
    likelihood level: Level<LikelihoodScale>?, impacts scored: [ScoredImpact]
  ) {
    if let level { likelihood.add(Int(level.rank), of: rules.likelihood.count) }
    for impact in scored {
      guard let index = rules.index(of: impact.category) else { continue }
      impacts[index.position].add(Int(impact.level.rank), of: rules[index].scale.count)
    }
  }
}

extension CentringBias.Count {
  fileprivate mutating func add(_ rank: Int, of count: Int) {
    guard count % 2 == 1, count > 1, rank <= count else { return }
    levels += 1
    if rank == (count + 1) / 2 { middle += 1 }
  }
}
