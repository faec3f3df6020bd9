import ImpactAnalysis
public import RegisterAnalysis
public import RegisterModel

/// Everything that an activity counts on is back when it must be, or somebody works on it.
///
/// When it is back follows from recovery times with their evidence, up all that it needs; when it must be, from
/// the objectives of the activities, down all that they need. Of members that stand in for each other those
/// count that are there first; a workaround gives the time until it runs out. What isn't known counts as no
/// time, so whatever is found is late for certain. Where recovery competes for crews, sites and tools, the activity
/// that is latest is found too if no order of work could bring all back in time. What would have to be back before
/// the disruption begins, BIA-012 names.
///
/// It is not found where a treatment is under way, for it or for what it waits for: one that `changes` it, unless
/// it only shares, retains or lowers a likelihood; or one that treats a risk which hits it, by a lesser impact, redundancy, a
/// workaround or faster recovery. Less likelihood makes nothing come back sooner.
public struct RecoveryLate: RegisterCheck {
  public static let rule = Rule(
    "REC-001", .error, "Back later than it must be, and nothing done about it",
    [.iso22301("8.3.2"), .iso22301("8.3.5"), .rts("26(1)")], .wrong)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    let late = Shortfall.all(register.impact.graph)
    let hindered = Self.latestByCrews(register.impact)
    guard !late.isEmpty || hindered != nil else { return [] }
    let treatments = register.recoveryTreatments()
    var findings = late.compactMap {
      $0.required >= 0 && treatments[$0.node] == nil ? Self.late($0, register) : nil
    }
    if let hindered, treatments[hindered.node] == nil,
      !late.contains(where: { $0.node == hindered.node })
    {
      findings.append(Self.hindered(hindered, register))
    }
    return findings
  }

  /// The activity that is latest, if crews, sites and tools are too few to bring all back in time in any order.
  private static func latestByCrews(_ impact: RegisterImpact) -> RecoverySchedule.ActivityRecovery?
  {
    guard !impact.register.resources.isEmpty else { return nil }
    let schedule = impact.schedule
    guard schedule.isLateness, let bound = schedule.lowerBound, bound > 0 else { return nil }
    return schedule.activities.first { activity in
      activity.lateness != nil && activity.lateness == schedule.objective
        && schedule.chain(of: activity.node).contains { $0.isBusyElsewhere }
    }
  }

  private static func hindered(
    _ recovery: RecoverySchedule.ActivityRecovery, _ register: CompiledRegister
  ) -> Finding {
    let impact = register.impact
    let id = impact.identifier(recovery.node)
    let crews = impact.schedule.chain(of: recovery.node).compactMap { step -> String? in
      guard case .resource(let place, let other) = step.cause else { return nil }
      return "\(impact.register.resources[place].id) is busy with \(impact.identifier(other))"
    }
    return rule.finding(
      id, nil,
      "'\(impact.name(recovery.node))' must be back in \(Wording.time(recovery.rto ?? 0)) and is back after "
        + "\(Wording.time(recovery.ready ?? recovery.notBefore)), because \(Wording.list(crews)); no order of work "
        + "brings all activities back in time",
      hint:
        "'holdfast impact' shows what would help most; plan a <treatment> with <changes ref=\"\(id)\"/>, have more of "
        + "the crew, or agree on a later objective")
  }

  private static func late(_ shortfall: Shortfall, _ register: CompiledRegister) -> Finding {
    let impact = register.impact
    let because =
      shortfall.dependent.map { ", because of \(register.label($0))," } ?? ""
    let isKnown = impact.graph.recovery.ready[shortfall.node].isKnown
    let back =
      shortfall.ready >= TimeBounds.never
      ? "never is"
      : "is back after \(isKnown ? "" : "at least ")\(Wording.time(shortfall.ready)), "
        + "\(Wording.time(shortfall.excess)) too late"
    let waits =
      impact.graph.waitsFor(shortfall.node)
      .map { "; it waits for \(register.label($0))" } ?? ""
    let id = impact.identifier(shortfall.node)
    return rule.finding(
      id, nil,
      "'\(impact.name(shortfall.node))' must be back in \(Wording.time(shortfall.required))\(because) and \(back)\(waits)",
      hint:
        "plan a <treatment> with <changes ref=\"\(id)\"/> that makes it or what it waits for come back "
        + "sooner, or a <workaround> until then")
  }
}

extension RecoverySchedule.Step {
  /// Whether it waits only because a crew, site or tool is at work on something else.
  fileprivate var isBusyElsewhere: Bool {
    if case .resource = cause { return true }
    return false
  }
}
