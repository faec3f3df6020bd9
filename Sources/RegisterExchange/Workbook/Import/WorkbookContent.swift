package import Spreadsheets

/// The sheets of a workbook, wherever they are.
protocol WorkbookContent {
  var sheetNames: [String] { get }
  func readRows(ofSheet index: Int, _ body: @escaping (SheetRow) -> Void) throws(WorkbookFailure)
}

extension WorkbookReader: WorkbookContent {
  var sheetNames: [String] { sheets.map(\.name) }

  func readRows(ofSheet index: Int, _ body: @escaping (SheetRow) -> Void) throws(WorkbookFailure) {
    try readRows(of: sheets[index], body)
  }
}

/// Sheets as tables in memory.
package struct WorkbookTables: WorkbookContent, Sendable {
  package struct Table: Sendable {
    package var name: String
    /// The cells, row by row; the first row is row 1.
    package var rows: [[CellValue?]]

    package init(name: String, rows: [[CellValue?]]) {
      self.name = name
      self.rows = rows
    }
  }

  package var tables: [Table]

  package init(_ tables: [Table]) { self.tables = tables }

  var sheetNames: [String] { tables.map(\.name) }

  func readRows(ofSheet index: Int, _ body: @escaping (SheetRow) -> Void) throws(WorkbookFailure) {
    for (number, row) in tables[index].rows.enumerated() {
      body(
        SheetRow(
          number: number + 1,
          row.enumerated().compactMap { column, cell in cell.map { (column, $0) } }))
    }
  }
}
