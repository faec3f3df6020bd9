public import RegisterAnalysis
public import RegisterModel

/// There are criteria to judge by: a likelihood scale, impact categories, a matrix of ratings, and an
/// interval for every level.
///
/// A level is an interval of events a year, or of loss; its name alone means something else to
/// everybody. Without intervals risks are still rated by the matrix, but no expected loss can be
/// computed, and nobody can check the matrix. An impact level may have its interval in money instead.
/// A register that has no risks yet is not asked for criteria.
public struct CriteriaIncomplete: RegisterCheck {
  public static let rule = Rule(
    "CFG-001", .error, "Criteria missing, or a level without an interval",
    [.iso31000("6.3.4"), .csf("GV.RM-06"), .iso22301("8.2.2 a")], .missing)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    guard let criteria = register.register.criteria else {
      return register.register.risks.isEmpty ? [] : [Self.noCriteria]
    }
    return Self.missingParts(of: criteria) + Self.likelihoods(of: criteria)
      + Self.impacts(of: criteria)
  }

  private static var noCriteria: Finding {
    rule.finding(
      nil, nil, "the register has no criteria, so its risks can't be rated",
      hint: "'holdfast new' shows what criteria look like")
  }

  private static func missingParts(of criteria: Criteria) -> [Finding] {
    [
      criteria.likelihood == nil ? ("there is no likelihood scale", "add <likelihood>") : nil,
      criteria.impacts.isEmpty ? ("there is no impact category", "add <impact>") : nil,
      criteria.matrix == nil ? ("there is no matrix of ratings", "add <matrix>") : nil,
    ].compactMap(\.self).map { rule.finding(nil, "criteria", $0.0, hint: $0.1) }
  }

  private static func likelihoods(of criteria: Criteria) -> [Finding] {
    (criteria.likelihood?.levels ?? []).enumerated().compactMap { index, level in
      guard level.from == nil || level.to == nil else { return nil }
      return rule.finding(
        nil, "criteria/likelihood/level[\(index + 1)]",
        "the level '\(level.name)' has no interval",
        hint: "give from and to in events a year; without them no expected loss can be computed")
    }
  }

  private static func impacts(of criteria: Criteria) -> [Finding] {
    criteria.impacts.flatMap { category in
      category.levels.enumerated().compactMap { index, level in
        guard level.from == nil || level.to == nil,
          level.moneyFrom == nil || level.moneyTo == nil
        else { return nil }
        return rule.finding(
          nil, "criteria/impact[\(category.category)]/level[\(index + 1)]",
          "the level '\(level.name)' of '\(category.category)' has no interval",
          hint: "give from and to in \(category.unit?.text ?? "the category's unit")")
      }
    }
  }
}
