import ArgumentParser
import RegisterAnalysis
import RegisterChecks
import RegisterModel
import RegisterReports
import RegisterXML

struct ReportRegister: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write the report of a register: text, Markdown or one HTML file.",
    discussion: """
      A one-page summary, where the risks lie, the risks in order and in full, treatments, \
      acceptances, indicators, what the checks found, what changed since an earlier revision, and \
      how risks are judged. Shown as text where no file is given; a file's name tells the format.

        holdfast report hospital.xml
        holdfast report hospital.xml -o report.html --since last-year.xml
        holdfast report hospital.xml --only summary,acceptances

      The HTML file needs nothing else: it opens from disk, runs no script, and prints well.
      """)

  @OptionGroup var input: RegisterInput
  @Option(
    name: .shortAndLong, help: "The file to write, or - for standard output.",
    completion: .file(extensions: ["html", "md", "txt"]))
  var output: String?
  @Option(help: "The format: text, md or html; where left out, as the file's name says.")
  var format: ReportFormat?
  @Option(
    help: "The register at an earlier time, to show what changed since.",
    completion: .file(extensions: ["xml"]))
  var since: String?
  @Option(help: "The day that counts as today; the machine's where left out.")
  var today: CalendarDate?
  @Option(
    help: ArgumentHelp(
      "The parts wanted, parted by commas: \(ReportParts.names.joined(separator: ", ")).",
      valueName: "parts"))
  var only: ReportParts?
  @Option(help: "The language of the report's own words; only en so far.")
  var lang = "en"

  private func checkedFormat() throws -> ReportFormat {
    guard lang == "en" else {
      throw ValidationError(
        "reports are written in English so far: --lang en; the register's words stay as they are")
    }
    guard input.file != "-" || since != "-" else {
      throw ValidationError("only one register can come from standard input")
    }
    return try chosenFormat()
  }

  func run() throws {
    let format = try checkedFormat()
    let progress = ProgressLine()
    let document = try report(progress).document(only?.parts ?? Set(ReportPart.allCases))
    let file = try OutputFile(path: output ?? "-")
    var written = 0
    format.face(on: output == nil ? .output : nil).write(document) { bytes in
      file.write(bytes)
      written += bytes.count
      progress.say("writing the report, \(written >> 20) MiB")
    }
    progress.finish()
    try file.finish()
    if let output, output != "-" { printError("wrote \(output)") }
  }

  private func report(_ progress: ProgressLine) throws -> RegisterReport {
    progress.say("reading the register")
    let source = try RegisterSource(path: input.file)
    let read = try source.read()
    guard let register = read.register else {
      let printer = FindingPrinter(terminal: .error)
      printError(try printer.text(for: read.findings, in: source))
      throw ExitCode(2)
    }
    let day = today ?? Surroundings.today()
    let earlier = try since.map {
      CompiledRegister(try RegisterInput.load($0), today: day, zones: TimeZoneFiles.rules)
    }
    progress.say("checking the register")
    let compiled = CompiledRegister(register, today: day, zones: TimeZoneFiles.rules)
    let checks = CheckReport(of: compiled, adding: read.findings + register.historyFindings())
    return RegisterReport(
      of: compiled, since: earlier, checks: checks,
      provenance: .init(
        hash: RegisterWriter.hash(of: register).register, program: "holdfast \(holdfastVersion)"))
  }

  private func chosenFormat() throws -> ReportFormat {
    if let format { return format }
    guard let output, output != "-" else { return .text }
    guard let format = ReportFormat(file: output) else {
      throw ValidationError(
        "the name \(output) doesn't tell the format; end it in .html, .md or .txt, or say --format")
    }
    return format
  }
}
