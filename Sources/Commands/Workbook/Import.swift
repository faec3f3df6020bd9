import ArgumentParser
import FoundationEssentials
import RegisterExchange
import RegisterModel
import RegisterXML
import Spreadsheets

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read a workbook back and make exactly the edits that a person made in it.",
    usage: "holdfast import WORKBOOK [--into REGISTER] [-o FILE] --because WHY",
    discussion: """
      Compares the workbook with the register it was made from, which it carries, and merges what was \
      changed into the register as it is now. Where both changed the same field, the conflict is named, \
      nothing is written and the exit code is 1; --prefer decides it instead. So it is when a cell makes \
      no sense: all of them are listed, and --skip-bad imports the rest.

        holdfast import hospital.xlsx --into hospital.xml --by "Ann" --because "the spring review"
        holdfast import typed.xlsx -o new.xml --because "our first register"
      """)

  @Argument(help: "The workbook, in XLSX format.", completion: .file(extensions: ["xlsx"]))
  var workbook: String
  @Option(
    help: "The register to import into; one is made of the workbook alone where left out.",
    completion: .file(extensions: ["xml"]))
  var into: String?
  @Flag(help: "Pass over cells that make no sense, and import the rest.") var skipBad = false
  @Flag(help: "Remove what has no row in the workbook any more.") var removeMissing = false
  @Option(
    help: "Whose change to take where both changed the same: ours (the register's) or theirs.")
  var prefer: MergePreference?
  @OptionGroup var options: EditOptions

  func run() throws {
    guard into != nil || options.output != nil || options.dryRun else {
      throw ValidationError("say where it goes: --into REGISTER, or -o FILE for a new one")
    }
    guard options.because != nil || options.dryRun else {
      throw ValidationError("say why: --because \"…\"; it goes into the history")
    }
    let ours = try into.map { try RegisterInput.load($0) }
    let imported = try read(ours)
    report(imported)
    guard let theirs = imported.register else {
      printError("nothing was written")
      throw ExitCode.failure
    }
    if let ours, ours.id != imported.base.id {
      throw CommandFailure(
        "the workbook was made from the register '\(imported.base.id)', but \(into ?? "") is '\(ours.id)'"
      )
    }
    let (result, edits) = try merged(imported, ours, theirs)
    for edit in edits where !edit.isImplied {
      printError(EditText.sentence(edit, because: try options.reason()?.text))
    }
    if edits.isEmpty { printError("nothing changes") }
    guard !options.dryRun, !edits.isEmpty || options.output != nil else { return }
    let recorded =
      edits.isEmpty
      ? result
      : result.recording(
        edits, at: Surroundings.now(), by: try options.author(), because: try options.reason())
    try RegisterSource.write(recorded, to: options.output ?? into ?? "-")
  }

  private func read(_ ours: Register?) throws -> ImportedWorkbook {
    var how = WorkbookImportOptions()
    how.skipsBad = skipBad
    how.newIdentifier = options.output.map { New.identifier(fromFile: $0) }
    if removeMissing {
      how.removal = .init(
        on: Surroundings.today(), because: try options.reason() ?? Line("removed in a workbook")!)
    }
    let progress = Progress("reading")
    defer { progress.clear() }
    do throws(WorkbookFailure) {
      return try RegisterWorkbook.read(workbook, comparing: ours, options: how) {
        progress.show($0)
      }
    } catch { throw CommandFailure("\(error)") }
  }

  /// The register with what the workbook changed, and the edits that this is.
  ///
  /// - Throws: The exit code, if a change conflicts with one that the register has seen meanwhile.
  private func merged(_ imported: ImportedWorkbook, _ ours: Register?, _ theirs: Register) throws
    -> (
      Register, [Edit]
    )
  {
    guard let ours, imported.hasBase else { return (theirs, imported.edits) }
    let merged = imported.base.merging(ours, theirs, preferring: prefer)
    for conflict in merged.conflicts {
      let word = merged.register == nil ? "conflict:" : "decided: "
      printError("\(word) the register: \(EditText.sentence(conflict.ours))")
      printError("          the workbook: \(EditText.sentence(conflict.theirs))")
    }
    guard let register = merged.register else {
      if !merged.findings.isEmpty {
        let printer = FindingPrinter(terminal: .error)
        printError(
          try printer.text(for: merged.findings, in: RegisterSource(name: workbook, bytes: [])))
      }
      printError("nothing was written")
      throw ExitCode.failure
    }
    return (register, merged.edits)
  }

  // MARK: Saying what was found

  private func report(_ imported: ImportedWorkbook) {
    let printer = FindingPrinter(terminal: .error)
    for finding in imported.findings {
      let name = [workbook, finding.place].compactMap { $0 }.joined(separator: ": ")
      printError(printer.excerpt(of: finding.finding, at: nil, in: name))
    }
    if imported.findings.contains(where: { $0.finding.severity != .info }) {
      printError(printer.summary(of: imported.findings.map(\.finding)))
    }
    if !imported.hasBase, into != nil {
      printError(
        "the workbook does not carry the register it was made from: it was compared with \(into ?? ""); "
          + "empty cells and missing rows were not taken for changes")
    }
    reportMissing(imported.missing)
  }

  private func reportMissing(_ missing: [MissingRow]) {
    guard !missing.isEmpty else { return }
    for row in missing.prefix(20) {
      let what = row.ordinal.map { "number \($0) of \(row.entity ?? "the register")" } ?? row.entity
      printError("\(workbook): \(row.sheet): the row of \(what ?? "the register") is gone")
    }
    if missing.count > 20 { printError("and \(missing.count - 20) more") }
    printError(
      removeMissing
        ? "what has no row any more is removed"
        : "nothing is removed for that; --remove-missing does it")
  }
}
