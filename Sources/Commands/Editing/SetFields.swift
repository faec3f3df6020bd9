import ArgumentParser
import RegisterModel
import RegisterXML

struct SetFields: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Set fields of a record, or the score of a risk.",
    usage: """
      holdfast set [REGISTER] ID FIELD=VALUE … --because WHY
      holdfast set [REGISTER] RISK STAGE --likelihood N --impact CATEGORY=N --because WHY
      """,
    discussion: """
      FIELD is a path: owner, status, score[current]/likelihood, hits[S-plant]/probability. An empty \
      VALUE leaves the field out; FIELD+=ID and FIELD-=ID add to and remove from a list of \
      references. STAGE is inherent, current or target.

        holdfast set R-014 current --likelihood 2 --because "the pumps were raised"
        holdfast set hospital.xml R-014 owner=p-mccabe status=treating --because "handed over"
      """)

  @Argument(help: "The register (may be left out), the record, and what to set.")
  var arguments: [String]
  @Option(help: "The rank of the likelihood at the stage.") var likelihood: Int?
  @Option(
    parsing: .singleValue, help: "An impact at the stage, as CATEGORY=RANK; may be given again.")
  var impact: [String] = []
  @OptionGroup var options: EditOptions

  func run() throws {
    var rest = arguments
    let file = try RegisterFile.take(from: &rest)
    guard let id = rest.first else { throw ValidationError("say which record to change") }
    rest.removeFirst()
    guard options.because != nil else {
      throw ValidationError("say why: --because \"…\"; it goes into the history")
    }
    var stage: Stage?
    if let first = rest.first, let named = Stage(rawValue: first) {
      stage = named
      rest.removeFirst()
    }
    let assignments = try rest.map { try Assignment($0) }
    let desk = try EditingDesk(file: file, options: options)
    var draft = try RecordDraft(id: id, in: desk.register)
    if let stage {
      try setScore(of: stage, in: &draft)
    } else if likelihood != nil || !impact.isEmpty {
      throw ValidationError("say at which stage: inherent, current or target")
    }
    for assignment in assignments { try draft.set(assignment) }
    try desk.finish(draft.edits)
  }

  private func setScore(of stage: Stage, in draft: inout RecordDraft) throws {
    guard likelihood != nil || !impact.isEmpty else {
      throw ValidationError("say what to set: --likelihood N or --impact CATEGORY=N")
    }
    let path = "score[\(stage.rawValue)]"
    if let likelihood { try draft.set(Assignment("\(path)/likelihood=\(likelihood)")) }
    for text in impact {
      let parts = text.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else { throw ValidationError("write --impact CATEGORY=RANK") }
      try draft.set(Assignment("\(path)/impact[\(parts[0])]/level=\(parts[1])"))
    }
    try draft.set(Assignment("\(path)/on=\(Surroundings.today().text)"))
  }
}

extension CalendarDate {
  /// The date as it is written: 2026-11-24.
  var text: String {
    let (year, month, day) = components
    func digits(_ value: Int, _ width: Int) -> String {
      let text = "\(value)"
      return String(repeating: "0", count: width - text.count) + text
    }
    return "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))"
  }
}
