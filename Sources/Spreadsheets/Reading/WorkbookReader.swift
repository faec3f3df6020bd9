/// A row of a sheet: what its cells hold, without those that hold nothing.
public struct SheetRow: Sendable {
  public struct Cell: Sendable {
    /// From 0.
    public let column: Int
    public let value: CellValue
  }

  /// From 1.
  public let number: Int
  /// In the order of the file, which is that of the columns.
  public private(set) var cells: [Cell] = []

  init(number: Int) { self.number = number }

  public init(number: Int, _ cells: [(Int, CellValue)]) {
    self.number = number
    self.cells = cells.map { Cell(column: $0.0, value: $0.1) }
  }

  mutating func append(_ value: CellValue, column: Int) {
    cells.append(Cell(column: column, value: value))
  }
}

/// Reads a workbook in XLSX format, whichever program wrote it.
///
/// Nothing in it is computed: of a formula, the value that was saved with it is read.
public final class WorkbookReader {
  public struct Sheet: Sendable, Equatable {
    public let name: String
    public let isHidden: Bool
    let part: String
  }

  /// The sheets in their order; charts are none.
  public let sheets: [Sheet]
  private let archive: ZipArchive
  private let is1904: Bool
  private let areDates: [Bool]
  private let strings: [String]

  /// Opens a file.
  ///
  /// - Throws: ``WorkbookFailure`` if it can't be read or is no workbook.
  public convenience init(path: String, limits: WorkbookLimits = .standard) throws(WorkbookFailure)
  {
    try self.init(try ZipArchive(path: path, limits: limits), limits)
  }

  /// Opens a workbook in memory.
  ///
  /// - Parameter name: What messages call it.
  /// - Throws: ``WorkbookFailure`` if it is no workbook.
  public convenience init(
    bytes: [UInt8], name: String, limits: WorkbookLimits = .standard
  ) throws(WorkbookFailure) {
    try self.init(try ZipArchive(bytes: bytes, name: name, limits: limits), limits)
  }

  private init(_ archive: ZipArchive, _ limits: WorkbookLimits) throws(WorkbookFailure) {
    self.archive = archive
    let package = Relationships(of: "")
    guard try PartParser.read("_rels/.rels", of: archive, package),
      let main = package.target(ofKind: "officeDocument")
    else { throw Self.notXLSX(archive) }
    let book = BookPart(mostSheets: limits.sheets)
    let relationships = Relationships(of: main)
    guard try PartParser.read(main, of: archive, book), book.isBook else {
      throw Self.notXLSX(archive)
    }
    _ = try PartParser.read(Relationships.path(of: main), of: archive, relationships)
    let styles = StylesPart()
    if let part = relationships.target(ofKind: "styles") {
      _ = try PartParser.read(part, of: archive, styles)
    }
    let texts = SharedStringsPart()
    if let part = relationships.target(ofKind: "sharedStrings") {
      _ = try PartParser.read(part, of: archive, texts)
    }
    var sheets: [Sheet] = []
    for sheet in book.sheets {
      guard let target = relationships.targets[sheet.relationship] else {
        throw .damaged(archive.path, main, "the sheet '\(sheet.name)' leads nowhere")
      }
      guard target.kind == "worksheet" else { continue }
      guard archive.has(target.path) else {
        throw .damaged(archive.path, target.path, "the sheet '\(sheet.name)' is missing")
      }
      sheets.append(Sheet(name: sheet.name, isHidden: sheet.isHidden, part: target.path))
    }
    self.sheets = sheets
    is1904 = book.is1904
    areDates = styles.areDates
    strings = texts.strings
  }

  private static func notXLSX(_ archive: ZipArchive) -> WorkbookFailure {
    if archive.has("mimetype"), archive.has("content.xml") {
      return .notXLSX(archive.path, "this is an OpenDocument spreadsheet: save it as XLSX")
    }
    return .notXLSX(archive.path, "this is no workbook in XLSX format")
  }

  /// Calls back with each row of a sheet that is written in the file, in its order.
  ///
  /// - Throws: ``WorkbookFailure`` if the sheet is damaged or too large; the rows before that have been
  ///   handed over.
  /// - Complexity: Linear in the sheet; holds one row, and the texts that all sheets share.
  public func readRows(of sheet: Sheet, _ body: @escaping (SheetRow) -> Void)
    throws(WorkbookFailure)
  {
    let part = SheetPart(strings: strings, areDates: areDates, is1904: is1904, body)
    _ = try PartParser.read(sheet.part, of: archive, part)
  }
}
