import RegisterModel
import Spreadsheets
import TestSupport
import Testing

@testable import RegisterExchange

@Suite("A changed cell is exactly one edit")
struct WorkbookCellTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let sheet: String
    let row: String
    let heading: String
    let cell: CellValue?
    let edit: String

    init(_ sheet: String, _ row: String, _ heading: String, _ cell: CellValue?, _ edit: String) {
      (self.sheet, self.row, self.heading, self.cell, self.edit) = (sheet, row, heading, cell, edit)
    }

    var testDescription: String { "\(heading) \(String(describing: cell))" }
  }

  static let cases: [Case] = [
    // References: by identifier, by name, by both, and by what a drop-down gives.
    Case("Risks", "R-001", "Owner", .text("p-bob"), "R-001 owner: 'p-ann' → 'p-bob'"),
    Case("Risks", "R-001", "Owner", .text(" bob day "), "R-001 owner: 'p-ann' → 'p-bob'"),
    Case("Risks", "R-001", "Owner", .text("p-bob · Bob Day"), "R-001 owner: 'p-ann' → 'p-bob'"),
    Case(
      "Risks", "R-001", "Owner", .text("p-bob · a name of old"), "R-001 owner: 'p-ann' → 'p-bob'"),
    Case("Risks", "R-001", "Owner", nil, "R-001 owner: 'p-ann' → nothing"),
    Case("Risks", "R-001", "Owner", .text("  "), "R-001 owner: 'p-ann' → nothing"),
    // Levels: by rank, by name, by both.
    Case(
      "Risks", "R-001", "Current likelihood", .number(3),
      "R-001 score[current]/likelihood: '2' → '3'"),
    Case(
      "Risks", "R-001", "Current likelihood", .text("frequent"),
      "R-001 score[current]/likelihood: '2' → '3'"),
    Case(
      "Risks", "R-001", "Current likelihood", .text("3 Frequent"),
      "R-001 score[current]/likelihood: '2' → '3'"),
    Case(
      "Risks", "R-001", "Current: Money", .text("1"),
      "R-001 score[current]/impact[money]/level: '2' → '1'"),
    Case(
      "Risks", "R-001", "Current: Care", .text("Grave"),
      "R-001 score[current]/impact[care]: nothing → impact category='care' level='2'"),
    Case(
      "Risks", "R-002", "Target likelihood", .text("Rare"),
      "R-002 score[target]: nothing → score stage='target' likelihood='1'"),
    Case(
      "Risks", "R-001", "Current: Money", nil,
      "R-001 score[current]/impact[money]: impact category='money' level='2' → nothing"),
    // Words.
    Case("Risks", "R-001", "Status", .text("Treating"), "R-001 status: 'open' → 'treating'"),
    Case("Risks", "R-001", "Status", .text("draft"), "R-001 status: 'open' → nothing"),
    Case("Activities", "A-1", "Uses data", .boolean(true), "A-1 usesData: nothing → 'yes'"),
    // Dates: as dates, as texts, with a time behind them.
    Case(
      "Risks", "R-001", "Reviewed", .date(CellDate(dayNumber: 20_781)),
      "R-001 reviewed: '2026-10-01' → '2026-11-24'"),
    Case(
      "Risks", "R-001", "Reviewed", .text("2026-11-24 00:00:00"),
      "R-001 reviewed: '2026-10-01' → '2026-11-24'"),
    Case("Risks", "R-001", "Review every", .text("6 months"), "R-001 reviewEvery: nothing → 'P6M'"),
    // Lengths of time.
    Case("Activities", "A-1", "RTO", .text("1 d 12 h"), "A-1 targets/rto: 'PT4H' → 'P1DT12H'"),
    Case("Activities", "A-1", "RTO", .text("90 min"), "A-1 targets/rto: 'PT4H' → 'PT1H30M'"),
    Case("Activities", "A-1", "RTO", .text("pt2h"), "A-1 targets/rto: 'PT4H' → 'PT2H'"),
    Case("Activities", "A-1", "MTPD", .text("0.5 h"), "A-1 targets/mtpd: nothing → 'PT30M'"),
    // Numbers.
    Case("Assets", "S-1", "Value", .number(1300), "S-1 value: '1200.5' → '1300'"),
    Case("Assets", "S-1", "Value", .text("1,300.25"), "S-1 value: '1200.5' → '1300.25'"),
    Case("Assets", "S-2", "Value", .number(0.1 + 0.2), "S-2 value: nothing → '0.3'"),
    // Texts.
    Case(
      "Risks", "R-001", "Title", .text("=1+1"),
      "R-001 title: 'Fire in the server room' → '=1+1'"),
    Case(
      "Risks", "R-002", "Title", .text("Überlauf “試験” \u{1F9EF}"),
      "R-002 title: 'Flood of the basement' → 'Überlauf “試験” \u{1F9EF}'"),
    Case("Risks", "R-002", "Title", .number(12), "R-002 title: 'Flood of the basement' → '12'"),
    Case(
      "Risks", "R-002", "Cause", .text("One.\r\nStill one.\r\n\r\nTwo."),
      "R-002 cause: nothing → cause “One. Still one. Two.”"),
    // Lists.
    Case(
      "Risks", "R-001", "Hazards", .text("h-fire\nFlood"),
      "R-001 hazard[h-flood]: nothing → hazard ref='h-flood'"),
    Case("Risks", "R-001", "Hazards", nil, "R-001 hazard[h-fire]: hazard ref='h-fire' → nothing"),
    Case(
      "Risks", "R-001", "Tags", .text("it\nwinter"),
      "R-001 tag[winter]: nothing → tag name='winter'"),
  ]

  @Test("Whatever the column and the way of writing", arguments: cases)
  func cell(_ expected: Case) throws {
    var book = TypedWorkbook(try smallRegister())
    book[expected.sheet, expected.row, expected.heading] = expected.cell
    let imported = try book.imported()
    #expect(imported.findingTexts == [])
    #expect(imported.editTexts == [expected.edit])
  }

  @Test("What a spreadsheet program does to cells is no edit")
  func types() throws {
    let register = try smallRegister()
    var book = TypedWorkbook(register)
    book["Risks", "R-001", "Current likelihood"] = .number(2)
    book["Risks", "R-001", "Current: Money"] = .text("Major")
    book["Risks", "R-001", "Reviewed"] = .number(46_296)
    book["Risks", "R-001", "Owner"] = .text("p-ann")
    book["Risks", "R-001", "Title"] = .text(" Fire in the server room  ")
    book["Risks", "R-001", "Cause"] = .text("Old wiring.\r\n\r\nNo alarm.\r\n")
    book["Risks", "R-001", "Hazards"] = .text("Fire")
    book["Risks", "R-001", "Plan"] = .text(" ")
    book["Risks", "R-002", "Status"] = nil
    book["Activities", "A-1", "RTO"] = .text("240 min")
    book["Assets", "S-1", "Value"] = .text("1200.50")
    book["Needs", "A-1", "No."] = .text("1")
    let imported = try book.imported()
    #expect(imported.editTexts == [])
    #expect(imported.findingTexts == [])
    #expect(imported.missing == [])
  }

  @Test("Rows may be sorted, columns moved, renamed, added and taken away")
  func arrangement() throws {
    var book = TypedWorkbook(try smallRegister())
    for index in book.tables.tables.indices.dropFirst().dropLast() {
      var rows = book.tables.tables[index].rows
      rows = Array(rows.prefix(2)) + rows.dropFirst(2).reversed()
      rows = rows.map { Array($0.reversed()) + [.text("mine")] }
      rows[1] = rows[1].map { _ in .text("renamed") }
      rows = rows.map { Array($0.dropFirst(2)) }
      book.tables.tables[index].rows = rows
    }
    book.tables.tables.reverse()
    let imported = try book.imported()
    #expect(imported.editTexts == [])
    #expect(imported.findingTexts == [])
    #expect(imported.missing == [])
  }
}
