import ArgumentParser
import RegisterModel
import RegisterXML

struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Say what changed between two registers, field by field.",
    discussion: """
      Compares by identifier and field, whatever the layout of the files. Exits with 0 if they say the \
      same, with 1 if not.
      """)

  @Argument(help: "The register as it was.", completion: .file(extensions: ["xml"]))
  var old: String
  @Argument(help: "The register as it is.", completion: .file(extensions: ["xml"]))
  var new: String
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let before = try RegisterInput.load(old)
    let after = try RegisterInput.load(new)
    let edits = before.edits(to: after)
    let reasons = Reasons(after.history.dropFirst(before.history.count))
    if json {
      try printJSON(edits.filter { !$0.isImplied }.map { EditJSON($0) })
    } else {
      for edit in edits where !edit.isImplied {
        print(EditText.sentence(edit, because: reasons.reason(for: edit)))
      }
    }
    if !edits.isEmpty { throw ExitCode.failure }
  }
}

/// Why fields were changed, as the history has it.
private struct Reasons {
  private var reasons: [String: String] = [:]

  init(_ entries: ArraySlice<HistoryEntry>) {
    for entry in entries {
      guard let because = entry.because else { continue }
      for edit in entry.edits {
        reasons["\(edit.ref?.text ?? "") \(edit.field?.text ?? "")"] = because.text
      }
    }
  }

  func reason(for edit: Edit) -> String? {
    switch edit {
    case .set(let change): reasons["\(change.entity ?? "") \(change.field)"]
    case .add(let record), .remove(let record):
      reasons["\(record.attribute("id") ?? "") \(record.name)"]
    }
  }
}

struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Merge two registers that were made of one.",
    discussion: """
      Takes from each what it changed, by identifier and field. Where both changed the same field, the \
      conflict is named, nothing is written and the exit code is 1; --prefer decides it instead. As a \
      merge driver of git:

        git config merge.holdfast.driver "holdfast merge %O %A %B -o %A"
        echo '*.xml merge=holdfast' >> .gitattributes
      """)

  @Argument(help: "The register that both were made of.", completion: .file(extensions: ["xml"]))
  var base: String
  @Argument(help: "Our register.", completion: .file(extensions: ["xml"]))
  var ours: String
  @Argument(help: "Their register.", completion: .file(extensions: ["xml"]))
  var theirs: String
  @Option(help: "Whose change to take where both changed the same: ours or theirs.")
  var prefer: MergePreference?
  @OptionGroup var options: EditOptions

  func run() throws {
    let origin = try RegisterInput.load(base)
    let left = try RegisterInput.load(ours)
    let right = try RegisterInput.load(theirs)
    let merged = origin.merging(left, right, preferring: prefer)
    for conflict in merged.conflicts {
      let word = merged.register == nil ? "conflict:" : "decided: "
      printError("\(word) ours: \(EditText.sentence(conflict.ours))")
      printError("        theirs: \(EditText.sentence(conflict.theirs))")
    }
    guard let register = merged.register else {
      let printer = FindingPrinter(terminal: .output)
      if !merged.findings.isEmpty {
        print(
          try printer.text(for: merged.findings, in: RegisterSource(name: theirs, bytes: [])))
      }
      printError("nothing was written")
      throw ExitCode.failure
    }
    for edit in merged.edits where !edit.isImplied { printError(EditText.sentence(edit)) }
    guard !options.dryRun else { return }
    let result =
      merged.edits.isEmpty
      ? register
      : register.recording(
        merged.edits, at: Surroundings.now(), by: try options.author(),
        because: try options.reason() ?? reason(origin, right))
    try RegisterSource.write(result, to: options.output ?? "-")
  }

  /// What the other side gave as its reasons since the origin.
  private func reason(_ origin: Register, _ theirs: Register) -> Line? {
    let reasons = theirs.history.dropFirst(origin.history.count).compactMap {
      entry in entry.because.map { "\(entry.by): \($0)" }
    }
    return Line(
      "merged from another copy" + (reasons.isEmpty ? "" : ": ")
        + reasons.joined(separator: "; "))
  }
}
