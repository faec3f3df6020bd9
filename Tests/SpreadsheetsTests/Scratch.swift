import Foundation
import Spreadsheets

/// A folder of its own for a test, gone when it ends.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("holdfast-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// Packs parts of a workbook into an archive and gives its path.
  func archive(_ parts: KeyValuePairs<String, String>) throws -> String {
    let path = path("\(UUID().uuidString).xlsx")
    try Data(StoredArchive.bytes(parts)).write(to: URL(fileURLWithPath: path))
    return path
  }

  @discardableResult
  func run(_ command: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CommandFailed(output: text) }
    return text
  }

  struct CommandFailed: Error { let output: String }
}

/// The cells of a sheet, by their names, as they were read.
func cells(_ reader: WorkbookReader, _ sheet: Int = 0) throws -> [String: CellValue] {
  var cells: [String: CellValue] = [:]
  try reader.readRows(of: reader.sheets[sheet]) { row in
    for cell in row.cells {
      cells[CellName.cell(row: row.number, column: cell.column)] = cell.value
    }
  }
  return cells
}

/// A workbook of one sheet, its `sheetData` in sight.
func workbook(
  _ scratch: Scratch, sheet: String, strings: String? = nil, styles: String? = nil,
  book: String = "", isStrict: Bool = false, prefix: String = ""
) throws -> String {
  let main =
    isStrict
    ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
    : "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  let links =
    isStrict
    ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
    : "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  let package = "http://schemas.openxmlformats.org/package/2006/relationships"
  let head = #"<?xml version="1.0" encoding="UTF-8"?>"#
  return try scratch.archive([
    "_rels/.rels": """
    \(head)<Relationships xmlns="\(package)"><Relationship Id="rId1" \
    Type="\(links)/officeDocument" Target="/xl/workbook.xml"/></Relationships>
    """,
    "xl/workbook.xml": """
    \(head)<workbook xmlns="\(main)" xmlns:r="\(links)">\(book)<sheets>\
    <sheet name="One" sheetId="1" r:id="rId7"/></sheets></workbook>
    """,
    "xl/_rels/workbook.xml.rels": """
    \(head)<Relationships xmlns="\(package)">\
    <Relationship Id="rId7" Type="\(links)/worksheet" Target="worksheets/sheet1.xml"/>\
    <Relationship Id="rId8" Type="\(links)/sharedStrings" Target="sharedStrings.xml"/>\
    <Relationship Id="rId9" Type="\(links)/styles" Target="styles.xml"/></Relationships>
    """,
    "xl/worksheets/sheet1.xml": """
    \(prefix)<worksheet xmlns="\(main)" xmlns:x="urn:x"><sheetData>\(sheet)</sheetData></worksheet>
    """,
    "xl/sharedStrings.xml": "\(head)<sst xmlns=\"\(main)\">\(strings ?? "")</sst>",
    "xl/styles.xml": "\(head)<styleSheet xmlns=\"\(main)\">\(styles ?? "")</styleSheet>",
  ])
}
