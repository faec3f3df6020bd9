public import RegisterAnalysis
public import RegisterModel

/// Every impact analysis was approved by an accountable manager, as it is.
///
/// An approval says by whom and on what day, and is not older than the analysis. Activities of which nothing
/// has been judged yet are not asked.
///
/// What is given priority in a crisis, and what is left to wait, is a decision of those who lead.
public struct ImpactUnapproved: RegisterCheck {
  public static let rule = Rule(
    "BIA-014", .warning, "Impact analysis not approved", [.iso22301("5.1"), .rts("24")], .missing)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    register.register.activities.compactMap { activity in
      guard activity.isJudged else { return nil }
      let assessment = activity.assessment
      guard assessment?.approvedBy != nil, let approved = assessment?.approvedOn else {
        return Self.unapproved(activity)
      }
      guard let made = assessment?.on, approved < made else { return nil }
      return Self.older(activity, made: made, approved: approved)
    }
  }

  private static let hint =
    "once an accountable manager has agreed: <assessed … approvedBy=\"…\" approvedOn=\"…\"/>"

  private static func unapproved(_ activity: Activity) -> Finding {
    let lack =
      switch (activity.assessment?.approvedBy, activity.assessment?.approvedOn) {
      case (.some, nil): "doesn't say when it was approved"
      case (nil, .some): "doesn't say who approved it"
      default: "has not been approved"
      }
    return rule.finding(
      activity.id.text, "assessed", "the impact analysis of '\(activity.name)' \(lack)", hint: hint)
  }

  private static func older(
    _ activity: Activity, made: CalendarDate, approved: CalendarDate
  ) -> Finding {
    rule.finding(
      activity.id.text, "assessed/approvedOn",
      "the impact analysis of '\(activity.name)' was approved on \(approved.text) and made anew on \(made.text)",
      hint: hint, nature: .wrong)
  }
}
