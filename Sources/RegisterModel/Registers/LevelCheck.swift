extension Register {
  /// Checks that the matrix has the shape of its scales and that every rank lies on its scale: what
  /// no schema can say.
  ///
  /// A scale that is not there bounds nothing: a draft may be scored before its criteria are done.
  func checkLevels(_ sources: SourceMap, _ findings: inout [Finding]) {
    guard let criteria else { return }
    var check = LevelCheck(criteria: criteria, sources: sources)
    check.checkCriteria(criteria)
    // By index: a copy of each risk would count references for every one of its fields.
    for index in risks.indices {
      for score in risks[index].scores { check.check(score, of: risks[index].id.text, index) }
    }
    for (index, activity) in activities.enumerated() {
      for impact in activity.impacts {
        check.impact(
          impact.level, impact.category, at: "activity", index, activity.id.text,
          "impact[\(impact.category),\(impact.at.writtenText),\(impact.window?.text ?? "")]/level")
      }
    }
    for (index, treatment) in treatments.enumerated() {
      for treated in treatment.treats {
        let path = "treats[\(treated.ref)]"
        check.likelihood(
          treated.likelihood, at: "treatment", index, treatment.id.text, path + "/likelihood")
        for impact in treated.impacts {
          check.impact(
            impact.level, impact.category, at: "treatment", index, treatment.id.text,
            path + "/impact[\(impact.category)]/level")
        }
      }
    }
    for (index, acceptance) in acceptances.enumerated() {
      check.rating(acceptance.rating, at: "acceptance", index, acceptance.id.text, "rating")
    }
    for (index, session) in sessions.enumerated() {
      for round in session.rounds {
        for ballot in round.ballots {
          let path = "round[\(round.number.value)]/ballot[\(ballot.by),\(ballot.idea)]"
          check.likelihood(
            ballot.likelihood, at: "session", index, session.id.text, path + "/likelihood")
          for impact in ballot.impacts {
            check.impact(
              impact.level, impact.category, at: "session", index, session.id.text,
              path + "/impact[\(impact.category)]/level")
          }
        }
      }
    }
    for finding in check.findings { findings.report(finding) }
  }
}

/// The heights of the scales, and what was found to lie above them.
private struct LevelCheck {
  private let likelihoods: Int?
  private let impacts: [(category: String, count: Int)]
  private let ratings: Int?
  private let sources: SourceMap
  private(set) var findings: [Finding] = []

  init(criteria: Criteria, sources: SourceMap) {
    likelihoods = criteria.likelihood?.levels.count
    impacts = criteria.impacts.map { ($0.category.text, $0.levels.count) }
    ratings = criteria.matrix?.ratings.count
    self.sources = sources
  }

  mutating func check(_ score: Score, of risk: String, _ index: Int) {
    if let level = score.likelihood, let likelihoods, level.rank > likelihoods {
      likelihood(
        level, at: "risk", index, risk, "score[\(score.stage.rawValue)]/likelihood")
    }
    for scored in score.impacts {
      guard let count = count(of: scored.category.text), scored.level.rank > count else { continue }
      impact(
        scored.level, scored.category, at: "risk", index, risk,
        "score[\(score.stage.rawValue)]/impact[\(scored.category)]/level")
    }
  }

  private func count(of category: String) -> Int? {
    impacts.first { $0.category == category }?.count
  }

  mutating func likelihood(
    _ level: Level<LikelihoodScale>?, at label: String, _ index: Int, _ entity: String?,
    _ field: @autoclosure () -> String
  ) {
    guard let level, let likelihoods, level.rank > likelihoods else { return }
    report(Int(level.rank), likelihoods, "the likelihood scale", label, index, entity, field())
  }

  mutating func impact(
    _ level: Level<ImpactScale>?, _ category: Identifier<ImpactCategory>, at label: String,
    _ index: Int, _ entity: String?, _ field: @autoclosure () -> String
  ) {
    guard let level, let count = count(of: category.text), level.rank > count else { return }
    report(
      Int(level.rank), count, "the impact scale '\(category)'", label, index, entity, field())
  }

  mutating func rating(
    _ level: Level<RatingScale>?, at label: String, _ index: Int, _ entity: String?,
    _ field: @autoclosure () -> String
  ) {
    guard let level, let ratings, level.rank > ratings else { return }
    report(Int(level.rank), ratings, "the matrix's list of ratings", label, index, entity, field())
  }

  private mutating func report(
    _ rank: Int, _ count: Int, _ scale: String, _ label: String, _ index: Int, _ entity: String?,
    _ field: String
  ) {
    report(
      "XML-020", "there is no level \(rank): \(scale) has \(count)",
      count == 0 ? nil : "give a rank from 1 to \(count)", label, index, entity, field)
  }

  private mutating func report(
    _ rule: String, _ message: String, _ hint: String?, _ label: String, _ index: Int,
    _ entity: String?, _ field: String
  ) {
    let place = Register.form.childIndex(Name(label))?.field
    findings.report(
      Finding(
        rule: rule, entity: entity, field: field, message: message, hint: hint,
        recordOffset: place.flatMap { sources.offset(field: $0, index: index) }))
  }

  // MARK: Criteria

  mutating func checkCriteria(_ criteria: Criteria) {
    let at = "criteria"
    for category in criteria.impacts {
      impact(
        category.intolerable, category.category, at: at, 0, nil,
        "criteria/impact[\(category.category)]/intolerable")
    }
    rating(criteria.highFrom, at: at, 0, nil, "criteria/highFrom")
    for appetite in criteria.appetites {
      let path = "criteria/appetite[\(appetite.category?.text ?? "")]"
      rating(appetite.rating, at: at, 0, nil, path + "/rating")
      rating(appetite.tolerance, at: at, 0, nil, path + "/tolerance")
    }
    for review in criteria.reviews {
      rating(review.rating, at: at, 0, nil, "criteria/review[\(review.rating.rank)]/rating")
    }
    for authority in criteria.authorities {
      rating(
        authority.rating, at: at, 0, nil,
        "criteria/authority[\(authority.rating.rank),\(authority.role)]/rating")
    }
    if let matrix = criteria.matrix { checkShape(of: matrix) }
  }

  private mutating func checkShape(of matrix: RatingMatrix) {
    if let likelihoods, matrix.rows.count != likelihoods {
      report(
        "XML-021",
        "the matrix has \(matrix.rows.count) rows, but the likelihood scale \(likelihoods) levels",
        "give one row for each level of likelihood, the rarest first", "criteria", 0, nil,
        "criteria/matrix")
    }
    let columns = impacts.map(\.count).max() ?? matrix.rows.first?.ratings.count ?? 0
    for (index, row) in matrix.rows.enumerated() {
      let path = "criteria/matrix/row[\(index + 1)]"
      if row.ratings.count != columns {
        report(
          "XML-021",
          "row \(index + 1) of the matrix has \(row.ratings.count) ratings, but the longest impact"
            + " scale \(columns) levels",
          "give one rating for each level of impact, the mildest first", "criteria", 0, nil, path)
      }
      for level in row.ratings { rating(level, at: "criteria", 0, nil, path) }
    }
  }
}
