import Foundation
import RegisterModel

/// A response playbook of another project, as a list of steps: what a protocol must keep of it.
struct Playbook {
  struct Step {
    /// What the playbook calls it; unique in it.
    var key: String
    var text: String
    var details: [String] = []
    var explanation: String?
    var phase: RecoveryTask.Phase?
    /// Keys of the steps that come before it.
    var after: [String] = []
    var role: String?
    var condition: String?
  }

  var name: String
  var steps: [Step] = []
  /// Playbooks that it links to, and that are not there.
  var gaps: [String] = []

  /// The folder of playbooks that lies beside the repository; nil where it is not there.
  static let folder: URL? = {
    var place = URL(filePath: #filePath)
    while place.pathComponents.count > 1 {
      place.deleteLastPathComponent()
      let folder = place.appending(path: "shared/data/response-playbooks")
      if FileManager.default.fileExists(atPath: folder.path) { return folder }
    }
    return nil
  }()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: folder!.appending(path: path), encoding: .utf8)
  }

  /// The playbook as an activation protocol, in a register with the roles that it names.
  func register() throws -> Register {
    var register = Register.new(
      id: try Identifier("playbook"), title: Line(name)!, language: LanguageTag("en")!,
      currency: Currency("EUR")!, criteria: nil)
    let roles = Set(steps.compactMap(\.role)).sorted()
    register.parties = try roles.enumerated().map {
      Party(id: try Identifier("r-\($0)"), name: Line($1)!)
    }
    var identifiers: [String: Identifier<RecoveryTask>] = [:]
    for (number, step) in steps.enumerated() {
      identifiers[step.key] = try Identifier("t-\(number + 1)")
    }
    var planned = ResponseProtocol(id: try Identifier("P-1"), name: Line(name)!)
    planned.tasks = try steps.map { step in
      var task = RecoveryTask(id: identifiers[step.key]!, name: Line(step.text)!)
      task.checks = step.details.map { CheckItem(Line($0)!) }
      task.description = step.explanation.flatMap { Prose($0) }
      task.phase = step.phase
      task.gate = step.condition.flatMap { Line($0) }
      task.after = step.after.map { Reference(identifiers[$0]!) }
      task.role = try step.role.map { try Identifier("r-\(roles.firstIndex(of: $0)!)") }
      return task
    }
    if !gaps.isEmpty {
      planned.info.note = Prose(
        paragraphs: gaps.map { "It leads on to \($0), which nobody has written." })
    }
    register.protocols = [planned]
    return register
  }
}
