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

  public func findings(in register: CompiledRegister) -> [Finding] {
    LatePromise.all(register.register, register.impact.graph).map { Self.late($0, register) }
  }

  private static func late(_ promise: LatePromise, _ register: CompiledRegister) -> Finding {
    let promiser = register.owner(of: promise.resource)
    let asker = register.owner(of: promise.dependent)
    let when =
      promise.required < 0
      ? "before the disruption begins" : "within \(Wording.time(promise.required))"
    let origin =
      promise.origin == promise.dependent
      ? "" : ", because of \(register.ownedLabel(promise.origin))"
    let meeting = asker == promiser ? nil : [asker, promiser].compactMap(\.?.text)
    return rule.finding(
      register.impact.identifier(promise.resource), "targets/rto",
      "\(register.ownedLabel(promise.dependent)) needs '\(register.impact.name(promise.resource))' \(when)"
        + "\(origin); \(promiser.map { "\($0) promises" } ?? "promised is") "
        + "\(Wording.time(promise.promised))",
      hint: (meeting.map { $0.count == 2 ? "have \(Wording.list($0)) agree: " : "" } ?? "")
        + "promise it sooner, or let \(register.impact.identifier(promise.dependent)) do without for longer "
        + "by a <workaround> to its need")
  }
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
