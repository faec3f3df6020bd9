public import ImpactAnalysis
public import RegisterModel
public import ResponsePlanning

/// A disruption played against all protocols: what fires, who decides, which tasks are done when, and what has no
/// protocol at all.
///
/// When each activity is back is that of the ``PlayedDisruption``: recovery takes what the register's evidence
/// says, whatever tasks plan. The facts that triggers see are those of the disruption: what is down from when to
/// when; how long it will be, as soon as it is down; and indicators, incidents and levels as the register has
/// them. Questions that people answer are not known.
public struct DryRun: Sendable {
  public let played: PlayedDisruption
  /// Of each protocol that something fires in, or that is concerned and can't be told: how it goes.
  public let courses: [ProtocolCourse]
  /// Protocols that cover something that is down, and of which nothing fires and nobody is asked, by their place.
  public let silent: [Int]
  /// Activities that stop and that no protocol is for: none that is activated covers or restores them, nor anything
  /// that failed and stops them.
  public let uncovered: [DependencyGraph.Node]
  /// The end of what is played, in seconds after the start.
  public let end: Int64

  /// - Parameters:
  ///   - answers: What is answered to questions of the protocols, by their words; all others are unknown.
  ///   - levels: Levels of hazards from the start on.
  ///   - severity: How severe the incident at hand is; nil: not settled.
  ///   - risk: The risk that comes true, for protocols that are for it.
  public init(
    _ compiled: CompiledRegister, _ played: PlayedDisruption,
    answers: [(question: ManualCondition, answer: Bool)] = [],
    levels: [(hazard: Identifier<Hazard>, level: Measure)] = [],
    severity: Incident.Severity? = nil, risk: Identifier<Risk>? = nil
  ) {
    self.played = played
    let register = compiled.register
    let zero = played.start.secondsSince1970
    let known = played.activities.map(\.back.upper) + played.assets.map(\.back.upper)
    // A day after all is back, or a month where something never is.
    let last = known.filter { $0 < TimeBounds.never }.max() ?? 0
    let end = known.contains { $0 >= TimeBounds.never } ? max(last, 30 * 86_400) : last + 86_400
    self.end = end
    var facts = Self.facts(compiled, played)
    for (question, answer) in answers {
      facts.report(answer: answer, to: question.question, by: question.role, at: zero)
    }
    for (hazard, level) in levels { facts.report(hazard, level: level, at: zero) }
    if let severity { facts.report(severity: severity, at: zero) }
    let context = compiled.triggerContext(facts: facts, at: played.start)

    let failed = Set(played.failed.map(compiled.impact.identifier))
    let down = Set(
      (played.activities.map(\.node) + played.assets.map(\.node)).map(compiled.impact.identifier))
    var courses: [ProtocolCourse] = []
    var silent: [Int] = []
    for (place, planned) in register.protocols.enumerated() {
      let triggers = context.triggers(of: place)
      // A protocol for something that only stops along the way is asked by its triggers, not by its scope: an
      // unread river level has nothing to say on a failed system.
      let isAsked =
        planned.covers.contains { failed.contains($0.ref.text) }
        || risk.map { compiled.isFor($0, planned) } ?? false
      let asked = triggers.filter { trigger in
        isAsked || trigger.condition.condition.subjects.contains(where: down.contains)
          || Self.fires(trigger, zero, end)
      }
      let course = ProtocolCourse(
        planned, at: place, triggers: asked, start: played.start, end: end,
        suppliers: DeclarationChain.suppliers(of: planned, in: register)
      ) { CallDirectory(register, calendars: compiled.impact.calendars, at: $0) }
      if course.firings.isEmpty {
        if isAsked { silent.append(place) }
      } else {
        courses.append(course)
      }
    }
    self.courses = courses
    self.silent = silent
    uncovered = Self.uncovered(compiled, played, courses.filter { !$0.firings.isEmpty })
  }

  /// Whether a trigger comes to hold in the time that is played, and did not before.
  private static func fires(_ trigger: TriggerState, _ zero: Int64, _ end: Int64) -> Bool {
    guard trigger.course.value(at: zero - 1) != .yes else { return false }
    return trigger.course.first(.yes, from: zero).map { $0 - zero <= end } ?? false
  }

  /// What is down from when to when, what runs on a workaround, and when it will be back.
  private static func facts(_ compiled: CompiledRegister, _ played: PlayedDisruption) -> FactRecord
  {
    var facts = FactRecord()
    let zero = played.start.secondsSince1970
    for stopped in played.activities {
      let id = compiled.impact.identifier(stopped.node)
      for reduced in stopped.reduced {
        facts.report(id, is: .degraded, at: zero + reduced.from)
        if reduced.to < TimeBounds.never { facts.report(id, is: .up, at: zero + reduced.to) }
      }
      // An outage that begins when a workaround runs out is reported after it.
      for outage in stopped.outages {
        facts.report(id, is: .down, at: zero + outage.from)
        if outage.to < TimeBounds.never {
          facts.report(id, is: stopped.state(at: outage.to), at: zero + outage.to)
        }
        if let back = stopped.back.seconds {
          facts.report(id, restoredAt: zero + back, at: zero + outage.from)
        }
      }
    }
    for (node, back) in played.assets {
      let id = compiled.impact.identifier(node)
      facts.report(id, is: .down, at: zero)
      if back.upper < TimeBounds.never { facts.report(id, is: .up, at: zero + back.upper) }
      if let seconds = back.seconds { facts.report(id, restoredAt: zero + seconds, at: zero) }
    }
    return facts
  }

  private static func uncovered(
    _ compiled: CompiledRegister, _ played: PlayedDisruption, _ courses: [ProtocolCourse]
  ) -> [DependencyGraph.Node] {
    var named: Set<String> = []
    for course in courses {
      let planned = compiled.register.protocols[course.place]
      named.formUnion(planned.covers.map(\.ref.text))
      named.formUnion(planned.tasks.compactMap { $0.restores?.text })
    }
    let failed = played.failed.map(compiled.impact.identifier)
    let coversFailure = failed.contains(where: named.contains)
    return played.activities.map(\.node).filter { node in
      !named.contains(compiled.impact.identifier(node)) && !coversFailure
    }
  }
}

extension CompiledRegister {
  /// Whether a protocol is for a risk: it covers it, or the risk activates it.
  fileprivate func isFor(_ risk: Identifier<Risk>, _ planned: ResponseProtocol) -> Bool {
    planned.covers.contains { $0.ref.text == risk.text }
      || risks[risk].map { register.risks[$0].activates.contains { $0.ref == planned.id } } ?? false
  }
}

extension PlayedDisruption.Stopped {
  /// The state once an outage has ended: on a workaround, or up.
  fileprivate func state(at seconds: Int64) -> OperatingState {
    reduced.contains { $0.from <= seconds && seconds < $0.to } ? .degraded : .up
  }
}
