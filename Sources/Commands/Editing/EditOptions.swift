import ArgumentParser
import FoundationEssentials
import RegisterModel
import RegisterXML

/// Who edits, why, and where the result goes.
struct EditOptions: ParsableArguments {
  @Option(help: "Who makes the change; your account's name where left out.")
  var by: String?
  @Option(help: "Why; it goes into the history.")
  var because: String?
  @Option(name: .shortAndLong, help: "Where to write the register; its own file where left out.")
  var output: String?
  @Flag(help: "Show what would change and write nothing.")
  var dryRun = false

  func author() throws -> Line {
    if let by {
      guard let line = Line(by) else { throw ValidationError("--by needs a name") }
      return line
    }
    guard let author = Surroundings.author() else {
      throw ValidationError("say who makes the change: --by NAME")
    }
    return author
  }

  func reason() throws -> Line? {
    guard let because else { return nil }
    guard let line = Line(because) else { throw ValidationError("--because needs some words") }
    return line
  }
}

/// A register being edited on the command line.
struct EditingDesk {
  let file: String
  let register: Register
  let options: EditOptions

  init(file: String, options: EditOptions) throws {
    self.file = file
    self.options = options
    register = try RegisterInput.load(file)
  }

  /// Makes the edits, records them in the history, writes the register and says what changed.
  ///
  /// - Parameter isQuiet: The command has said already what changes.
  /// - Throws: The exit code, if they can't be made; then nothing is written.
  func finish(_ edits: [Edit], isQuiet: Bool = false) throws {
    guard !edits.isEmpty else {
      printError("nothing changes")
      return
    }
    let edited: Register
    do throws(EditFailure) { edited = try register.applying(edits) } catch {
      let printer = FindingPrinter(terminal: .error)
      printError(
        try printer.text(for: error.findings, in: RegisterSource(name: file, bytes: [])))
      printError("nothing was changed")
      throw ExitCode(2)
    }
    // What is recorded is what changed, not what was asked for.
    let made = register.edits(to: edited)
    let reason = try options.reason()
    for edit in made where !edit.isImplied && !isQuiet {
      printError(EditText.sentence(edit, because: reason?.text))
    }
    guard !options.dryRun else { return }
    let recorded = edited.recording(
      made, at: Surroundings.now(), by: try options.author(), because: reason)
    try RegisterSource.write(recorded, to: options.output ?? file)
  }
}

/// Finds the register among the arguments of a command that may leave it out.
enum RegisterFile {
  /// Takes the register's file off the arguments, if the first of them is one; else the file that
  /// `HOLDFAST_REGISTER` names, else the only XML file of the current folder.
  ///
  /// - Throws: If there is none, or more than one to choose from.
  static func take(from arguments: inout [String]) throws -> String {
    if let first = arguments.first,
      first.hasSuffix(".xml")
        || first.contains("/") && FileManager.default.fileExists(atPath: first)
    {
      arguments.removeFirst()
      return first
    }
    if let named = ProcessInfo.processInfo.environment["HOLDFAST_REGISTER"], !named.isEmpty {
      return named
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: ".")
      .filter { $0.hasSuffix(".xml") }.sorted()
    guard files.count == 1 else {
      throw ValidationError(
        files.isEmpty
          ? "say which register: no XML file is in this folder, and HOLDFAST_REGISTER is not set"
          : "say which register: this folder has \(files.prefix(5).joined(separator: ", "))")
    }
    return files[0]
  }
}
