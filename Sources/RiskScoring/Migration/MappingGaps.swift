import RegisterModel

/// Levels and categories that nobody has decided on: each once, with the first place where it is used
/// and how many more there are.
struct MappingGaps {
  enum Gap: Hashable {
    case likelihood(Level<LikelihoodScale>)
    case impact(Identifier<ImpactCategory>, Level<ImpactScale>)
    case category(Identifier<ImpactCategory>)
    case rating(Level<RatingScale>)
  }

  private struct Use {
    let gap: Gap
    let place: LevelRewriter.Place
    let field: String
    var count = 1
  }

  private var uses: [Use] = []
  /// Where the uses of a gap are counted; nothing is read in the order of a dictionary.
  private var places: [Gap: Int] = [:]

  var isEmpty: Bool { uses.isEmpty }

  mutating func add(
    _ gap: Gap, _ place: LevelRewriter.Place, _ field: @autoclosure () -> String
  ) {
    if let index = places[gap] {
      uses[index].count += 1
    } else {
      places[gap] = uses.count
      uses.append(Use(gap: gap, place: place, field: field()))
    }
  }

  /// A finding for each, in the order in which they were met.
  ///
  /// - Parameter old: The criteria whose names the levels have.
  func findings(_ old: Criteria) -> [Finding] {
    uses.map { use in
      let others =
        use.count == 1
        ? "" : ", and \(use.count - 1) more \(use.count == 2 ? "place" : "places")"
      return Finding(
        rule: "MIG-001", entity: use.place.entity, field: use.field,
        message: "nobody has said what \(Self.words(use.gap, old)) becomes; it is used"
          + " \(use.place.entity == nil ? "in \(use.field)" : "here")\(others)",
        hint: Self.hint(use.gap))
    }
  }

  private static func words(_ gap: Gap, _ old: Criteria) -> String {
    func level(_ rank: Int16, _ names: [Line]) -> String {
      Int(rank) <= names.count ? "\(rank) \(names[Int(rank) - 1])" : "\(rank)"
    }
    switch gap {
    case .likelihood(let rank):
      return "the likelihood '\(level(rank.rank, old.likelihood?.levels.map(\.name) ?? []))'"
    case .impact(let category, let rank):
      let names = old.impacts.first { $0.category == category }?.levels.map(\.name) ?? []
      return "the impact '\(level(rank.rank, names))' of '\(category)'"
    case .category(let category):
      return "the impact category '\(category)'"
    case .rating(let rank):
      return "the rating '\(level(rank.rank, old.matrix?.ratings.map(\.name) ?? []))'"
    }
  }

  private static func hint(_ gap: Gap) -> String {
    switch gap {
    case .likelihood(let rank): "decide: likelihood:\(rank.rank)=…"
    case .impact(let category, let rank): "decide: \(category):\(rank.rank)=…"
    case .category(let category):
      "decide: \(category):1=…, or into another category: \(category)=OTHER:1=…"
    case .rating(let rank): "decide: rating:\(rank.rank)=…"
    }
  }
}
