import ImpactAnalysis
public import RegisterAnalysis
public import RegisterModel

/// Where one thing stands in for another, it is said what could take them out together.
///
/// Asked is for a `commonCause` of every need of which fewer members than there are, are enough: a statement on
/// the site, power, supplier and software that they share or don't, or the share of failures that take all of
/// them (beta). The message names what they share as far as the register knows: where they stand, who supplies
/// them, and what all of them hang on.
///
/// Two of a thing fail together more often than two chances multiplied would say: one flood, one update, one
/// supplier.
public struct CommonCauseUnstated: RegisterCheck {
  public static let rule = Rule(
    "DEP-006", .warning, "Redundancy without statement on common causes", [.iso22301("8.3.3")],
    .missing)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    register.impact.commonPoints.needs.compactMap { entry in
      let needs =
        register.impact.activity(entry.node)?.needs ?? register.impact.asset(entry.node)?.needs
        ?? []
      guard needs.indices.contains(entry.need) else { return nil }
      let need = needs[entry.need]
      guard need.commonCause?.beta == nil, need.commonCause?.statement == nil else { return nil }
      return Self.unstated(need, entry, register)
    }
  }

  private static func unstated(
    _ need: Need, _ entry: CommonPoints.RedundantNeed, _ register: CompiledRegister
  ) -> Finding {
    let assets = need.members.compactMap { member in
      register.assets[member.ref].map { register.register.assets[$0] }
    }
    let spare = need.members.count - Int(need.atLeast?.value ?? 0)
    let site = Self.shared(assets.compactMap(\.site), by: spare).map { "stand in \($0)" }
    let supplier = Self.shared(assets.compactMap(\.supplier), by: spare).map { "come from \($0)" }
    let points = entry.points.isEmpty ? nil : "hang on \(Self.nearest(entry.points, register))"
    let shared = [points, site, supplier].compactMap(\.self)
    let members = Wording.someOf(need.members.map(\.ref.text))
    return rule.finding(
      register.impact.identifier(entry.node), "needs",
      "'\(register.impact.name(entry.node))' counts on \(need.atLeast?.value ?? 0) of \(members), and nobody has "
        + "said what could take them out together"
        + (shared.isEmpty ? "" : "; too many of them to lose \(Wording.list(shared))"),
      hint:
        "add <commonCause><statement>…</statement></commonCause> to the need: site, power, supplier and "
        + "software that they share or don't")
  }

  private static func nearest(
    _ points: [DependencyGraph.Node], _ register: CompiledRegister
  ) -> String {
    Wording.list(points.prefix(3).map(register.label) + (points.count > 3 ? ["others"] : []))
  }

  /// What so many of them share that, without it, too few are left; of several the first.
  private static func shared<Subject: Hashable>(_ subjects: [Subject], by spare: Int) -> Subject? {
    let counts = subjects.reduce(into: [Subject: Int]()) { $0[$1, default: 0] += 1 }
    return subjects.first { counts[$0, default: 0] > spare }
  }
}
