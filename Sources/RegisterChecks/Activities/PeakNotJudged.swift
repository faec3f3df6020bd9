import ImpactAnalysis
public import RegisterAnalysis
public import RegisterModel

/// Where an activity names a peak window, it says what is different then: its impacts in the window, or how
/// many times the normal demand there is.
///
/// An hour of outage on the day before Christmas is not one in February, and the MTPD holds for the worst
/// time.
public struct PeakNotJudged: RegisterCheck {
  public static let rule = Rule(
    "BIA-013", .warning, "Peak window named, but not judged", [.iso22301("8.2.2 c")], .missing)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    register.register.activities.flatMap { activity -> [Finding] in
      guard activity.peaks.contains(where: { $0.factor == nil }) else { return [] }
      let judged = Set(activity.impacts.lazy.filter { $0.level != nil }.compactMap(\.window))
      return activity.peaks.filter { $0.factor == nil && !judged.contains($0.window) }.map {
        Self.notJudged(activity, $0.window, register)
      }
    }
  }

  private static func notJudged(
    _ activity: Activity, _ window: Identifier<PeakWindow>, _ register: CompiledRegister
  ) -> Finding {
    rule.finding(
      activity.id.text, "peak[\(window)]",
      "'\(activity.name)' has a peak in \(ImpactWords(register.impact).name(ofWindow: window)), and nobody has "
        + "said what is different then",
      hint:
        "judge its impacts in that window (<impact … window=\"\(window)\"/>), or say how many times the "
        + "normal demand there is: " + Wording.set("'peak[\(window)]/factor=2'"))
  }
}
