import ArgumentParser
import RegisterAnalysis
import RegisterExchange
import RegisterModel
import RegisterXML

struct CollectQuestionnaires: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "collect",
    abstract: "Read returned questionnaires and merge their answers into the register.",
    usage:
      "holdfast plan collect REGISTER FILE … [--by NAME] [--because WHY] [-o FILE] [--dry-run]",
    discussion: """
      Each file knows what stood in its cells when it was made; what was answered otherwise becomes part \
      of the register, with an entry of the history for each file. Blank stays unknown. Where the register \
      was changed meanwhile, or two files say different things, both are named; so are cells that make no \
      sense. All mistakes of all files are listed at once, and with one of them nothing is written and the \
      exit code is 1.

      What one department needs sooner than another promises it is listed at the end; 'holdfast check' \
      finds it again.

        holdfast plan collect hospital.xml questionnaires/*.xlsx --by "Ann Lee"
      """)

  @OptionGroup var input: RegisterInput
  @Argument(help: "The returned files.", completion: .file(extensions: ["xlsx"]))
  var files: [String]
  @OptionGroup var options: EditOptions

  func run() throws {
    let register = try input.load()
    if let twice = files.indices.first(where: { files[..<$0].contains(files[$0]) }) {
      throw ValidationError("\(files[twice]) is named twice")
    }
    let collected = Questionnaire.collect(files, into: register)
    report(collected)
    guard !collected.haveErrors else {
      printError("nothing was written")
      throw ExitCode.failure
    }
    let result = try record(collected, register)
    reportContradictions(result)
    let edits = collected.contributions.flatMap(\.edits)
    guard !options.dryRun, !edits.isEmpty || options.output != nil else { return }
    try RegisterSource.write(result, to: options.output ?? input.file)
  }

  private func report(_ collected: CollectedQuestionnaires) {
    let printer = FindingPrinter(terminal: .error)
    for found in collected.findings {
      let name = [found.file, found.finding.place].compactMap { $0 }.joined(separator: ": ")
      printError(printer.excerpt(of: found.finding.finding, at: nil, in: name))
    }
    if !collected.findings.isEmpty {
      printError(printer.summary(of: collected.findings.map(\.finding.finding)))
    }
  }

  /// The register with all answers, each file an entry of the history.
  private func record(_ collected: CollectedQuestionnaires, _ register: Register) throws -> Register
  {
    var result = register
    var isChanged = false
    let now = Surroundings.now()
    for contribution in collected.contributions {
      guard !contribution.edits.isEmpty else {
        printError("\(contribution.file): nothing new")
        continue
      }
      isChanged = true
      for edit in contribution.edits where !edit.isImplied {
        printError("\(contribution.file): \(EditText.sentence(edit))")
      }
      guard !options.dryRun else { continue }
      do throws(EditFailure) { result = try result.applying(contribution.edits) } catch {
        throw CommandFailure("\(contribution.file): \(error.findings.first?.message ?? "")")
      }
      result = result.recording(
        contribution.edits, at: now, by: try options.author(),
        because: try reason(contribution))
    }
    if !isChanged { printError("nothing changes") }
    return options.dryRun ? collected.contributions.last?.register ?? register : result
  }

  private func reason(_ contribution: CollectedQuestionnaires.Contribution) throws -> Line? {
    Line(contribution.reason + (try options.reason().map { ": \($0)" } ?? ""))
  }

  private func reportContradictions(_ register: Register) {
    let compiled = CompiledRegister(
      register, today: Surroundings.today(), zones: TimeZoneFiles.rules)
    let findings = compiled.contradictions
    guard !findings.isEmpty else { return }
    let printer = FindingPrinter(terminal: .output)
    for finding in findings { print(printer.excerpt(of: finding, at: nil, in: input.file)) }
    print(
      findings.count == 1
        ? "1 contradiction between departments"
        : "\(findings.count) contradictions between departments")
  }
}
