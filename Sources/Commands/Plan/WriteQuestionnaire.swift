import ArgumentParser
import FoundationEssentials
import RegisterAnalysis
import RegisterExchange
import RegisterModel
import Spreadsheets

struct WriteQuestionnaire: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "questionnaire",
    abstract: "Ask a department what a disruption would mean to it, as a workbook to fill in.",
    usage: "holdfast plan questionnaire REGISTER (--owner ID | --all) [-o PATH] [--due DATE]",
    discussion: """
      The workbook holds what the department answers for: for each activity its impact over time, by when \
      it must be back, its people and its needs; of what others need, by when it is promised back. What \
      matters most to recovery priorities is listed first.

        holdfast plan questionnaire hospital.xml --owner r-ed -o ed.xlsx
        holdfast plan questionnaire hospital.xml --all -o questionnaires --due 2026-12-15

      'holdfast plan collect' reads back what returns.
      """)

  @OptionGroup var input: RegisterInput
  @Option(help: "The identifier of the party who answers for the activities and assets.")
  var owner: String?
  @Flag(help: "Write one for each party who answers for an activity or asset, into a folder.")
  var all = false
  @Option(
    name: .shortAndLong,
    help:
      "The file, or with --all the folder; named after the owner, or 'questionnaires', where left out."
  )
  var output: String?
  @Option(help: "By when it is to come back.") var due: CalendarDate?
  @Option(help: "The day that counts as today; the machine's where left out.")
  var today: CalendarDate?

  func run() throws {
    guard all != (owner != nil) else {
      throw ValidationError("say whom to ask: --owner ID, or --all")
    }
    let register = try input.load()
    let compiled = CompiledRegister(
      register, today: today ?? Surroundings.today(), zones: TimeZoneFiles.rules)
    let owners = Questionnaire.owners(in: register)
    if all { try writeAll(compiled, owners) } else { try writeOne(compiled, owners) }
    let unowned = Questionnaire.unowned(in: register)
    if !unowned.isEmpty {
      let names = unowned.prefix(5).map(\.id.text).joined(separator: ", ")
      printError(
        "\(unowned.count == 1 ? "1 activity has" : "\(unowned.count) activities have") no owner, so that "
          + "nobody is asked about \(unowned.count == 1 ? "it" : "them"): \(names)"
          + (unowned.count > 5 ? " and more" : ""))
    }
  }

  private func writeOne(_ compiled: CompiledRegister, _ owners: [Identifier<Party>]) throws {
    let wanted = owner ?? ""
    guard let id = owners.first(where: { $0.text == wanted }) else {
      let isParty = compiled.register.parties.contains { $0.id.text == wanted }
      let hint = Spelling.hint(for: wanted, in: owners.map(\.text)).map { "; \($0)" } ?? ""
      throw CommandFailure(
        isParty
          ? "\(wanted) answers for no activity and no asset"
          : "no party is called '\(wanted)'\(hint)")
    }
    let path = output ?? "\(id).xlsx"
    let summary = try write(compiled, id, to: path)
    printError(
      "wrote \(path): \(cells(summary)). Next: have it filled in, then holdfast plan collect \(input.file) \(path)"
    )
    guard !summary.important.isEmpty else { return }
    print("What matters most to recovery priorities:")
    for (place, blank) in summary.important.enumerated() {
      print("\(place + 1). \(blank.question); \(blank.weight)")
    }
    if summary.blankCount > summary.important.count {
      print("and \(summary.blankCount - summary.important.count) more")
    }
  }

  private func writeAll(_ compiled: CompiledRegister, _ owners: [Identifier<Party>]) throws {
    let folder = output ?? "questionnaires"
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    } catch { throw CommandFailure("cannot make the folder \(folder)") }
    let progress = Progress("writing")
    var blanks: [(owner: String, blank: Questionnaire.Summary.Blank)] = []
    for owner in owners {
      progress.show(owner.text)
      let summary = try write(compiled, owner, to: "\(folder)/\(owner).xlsx")
      progress.clear()
      print("\(folder)/\(owner).xlsx: \(cells(summary))")
      blanks += summary.important.map { (owner.text, $0) }
    }
    printError(
      "wrote \(owners.count) questionnaires. Next: have them filled in, then holdfast plan collect "
        + "\(input.file) \(folder)/*.xlsx")
    guard !blanks.isEmpty else { return }
    print("What matters most to recovery priorities:")
    let order = blanks.indices.sorted {
      (-blanks[$0].blank.influence, $0) < (-blanks[$1].blank.influence, $1)
    }
    for (place, index) in order.prefix(10).enumerated() {
      let (owner, blank) = blanks[index]
      print("\(place + 1). \(owner): \(blank.question); \(blank.weight)")
    }
  }

  private func write(
    _ compiled: CompiledRegister, _ owner: Identifier<Party>, to path: String
  ) throws -> Questionnaire.Summary {
    do throws(WorkbookFailure) {
      return try Questionnaire.write(compiled, owner: owner, due: due, to: path)
    } catch { throw CommandFailure("\(error)") }
  }

  private func cells(_ summary: Questionnaire.Summary) -> String {
    switch summary.emptyCells {
    case 0: "no cell is empty"
    case 1: "1 cell is empty"
    default: "\(summary.emptyCells) cells are empty"
    }
  }
}
