import ArgumentParser
import FoundationEssentials
import RegisterModel
import RegisterXML

struct Add: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a record, or a whole brainstorm of risks.",
    usage: """
      holdfast add [REGISTER] KIND [ID] FIELD=VALUE …
      holdfast add [REGISTER] risk --title TITLE
      holdfast add [REGISTER] risks -
      """,
    discussion: """
      KIND is the name of the record's element: risk, asset, activity, control, party, hazard … An \
      identifier is made where none is given. 'risks -' reads standard input, one title a line, and \
      adds a draft risk for each.
      """)

  @Argument(help: "The register (may be left out), the kind, the identifier, and its fields.")
  var arguments: [String]
  @Option(help: "The title of the risk.") var title: String?
  @Option(help: "The name of the record.") var name: String?
  @OptionGroup var options: EditOptions

  func run() throws {
    var rest = arguments
    let file = try RegisterFile.take(from: &rest)
    guard let kind = rest.first else { throw ValidationError("say what to add: risk, asset …") }
    rest.removeFirst()
    let desk = try EditingDesk(file: file, options: options)
    var identifiers = IdentifierMaker(desk.register)
    if kind == "risks" {
      guard rest == ["-"] else {
        throw ValidationError("'add risks -' reads one title a line from standard input")
      }
      return try desk.finish(try brainstorm(&identifiers))
    }
    var draft = try RecordDraft(new: kind)
    if let first = rest.first, !first.contains("=") {
      draft.setAttribute("id", first)
      rest.removeFirst()
    } else {
      draft.setAttribute("id", identifiers.next(for: kind))
    }
    if let title { try draft.set(Assignment("title=\(title)")) }
    if let name { try draft.set(Assignment("name=\(name)")) }
    for text in rest { try draft.set(Assignment(text)) }
    try desk.finish(draft.edits)
  }

  private func brainstorm(_ identifiers: inout IdentifierMaker) throws -> [Edit] {
    var edits: [Edit] = []
    var number = 0
    while let line = readLine() {
      number += 1
      let text = line.drop { $0.isWhitespace || "-*•".contains($0) }
      guard !text.allSatisfy(\.isWhitespace) else { continue }
      guard let title = Line(String(text)) else {
        throw ValidationError("line \(number) holds a character that no XML file can hold")
      }
      var draft = try RecordDraft(new: "risk")
      draft.setAttribute("id", identifiers.next(for: "risk"))
      try draft.set(Assignment("title=\(title.text)"))
      edits += draft.edits
    }
    return edits
  }
}

struct Remove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Remove a record; its identifier is never used again.",
    usage: "holdfast remove [REGISTER] ID … --because WHY")

  @Argument(help: "The register (may be left out), and the records.")
  var arguments: [String]
  @OptionGroup var options: EditOptions

  func run() throws {
    var rest = arguments
    let file = try RegisterFile.take(from: &rest)
    guard !rest.isEmpty else { throw ValidationError("say which record to remove") }
    guard options.because != nil else {
      throw ValidationError("say why: --because \"…\"; it goes into the history")
    }
    let desk = try EditingDesk(file: file, options: options)
    var edits: [Edit] = []
    for id in rest {
      edits.append(.remove(try RecordDraft(id: id, in: desk.register).element))
      edits.append(
        .add(
          WrittenElement(
            "retired",
            attributes: [
              .init("id", id), .init("on", Surroundings.today().text),
              .init("because", try options.reason()?.text ?? "not said"),
            ])))
    }
    try desk.finish(edits)
  }
}

struct Record: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: "Turn an edit by hand into edits with history.",
    discussion: """
      Compares the register as it was with the register as it is, whichever program changed it, and \
      writes the new one with an entry of its history that lists every change, who made it and why.
      """)

  @Argument(help: "The register as it was.", completion: .file(extensions: ["xml"]))
  var old: String
  @Argument(help: "The register as it is.", completion: .file(extensions: ["xml"]))
  var new: String
  @OptionGroup var options: EditOptions

  func run() throws {
    let before = try RegisterInput.load(old)
    let after = try RegisterInput.load(new)
    let edits = before.edits(to: after)
    let hash = RegisterWriter.hash(of: after.continuing(before)).content
    guard !edits.isEmpty || before.history.last.map({ $0.content != hash }) == true else {
      return printError("nothing changed")
    }
    guard let reason = try options.reason() else {
      throw ValidationError("say why: --because \"…\"; it goes into the history")
    }
    for edit in edits where !edit.isImplied {
      printError(EditText.sentence(edit, because: reason.text))
    }
    guard !options.dryRun else { return }
    let recorded = after.continuing(before).recording(
      edits, at: Surroundings.now(), by: try options.author(), because: reason)
    try RegisterSource.write(recorded, to: options.output ?? new)
  }
}

extension Register {
  /// The register with the history and revision of the one that it was made of.
  func continuing(_ other: Register) -> Register {
    var register = self
    register.history = other.history
    register.revision = other.revision
    register.signatures = []
    return register
  }
}
