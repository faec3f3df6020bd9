import RegisterModel

/// The levels of a register's scales by name.
struct RegisterScales {
  private let likelihood: [String]
  private let ratings: [String]
  private let impacts: [String: [String]]
  /// The impact categories in their order, by token and name.
  private(set) var categories: [(token: String, name: String?)]
  /// What cells show of the categories, in capitals as they are written and in lower case.
  private var categoriesByName: [String: String]

  init(_ register: Register) {
    let criteria = register.criteria
    likelihood = criteria?.likelihood?.levels.map(\.name.text) ?? []
    ratings = criteria?.matrix?.ratings.map(\.name.text) ?? []
    categories = (criteria?.impacts ?? []).map { ($0.category.text, $0.name?.text) }
    impacts = Dictionary(
      (criteria?.impacts ?? []).map { ($0.category.text, $0.levels.map(\.name.text)) },
      uniquingKeysWith: { first, _ in first })
    categoriesByName = Dictionary(
      categories.flatMap { token, name in [token, name ?? token].map { ($0.lowercased(), token) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// Tells of a category that is new.
  mutating func add(category token: String, _ name: String?) {
    guard !categories.contains(where: { $0.token == token }) else { return }
    categories.append((token, name))
    for word in [token, name ?? token] where categoriesByName[word.lowercased()] == nil {
      categoriesByName[word.lowercased()] = token
    }
  }

  /// The names of the levels of a scale, the lowest first; none where it has none.
  ///
  /// - Parameter category: The impact category of the row, for a scale that depends on it.
  func names(_ scale: CellKind.Scale, category: String? = nil) -> [String] {
    switch scale {
    case .likelihood: likelihood
    case .rating: ratings
    case .impact(let token): impacts[token] ?? []
    case .impactOfRow: category.flatMap { impacts[$0] } ?? []
    case .plain: []
    }
  }

  /// A rank as a cell shows it: `3 Moderate`.
  func shown(_ rank: String, _ scale: CellKind.Scale, category: String? = nil) -> String {
    let names = names(scale, category: category)
    guard let index = Int(rank), names.indices.contains(index - 1) else { return rank }
    return "\(rank) \(names[index - 1])"
  }

  /// The rank that a cell means: a rank, a name, or both.
  func rank(_ text: String, _ scale: CellKind.Scale, category: String? = nil) -> Result<
    String, CellProblem
  > {
    let names = names(scale, category: category)
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    if let rank = Int(digits), (1...99).contains(rank),
      digits.count == text.count || text.dropFirst(digits.count).first?.isWhitespace == true
    {
      guard names.isEmpty || rank <= names.count else {
        return .failure(
          CellProblem("there is no level \(rank)", "the scale has \(names.count) levels"))
      }
      // A rank and the name of another level say two things: nobody can tell which is meant.
      let said = text.dropFirst(digits.count).drop { $0.isWhitespace }.lowercased()
      if let other = names.firstIndex(where: { $0.lowercased() == said }), other + 1 != rank {
        return .failure(
          CellProblem(
            "'\(text.cut(to: 100))' names two levels",
            "write \(rank) \(names[rank - 1]) or \(other + 1) \(names[other])"))
      }
      return .success("\(rank)")
    }
    let wanted = text.lowercased()
    if let index = names.firstIndex(where: { $0.lowercased() == wanted }) {
      return .success("\(index + 1)")
    }
    let hint =
      names.isEmpty
      ? "write the rank, 1 for the lowest"
      : Spelling.hint(for: text, in: names)
        ?? "there are: "
        + names.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: ", ")
    return .failure(CellProblem("'\(text.cut(to: 100))' is no level of the scale", hint))
  }

  func shownCategory(_ token: String) -> String {
    guard let name = categories.first(where: { $0.token == token })?.name, name != token else {
      return token
    }
    return "\(token) · \(name)"
  }

  /// The token of the category that a cell means.
  func category(_ text: String) -> Result<String, CellProblem> {
    let first = String(text.prefix { !$0.isWhitespace && $0 != "·" })
    for candidate in [text, first] {
      if let token = categoriesByName[candidate.lowercased()] { return .success(token) }
    }
    return .failure(
      CellProblem(
        "no impact category is called '\(text.cut(to: 100))'",
        "there are: " + categories.map(\.token).joined(separator: ", ")))
  }
}
