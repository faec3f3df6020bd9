import Foundation
import Spreadsheets
import Testing

@Suite struct RoundTripTests {
  /// Writes one value a row and reads them back.
  private func readBack(_ values: [CellValue]) throws -> [CellValue?] {
    let scratch = try Scratch()
    let writer = try WorkbookWriter(path: scratch.path("book.xlsx"), title: "Values")
    var style = CellStyle()
    style.numberFormat = "yyyy-mm-dd"
    let dates = writer.format(style)
    let sheet = writer.addSheet(named: "One")
    for (row, value) in values.enumerated() {
      if case .date = value {
        sheet.write(value, row: row, column: 1, format: dates)
      } else {
        sheet.write(value, row: row, column: 1)
      }
    }
    try writer.close()
    let cells = try cells(WorkbookReader(path: scratch.path("book.xlsx")))
    return values.indices.map { cells["B\($0 + 1)"] }
  }

  @Test("Texts come back as they were, whatever they look like")
  func texts() throws {
    let texts = [
      "plain", "=1+1", "+1", "-1", "@SUM(A1)", "'quoted", "007", " blank at both ends ",
      "two\nlines", "carriage\r\nreturn", "tab\there", "<b>&amp;</b> ]]>", "é ü ß Ω 試験 ٹیسٹ",
      "\u{1F9EF}\u{200D}\u{1F525}", "_x0041_", "_x005F_x0041_", "_x41_ _x_", "__x000D__", "\u{A0}",
      "\u{85}\u{2028}\u{FEFF}", "\u{7F}\u{D7FF}\u{E000}\u{FFFD}\u{10FFFF}", "TRUE", "#REF!",
    ].map { CellValue.text($0) }
    #expect(try readBack(texts) == texts)
  }

  @Test("A cell holds 32,767 UTF-16 units, and characters beyond the first plane count as two")
  func longest() throws {
    let full = String(repeating: "x", count: 32_767)
    #expect(CellValue.fits(full))
    #expect(!CellValue.fits(full + "y"))
    #expect(!CellValue.fits(String(repeating: "\u{1F9EF}", count: 16_384)))
    let wide = String(repeating: "é", count: 32_767)
    #expect(try readBack([.text(full), .text(wide)]) == [.text(full), .text(wide)])
  }

  @Test("Numbers of up to 15 digits come back equal")
  func numbers() throws {
    let numbers = [0, 1, -1, 0.1, 0.25, 12_500.5, 1e-90, 1e90, 123_456_789_012_345, 1e-7, 365.25]
      .map { CellValue.number($0) }
    #expect(try readBack(numbers) == numbers)
  }

  @Test("Dates, truth values and nothing come back")
  func others() throws {
    let dates = [CellDate.firstDayNumber, 0, 20_000, 2_932_896].map {
      CellValue.date(CellDate(dayNumber: $0))
    }
    #expect(try readBack(dates) == dates)
    #expect(try readBack([.boolean(true), .boolean(false)]) == [.boolean(true), .boolean(false)])
    #expect(try readBack([.text("")]) == [nil])
  }

  @Test("The same calls give the same bytes")
  func deterministic() throws {
    let scratch = try Scratch()
    for name in ["a.xlsx", "b.xlsx"] {
      let writer = try WorkbookWriter(path: scratch.path(name), title: "Same")
      let sheet = writer.addSheet(named: "One")
      sheet.note("A note", row: 0, column: 0)
      sheet.write(.text("x"), row: 0, column: 0)
      try writer.close()
    }
    #expect(
      FileManager.default.contents(atPath: scratch.path("a.xlsx"))
        == FileManager.default.contents(atPath: scratch.path("b.xlsx")))
  }

  @Test("Sheets keep their order, and a hidden one is told")
  func sheets() throws {
    let scratch = try Scratch()
    let writer = try WorkbookWriter(path: scratch.path("book.xlsx"), title: "Sheets")
    _ = writer.addSheet(named: "Überblick & <mehr>")
    writer.addSheet(named: "Hidden").hide()
    try writer.close()
    let reader = try WorkbookReader(path: scratch.path("book.xlsx"))
    #expect(reader.sheets.map(\.name) == ["Überblick & <mehr>", "Hidden"])
    #expect(reader.sheets.map(\.isHidden) == [false, true])
  }

  @Test("What cannot be written leaves the file as it was")
  func cannotWrite() throws {
    #expect(throws: WorkbookFailure.self) {
      try WorkbookWriter(path: "/nowhere/at/all.xlsx", title: "x")
    }
    let scratch = try Scratch()
    let path = scratch.path("book.xlsx")
    try Data("as it was".utf8).write(to: URL(fileURLWithPath: path))
    do { _ = try WorkbookWriter(path: path, title: "never closed").addSheet(named: "One") }
    #expect(FileManager.default.contents(atPath: path) == Data("as it was".utf8))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path) == ["book.xlsx"])
  }
}
