public import ArgumentParser
import RegisterAnalysis
public import RegisterChecks
public import RegisterModel
import RegisterXML

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Point out every mistake and gap in a register.",
    discussion: """
      Reads the register whole and lists what is wrong with its structure, values, references and \
      history, and what the rules say about it: who owns what, what is overdue, accepted by whom and \
      until when. Each finding with file, line, column, rule, and what to do. Exits with 1 if one of \
      them is an error, with 2 if the file can't be read at all.

        holdfast check hospital.xml
        holdfast check hospital.xml --draft        only what is wrong, not what is still missing
        holdfast check hospital.xml --framework "ISO 22301" --severity error
        holdfast check --explain TRT-006
      """)

  /// How many findings of one rule are shown if nobody says.
  static let usualLimit = 10

  @Argument(
    help: "The register's file, or - for standard input.", completion: .file(extensions: ["xml"]))
  var file: String?
  @Flag(help: "Report what is wrong, not what is not there yet.") var draft = false
  @Option(
    help: .init("Report findings from this weight on: error, warning or info.", valueName: "weight")
  )
  var severity = Severity.info
  @Option(
    help: .init(
      "Report rules of one framework only, such as \"ISO 22301\", csf or dora.", valueName: "name"))
  var framework: Framework?
  @Option(
    help: .init("Exit with 1 from this weight on: error, warning or info.", valueName: "weight"))
  var failOn = Severity.error
  @Option(help: .init("The day that counts as today, such as 2026-11-24.", valueName: "date"))
  var today: CalendarDate?
  @Flag(help: "Show all findings of a rule, not the first ten.") var all = false
  @Flag(help: "List the rules.") var rules = false
  @Option(help: .init("Print what a rule asks and why, such as RSK-008.", valueName: "code"))
  var explain: String?
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    guard file != nil || rules || explain != nil else {
      throw ValidationError("name the register's file, or - for standard input")
    }
    if let explain, rule(explain) == nil {
      let codes = RuleCatalogue.rules.map(\.code)
      let hint = Spelling.hint(for: explain.uppercased(), in: codes) ?? "--rules lists them"
      throw ValidationError("there is no rule '\(explain)'; \(hint)")
    }
  }

  func run() throws {
    if let rule = explain.flatMap(rule) {
      let explanation = RuleExplanation(rule)
      if json { try printJSON(explanation) } else { print(explanation.text(on: .output)) }
    } else if rules {
      if json {
        try printJSON(RuleCatalogue.rules.map { RuleJSON($0) })
      } else {
        print(RuleList(framework: framework, terminal: .output).text)
      }
    } else if let file {
      try check(RegisterSource(path: file))
    }
  }

  /// Codes are spoken and typed in small letters too.
  private func rule(_ code: String) -> Rule? { RuleCatalogue.rule(code.uppercased()) }

  private func check(_ source: RegisterSource) throws {
    let read = try source.read()
    guard let register = read.register else {
      if json {
        try printJSON(
          zip(read.findings, source.places(of: read.findings)).map {
            FindingJSON($0, at: $1, in: source.name)
          })
      } else {
        print(try FindingPrinter(terminal: .output).text(for: read.findings, in: source))
      }
      throw ExitCode.failure
    }
    let report = CheckReport(
      of: CompiledRegister(
        register, today: today ?? Surroundings.today(), zones: TimeZoneFiles.rules),
      adding: read.findings + register.historyFindings(),
      selection: .init(draft: draft, least: severity, framework: framework))
    let limit = json || all ? nil : Self.usualLimit
    let placed = try PlacedReport(report, read, source, limit: limit)
    if json {
      try printJSON(placed.json)
    } else {
      print(CheckText(placed, register, limit: limit, terminal: .output).text)
    }
    if report.findings.contains(where: { $0.severity >= failOn }) { throw ExitCode.failure }
  }
}

extension Severity: ExpressibleByArgument {}

extension Framework: ExpressibleByArgument {
  public init?(argument: String) { self.init(named: argument) }
  public static var allValueStrings: [String] { allCases.map(\.rawValue) }
}
