public import RegisterModel
public import Spreadsheets

/// A register as a workbook that people can fill in with any spreadsheet program, and the way back.
///
/// Each sort of record has a sheet, with a column for each field that fits into a cell. A hidden sheet
/// carries the register itself, so that an import can tell what a person changed from what a spreadsheet
/// program did to the cells; see docs/decisions.
public enum RegisterWorkbook {
  /// Writes the workbook of a register, whole or not at all.
  ///
  /// - Parameters:
  ///   - path: The file, which is replaced.
  ///   - progress: Called now and then with the title of the sheet that is being written.
  /// - Throws: ``WorkbookFailure`` if it can't be written.
  /// - Complexity: O(n) in the size of the register; rows are written as they are made. The same
  ///   register gives the same bytes.
  public static func write(
    _ register: Register, to path: String, progress: (String) -> Void = { _ in }
  ) throws(WorkbookFailure) {
    let book = try WorkbookWriter(
      path: path, title: register.title.text,
      secondsSince1970: Int(register.history.last?.at.secondsSince1970 ?? 0))
    let content = SheetContent(register)
    let frames = Catalogue(register).needed
    let painter = SheetPainter(book, content)
    let first = book.addSheet(named: ReadMeSheet.title)
    ReadMeSheet(register: register).paint(first, painter.styles, frames)
    first.activate()
    HeatMapSheet(register: register, words: content.words)
      .paint(book.addSheet(named: HeatMapSheet.title), painter)
    for frame in frames {
      progress(frame.layout.title)
      _ = painter.paint(frame) { progress(frame.layout.title) }
    }
    let lists = book.addSheet(named: DropDowns.title)
    painter.dropDowns.write(to: lists)
    for definition in painter.dropDowns.definitions {
      book.define(definition.name, as: definition.range)
    }
    lists.hide()
    progress(BaseSheet.title)
    writeBase(of: register, to: book.addSheet(named: BaseSheet.title))
    try book.close()
  }

  private static func writeBase(of register: Register, to sheet: SheetWriter) {
    sheet.setColumns(0...0, width: 12)
    sheet.setColumns(1...1, width: 100)
    for (row, cells) in BaseSheet.rows(of: register).enumerated() {
      for (column, cell) in cells.enumerated() { sheet.write(cell, row: row, column: column) }
    }
    sheet.protect()
    sheet.hide()
  }
}

extension RegisterWorkbook {
  /// Reads a workbook and tells which edits a person made in it.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - register: What a workbook is compared with that does not say what it was made from; nil: a
  ///     new register.
  ///   - progress: Called with the title of each sheet.
  /// - Throws: ``WorkbookFailure`` if the file can't be read or is no workbook. What is wrong with its
  ///   cells is a finding.
  /// - Complexity: O(n) in the size of the workbook and of the register.
  public static func read(
    _ path: String, comparing register: Register?, options: WorkbookImportOptions = .init(),
    progress: (String) -> Void = { _ in }
  ) throws(WorkbookFailure) -> ImportedWorkbook {
    try read(try WorkbookReader(path: path), comparing: register, options, progress)
  }

  /// Reads tables as a workbook of them would be.
  package static func read(
    _ tables: WorkbookTables, comparing register: Register?,
    options: WorkbookImportOptions = .init()
  ) throws(WorkbookFailure) -> ImportedWorkbook {
    try read(tables, comparing: register, options) { _ in }
  }

  /// The sheets of a register as tables: what a workbook shows of it, without its looks.
  package static func tables(of register: Register) -> WorkbookTables {
    let content = SheetContent(register)
    var tables = Catalogue(register).needed.map { frame in
      let layout = frame.layout
      var rows: [[CellValue?]] = []
      content.forEachRow(of: frame) { rows.append($0) }
      if case .head = layout.rows {
        rows = rows.enumerated().map { index, cells in
          [.text(frame.key(index)), .text(frame.columns[index].heading), cells[0]]
        }
        rows.insert([.text(SheetHeader.headKey), .text("Field"), .text("Value")], at: 0)
      } else {
        rows.insert(frame.columns.map { .text($0.heading) }, at: 0)
        rows.insert(frame.columns.indices.map { .text(frame.key($0)) }, at: 0)
      }
      return WorkbookTables.Table(name: layout.title, rows: rows)
    }
    tables.append(.init(name: BaseSheet.title, rows: BaseSheet.rows(of: register)))
    return WorkbookTables(tables)
  }

  private static func read(
    _ workbook: some WorkbookContent, comparing register: Register?,
    _ options: WorkbookImportOptions, _ progress: (String) -> Void
  ) throws(WorkbookFailure) -> ImportedWorkbook {
    switch try BaseReading(workbook) {
    case .register(let base):
      var reading = WorkbookImport(base, hasBase: true, options)
      return try reading.run(workbook, progress: progress)
    case .none:
      return try typed(workbook, register, options, progress)
    case .damaged(let reason):
      var result = try typed(workbook, register, options, progress)
      result.findings.insert(
        CellFinding(
          Finding(
            rule: WorkbookRule.base, severity: .warning,
            message: "the hidden sheet cannot be used: \(reason)",
            hint:
              "the workbook was compared with the register itself; emptied cells and deleted rows "
              + "were not taken for changes"), sheet: BaseSheet.title), at: 0)
      return result
    }
  }

  /// A workbook that does not say what it was made from.
  private static func typed(
    _ workbook: some WorkbookContent, _ register: Register?, _ options: WorkbookImportOptions,
    _ progress: (String) -> Void
  ) throws(WorkbookFailure) -> ImportedWorkbook {
    if let register {
      var reading = WorkbookImport(register, hasBase: false, options)
      return try reading.run(workbook, progress: progress)
    }
    return try new(workbook, options, progress)
  }
}
