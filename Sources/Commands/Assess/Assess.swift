import ArgumentParser
import RegisterModel
import RiskScoring

struct Assess: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Rank the risks of a register by its own criteria.",
    discussion: """
      Rates every risk by the register's matrix and shows the risks in the order in which to deal \
      with them, each with the reason for its rank; then the heat map, and what there is by rating, \
      appetite, category and owner. What nobody has judged is listed apart, never as zero or last.

        holdfast assess hospital.xml --top 10
        holdfast assess hospital.xml --stage target --json
      """)

  /// How many entries of a list are shown if nobody says.
  static let usualLimit = 20

  @OptionGroup var input: RegisterInput
  @Option(
    help: """
      The stage to assess: inherent (before any control), current (with the controls of today) or \
      target (after the plan).
      """)
  var stage = Stage.current
  @Option(help: "How many risks of a list to show (default: 20; all with --json).")
  var top: Int?
  @Flag(help: "Show all risks and owners.") var all = false
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    guard top ?? 0 >= 0 else { throw ValidationError("--top needs a number, zero or more") }
    guard top == nil || !all else { throw ValidationError("--top and --all exclude each other") }
  }

  func run() throws {
    let report = AssessmentReport(of: try input.load(), at: stage, file: input.file)
    if json {
      print(try JSONStream.text(of: AssessmentJSON(report, limit: top)))
    } else {
      let limit = all ? nil : top ?? Self.usualLimit
      print(AssessmentText(report, limit: limit, terminal: .output).text, terminator: "")
    }
  }
}
