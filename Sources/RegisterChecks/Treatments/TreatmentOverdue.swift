public import RegisterAnalysis
public import RegisterModel

/// No treatment is past its due date unless it is done or cancelled.
public struct TreatmentOverdue: RegisterCheck {
  public static let rule = Rule(
    "TRT-002", .error, "Treatment overdue", [.iso31000("6.6"), .csf("ID.RA-06")], .wrong)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    register.register.treatments.compactMap { treatment in
      guard treatment.isOpen, let due = treatment.due, due < register.today else { return nil }
      return Self.overdue(treatment, due, register.today)
    }
  }

  private static func overdue(
    _ treatment: Treatment, _ due: CalendarDate, _ today: CalendarDate
  ) -> Finding {
    rule.finding(
      treatment.id.text, "due",
      "the treatment '\(treatment.name)' was due on \(due.text), "
        + "\(Wording.days(from: due, to: today)) ago, and is \(treatment.status.words)",
      hint:
        "once done: status=\"done\" done=\"…\", and score its risks anew; otherwise agree on a new due date, with a "
        + "reason")
  }
}

extension Treatment.Status {
  /// As it stands in a sentence.
  fileprivate var words: String {
    switch self {
    case .proposed: "only proposed"
    case .approved: "approved, but not begun"
    case .inProgress: "still in progress"
    case .done: "done"
    case .cancelled: "cancelled"
    }
  }
}
