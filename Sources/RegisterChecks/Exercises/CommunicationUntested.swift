public import RegisterAnalysis
public import RegisterModel

/// Communication in a crisis was tested within the last 12 months.
///
/// A test is a notification exercise, or any exercise that recorded who answered how soon, or how long it took to
/// tell those concerned. Asked of the register as a whole, once a protocol is for something prioritised.
///
/// Telephone numbers rot faster than anything else in a plan. An unannounced call to all, at an hour at which
/// nobody likes it, costs ten minutes.
public struct CommunicationUntested: RegisterCheck {
  public static let rule = Rule(
    "EXR-006", .warning, "Crisis communication not tested within 12 months",
    [.dora("11(6)(b)")], .wrong)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    guard ExerciseProgramme(register).entries.contains(where: \.isForPrioritised) else { return [] }
    let tests = register.register.exercises.filter {
      $0.isHeld(by: register.today) && $0.testsCommunication
    }
    let last = tests.compactMap(\.on).max()
    if let due = last?.adding(.twelveMonths), due >= register.today { return [] }
    return [Self.untested(last)]
  }

  private static func untested(_ last: CalendarDate?) -> Finding {
    rule.finding(
      nil, "exercise",
      "nobody has tested within 12 months whether those who are called answer"
        + (last.map { ": last on \($0.text)" } ?? ": never"),
      hint:
        "call everybody once, unannounced, and add <exercise kind=\"notification\"> with <reached who=\"…\" "
        + "acknowledged=\"PT…\"/>", nature: last == nil ? .missing : .wrong)
  }
}
