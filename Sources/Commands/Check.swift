import ArgumentParser
import RegisterModel
import RegisterXML
import RiskScoring

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Point out every mistake in a register.",
    discussion: """
      Reads the register whole and lists all that is wrong with its structure, its values, its \
      references and its history: file, line, column, rule, and what to do. Exits with 1 if one of \
      them is an error, with 2 if the file can't be read at all.
      """)

  @OptionGroup var input: RegisterInput
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let source = try RegisterSource(path: input.file)
    let read = try source.read()
    var findings = read.findings
    if let register = read.register {
      findings += read.placing(
        register.historyFindings() + CriteriaFindings.findings(in: register))
    }
    if json {
      let places = try source.places(of: findings)
      try printJSON(zip(findings, places).map { FindingJSON($0, $1) })
    } else if findings.isEmpty, let register = read.register {
      print("\(register.title): no mistakes found\(register.inventory)")
    } else {
      print(try FindingPrinter(terminal: .output).text(for: findings, in: source))
    }
    if findings.haveErrors { throw ExitCode.failure }
  }
}

extension Register {
  /// "; 34 risks, 18 activities, 36 assets": what there is most of to look at.
  var inventory: String {
    let counts = [
      (risks.count, "risk", "risks"), (activities.count, "activity", "activities"),
      (assets.count, "asset", "assets"), (controls.count, "control", "controls"),
      (protocols.count, "protocol", "protocols"),
    ]
    let present = counts.filter { $0.0 > 0 }
    guard !present.isEmpty else { return "; it has no records yet" }
    return "; "
      + present.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }.joined(separator: ", ")
  }
}
