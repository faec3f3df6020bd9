import ArgumentParser
import RegisterModel
import RegisterXML
import RiskScoring

struct Migrate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate", abstract: "Put all levels and ratings on other scales.",
    usage: """
      holdfast edit migrate [REGISTER] --to SET --propose --preview
      holdfast edit migrate [REGISTER] --to SET [--propose] [--map SCALE:OLD=NEW,…] … --because WHY
      """,
    discussion: """
      SET is a built-in set of criteria or the file of a register, whose criteria are taken. Every level \
      in use needs a counterpart, or nothing is changed: --propose takes what the intervals of the \
      levels suggest, --map decides by rank, on top of that. SCALE is 'likelihood', 'rating' or an \
      impact category; OLD=NEW before the colon lets one impact category become another.

        holdfast edit migrate --to sp800-30-g3 --propose --preview
        holdfast edit migrate --to sp800-30-g3 --propose --map rating:3=4,4=5 --because "board, 3 May"
        holdfast edit migrate --to group.xml --map service=supply:1=1,2=1,3=2 --propose --preview
      """)

  @Argument(help: "The register (may be left out).") var arguments: [String] = []
  @Option(help: "A built-in set, or a register's file.") var to: String
  @Option(
    parsing: .singleValue,
    help: "What levels become, as SCALE:OLD=NEW,…; may be given again.")
  var map: [String] = []
  @Flag(help: "Begin with what the intervals of the levels suggest.") var propose = false
  @Flag(help: "Show what would change and write nothing, like --dry-run.") var preview = false
  @Flag(help: "Show every risk that changes, not only the first 20.") var all = false
  @Flag(help: "Show what changes as JSON.") var json = false
  @OptionGroup var options: EditOptions

  func validate() throws {
    if !preview, !options.dryRun, options.because == nil {
      throw ValidationError(
        "say why: --because \"…\"; it goes into the history. Or look first: --preview")
    }
  }

  func run() throws {
    var rest = arguments
    let file = try RegisterFile.take(from: &rest)
    guard rest.isEmpty else { throw ValidationError("what is '\(rest[0])'?") }
    let decided = try map.reduce(ScaleMapping()) {
      $0.overridden(by: try MappingOption(text: $1).mapping)
    }
    let desk = try EditingDesk(file: file, options: options)
    let target = try criteria(for: desk.register)
    var mapping = decided
    if propose, let old = desk.register.criteria {
      mapping = ScaleMapping.proposed(from: old, to: target, currency: desk.register.currency)
        .overridden(by: decided)
    }
    let migration = ScaleMigration(of: desk.register, to: target, by: mapping)
    guard migration.findings.isEmpty else {
      try refuse(migration.findings, file)
      return
    }
    let text = MigrationText(migration, of: desk.register, limit: all ? nil : 20)
    if json {
      print(try JSONStream.text(of: MigrationJSON(migration, of: desk.register)))
    } else if preview || options.dryRun {
      print(text.text)
    } else {
      printError(text.text)
    }
    guard !preview, !options.dryRun else { return }
    try desk.finish(migration.edits, isQuiet: true)
  }

  /// Says what is missing, and ends.
  private func refuse(_ findings: [Finding], _ file: String) throws {
    let printer = FindingPrinter(terminal: .error)
    printError(try printer.text(for: findings, in: RegisterSource(name: file, bytes: [])))
    printError(
      "nothing was changed"
        + (propose
          ? "; where the intervals don't tell what a level becomes, --map decides"
          : "; --propose begins with what the intervals of the levels suggest"))
    throw ExitCode(2)
  }

  private func criteria(for register: Register) throws -> Criteria {
    if let set = BuiltInCriteria(rawValue: to) { return set.criteria(in: register.currency) }
    guard to.hasSuffix(".xml") || to.contains("/") else {
      let names = BuiltInCriteria.allCases.map(\.rawValue)
      let hint = Spelling.nearest(to: to, in: names).map { "did you mean '\($0)'?" }
      throw ValidationError(
        "there is no set of criteria '\(to)'; "
          + (hint ?? "take \(names.joined(separator: ", ")), or the file of a register"))
    }
    let other = try RegisterInput.load(to)
    guard let criteria = other.criteria else {
      throw CommandFailure("\(to) has no criteria to take")
    }
    guard other.currency == register.currency else {
      throw CommandFailure(
        "\(to) counts in \(other.currency.code), the register in \(register.currency.code);"
          + " amounts would mean something else")
    }
    return criteria
  }
}
