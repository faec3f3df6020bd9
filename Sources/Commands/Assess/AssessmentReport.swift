import RegisterAnalysis
import RegisterModel
import RiskScoring

/// All that `assess` shows, whatever the face: computed once.
struct AssessmentReport {
  let register: Register
  let assessment: Assessment
  let order: PriorityOrder
  let map: HeatMap
  let counts: RiskCounts
  let words: RegisterWords
  let reasons: RankReason
  /// The file as hints name it.
  let file: String

  init(of register: Register, at stage: Stage, file: String) {
    let assessment = Assessment(of: register, at: stage)
    self.register = register
    self.assessment = assessment
    self.file = file == "-" ? "register.xml" : file
    order = PriorityOrder(of: assessment)
    map = HeatMap(of: assessment)
    counts = RiskCounts(of: assessment)
    words = RegisterWords(register, assessment.rules)
    reasons = RankReason(order, words)
  }

  var stage: Stage { assessment.stage }

  /// What the register lacks to be assessed, and how to add it: a sentence each.
  var lacks: [String] {
    var lacks: [String] = []
    if register.risks.isEmpty {
      lacks.append(
        "The register has no risks yet. Add one with 'holdfast add \(file) risk --title \"…\"', or a "
          + "brainstorm, one title a line, with 'holdfast add \(file) risks -'.")
    }
    guard let criteria = register.criteria else {
      return lacks + [
        "The register has no criteria, so no risk can be rated. Make a register that has some with "
          + "'holdfast new criteria.xml' and copy its <criteria> into \(file)."
      ]
    }
    if criteria.likelihood == nil {
      lacks.append(
        "The criteria have no likelihood scale, so levels have no names and no expected loss can be "
          + "computed. Add <likelihood> to <criteria>.")
    }
    if criteria.impacts.isEmpty {
      lacks.append(
        "The criteria have no impact category, so no risk can be rated. Add <impact> to <criteria>."
      )
    }
    if assessment.rules.matrix.isEmpty {
      lacks.append(
        "The criteria have no matrix of ratings, so no risk can be rated. Add <matrix> to <criteria>; "
          + "'holdfast new criteria.xml' shows what it looks like.")
    }
    return lacks
  }

  /// How to fill in what is missing for a rating; nil where no risk lacks a judgement.
  var scoringHint: String? {
    guard let category = register.criteria?.impacts.first?.category,
      let first = order.notAssessed.first(where: {
        [.noScore, .noLikelihood, .noImpact].contains(assessment.scores[$0].notAssessed)
      })
    else { return nil }
    return "holdfast set \(file) \(assessment.risks[first].id) \(stage.rawValue) --likelihood N "
      + "--impact \(category)=N --because \"…\""
  }

  /// Owners with the worst rating first, then by how many risks of theirs have it; those without a
  /// rated risk at the end.
  var ownersByRating: [SubjectTally<Party>] {
    func order(_ tally: RatingTally) -> (Int, Int) {
      tally.highest.map { (Int($0.rank), tally[$0]) } ?? (0, 0)
    }
    return counts.owners.enumerated().sorted { left, right in
      let (first, second) = (order(left.element.tally), order(right.element.tally))
      return first == second ? left.offset < right.offset : first > second
    }.map(\.element)
  }
}
