public import RegisterAnalysis
public import RegisterModel
import RiskScoring

/// The criteria state appetite and tolerance, for every impact category, and the tolerance is not below
/// the appetite.
///
/// Appetite is the rating at or below which risks are wanted; tolerance the one that must not be
/// exceeded without an approved exception. Until they are stated nobody can say which risks are too
/// large. A category without an appetite of its own has the one that is stated for all. Criteria
/// without impact categories are not asked: CFG-001 is.
public struct AppetiteUnstated: RegisterCheck {
  public static let rule = Rule(
    "CFG-004", .error, "Appetite or tolerance not stated, or tolerance below appetite",
    [.csf("GV.RM-02"), .rts("3(1)(a)"), .cir("2.1.2 b")], .missing)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    guard let criteria = register.register.criteria, !criteria.impacts.isEmpty else { return [] }
    let lacking = register.rules.categories.filter { $0.appetite == nil }.map(\.definition)
    let unstated =
      criteria.appetites.isEmpty ? [Self.noAppetite] : lacking.map(Self.noAppetite(for:))
    return unstated
      + criteria.appetites.filter { $0.tolerance < $0.rating }
      .map { Self.contradiction($0, criteria) }
  }

  private static var noAppetite: Finding {
    rule.finding(
      nil, "criteria/appetite", "the criteria state neither appetite nor tolerance",
      hint:
        "add <appetite rating=\"…\" tolerance=\"…\"/>: ratings wanted, and ratings never exceeded "
        + "without an exception")
  }

  private static func noAppetite(for category: ImpactCategory) -> Finding {
    rule.finding(
      nil, "criteria/impact[\(category.category)]",
      "no appetite is stated for \(category.words), and none for all categories",
      hint:
        "add <appetite category=\"\(category.category)\" rating=\"…\" tolerance=\"…\"/>, or one "
        + "without category for all")
  }

  private static func contradiction(_ appetite: Appetite, _ criteria: Criteria) -> Finding {
    let category = criteria.impacts.first { $0.category == appetite.category }
    return rule.finding(
      nil, "criteria/appetite[\(appetite.category?.text ?? "")]/tolerance",
      "the tolerance\(category.map { " for \($0.words)" } ?? "") is "
        + "\(criteria.name(of: appetite.tolerance)), below the appetite, "
        + criteria.name(of: appetite.rating),
      hint: "what is wanted must be tolerated: raise the tolerance to "
        + "\(criteria.name(of: appetite.rating)) (\(appetite.rating.rank)) or more, or lower rating",
      nature: .wrong)
  }
}

extension ImpactCategory {
  /// What people call it: its name, or its token.
  var words: String { "'\(name?.text ?? category.text)'" }
}

extension Criteria {
  /// What people call a rating: 'High', or its rank where the matrix has no name for it.
  func name(of rating: Level<RatingScale>) -> String {
    let ratings = matrix?.ratings ?? []
    let place = Int(rating.rank) - 1
    return place < ratings.count ? "'\(ratings[place].name)'" : "rating \(rating.rank)"
  }
}
