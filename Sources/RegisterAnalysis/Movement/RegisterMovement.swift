import RegisterModel
import RiskScoring

/// What happened to the risks of a register since an earlier revision of it (DOMAIN §8.1).
///
/// ```swift
/// let movement = RegisterMovement(from: lastYear, to: now)
/// for change in movement.changes where change.direction == .higher { … }
/// ```
public struct RegisterMovement: Sendable {
  public let earlier: CompiledRegister
  public let now: CompiledRegister
  /// What changed in the criteria; where one of them affects ratings, ratings before and after can't be
  /// compared, though ``changes`` still lists them.
  public let criteria: [CriteriaChange]
  /// Risks that were not there, as places in the register of now.
  public let new: [Int]
  /// Risks that are no longer there, as places in the earlier register.
  public let gone: [Int]
  /// Risks in both of which something changed, in the order of identifiers.
  public let changes: [RiskMovement]
  /// The number of risks in both of which nothing changed.
  public let unchanged: Int
  /// Whether the earlier register stands in the history of this one; nil: it has no history to tell.
  public let isAncestor: Bool?

  /// Whether ratings before and after can be compared.
  public var areRatingsComparable: Bool { !criteria.contains { $0.affectsRatings } }

  /// - Complexity: O(*n*) in the number of risks of both, and of edits in the history.
  public init(from earlier: CompiledRegister, to now: CompiledRegister) {
    self.earlier = earlier
    self.now = now
    criteria = CriteriaChange.changes(from: earlier.register, to: now.register)
    let (before, after) = (earlier.register.risks, now.register.risks)
    var (new, gone, changes, unchanged) = ([Int](), [Int](), [RiskMovement](), 0)
    var (old, place) = (0, 0)
    while old < before.count || place < after.count {
      if place == after.count || (old < before.count && before[old].id < after[place].id) {
        gone.append(old)
        old += 1
      } else if old == before.count || after[place].id < before[old].id {
        new.append(place)
        place += 1
      } else {
        let change = RiskMovement(
          from: (old, before[old], earlier.current.scores[old]),
          to: (place, after[place], now.current.scores[place]))
        if let change { changes.append(change) } else { unchanged += 1 }
        (old, place) = (old + 1, place + 1)
      }
    }
    self.new = new
    self.gone = gone
    self.unchanged = unchanged
    isAncestor = Self.isAncestor(earlier.register, of: now.register)
    self.changes = Self.explained(
      changes, in: now.register, since: earlier.register, isAncestor: isAncestor == true)
  }

  private static func isAncestor(_ earlier: Register, of now: Register) -> Bool? {
    guard let last = earlier.history.last, !now.history.isEmpty else { return nil }
    return now.history.first { $0.number == last.number }.map { $0.content == last.content }
      ?? false
  }

  /// The changes with the entries of the history that made them.
  private static func explained(
    _ changes: [RiskMovement], in now: Register, since earlier: Register, isAncestor: Bool
  ) -> [RiskMovement] {
    let last = isAncestor ? earlier.history.last?.number : nil
    guard last != nil || earlier.history.isEmpty else { return changes }
    var places: [String: Int] = [:]
    for (index, change) in changes.enumerated() { places[now.risks[change.place].id.text] = index }
    var explained = changes
    for (index, entry) in now.history.enumerated() where last.map({ entry.number > $0 }) ?? true {
      for edit in entry.edits where edit.isOfJudgement {
        guard let place = edit.ref.flatMap({ places[$0.text] }),
          explained[place].entries.last != index
        else { continue }
        explained[place].entries.append(index)
      }
    }
    return explained
  }
}

extension RecordedEdit {
  /// Whether it changed how a risk is judged now, or its status.
  fileprivate var isOfJudgement: Bool {
    guard kind == .set, let field = field?.text else { return false }
    return field == "status" || field == "score" || field.hasPrefix("score[current]")
  }
}
