import Foundation
import Spreadsheets
import Testing

@Suite struct HostileTests {
  private let scratch: Scratch
  init() throws { scratch = try Scratch() }

  private func failure(
    _ path: String, _ limits: WorkbookLimits = .standard
  ) -> WorkbookFailure? {
    do throws(WorkbookFailure) {
      let reader = try WorkbookReader(path: path, limits: limits)
      for sheet in reader.sheets { try reader.readRows(of: sheet) { _ in } }
      return nil
    } catch { return error }
  }

  private func file(_ text: String) throws -> String {
    let path = scratch.path(UUID().uuidString)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  @Test("What is no workbook is refused with what it is")
  func others() throws {
    #expect(failure("/nowhere.xlsx")?.code == .file)
    #expect(failure(try file(""))?.code == .notAWorkbook)
    #expect(failure(try file("a,b,c\n1,2,3\n"))?.code == .notAWorkbook)
    #expect(failure(try scratch.archive(["a.txt": "x"]))?.code == .notAWorkbook)
    let odf = try scratch.archive([
      "mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>",
    ])
    #expect(failure(odf)?.message.contains("OpenDocument") == true)
  }

  @Test("A document type declaration is refused wherever it stands")
  func documentType() throws {
    let path = try workbook(
      scratch, sheet: "<row><c><v>1</v></c></row>",
      prefix: "<!DOCTYPE x [<!ENTITY a \"bbb\">]>")
    #expect(failure(path)?.message.contains("document type") == true)
  }

  @Test(
    "Sheets that make no sense are refused",
    arguments: [
      "<row r=\"1048577\"/>", "<row r=\"0\"/>", "<row r=\"-1\"/>",
      "<row r=\"99999999999999999999\"/>",
      "<row><c r=\"XFE1\"><v>1</v></c></row>", "<row><c r=\"ZZZZZZZZZZZZZ1\"><v>1</v></c></row>",
      "<row><c t=\"s\"><v>0</v></c></row>", "<row><c t=\"s\"><v>-1</v></c></row>",
      "<row><c t=\"s\"><v>99999999999999999999999</v></c></row>", "<row><c><v>1</c></row>", "<row>",
      "\u{1}",
    ])
  func damaged(sheet: String) throws {
    #expect(failure(try workbook(scratch, sheet: sheet))?.code == .damaged)
  }

  @Test("Elements nested without end are refused")
  func deep() throws {
    let deep = String(repeating: "<x>", count: 5000) + String(repeating: "</x>", count: 5000)
    #expect(failure(try workbook(scratch, sheet: deep))?.code == .damaged)
  }

  @Test("A part that unpacks to far more than its size is refused early")
  func bomb() throws {
    // Our own writer packs a sheet of one long text a thousand times.
    let writer = try WorkbookWriter(path: scratch.path("bomb.xlsx"), title: "Bomb")
    let sheet = writer.addSheet(named: "One")
    let text = CellValue.text(String(repeating: "a", count: 32_767))
    for row in 0..<40 { sheet.write(text, row: row, column: 0) }
    try writer.close()
    var limits = WorkbookLimits()
    limits.freeBytes = 1 << 16
    #expect(failure(scratch.path("bomb.xlsx"), limits)?.code == .tooLarge)
    limits.ratio = 2000
    #expect(failure(scratch.path("bomb.xlsx"), limits) == nil)
    limits.bytesOfPart = 1 << 18
    #expect(failure(scratch.path("bomb.xlsx"), limits)?.code == .tooLarge)
  }

  @Test("A workbook that is cut off or changed somewhere is refused or read, never a crash")
  func changed() throws {
    let path = try workbook(
      scratch, sheet: "<row><c t=\"s\"><v>0</v></c><c><v>2</v></c></row>",
      strings: "<si><t>text</t></si>")
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    for position in stride(from: 0, to: bytes.count, by: 3) {
      var other = bytes
      other[position] ^= 0x55
      for copy in [other, Array(bytes[..<position])] {
        guard let reader = try? WorkbookReader(bytes: copy, name: "changed") else { continue }
        for sheet in reader.sheets { try? reader.readRows(of: sheet) { _ in } }
      }
    }
  }

  @Test("A sheet that is named and not there is said to be missing")
  func missing() throws {
    let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006/relationships"
    let path = try scratch.archive([
      "_rels/.rels": """
      <Relationships xmlns="\(package)"><Relationship Id="a" Type="\(links)/officeDocument" \
      Target="../../xl/workbook.xml"/></Relationships>
      """,
      "xl/workbook.xml": """
      <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="\(links)">\
      <sheets><sheet name="Risks" sheetId="1" r:id="z"/></sheets></workbook>
      """,
    ])
    #expect(failure(path)?.message.contains("'Risks' leads nowhere") == true)
  }
}
