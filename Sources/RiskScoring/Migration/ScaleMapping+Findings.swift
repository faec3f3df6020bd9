import RegisterModel

extension ScaleMapping {
  /// What can't be right about the mapping itself: scales, levels and categories that there aren't,
  /// levels that would change places, and categories that would become one.
  func findings(from old: Criteria, to new: Criteria) -> [Finding] {
    Self.findings(
      likelihood, "likelihood", old.likelihood?.levels.count, new.likelihood?.levels.count)
      + Self.findings(ratings, "rating", old.matrix?.ratings.count, new.matrix?.ratings.count)
      + categories.indices.flatMap { index in
        findings(categories[index], after: categories[..<index], old, new)
      }
  }

  private func findings(
    _ category: Category, after others: ArraySlice<Category>, _ old: Criteria, _ new: Criteria
  ) -> [Finding] {
    let name = category.from.text
    guard let source = old.impacts.first(where: { $0.category == category.from }) else {
      return [Self.noCategory(category.from, in: old, "the register's criteria have")]
    }
    guard let target = new.impacts.first(where: { $0.category == category.to }) else {
      return [Self.noCategory(category.to, in: new, "the new criteria have")]
    }
    let levels = Self.findings(category.levels, name, source.levels.count, target.levels.count)
    return others.contains { $0.to == category.to }
      ? levels + [Self.merged(name, category.to)] : levels
  }

  private static func findings<Scale>(
    _ map: LevelMap<Scale>, _ scale: String, _ oldCount: Int?, _ newCount: Int?
  ) -> [Finding] {
    var findings: [Finding] = []
    if let (lower, higher) = map.reversal {
      findings.append(
        mistake(
          scale, "\(scale) \(lower.rank) would come to lie above \(scale) \(higher.rank)",
          "map a higher level to the same level as a lower one, or to a higher"))
    }
    for (from, to) in map.pairs {
      if Int(from.rank) > oldCount ?? 0 {
        findings.append(
          mistake(
            scale, "there is no \(scale) \(from.rank): the old scale has \(oldCount ?? 0) levels",
            nil))
      }
      if Int(to.rank) > newCount ?? 0 {
        findings.append(
          mistake(
            scale, "there is no \(scale) \(to.rank): the new scale has \(newCount ?? 0) levels",
            nil))
      }
    }
    return findings
  }

  private static func noCategory(
    _ category: Identifier<ImpactCategory>, in criteria: Criteria, _ whose: String
  ) -> Finding {
    let known = criteria.impacts.map(\.category.text)
    return mistake(
      category.text, "\(whose) no impact category '\(category)'",
      Spelling.hint(for: category.text, in: known)
        ?? "they have: " + known.joined(separator: ", "))
  }

  private static func merged(_ name: String, _ target: Identifier<ImpactCategory>) -> Finding {
    mistake(
      name, "two impact categories would become '\(target)'",
      "of two impacts of one risk nobody could tell which counts; map one of them elsewhere")
  }

  private static func mistake(_ field: String, _ message: String, _ hint: String?) -> Finding {
    Finding(rule: "MIG-003", field: field, message: message, hint: hint)
  }
}
