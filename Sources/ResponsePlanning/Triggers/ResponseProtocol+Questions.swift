public import RegisterModel

extension ResponseProtocol {
  /// The questions that its triggers and its stand-down ask people, each once, in the order in which they stand.
  public var questions: [ManualCondition] {
    let conditions =
      triggers.flatMap { [$0.condition, $0.release?.condition] } + [standDown?.condition]
    var seen: Set<[String]> = []
    return conditions.compactMap(\.self).flatMap(\.questions)
      .filter { seen.insert([$0.role.text, $0.question.text]).inserted }
  }
}

extension Condition {
  /// Itself, or the conditions that it is made of.
  public var leaves: [Condition] {
    switch self {
    case .all(let group), .any(let group): group.conditions.flatMap(\.leaves)
    case .atLeast(let quorum): quorum.conditions.flatMap(\.leaves)
    case .not(let negation): negation.condition?.leaves ?? []
    default: [self]
    }
  }

  fileprivate var questions: [ManualCondition] {
    leaves.compactMap { if case .manual(let it) = $0 { it } else { nil } }
  }

  /// The assets and activities that it asks for, by identifier.
  public var subjects: [String] {
    leaves.compactMap { leaf in
      switch leaf {
      case .asset(let it): it.ref.text
      case .activity(let it): it.ref.text
      case .elapsed(let it): it.ref.text
      case .forecast(let it): it.ref.text
      default: nil
      }
    }
  }
}
