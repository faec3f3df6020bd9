public import RegisterModel

/// A condition, how its truth goes on over time, and why it is not known where it is not.
public struct ConditionCourse: Sendable {
  public let condition: Condition
  public let course: TruthCourse
  /// What is missing where it is unknown; nil for a condition that is made of parts.
  public let missing: String?
  public let parts: [ConditionCourse]

  /// What somebody may be asked to settle it: parts of which nobody knows at a moment whether they hold and on
  /// which something depends.
  public func open(at moment: Int64) -> [ConditionCourse] {
    guard course.value(at: moment) == .unknown else { return [] }
    return parts.isEmpty ? [self] : parts.flatMap { $0.open(at: moment) }
  }

  /// The parts that make it hold or not hold at a moment: for a condition that holds, those that do.
  public func decisive(at moment: Int64) -> [ConditionCourse] {
    guard !parts.isEmpty else { return [self] }
    if case .not = condition { return parts.flatMap { $0.decisive(at: moment) } }
    let value = course.value(at: moment)
    return parts.filter { $0.course.value(at: moment) == value }
      .flatMap { $0.decisive(at: moment) }
  }
}

extension TriggerContext {
  /// How the truth of a condition goes on.
  ///
  /// - Parameter place: The protocol that it belongs to.
  /// - Complexity: O(*n* log *n*) in the conditions and the facts that they ask for.
  public func course(of condition: Condition, in place: Int) -> ConditionCourse {
    switch condition {
    case .all(let group):
      combined(condition, group.conditions, place) { Truth.all($0) }
    case .any(let group):
      combined(condition, group.conditions, place) { Truth.any($0) }
    case .atLeast(let quorum):
      combined(condition, quorum.conditions, place) {
        Truth.atLeast(Int(quorum.count.value), of: $0)
      }
    case .not(let negation):
      // A negation of nothing doesn't get past the reader.
      combined(condition, negation.condition.map { [$0] } ?? [], place) { !Truth.all($0) }
    case .asset(let state): leaf(condition, course(of: state))
    case .activity(let state): leaf(condition, course(of: state))
    case .elapsed(let elapsed): leaf(condition, course(of: elapsed))
    case .hazard(let hazard): leaf(condition, course(of: hazard))
    case .indicator(let indicator): leaf(condition, course(of: indicator))
    case .incidents(let incidents): leaf(condition, course(of: incidents))
    case .severity(let severity): leaf(condition, course(of: severity))
    case .forecast(let forecast): leaf(condition, course(of: forecast, in: place))
    case .manual(let manual): leaf(condition, course(of: manual))
    }
  }

  private func combined(
    _ condition: Condition, _ conditions: [Condition], _ place: Int, by rule: ([Truth]) -> Truth
  ) -> ConditionCourse {
    let parts = conditions.map { course(of: $0, in: place) }
    return ConditionCourse(
      condition: condition, course: .combining(parts.map(\.course), by: rule), missing: nil,
      parts: parts)
  }

  private func leaf(_ condition: Condition, _ found: (TruthCourse, String)) -> ConditionCourse {
    ConditionCourse(condition: condition, course: found.0, missing: found.1, parts: [])
  }
}
