public import RegisterModel
import RiskScoring

/// Which risks lie on the desk of somebody who may decide about them.
///
/// A risk is escalated by an action that comes `from` it, is open or in progress, has a due date that has
/// not passed, and is owned by a party whom the criteria allow to accept risks of its current rating; by any
/// owner, where they say so of nobody.
public struct Escalations: Sendable {
  private let register: CompiledRegister
  private let authorities: ApprovalAuthorities
  /// The actions that come from a risk, by its identifier, in the order of the register.
  private let actions: [String: [Int]]

  /// - Complexity: O(*n*) in actions and parties.
  public init(_ register: CompiledRegister) {
    self.register = register
    authorities = ApprovalAuthorities(register.register)
    var actions: [String: [Int]] = [:]
    for (place, action) in register.register.actions.enumerated() {
      for origin in action.from { actions[origin.ref.text, default: []].append(place) }
    }
    self.actions = actions
  }

  /// Why an action that comes from a risk doesn't escalate it.
  public enum Flaw: Hashable, Sendable {
    case noDueDate
    case overdue(CalendarDate)
    case noOwner
    /// Its owner may not accept risks of that rating.
    case withoutAuthority(Identifier<Party>)
  }

  /// The actions under way that come from a risk and don't escalate it, each with what it lacks first, in the
  /// order of the register.
  ///
  /// - Parameter place: Of the risk among the risks.
  public func attempts(ofRisk place: Int) -> [(action: Action, flaw: Flaw)] {
    (actions[register.register.risks[place].id.text] ?? []).compactMap { index in
      let action = register.register.actions[index]
      guard action.isUnderWay else { return nil }
      return flaw(of: action, for: place).map { (action, $0) }
    }
  }

  /// The action by which a risk is escalated today; of several, the first in the register; nil: it isn't.
  ///
  /// - Parameter place: Of the risk among the risks.
  public subscript(place: Int) -> Action? {
    actions[register.register.risks[place].id.text]?.lazy.map { register.register.actions[$0] }
      .first { isEscalation($0, of: place) }
  }

  private func isEscalation(_ action: Action, of place: Int) -> Bool {
    action.isUnderWay && flaw(of: action, for: place) == nil
  }

  private func flaw(of action: Action, for place: Int) -> Flaw? {
    guard let due = action.due else { return .noDueDate }
    if due < register.today { return .overdue(due) }
    guard let owner = action.owner else { return .noOwner }
    guard authorities.areStated, let rating = register.current.scores[place].rating else {
      return nil
    }
    let isAllowed = authorities.highest(of: owner).map { $0 >= rating } ?? false
    return isAllowed ? nil : .withoutAuthority(owner)
  }
}

extension Action {
  fileprivate var isUnderWay: Bool { status == .open || status == .inProgress }
}
