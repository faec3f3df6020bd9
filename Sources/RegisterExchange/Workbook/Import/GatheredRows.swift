import RegisterModel
import Spreadsheets

/// Where a cell is in its workbook.
struct CellPlace: Sendable {
  let sheet: String
  let row: Int
  let column: Int?

  func finding(_ finding: Finding) -> CellFinding {
    CellFinding(finding, sheet: sheet, row: row, column: column)
  }
}

/// A cell that no longer shows what it would, or one of a new row.
struct ChangedCell: Sendable {
  let column: SheetColumn
  let value: CellValue?
  let place: CellPlace
}

/// A row that is new, or of which cells were changed.
struct ChangedRow: Sendable {
  let place: CellPlace
  let cells: [ChangedCell]
}

/// What was found in the rows of a workbook that differs from the base.
struct GatheredRows {
  struct NewRecord {
    let kind: String
    /// As it was typed; empty where one is to be made.
    let identifier: String
    let row: ChangedRow
  }

  /// A row of a list of parts: of one that is there, or a new one.
  struct Part {
    /// The sheet's key.
    let frame: String
    let owner: CellValue?
    let ownerPlace: CellPlace
    let between: CellValue?
    /// Of a part that is there.
    let ordinal: Int?
    let row: ChangedRow
  }

  /// A row of the grid.
  struct Grid {
    let owner: CellValue?
    let ownerPlace: CellPlace
    let category: CellValue?
    let row: ChangedRow
  }

  /// Changed cells of records that are there.
  var changes: [(id: String, row: ChangedRow)] = []
  var newRecords: [NewRecord] = []
  var parts: [Part] = []
  var grid: [Grid] = []
  var head: [ChangedCell] = []
  var findings: [CellFinding] = []
  /// The identifiers that have a row, by kind of record.
  var seenRecords: [String: Set<String>] = [:]
  /// The ordinals that have a row, by sheet, owner and list.
  var seenParts: [String: [PartOwner: Set<Int>]] = [:]
  /// The keys of the sheets that were read.
  var sheets: [String: String] = [:]
}

/// One list of parts: of a record, and of an element on the way to it.
struct PartOwner: Hashable, Sendable {
  let id: String
  let between: String
}
