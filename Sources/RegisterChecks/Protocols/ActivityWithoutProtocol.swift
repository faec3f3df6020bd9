public import RegisterAnalysis
public import RegisterModel

/// For every prioritised activity there is a protocol.
///
/// A protocol is for an activity if it `covers` the activity or one of its tasks `restores` it; or if it covers an
/// asset without which the activity stops, and one of its tasks restores the asset.
///
/// A recovery time objective says by when the activity must be back; a protocol says who does what for that.
public struct ActivityWithoutProtocol: RegisterCheck {
  public static let rule = Rule(
    "PRT-001", .error, "Prioritised activity without protocol",
    [.iso22301("8.4.4"), .cir("4.1.1")], .missing)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    var covered = Set(register.response.protocols.flatMap { $0.planned.map(\.activity) })
    for plan in register.register.protocols {
      covered.formUnion(plan.tasks.compactMap { $0.restores.flatMap { register.activities[$0] } })
    }
    return register.prioritised.compactMap { place, activity in
      covered.contains(place)
        ? nil : Self.uncovered(activity, register.tolerablePeriod(ofActivity: place))
    }
  }

  private static func uncovered(_ activity: Activity, _ period: ElapsedTime?) -> Finding {
    rule.finding(
      activity.id.text, nil,
      "no protocol is for '\(activity.name)'"
        + (period.map { ", which may be down for \(Wording.time($0)) at most" } ?? ""),
      hint:
        "name it in the protocol that has it back, <covers ref=\"\(activity.id)\"/>, or write one")
  }
}
