public import RegisterAnalysis
public import RegisterModel

/// The criteria were reviewed within the interval that they set themselves, or within 12 months where
/// they set none.
///
/// Scales and appetite are decisions of a time: an organisation that has grown tenfold has another idea
/// of a major loss.
public struct CriteriaReviewOverdue: RegisterCheck {
  public static let rule = Rule(
    "CFG-006", .warning, "Criteria not reviewed in time",
    [.iso31000("6.6"), .cir("2.1.4")], .wrong)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    guard let criteria = register.register.criteria else { return [] }
    guard let reviewed = criteria.reviewed else { return [Self.never] }
    let every = criteria.reviewEvery ?? .twelveMonths
    guard let due = reviewed.adding(every), due < register.today else { return [] }
    return [Self.overdue(reviewed, every, due: due, register.today)]
  }

  private static var never: Finding {
    rule.finding(
      nil, "criteria/reviewed", "the criteria don't say when they were last reviewed",
      hint: "review them with who answers for the register, then set reviewed=\"…\"",
      nature: .missing)
  }

  private static func overdue(
    _ reviewed: CalendarDate, _ every: CalendarPeriod, due: CalendarDate, _ today: CalendarDate
  ) -> Finding {
    rule.finding(
      nil, "criteria/reviewed",
      "the review of the criteria is \(Wording.days(from: due, to: today)) late: it was due on "
        + "\(due.text), \(every.words) after the last",
      hint: "review scales, matrix and appetite, then set reviewed=\"…\"")
  }
}
