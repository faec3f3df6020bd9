import RegisterModel
import RegisterXML
import Spreadsheets
import TestSupport
import Testing

@testable import RegisterExchange

@Suite("A cell that makes no sense is named, and the rest is not lost")
struct WorkbookMistakeTests {
  private var book: TypedWorkbook
  private let register: Register

  init() throws {
    register = try smallRegister()
    book = TypedWorkbook(register)
  }

  @Test(
    "Each mistake says what is wrong and what to do",
    arguments: [
      ("Risks", "R-001", "Owner", "p-an", "no party is called 'p-an'", "did you mean 'p-ann'?"),
      (
        "Risks", "R-001", "Owner", "h-fire",
        "'h-fire' is a hazard, but only a party can stand here", ""
      ),
      (
        "Risks", "R-001", "Current likelihood", "Posible", "'Posible' is no level of the scale",
        "did you mean 'Possible'?"
      ),
      (
        "Risks", "R-001", "Current likelihood", "4", "there is no level 4", "the scale has 3 levels"
      ),
      ("Risks", "R-001", "Current likelihood", "2.5", "'2.5' is no level of the scale", ""),
      ("Risks", "R-001", "Reviewed", "31.12.2026", "'31.12.2026' is no date", ""),
      ("Risks", "R-001", "Reviewed", "2026-02-30", "'2026-02-30' is no date", ""),
      (
        "Risks", "R-001", "Status", "oepn", "'oepn' is none of the words for this cell",
        "did you mean 'open'?"
      ),
      ("Risks", "R-001", "Hazards", "h-fire\nh-fire", "'h-fire' is named twice", "name it once"),
      ("Risks", "R-001", "Review every", "often", "'often' is no period", ""),
      ("Activities", "A-1", "RTO", "soon", "'soon' is no length of time", ""),
      ("Assets", "S-1", "Value", "-5", "'-5' is no valid value", ""),
      ("Assets", "S-1", "Value", "cheap", "'cheap' is no valid value", ""),
      ("Risks", "R-001", "Current confidence", "70", "'70' is no valid current confidence", ""),
    ])
  func mistake(
    sheet: String, row: String, heading: String, text: String, message: String, hint: String
  ) throws {
    var book = book
    book[sheet, row, heading] = .text(text)
    let imported = try book.imported()
    let finding = try #require(imported.findings.first)
    #expect(imported.findings.count == 1)
    #expect(finding.finding.message == message)
    #expect(hint.isEmpty || finding.finding.hint == hint)
    #expect(finding.finding.entity == row)
    #expect(finding.sheet == sheet)
    #expect(finding.row == book.row(sheet, row) + 1)
    #expect(imported.register == nil)
    #expect(imported.edits == [])
  }

  @Test("Nothing is imported while there are mistakes, and all of them are listed in order")
  mutating func all() throws {
    book["Assets", "S-1", "Value"] = .text("cheap")
    book["Risks", "R-002", "Owner"] = .text("nobody")
    book["Risks", "R-001", "Status"] = .error("#REF!")
    book["Risks", "R-001", "Owner"] = .text("p-bob")
    let imported = try book.imported()
    #expect(
      imported.findingTexts == [
        "Assets!K3: 'cheap' is no valid value", "Risks!E3: the cell holds the error #REF!",
        "Risks!D4: no party is called 'nobody'",
      ])
    #expect(imported.register == nil)
    var options = WorkbookImportOptions()
    options.skipsBad = true
    let rest = try book.imported(options)
    #expect(rest.findings == imported.findings)
    #expect(rest.editTexts == ["R-001 owner: 'p-ann' → 'p-bob'"])
  }

  @Test("Identifiers are unique across sheets, and never used again")
  mutating func identifiers() throws {
    book.add("Risks", ["Identifier": .text("R-001"), "Title": .text("Again")])
    book.add("Risks", ["Identifier": .text("S-1"), "Title": .text("An asset's")])
    book.add("Risks", ["Identifier": .text("R 9"), "Title": .text("With a blank")])
    book.add("Risks", ["Identifier": .text("R-9"), "Title": .text("Fine")])
    book.add("Risks", ["Identifier": .text("R-9"), "Title": .text("Twice")])
    #expect(
      try book.imported().findingTexts == [
        "Risks!A5: the identifier 'R-001' stands in two rows",
        "Risks!A6: 'S-1' is an asset already",
        "Risks!7: 'R 9' is no identifier", "Risks!A9: the identifier 'R-9' stands in two rows",
      ])
  }

  @Test("What a row needs and lacks is named, with its row")
  mutating func required() throws {
    book.add("Risks", ["Owner": .text("p-ann")])
    book.add("Hits", ["Risk": .text("R-002"), "Probability": .number(0.5)])
    book.add("Hits", ["Risk": .text("R-77"), "Asset or activity": .text("S-1")])
    book.add("Hits", ["Asset or activity": .text("S-1")])
    book["Risks", "R-002", "Title"] = nil
    let texts = try book.imported().findingTexts
    #expect(
      texts == [
        "Risks!B4: a row needs its Title", "Risks!5: the row has no Title",
        "Hits!5: the row has no Asset or activity", "Hits!A6: no risk is called 'R-77'",
        "Hits!A7: the row does not say whose it is",
      ])
    var options = WorkbookImportOptions()
    options.skipsBad = true
    #expect(try book.imported(options).register != nil)
  }

  @Test("A name that two things have must be told apart by the identifier")
  mutating func ambiguous() throws {
    book.add("Parties", ["Identifier": .text("p-ann2"), "Name": .text("Ann Lee")])
    book["Risks", "R-002", "Owner"] = .text("Ann Lee")
    let finding = try #require(try book.imported().findings.first)
    #expect(finding.finding.message == "several things are called 'Ann Lee'")
    #expect(finding.finding.hint == "write the identifier: p-ann, p-ann2")
  }
}
