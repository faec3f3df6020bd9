import ImpactAnalysis
public import RegisterAnalysis
public import RegisterModel

/// No prioritised activity hangs on one single thing without a way around it.
///
/// An asset is a single point of failure for an activity where its loss alone keeps the activity from ever coming
/// back, though all else can be restored. Found is one that at least one prioritised activity can't work
/// around. It weighs less where some open risk hits the asset, so that somebody has thought of it; without any
/// it is an error. Of people with a stated supply of two and more, one can be missing: they are no single
/// point.
///
/// There will always be single points. Each is either removed, by a second one or a workaround, or known: as a
/// risk with an owner who watches it.
public struct SinglePointOfFailure: RegisterCheck {
  public static let rule = Rule(
    "DEP-004", .warning, "Single point of failure without workaround",
    [.cir("2.1.2 d"), .iso22301("8.2.3 a")], .wrong)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    let isHit = register.hitNodes()
    return register.unguardedPoints().map { Self.single($0, isHit: isHit[$0.node], register) }
  }

  private static func single(
    _ point: UnguardedPoint, isHit: Bool, _ register: CompiledRegister
  ) -> Finding {
    let id = register.impact.identifier(point.node)
    let lost =
      point.activities.count == 1
      ? "\(register.label(point.activities[0])) hangs"
      : "\(register.labels(point.activities)) hang"
    return rule.finding(
      id, nil,
      "\(lost) on '\(register.impact.name(point.node))' alone, with no workaround"
        + (isHit ? "" : ", and no risk names it"),
      hint: (isHit ? "" : "ask what could take it out, and add a risk with <hits ref=\"\(id)\"/>; ")
        + "to be rid of it, add a second one (atLeast) or a <workaround> to the need",
      severity: isHit ? .warning : .error, nature: isHit ? .wrong : .missing)
  }
}

/// An asset that prioritised activities hang on, and those of them that have no workaround.
struct UnguardedPoint {
  let node: DependencyGraph.Node
  let activities: [DependencyGraph.Node]
}

extension CompiledRegister {
  /// The single points among the assets that some prioritised activity can't work around, in the order of
  /// the register.
  func unguardedPoints() -> [UnguardedPoint] {
    impact.points.points.compactMap { point in
      guard let asset = impact.asset(point.node), !asset.isSeveralPeople else { return nil }
      let covered = Set(point.covered)
      let activities = point.activities.filter { !covered.contains($0) }
      return activities.isEmpty ? nil : UnguardedPoint(node: point.node, activities: activities)
    }
  }
}

extension Asset {
  /// People of whom two or more are there at all times stated.
  var isSeveralPeople: Bool {
    kind == .people && !supply.isEmpty && supply.allSatisfy { $0.amount.value >= 2 }
  }
}
