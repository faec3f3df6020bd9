public import RegisterModel

/// What criteria lack for risks to be rated and added up: CFG-001.
public enum CriteriaFindings {
  /// A finding where a register with risks has no criteria, scale or matrix, and one for each level
  /// without an interval. Such a register still loads, and rates by its matrix.
  ///
  /// - Complexity: O(levels).
  public static func findings(in register: Register) -> [Finding] {
    guard let criteria = register.criteria else {
      guard !register.risks.isEmpty else { return [] }
      return [
        finding(
          nil, "the register has no criteria, so its risks can't be rated",
          "'holdfast new' shows what criteria look like")
      ]
    }
    var findings: [Finding] = []
    if criteria.likelihood == nil {
      findings.append(finding("criteria", "there is no likelihood scale", "add <likelihood>"))
    }
    if criteria.impacts.isEmpty {
      findings.append(finding("criteria", "there is no impact category", "add <impact>"))
    }
    if criteria.matrix == nil {
      findings.append(finding("criteria", "there is no matrix of ratings", "add <matrix>"))
    }
    for (index, level) in (criteria.likelihood?.levels ?? []).enumerated()
    where level.from == nil || level.to == nil {
      findings.append(
        finding(
          "criteria/likelihood/level[\(index + 1)]", "the level '\(level.name)' has no interval",
          "give from and to in events a year; without them no expected loss can be computed"))
    }
    for category in criteria.impacts {
      for (index, level) in category.levels.enumerated()
      where (level.from == nil || level.to == nil)
        && (level.moneyFrom == nil || level.moneyTo == nil)
      {
        findings.append(
          finding(
            "criteria/impact[\(category.category)]/level[\(index + 1)]",
            "the level '\(level.name)' of '\(category.category)' has no interval",
            "give from and to in \(category.unit?.text ?? "the category's unit")"))
      }
    }
    return findings
  }

  private static func finding(_ field: String?, _ message: String, _ hint: String) -> Finding {
    Finding(rule: "CFG-001", severity: .error, field: field, message: message, hint: hint)
  }
}
