import ImpactAnalysis
public import RegisterAnalysis
public import RegisterModel

/// Nothing is promised back later than somebody who needs it can wait.
///
/// The promise is the recovery time objective of the asset or activity itself; what is asked of it follows
/// from the objectives of all that need it, at any depth, less leads and own work on the way; a workaround
/// gives the time until it runs out. Of members of which fewer are enough, the last one that is needed is
/// judged. The message names who asks first, and for which activity.
///
/// Such contradictions mostly lie between two departments, each of which planned well on its own. Have their
/// owners meet: one has to become faster, or the other to do without for longer.
public struct PromiseLate: RegisterCheck {
  public static let rule = Rule(
    "DEP-002", .error, "Promised later than it is needed",
    [.iso22301("8.2.2 h"), .iso22301("8.3.3")], .wrong)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] { register.contradictions }
}

extension CompiledRegister {
  /// Who answers for an activity or asset.
  func owner(of node: DependencyGraph.Node) -> Identifier<Party>? {
    impact.activity(node)?.owner ?? impact.asset(node)?.owner
  }

  /// "r-ed's A-triage 'Triage'".
  func ownedLabel(_ node: DependencyGraph.Node) -> String {
    (owner(of: node).map { "\($0)'s " } ?? "") + label(node)
  }
}
