public import RegisterModel
import Spreadsheets

/// What reading a workbook gave: the edits that a person made in it.
public struct ImportedWorkbook: Sendable {
  /// The register that the workbook was compared with: the one it was made from.
  public internal(set) var base: Register
  /// Whether the workbook itself said what it was made from.
  public internal(set) var hasBase: Bool
  /// What makes ``register`` of ``base``.
  public internal(set) var edits: [Edit] = []
  /// The base with the edits made; nil if a finding is an error that was not to be passed over.
  public internal(set) var register: Register?
  /// What makes no sense, and what is worth knowing, in the order of the workbook.
  public internal(set) var findings: [CellFinding] = []
  /// What has no row any more; it was only removed if that was asked for.
  public internal(set) var missing: [MissingRow] = []
}

/// A finding, and the cell it is in.
public struct CellFinding: Sendable, Equatable {
  public let finding: Finding
  /// The title of the sheet; nil where it is of the whole workbook.
  public let sheet: String?
  /// From 1; nil where it is of the whole sheet.
  public let row: Int?
  /// From 0; nil where it is of the whole row.
  public let column: Int?

  public init(_ finding: Finding, sheet: String? = nil, row: Int? = nil, column: Int? = nil) {
    self.finding = finding
    self.sheet = sheet
    self.row = row
    self.column = column
  }

  /// The cell as people write it: `Risks!E7`.
  public var place: String? {
    guard let sheet else { return nil }
    guard let row else { return sheet }
    guard let column else { return "\(sheet)!\(row)" }
    return "\(sheet)!\(CellName.cell(row: row, column: column))"
  }
}

/// A record, or a part of one, that the workbook had a row for and has no longer.
public struct MissingRow: Sendable, Equatable {
  public let sheet: String
  /// The identifier of the record; nil for the register itself.
  public let entity: String?
  /// The place of a part in its list, from 1; nil for a record.
  public let ordinal: Int?
}

/// What an import does beside the plain thing.
public struct WorkbookImportOptions: Sendable {
  /// Whether what has no row any more is removed, and what the notes on its identifiers say.
  public var removal: Removal?
  /// Whether cells that make no sense are passed over, instead of nothing being imported.
  public var skipsBad = false
  /// What a register is called that was typed into a workbook from scratch.
  public var newIdentifier: Identifier<Register>?

  public struct Removal: Sendable {
    public let on: CalendarDate
    public let because: Line

    public init(on: CalendarDate, because: Line) {
      self.on = on
      self.because = because
    }
  }

  public init() {}
}

/// The rules of workbooks.
enum WorkbookRule {
  static let cell = "WBK-001"
  static let identifier = "WBK-002"
  static let unread = "WBK-003"
  static let base = "WBK-004"
  /// Two answers to one question.
  static let conflict = "WBK-005"
  /// A value that was emptied, and not taken back.
  static let emptied = "WBK-006"
}
