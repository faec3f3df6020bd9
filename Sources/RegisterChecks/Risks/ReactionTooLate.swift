public import RegisterAnalysis
public import RegisterModel
import RiskScoring

/// The organisation can react to every risk in time: warning and MTPD together are longer than it takes to
/// detect, decide, activate and recover.
///
/// Warning is the `onsetLead` of the risk or, where it has none, the shortest of its hazards; MTPD that of
/// the activity which the event stops and which leaves least time. The times of the reaction are those that
/// the protocol for the risk plans; of several, the one that leaves most time; recovery takes what the
/// evidence of everything on the way says, if that is longer than planned. What nobody knows counts as no
/// time, so the margin is certain where the rule fires. It says nothing where warning, MTPD or protocol is
/// unknown. An activity counts as stopped where it can't do without what the event hits, directly or not, and
/// no workaround carries it. Drafts and closed risks are not asked.
///
/// Below zero, it is too late whatever one does on the day: the plan can't work, and an exercise that finds
/// that out costs more than this line. Shorten the slowest step, find a workaround, or make the activity
/// survive the event.
public struct ReactionTooLate: RegisterCheck {
  public static let rule = Rule(
    "RSK-018", .error, "Reaction comes too late", [.iso22301("8.3.3"), .iso22301("8.4.1")], .wrong)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    var reactions = RiskReactions(register)
    return register.register.risks.enumerated().compactMap { place, risk in
      guard risk.isOngoing, let times = reactions.lateTimes(ofRisk: place) else { return nil }
      guard let margin = times.greatestMargin, let lead = times.lead,
        let stopped = times.stopped, let response = times.response
      else { return nil }
      return Self.tooLate(risk, lead, stopped, response, margin, register)
    }
  }

  private static func tooLate(
    _ risk: Risk, _ lead: ReactionTimes.Lead, _ stopped: ReactionTimes.Stopped,
    _ response: ReactionTimes.Response, _ margin: ReactionMargin, _ register: CompiledRegister
  ) -> Finding {
    let known = response.steps.compactMap { step in
      step.time.map {
        "\(step.name) \($0.words)"
          + (step.name == "recover" && response.isRecoveryReal ? " (by evidence)" : "")
      }
    }
    let unknown = response.unknownSteps
    let late = ElapsedTime(seconds: -margin.seconds)?.words ?? ""
    let name = register.activities[stopped.activity].map {
      register.register.activities[$0].name.text
    }
    return rule.finding(
      risk.id.text, "activates",
      "the reaction to '\(risk.title)' comes \(unknown.isEmpty ? "" : "at least ")\(late) too late for "
        + "\(stopped.activity) '\(name ?? "")': warning \(lead.time.words) and MTPD "
        + "\(stopped.tolerablePeriod.words), against \(Wording.list(known)) by \(response.protocolID)"
        + (unknown.isEmpty ? "" : "; \(Wording.list(unknown)) not known"),
      hint: "shorten what \(response.protocolID) plans, or add a <workaround> to what "
        + "\(stopped.activity) needs")
  }
}
