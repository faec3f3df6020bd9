import Foundation
import RegisterModel
import RegisterXML
import Spreadsheets
import TestSupport
import Testing

@testable import RegisterExchange

@Suite("Workbooks with and without the register they were made from")
struct WorkbookBaseTests {
  private var book: TypedWorkbook
  private let register: Register

  init() throws {
    register = try smallRegister()
    book = TypedWorkbook(register)
  }

  @Test("Without it a workbook is compared with the register that is given, and blanks say nothing")
  mutating func without() throws {
    book["Risks", "R-001", "Owner"] = nil
    book["Risks", "R-002", "Status"] = .text("open")
    book.remove("Assets", "S-2")
    book.loseBase()
    let imported = try book.imported(comparing: register)
    #expect(!imported.hasBase)
    #expect(imported.editTexts == ["R-002 status: nothing → 'open'"])
    #expect(imported.missing == [])
    #expect(imported.findingTexts == [])
  }

  @Test("A hidden sheet that was changed is told, and not used")
  mutating func damaged() throws {
    let sheet = book.sheet("holdfast")
    let last = book.tables.tables[sheet].rows.count - 1
    guard case .text(let text)? = book.tables.tables[sheet].rows[last][1] else { return }
    book.tables.tables[sheet].rows[last][1] = .text(text.replacing("p-ann", with: "p-bob"))
    let imported = try book.imported(comparing: register)
    #expect(!imported.hasBase)
    #expect(imported.findingTexts == ["holdfast: the hidden sheet cannot be used: it was changed"])
    #expect(imported.edits == [])
  }

  @Test("What a program does to blanks and line ends of the hidden sheet does no harm")
  mutating func blanks() throws {
    let sheet = book.sheet("holdfast")
    for row in book.tables.tables[sheet].rows.indices {
      guard case .text(let text)? = book.tables.tables[sheet].rows[row][1] else { continue }
      book.tables.tables[sheet].rows[row][1] = .text(
        text.trimmingCharacters(in: .whitespacesAndNewlines).replacing("\n", with: "\r\n"))
    }
    #expect(try book.imported().hasBase)
  }

  @Test("A long register is cut between lines, or inside a text where no blank is")
  func pieces() {
    let text = Array(
      String(repeating: "<p>" + String(repeating: "word ", count: 9000) + "</p>\n", count: 3).utf8)
    var cutter = TextCutter()
    var pieces: [String] = []
    text.withUnsafeBytes { cutter.add($0) { pieces.append($0) } }
    cutter.finish { pieces.append($0) }
    #expect(pieces.joined() == String(decoding: text, as: UTF8.self))
    for (piece, next) in zip(pieces, pieces.dropFirst()) {
      #expect(CellValue.fits(piece))
      #expect(piece.last == ">" || piece.last != " " && next.first != " ")
    }
  }

  @Test("A register can be typed from scratch, by headings alone")
  func scratch() throws {
    let tables = WorkbookTables([
      .init(
        name: "risks",
        rows: [
          [.text("Our risks of this year")], [],
          [
            .text("title"), .text("Current Likelihood"), .text("current: money"), .text("Hazards"),
            .text("Colour"),
          ],
          [.text("Flood"), .text("Possible"), .number(3), .text("Water"), .text("blue")],
          [.text("Fire"), nil, nil, nil, nil],
        ]),
      .init(
        name: "Hazards", rows: [[.text("Identifier"), .text("Name")], [nil, .text("Water")]]),
    ])
    var options = WorkbookImportOptions()
    options.newIdentifier = try Identifier("first")
    let imported = try RegisterWorkbook.read(tables, comparing: nil, options: options)
    let made = try #require(imported.register)
    #expect(imported.findings.filter { $0.finding.severity != .info }.isEmpty)
    #expect(made.id.text == "first")
    #expect(made.risks.map(\.id.text) == ["R-001", "R-002"])
    #expect(made.risks[0].hazards.map(\.ref.text) == ["H-001"])
    #expect(made.risks[0].scores.map { Int($0.likelihood?.rank ?? 0) } == [3])
    #expect(made.risks[0].scores[0].impacts.map { Int($0.level.rank) } == [3])
  }

  @Test("A register with scales of its own can be typed from scratch")
  func scales() throws {
    var typed = book
    typed.loseBase()
    for index in typed.tables.tables.indices.dropFirst() {
      let sheet = typed.tables.tables[index]
      if let ordinal = sheet.rows[0].firstIndex(where: {
        [.text("No."), .text("Rank")].contains($0)
      }) {
        for row in sheet.rows.indices.dropFirst() {
          typed.tables.tables[index].rows[row][ordinal] = nil
        }
      }
    }
    let imported = try RegisterWorkbook.read(typed.tables, comparing: nil)
    #expect(imported.findingTexts == [])
    let made = try #require(imported.register)
    #expect(made.criteria?.likelihood?.levels.map(\.name.text) == ["Rare", "Possible", "Frequent"])
    #expect(made.edits(to: register).filter { !$0.isImplied }.count <= 2)
  }

  @Test("Long texts and texts like formulas survive a file")
  mutating func longTexts() throws {
    let full = String(repeating: "é", count: 32_767)
    book["Risks", "R-001", "Cause"] = .text(full)
    book["Risks", "R-001", "Title"] = .text("@SUM(A1)")
    book["Risks", "R-002", "Title"] = .text("+353 20 914 0430")
    let edited = try #require(try book.imported().register)
    #expect(edited.risks[0].cause?.line == full)
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("holdfast-\(UUID().uuidString).xlsx").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try RegisterWorkbook.write(edited, to: path)
    let again = try RegisterWorkbook.read(path, comparing: nil)
    #expect(again.edits == [])
    #expect(again.register?.risks[0].title.text == "@SUM(A1)")
  }

  @Test("A text that no cell can hold stays as it is unless somebody writes another")
  func tooLong() throws {
    let long = String(repeating: "word ", count: 10_000) + "end"
    let register = try Register(
      "<risk id=\"R-1\"><title>x</title><cause><p>\(long)</p></cause></risk>")
    var book = TypedWorkbook(register)
    #expect(try book.imported().edits == [])
    book["Risks", "R-1", "Cause"] = .text("short")
    #expect(try book.imported().register?.risks[0].cause?.line == "short")
  }

  @Test("An empty register gives a workbook to begin with")
  func empty() throws {
    let register = try Register("")
    var book = TypedWorkbook(register)
    #expect(try book.imported().edits == [])
    book.add("Risks", ["Title": .text("The first"), "Current likelihood": .number(2)])
    #expect(
      try book.imported().editTexts == [
        "+ risk id='R-001' “title “The first” score stage='current' likelihood='2'”"
      ])
  }
}
