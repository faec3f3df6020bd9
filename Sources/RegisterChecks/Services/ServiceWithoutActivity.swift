public import RegisterAnalysis
public import RegisterModel

/// For every product or service some activity is recorded, by which it is delivered.
///
/// An activity supports a service itself, or a process that does. A file that holds a part of a register
/// (`scope="subset"`) is not asked.
///
/// A service without activities has no impact over time, no recovery objective and no needs: whatever stops
/// it, the register won't say so.
public struct ServiceWithoutActivity: RegisterCheck {
  public static let rule = Rule(
    "BIA-001", .error, "Service without activity", [.iso22301("8.2.2 b")], .missing)

  public init() {}

  public func findings(in register: CompiledRegister) -> [Finding] {
    let register = register.register
    guard register.extent == .full, !register.services.isEmpty else { return [] }
    let supported = Set(register.activities.flatMap { $0.supports.map(\.ref.text) })
    var made = supported
    var idle: [String: Process] = [:]
    for process in register.processes {
      for service in process.supports {
        if supported.contains(process.id.text) {
          made.insert(service.ref.text)
        } else if idle[service.ref.text] == nil {
          idle[service.ref.text] = process
        }
      }
    }
    return register.services.compactMap { service in
      made.contains(service.id.text) ? nil : Self.unmade(service, idle[service.id.text])
    }
  }

  private static func unmade(_ service: Service, _ process: Process?) -> Finding {
    let target = process?.id.text ?? service.id.text
    return rule.finding(
      service.id.text, nil,
      process.map {
        "no activity delivers '\(service.name)': it rests on the process \($0.id) '\($0.name)', which no "
          + "activity supports"
      } ?? "no activity delivers '\(service.name)'",
      hint: "name one that does: " + Wording.set("supports+=\(target)", of: "ACTIVITY"))
  }
}
