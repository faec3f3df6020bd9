public import RegisterAnalysis
public import RegisterModel

/// Every treatment that is not done has an owner and a due date.
///
/// One that was cancelled needs neither any more.
public struct TreatmentWithoutOwner: RegisterCheck {
  public static let rule = Rule(
    "TRT-001", .error, "Treatment without owner or due date",
    [.iso31000("6.5.3"), .cir("2.1.2 i")], .missing)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    register.register.treatments.compactMap { treatment in
      guard treatment.isOpen, treatment.owner == nil || treatment.due == nil else { return nil }
      return Self.lacks(treatment)
    }
  }

  private static func lacks(_ treatment: Treatment) -> Finding {
    let (lack, hint) =
      switch (treatment.owner, treatment.due) {
      case (nil, nil): ("neither an owner nor a due date", "owner=\"…\" due=\"…\"")
      case (nil, _): ("no owner", "owner=\"…\"")
      default: ("no due date", "due=\"…\"")
      }
    return rule.finding(
      treatment.id.text, treatment.owner == nil ? "owner" : "due",
      "the treatment '\(treatment.name)' has \(lack)",
      hint: "agree with somebody to do it by a day: \(hint)")
  }
}
