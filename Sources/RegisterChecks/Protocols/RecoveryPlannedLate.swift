public import RegisterAnalysis
public import RegisterModel
import ResponsePlanning

/// A protocol has the activities that it is for back within their recovery time objectives, as planned and as its last
/// exercise measured.
///
/// The time is that to detect, assess, authorise and notify, and that of the longest chain of tasks until the activity
/// runs at its minimum. Where no time to notify is planned, it is the worst case of the call tree. Error: it is longer
/// than the objective or the MTPD. Warning: less than a tenth of the objective is left, or the probability of keeping
/// it is below 0.9 by the critical path. What nobody knows isn't found here, but what is known may be too long already.
///
/// `holdfast explain FILE P-1` shows the times and what they come from.
public struct RecoveryPlannedLate: RegisterCheck {
  public static let rule = Rule(
    "PRT-004", .error, "Protocol too slow for the recovery time objective",
    [.iso22301("8.4.4"), .rts("26(1)")], .wrong)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    register.response.protocols.flatMap { response in
      [Severity.error, .warning].compactMap { Self.finding(response, $0, register) }
    }
  }

  /// What the worst of the time checks of one weight says, for all of them.
  private static func finding(
    _ response: ProtocolResponse, _ severity: Severity, _ register: CompiledRegister
  ) -> Finding? {
    let weighed = (response.planned.map { ($0, false) } + response.measured.map { ($0, true) })
      .filter { $0.0.check.verdict.severity == severity }
    // An activity that is late already isn't tight too.
    let late = Set(
      (response.planned + response.measured).filter { $0.check.verdict.severity == .error }
        .map(\.activity))
    let found = severity == .error ? weighed : weighed.filter { !late.contains($0.0.activity) }
    guard let (worst, isMeasured) = found.min(by: { $0.0.margin < $1.0.margin }) else { return nil }
    let plan = register.register.protocols[response.place]
    let others = Set(found.map(\.0.activity)).count - 1
    return rule.finding(
      plan.id.text, "task",
      sentence(worst, isMeasured ? response.exercise : nil, register)
        + (others == 0 ? "" : "; so \(others == 1 ? "is 1 other" : "are \(others) others")"),
      hint:
        "shorten what takes longest, declare sooner, or let the objective be what can be kept; see "
        + "holdfast explain FILE \(plan.id)",
      severity: severity)
  }

  private static func sentence(
    _ timed: ActivityTimeCheck, _ exercise: Identifier<Exercise>?, _ register: CompiledRegister
  ) -> String {
    let check = timed.check
    let activity = register.register.activities[timed.activity]
    let total =
      (check.total == nil ? "at least " : "") + ResponseWords.time(check.notBefore)
    let source = exercise.map { ", as measured in \($0)" } ?? ""
    switch check.verdict {
    case .fail:
      return
        "\(activity.id) '\(activity.name)' is back after \(total)\(source), and may be down for "
        + "\(check.tolerable.map(Wording.time) ?? "") at most"
    case .tight:
      let probability = check.probability.map {
        " (probability \(ResponseWords.share($0)) by the critical path)"
      }
      return
        "\(activity.id) '\(activity.name)' is back after \(total)\(source) of \(check.objective.map(Wording.time) ?? ""): "
        + "little time is left\(probability ?? "")"
    case .shortfall, .ok, .unknown:
      return
        "\(activity.id) '\(activity.name)' is back after \(total)\(source), and is to be back in "
        + "\(check.objective.map(Wording.time) ?? "")"
    }
  }
}

extension TimeCheck.Verdict {
  fileprivate var severity: Severity? {
    switch self {
    case .fail, .shortfall: .error
    case .tight: .warning
    case .ok, .unknown: nil
    }
  }
}

extension ActivityTimeCheck {
  /// What is left of the objective, as a share of it; the least first, and what can't be borne before all.
  fileprivate var margin: Double {
    guard check.verdict != .fail, let objective = check.objective, objective.seconds > 0 else {
      return -.infinity
    }
    return 1 - check.notBefore / Double(objective.seconds)
  }
}
