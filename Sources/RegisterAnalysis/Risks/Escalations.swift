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

  /// The action by which a risk is escalated today; of several, the first in the register; nil: it isn't.
  ///
  /// - Parameter place: Of the risk among the risks.
  public subscript(place: Int) -> Action? {
    actions[register.register.risks[place].id.text]?.lazy.map { register.register.actions[$0] }
      .first { isEscalation($0, of: place) }
  }

  private func isEscalation(_ action: Action, of place: Int) -> Bool {
    guard action.status == .open || action.status == .inProgress, let due = action.due,
      due >= register.today, let owner = action.owner
    else { return false }
    guard authorities.areStated, let rating = register.current.scores[place].rating else {
      return true
    }
    return authorities.highest(of: owner).map { $0 >= rating } ?? false
  }
}
