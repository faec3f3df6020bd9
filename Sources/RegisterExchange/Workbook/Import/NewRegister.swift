import RegisterModel
import RiskScoring
import Spreadsheets

extension RegisterWorkbook {
  /// A register that is typed into a workbook from scratch: first what it judges by, for that says which
  /// columns there are; then the rest.
  static func new(
    _ workbook: some WorkbookContent, _ options: WorkbookImportOptions, _ progress: (String) -> Void
  ) throws(WorkbookFailure) -> ImportedWorkbook {
    let titles = Set(workbook.sheetNames.map(SheetHeader.normal))
    let hasScales = ["Likelihood scale", "Impact scales"].contains {
      titles.contains(SheetHeader.normal($0))
    }
    let currency = Currency("EUR")!  // three capital letters
    let empty = Register.new(
      id: options.newIdentifier ?? Identifier(unchecked: "register"),
      title: Line("A new register")!,
      language: LanguageTag("en")!, currency: currency,
      criteria: hasScales ? nil : BuiltInCriteria.standard.criteria(in: currency))
    var first = WorkbookImport(empty, hasBase: false, options)
    let criteria = try first.run(workbook, progress: { _ in }, Self.isOfCriteria)
    guard let base = criteria.register else { return criteria }
    var second = WorkbookImport(base, hasBase: false, options)
    var result = try second.run(workbook, progress: progress) { !Self.isOfCriteria($0) }
    let known = result.findings
    result.findings = criteria.findings.filter { !known.contains($0) } + known
    result.base = empty
    if let register = result.register { result.edits = empty.edits(to: register) }
    return result
  }

  /// Whether a sheet holds what the register judges by, or the register itself.
  private static func isOfCriteria(_ frame: SheetFrame) -> Bool {
    frame.layout.group == .criteria || frame.layout.group == .register
  }
}
