public import RegisterAnalysis
public import RegisterModel
import ResponsePlanning

/// The tasks of a protocol can be done in some order, and restore all that it covers.
///
/// An activity or asset that a protocol covers is restored by a task that names it, or names what it needs. Tasks that
/// wait for each other in a circle never begin.
public struct ScopeUnrestored: RegisterCheck {
  public static let rule = Rule(
    "PRT-007", .error, "Tasks in a circle, or something in scope that none restores",
    [.iso22301("8.4.4"), .iso22301("8.4.5")], .wrong)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    var needs = RestoredNeeds(register)
    return register.response.protocols.flatMap { response in
      let plan = register.register.protocols[response.place]
      let circle = response.network.circle
      let open = needs.unrestored(by: plan)
      return [
        circle.isEmpty ? nil : Self.circular(circle.map { plan.tasks[$0] }, plan),
        open.isEmpty ? nil : Self.unrestored(open, plan, register),
      ].compactMap(\.self)
    }
  }

  private static func circular(_ tasks: [RecoveryTask], _ plan: ResponseProtocol) -> Finding {
    rule.finding(
      plan.id.text, "task[\(tasks[0].id)]/after",
      tasks.count == 1
        ? "task \(tasks[0].id) '\(tasks[0].name)' of '\(plan.name)' waits for itself"
        : "the tasks \(Wording.someOf(tasks.map(\.id.text))) of '\(plan.name)' wait for each other in a circle",
      hint: "take out one <after ref=\"…\"/>")
  }

  private static func unrestored(
    _ nodes: [Int], _ plan: ResponseProtocol, _ register: CompiledRegister
  ) -> Finding {
    rule.finding(
      plan.id.text, "task",
      "no task of '\(plan.name)' restores \(register.labels(nodes)), which it covers",
      hint:
        "name what a task restores, <task … restores=\"…\"/>, add one, or cover only what the protocol has back",
      nature: .missing)
  }
}
