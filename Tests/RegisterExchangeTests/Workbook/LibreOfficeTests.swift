import Foundation
import RegisterModel
import RegisterXML
import Spreadsheets
import TestSupport
import Testing

@testable import RegisterExchange

@Suite("Through LibreOffice", .serialized)
struct LibreOfficeTests {
  /// Runs a program; nil if there is none of that name, or it failed.
  private static func run(_ command: [String]) -> String? {
    let process = Foundation.Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    guard (try? process.run()) != nil else { return nil }
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return process.terminationStatus == 0 ? text : nil
  }

  /// Has LibreOffice open a file and save it in another format.
  private func convert(_ file: URL, to format: String, _ filter: String) {
    let folder = file.deletingLastPathComponent()
    _ = Self.run([
      "soffice", "-env:UserInstallation=file://\(folder.path)/profile", "--headless",
      "--convert-to", "\(format):\(filter)", "--outdir", folder.appendingPathComponent(format).path,
      file.path,
    ])
  }

  @Test("A cell changed there and saved as XLSX is exactly that one edit")
  func oneEdit() throws {
    guard Self.run(["soffice", "--version"]) != nil else {
      print("LibreOffice is not installed (soffice): this test did nothing")
      return
    }
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("holdfast-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let register = try smallRegister()
    let book = folder.appendingPathComponent("book.xlsx")
    try RegisterWorkbook.write(register, to: book.path)
    // LibreOffice's own form of the opened workbook is plain text: there the cell is changed.
    convert(book, to: "fods", "OpenDocument Spreadsheet Flat XML")
    var text = try String(
      contentsOf: folder.appendingPathComponent("fods/book.fods"), encoding: .utf8)
    let sheet = try #require(text.range(of: "table:name=\"Risks\""))
    let row = try #require(text.range(of: ">R-001<", range: sheet.upperBound..<text.endIndex))
    let cell = try #require(text.range(of: ">2 Possible<", range: row.upperBound..<text.endIndex))
    text.replaceSubrange(cell, with: ">3 Frequent<")
    let changed = folder.appendingPathComponent("changed.fods")
    try Data(text.utf8).write(to: changed)
    convert(changed, to: "xlsx", "Calc MS Excel 2007 XML")
    let imported = try RegisterWorkbook.read(
      folder.appendingPathComponent("xlsx/changed.xlsx").path, comparing: nil)
    #expect(imported.hasBase)
    #expect(imported.findingTexts == [])
    #expect(imported.missing == [])
    #expect(imported.editTexts == ["R-001 score[current]/likelihood: '2' → '3'"])
  }
}
