import RegisterAnalysis
import RegisterModel

/// What changed since an earlier revision, in words.
struct MovementWords {
  let context: ReportContext
  let movement: RegisterMovement

  init(_ context: ReportContext, _ movement: RegisterMovement) {
    self.context = context
    self.movement = movement
  }

  /// "revision 41" or "the earlier register".
  var earlierName: String {
    let earlier = movement.earlier.register
    guard let revision = earlier.revision, revision != context.register.revision else {
      return "the earlier register"
    }
    return "revision \(revision.value)"
  }

  /// A few sentences.
  var summary: [Inline] {
    var text: [Inline] = [.text("Since \(earlierName): ")]
    let groups: [(String, [Int])] = [
      ("new: ", movement.new), ("rated higher: ", places(.higher)),
      ("rated lower: ", places(.lower)),
      ("assessed for the first time: ", places(.assessed)),
      ("no longer assessed: ", places(.unassessed)), ("closed: ", closed),
    ]
    let known =
      movement.areRatingsComparable
      ? groups : groups.filter { $0.0 == "new: " || $0.0 == "closed: " }
    for (name, risks) in known where !risks.isEmpty {
      text += [.text(name)] + context.links(toRisks: risks, most: 5) + ["; "]
    }
    if !movement.gone.isEmpty {
      text.append(.text("removed: \(Plural.count(movement.gone.count, "risk")); "))
    }
    text.append(.text("unchanged: \(Plural.count(movement.unchanged, "risk"))."))
    if !movement.areRatingsComparable {
      text.append(
        " Ratings can't be compared with the earlier ones, for the criteria have changed.")
    }
    return text
  }

  /// The risks whose rating went a way, as places in the register of now.
  func places(_ direction: RiskMovement.Direction) -> [Int] {
    movement.changes.filter { $0.direction == direction }.map(\.place)
  }

  /// The risks that were not closed and are.
  var closed: [Int] {
    movement.changes.filter { $0.status?.after == .closed }.map(\.place)
  }

  /// What a change of the criteria is.
  func text(_ change: CriteriaChange) -> String {
    switch change {
    case .likelihood: "the likelihood scale has other levels or bounds"
    case .impact(let category):
      "the impact category '\(category)' is new, gone, or has other levels or bounds"
    case .matrix: "the matrix gives other ratings"
    case .currency: "amounts are in another currency"
    case .appetite: "appetite or tolerance is another, so that states don't compare"
    }
  }
}
