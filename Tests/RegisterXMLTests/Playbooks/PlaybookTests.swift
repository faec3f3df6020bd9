import Foundation
import RegisterModel
import RegisterXML
import Testing

/// The playbooks of other projects that lie beside the repository, expressed as activation protocols.
@Suite(
  "Playbooks of other projects as protocols",
  .enabled(
    if: Playbook.folder != nil, "shared/data/response-playbooks beside the repository is missing"))
struct PlaybookTests {
  /// Writes the playbook as a protocol of a register, reads that again, and compares it step by step.
  private func compare(_ playbook: Playbook) throws -> ResponseProtocol {
    let written = RegisterWriter.text(of: try playbook.register())
    let read = RegisterReader.read(written)
    #expect(read.findings == [])
    let register = try #require(read.register)
    #expect(RegisterWriter.text(of: register) == written)
    let planned = try #require(register.protocols.first)
    #expect(planned.name.text == folded(playbook.name))
    #expect(planned.tasks.count == playbook.steps.count)
    for (task, step) in zip(planned.tasks, playbook.steps) {
      #expect(task.name.text == folded(step.text))
      #expect(task.checks.map(\.text.text) == step.details.map(folded))
      #expect(folded(task.description?.line) == folded(step.explanation ?? ""))
      #expect(task.phase == step.phase)
      #expect(task.gate?.text == step.condition.map(folded))
      let before = Set(task.after.map(\.ref))
      let steps = playbook.steps.indices.filter { step.after.contains(playbook.steps[$0].key) }
      #expect(before == Set(steps.map { planned.tasks[$0].id }))
      let role = task.role.flatMap { id in register.parties.first { $0.id == id }?.name.text }
      #expect(role == step.role.map(folded))
    }
    return planned
  }

  /// A text with its white space folded, as a register keeps it.
  private func folded(_ text: String?) -> String {
    (text ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test("ATC RE&CT: forty actions in six stages; the playbook it leads on to is a named gap")
  func react() throws {
    let file = "RP_0001_phishing_email.yml"
    let planned = try compare(.react(file))
    // Counted without the parser: the actions that the playbook lists.
    let listed = try Playbook.text("react/\(file)").split(separator: "\n")
      .filter { $0.hasPrefix("  - RA_") }.map { $0.dropFirst(4) }
    #expect(listed.count == 41)
    #expect(planned.tasks.map { $0.name.text.prefix { $0 != ":" } } == listed)
    #expect(
      RecoveryTask.Phase.allCases.map { phase in planned.tasks.count { $0.phase == phase } }
        == [16, 9, 6, 2, 6, 2])
    #expect(planned.tasks.allSatisfy { $0.description != nil })
    #expect(
      planned.info.note?.line
        == "It leads on to RP_0002_generic_post_exploitation, which nobody has written.")
    // Eradication runs beside containment: both begin once identification is done.
    let first = planned.tasks.filter { $0.phase == .containment || $0.phase == .eradication }
      .filter { $0.after.map(\.ref) == [planned.tasks[24].id] }
    #expect(first.count == 2)
  }

  @Test(
    "CACAO: every action of the workflow is a task, its commands are checks",
    arguments: [
      ("basic-example-1.json", 1), ("locky-bart-mbc-examples.json", 9),
      ("spec-3.1-example.json", 1),
    ])
  func cacao(file: String, count: Int) throws {
    let playbook = try Playbook.cacao(file)
    #expect(Set(playbook.steps.map(\.key)) == (try Playbook.cacaoActions(file)))
    let planned = try compare(playbook)
    #expect(planned.tasks.count == count)
    #expect(planned.tasks.allSatisfy { !$0.checks.isEmpty && $0.role != nil })
    for (earlier, later) in zip(planned.tasks, planned.tasks.dropFirst()) {
      #expect(later.after.map(\.ref) == [earlier.id])
    }
  }

  @Test(
    "Counteractive: every item of every list is a task or a check, in its order",
    arguments: ["during.md", "playbook-phishing.md", "playbook-ransomware.md"])
  func counteractive(file: String) throws {
    let planned = try compare(.markdown(file))
    // Counted without the parser: lines that begin with a number or a bullet.
    let lines = try Playbook.text("counteractive/\(file)").matches(
      of: /(?m)^[ \t]*(?:[0-9]+\.|[*\-])[ \t]+(?<text>\S.*)$/
    ).map { folded(String($0.output.text)) }
    let kept = planned.tasks.flatMap { [$0.name.text] + $0.checks.map(\.text.text) }
    #expect(kept.count > 60)
    #expect(kept == lines)
    #expect(planned.tasks.contains { $0.gate != nil } || kept.allSatisfy { !$0.hasPrefix("If ") })
    #expect(planned.tasks.contains { $0.phase == .recovery })
    #expect(planned.tasks.contains { !$0.after.isEmpty })
  }
}
