import RegisterAnalysis
import RegisterModel
import RegisterReports
import RiskScoring

/// The scales that the assessment is read by, the lowest level first.
struct ScalesJSON: Encodable {
  let likelihood: [Level]
  let impact: [Category]
  let ratings: [Rating]

  struct Level: Encodable {
    let rank: Int
    let name: Nullable<String>
    /// The bounds; null where the organisation has not said.
    let from: Nullable<Double>
    let to: Nullable<Double>

    init(rank: Int, name: String?, _ interval: LevelInterval?) {
      self.rank = rank
      self.name = Nullable(name)
      from = Nullable(interval?.low)
      to = Nullable(interval?.high)
    }
  }

  struct Category: Encodable {
    let category: String
    let name: Nullable<String>
    let unit: Nullable<String>
    /// The ranks of the ratings that are wanted, and tolerated, at most.
    let appetite: Nullable<Int16>
    let tolerance: Nullable<Int16>
    let levels: [Level]
  }

  struct Rating: Encodable {
    let rank: Int
    let name: String
    let colour: Nullable<String>
  }

  init(_ report: AssessmentReport) {
    let rules = report.assessment.rules
    let levels = report.register.criteria?.likelihood?.levels ?? []
    likelihood = rules.likelihood.intervals.enumerated().map { index, interval in
      Level(
        rank: index + 1, name: index < levels.count ? levels[index].name.text : nil, interval)
    }
    impact = rules.categories.map { category in
      let definition = category.definition
      return Category(
        category: definition.category.text, name: Nullable(definition.name?.text),
        unit: Nullable(definition.unit?.text), appetite: Nullable(category.appetite?.rating.rank),
        tolerance: Nullable(category.appetite?.tolerance.rank),
        levels: category.scale.intervals.enumerated().map { index, interval in
          let levels = definition.levels
          return Level(
            rank: index + 1, name: index < levels.count ? levels[index].name.text : nil, interval)
        })
    }
    ratings = rules.matrix.ratings.enumerated().map { index, rating in
      Rating(
        rank: index + 1, name: rating.name.text, colour: Nullable(rating.colour?.hexadecimal))
    }
  }
}

/// The heat map: the ranks of each cell, and how many risks are in it.
struct HeatMapJSON: Encodable {
  let likelihoodLevels: Int
  let impactLevels: Int
  /// The rarest likelihood first and in it the mildest impact.
  let cells: [Cell]
  let notAssessed: Int
  let closed: Int

  struct Cell: Encodable {
    let likelihood: Int16
    let impact: Int16
    let rating: Nullable<Int16>
    let count: Int
  }

  init(_ map: HeatMap) {
    likelihoodLevels = map.rowCount
    impactLevels = map.columnCount
    cells = map.cells.map {
      Cell(
        likelihood: $0.likelihood.rank, impact: $0.impact.rank,
        rating: Nullable($0.rating?.rank), count: $0.count)
    }
    notAssessed = map.notAssessed
    closed = map.closed
  }
}

/// Counts of the risks that are not closed; closed ones are in `byStatus` only.
struct CountsJSON: Encodable {
  let byRating: Tally
  let byAppetite: Words
  let byStatus: Words
  let byCategory: [Subject]
  /// The worst rating first.
  let byOwner: [Subject]

  struct Tally: Encodable {
    /// The lowest rating first.
    let counts: [Int]
    let notAssessed: Int
    let total: Int
    /// The rank of the worst rating; null where none is rated.
    let worst: Nullable<Int16>

    init(_ tally: RatingTally) {
      counts = tally.counts
      notAssessed = tally.notAssessed
      total = tally.total
      worst = Nullable(tally.highest?.rank)
    }
  }

  /// An object of words and their counts, in this order.
  struct Words: Encodable {
    let counts: [(word: String, count: Int)]

    private struct Key: CodingKey {
      let stringValue: String
      let intValue: Int? = nil
      init(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { return nil }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      for (word, count) in counts {
        try container.encode(count, forKey: Key(stringValue: word))
      }
    }
  }

  struct Subject: Encodable {
    /// Null: the risks that name none.
    let id: Nullable<String>
    let name: Nullable<String>
    let ratings: Tally
  }

  init(_ report: AssessmentReport) {
    let (counts, words) = (report.counts, report.words)
    byRating = Tally(counts.ratings)
    byAppetite = Words(
      counts: counts.states.map { ($0.state.rawValue, $0.count) }
        + [("unknown", counts.unknownStates)])
    byStatus = Words(counts: counts.statuses.map { ($0.status.rawValue, $0.count) })
    byCategory = counts.categories.map {
      Subject(
        id: Nullable($0.subject?.text), name: Nullable($0.subject.map { words.name(of: $0) }),
        ratings: Tally($0.tally))
    }
    byOwner = report.ownersByRating.map {
      Subject(
        id: Nullable($0.subject?.text), name: Nullable($0.subject.map { words.name(of: $0) }),
        ratings: Tally($0.tally))
    }
  }
}
