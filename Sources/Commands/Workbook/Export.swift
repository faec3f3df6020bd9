import ArgumentParser
import RegisterExchange
import RegisterModel
import Spreadsheets

/// The formats that a register can be exported to.
enum ExportFormat: String, ExpressibleByArgument, CaseIterable {
  case xlsx
}

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a register as a workbook that people can fill in.",
    discussion: """
      The workbook opens in any spreadsheet program: a sheet for each sort of record, drop-downs from \
      the register's own scales, a note on every column. 'holdfast import' reads it back and makes \
      exactly the edits that a person made.

        holdfast export hospital.xml --to xlsx -o hospital.xlsx
      """)

  @OptionGroup var input: RegisterInput
  @Option(help: "The format: xlsx.") var to = ExportFormat.xlsx
  @Option(
    name: .shortAndLong,
    help: "Where to write it; beside the register, with the ending of the format, where left out.")
  var output: String?

  func run() throws {
    let register = try input.load()
    let path = try output ?? Self.path(for: input.file, to)
    let progress = Progress("writing")
    do throws(WorkbookFailure) {
      try RegisterWorkbook.write(register, to: path) { progress.show($0) }
    } catch {
      progress.clear()
      throw CommandFailure("\(error)")
    }
    progress.clear()
    printError("wrote \(path). Next: fill it in, then holdfast import \(path) --into \(input.file)")
  }

  private static func path(for file: String, _ format: ExportFormat) throws -> String {
    guard file != "-" else { throw ValidationError("say where to write it: -o FILE.xlsx") }
    let stem = file.hasSuffix(".xml") ? String(file.dropLast(4)) : file
    return "\(stem).\(format.rawValue)"
  }
}
