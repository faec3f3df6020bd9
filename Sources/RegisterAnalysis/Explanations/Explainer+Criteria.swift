import RegisterModel
import RiskScoring

/// What follows from the criteria: how well the matrix orders risks, and which limits hold.
extension Explainer {
  var criteriaExplanation: Explanation {
    Explanation(
      entity: Self.criteria, kind: "the criteria", name: "Criteria of \(register.title)",
      today: today, steps: [highStep, horizonStep] + auditSteps)
  }

  private var highStep: ExplanationStep {
    let isStated = register.criteria?.highFrom != nil
    return ExplanationStep(
      "highFrom", "A risk is high from", compiled.highFrom.map(rating),
      compiled.highFrom == nil
        ? "there is no matrix"
        : isStated ? "as the criteria state" : "the highest rating, since the criteria don't say",
      inputs: register.criteria?.highFrom.map {
        [ExplanationInput("high from", rating($0), nil, "criteria/highFrom")]
      } ?? [])
  }

  private var horizonStep: ExplanationStep {
    let isStated = register.criteria?.horizon != nil
    return ExplanationStep(
      "horizon", "An activity is prioritised within",
      compiled.horizon.map(DateText.elapsed),
      isStated
        ? "as the criteria state"
        : compiled.horizon == nil
          ? "the criteria state neither a horizon nor bands, so any MTPD will do"
          : "the last of the bands, since the criteria state no horizon")
  }

  private var auditSteps: [ExplanationStep] {
    guard let criteria = register.criteria, let audit = CriteriaAudit(criteria) else {
      return [ExplanationStep("matrix", "Matrix", nil, "there is none")]
    }
    // MX-5 is no defect: it is what the ordering below says.
    let findings = audit.findings.filter { $0.finding.code != "MX-5" }.enumerated().map {
      place, found in
      ExplanationStep(
        "finding[\(place + 1)]", found.finding.code, found.category?.text ?? "all", found.message)
    }
    let matrix = ExplanationStep(
      "matrix", "Audit of the matrix",
      findings.isEmpty ? "nothing found" : "\(findings.count) found",
      "whether it contradicts itself or its scales", formula: "the checks MX-1 to MX-10",
      parts: findings)
    return [matrix] + orderingSteps(audit)
  }

  /// How well the ratings order risks: one step for all categories of which the same is to be said.
  private func orderingSteps(_ audit: CriteriaAudit) -> [ExplanationStep] {
    var groups: [(categories: [CriteriaAudit.Category], sentences: [String])] = []
    for category in audit.categories {
      let sentences = category.audit.plainSentences()
      if let place = groups.firstIndex(where: { $0.sentences == sentences }) {
        groups[place].categories.append(category)
      } else {
        groups.append(([category], sentences))
      }
    }
    return groups.map { categories, sentences in
      ExplanationStep(
        "ordering[\(categories[0].category)]",
        "In \(Plural.list(categories.map(\.name))) the ratings order",
        categories[0].audit.ordering.map {
          "\(ShareText.percent($0.correct)) of all pairs rightly"
        },
        sentences.map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }.joined(separator: ". "),
        formula:
          "all pairs of 4 × 4 points in each cell, by their ratings and by what they stand for")
    }
  }
}
