import ArgumentParser
import RegisterAnalysis
import RegisterChecks
import RegisterModel

struct ShowChecklist: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checklist",
    abstract: "Say what to fill in next, most valuable first.",
    discussion: """
      A register half done is the normal state. This lists what is still to be written down, in the \
      order in which it pays: what others wait for first, and within each the records that matter most. \
      What is wrong with what is there, 'holdfast check --draft' says.
      """)

  @OptionGroup var input: RegisterInput
  @Option(help: "The day that counts as today, such as 2026-11-24.") var today: CalendarDate?
  @Option(help: "How many records of an entry to name.") var top = 5
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    guard top >= 0 else { throw ValidationError("--top needs a number, zero or more") }
  }

  func run() throws {
    let register = CompiledRegister(
      try input.load(), today: today ?? Surroundings.today(), zones: TimeZoneFiles.rules)
    let checklist = Checklist(of: CheckReport(of: register), register)
    if json {
      try printJSON(ChecklistJSON(checklist))
    } else {
      print(ChecklistText(checklist, file: input.file, top: top, terminal: .output).text)
    }
  }
}

/// A checklist for people.
struct ChecklistText {
  let checklist: Checklist
  let file: String
  let top: Int
  let terminal: Terminal

  init(_ checklist: Checklist, file: String, top: Int, terminal: Terminal) {
    self.checklist = checklist
    self.file = file
    self.top = top
    self.terminal = terminal
  }

  var text: String {
    let (complete, open) = checklist.completeRisks
    let state =
      open == 0
      ? "No risk is open yet."
      : "\(complete) of \(open) open \(open == 1 ? "risk has" : "risks have") all that the rules ask for."
    guard !checklist.isEmpty else { return state + " There is nothing to fill in." }
    var lines = [state]
    var number = 0
    for (step, entries) in checklist.steps {
      lines += ["", terminal.styled(step.title, .bold)]
      for entry in entries {
        number += 1
        lines += self.lines(for: entry, number)
      }
    }
    return lines.joined(separator: "\n")
  }

  private func lines(for entry: Checklist.Entry, _ number: Int) -> [String] {
    let count = entry.records.count
    var title = "\(number)".rightAligned(to: 3) + ". " + entry.task
    if count > 1 { title += " (\(count))" }
    if let rule = entry.rule { title += " [\(rule)]" }
    var lines = [title]
    // The reason of a rule is about the first record; with several, their names say more.
    if entry.rule == nil || count <= 1 { lines.append("     \(entry.reason)") }
    for record in entry.records.prefix(top) {
      let name = record.name.shortened(to: max(20, terminal.width - 10 - record.id.count))
      lines.append("     \(record.id)  \(name)")
    }
    if count > top { lines.append("     and \(count - top) more") }
    if !entry.how.isEmpty {
      let how = entry.how.replacing("FILE", with: file)
        .replacing("R-001", with: entry.records.first?.id ?? "R-001")
      lines.append(terminal.styled("     → \(how)", .dim))
    }
    return lines
  }
}

/// A checklist as JSON has it.
struct ChecklistJSON: Encodable {
  struct Entry: Encodable {
    let step: String
    let task: String
    let reason: String
    let how: String
    let rule: String?
    let records: [Record]
  }
  struct Record: Encodable {
    let id: String
    let name: String
  }

  let openRisks: Int
  let completeRisks: Int
  let entries: [Entry]

  init(_ checklist: Checklist) {
    openRisks = checklist.completeRisks.open
    completeRisks = checklist.completeRisks.complete
    entries = checklist.steps.flatMap { step, entries in
      entries.map { entry in
        Entry(
          step: step.title, task: entry.task, reason: entry.reason, how: entry.how,
          rule: entry.rule,
          records: entry.records.map { Record(id: $0.id, name: $0.name) })
      }
    }
  }
}
