import ImpactAnalysis
public import RegisterAnalysis
public import RegisterModel

/// The impact of a disruption doesn't become milder while it goes on.
///
/// Impact is counted from its beginning, and what has been suffered stays suffered. A level below an earlier
/// one is mostly a slip of the pen, or tells of the impact of each further day.
public struct ImpactDecreases: RegisterCheck {
  public static let rule = Rule(
    "BIA-007", .warning, "Impact decreases with time", [.iso22301("8.2.2 c")], .wrong)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    register.register.activities.enumerated().flatMap { place, activity in
      register.impact.disruptions[place].rows.compactMap { row in
        row.decreasesAt.map { Self.decreases(activity, row, $0, register) }
      }
    }
  }

  private static func decreases(
    _ activity: Activity, _ row: ActivityDisruption.Row, _ time: ElapsedTime,
    _ register: CompiledRegister
  ) -> Finding {
    let words = ImpactWords(register.impact)
    let window = row.window.map { " in \(words.name(ofWindow: $0))" } ?? ""
    return rule.finding(
      activity.id.text,
      "impact[\(row.category),\(time.writtenText),\(row.window?.text ?? "")]",
      "\(words.name(of: row.category)) is judged milder\(window) after '\(activity.name)' has been down for "
        + "\(Wording.time(time)) than before",
      hint: "judge what has come together since the disruption began, or correct the earlier level")
  }
}
