import RegisterModel
import RegisterXML
import Spreadsheets
import TestSupport
import Testing

@testable import RegisterExchange

@Suite("Rows that are new, gone or parts of something")
struct WorkbookRowTests {
  private var book: TypedWorkbook
  private let register: Register

  init() throws {
    register = try smallRegister()
    book = TypedWorkbook(register)
  }

  @Test("A new row gets the next identifier, and other sheets can name it by its name at once")
  mutating func newRecord() throws {
    book.add("Parties", ["Name": .text("Cy Fox")])
    book.add(
      "Risks", ["Title": .text("Theft"), "Owner": .text("cy fox"), "Hazards": .text("h-fire")])
    book.add("Hits", ["Risk": .text("theft"), "Asset or activity": .text("Generator")])
    book.add(
      "Impact over time",
      ["Activity": .text("Triage"), "Category": .text("Care"), "After 1 d": .text("Grave")])
    let imported = try book.imported()
    #expect(imported.findingTexts == [])
    #expect(
      imported.editTexts == [
        "+ party id='PAR-001' name='Cy Fox'".replacing("PAR-001", with: "P-001"),
        "A-1 impact[care,P1D,]: nothing → impact category='care' at='P1D' level='2'",
        "+ risk id='R-003' owner='P-001' “hazard ref='h-fire' title “Theft” hits ref='S-2'”",
      ])
  }

  @Test("An identifier that was chosen is kept")
  mutating func chosen() throws {
    book.add("Assets", ["Identifier": .text("X-7"), "Name": .text("Pump")])
    #expect(try book.imported().editTexts == ["+ asset id='X-7' name='Pump'"])
  }

  @Test("A row that is gone is named, and removed only if that was asked for")
  mutating func gone() throws {
    book.remove("Risks", "R-002")
    book.remove("Hits", "R-001")
    let imported = try book.imported()
    #expect(imported.edits == [])
    #expect(
      imported.missing == [
        MissingRow(sheet: "Risks", entity: "R-002", ordinal: nil),
        MissingRow(sheet: "Hits", entity: "R-001", ordinal: 1),
        MissingRow(sheet: "Hits", entity: "R-001", ordinal: 2),
      ])
    var options = WorkbookImportOptions()
    options.removal = .init(on: CalendarDate(text: "2026-11-24")!, because: Line("merged")!)
    let removed = try book.imported(options)
    #expect(
      removed.editTexts == [
        "R-001 hits[S-1]: hits ref='S-1' probability='0.5' → nothing",
        "R-001 hits[S-2]: hits ref='S-2' → nothing", "- R-002",
        "+ retired id='R-002' on='2026-11-24' because='merged'",
      ])
  }

  @Test("A sheet that is gone says nothing")
  mutating func sheetGone() throws {
    book.tables.tables.removeAll { ["Risks", "Hits"].contains($0.name) }
    let imported = try book.imported()
    #expect(imported.edits == [])
    #expect(imported.missing == [])
  }

  @Test("Parts are known by their number, whatever their row")
  mutating func parts() throws {
    let needs = book.sheet("Needs")
    book.tables.tables[needs].rows[2...3].reverse()
    book["Needs", 2, "Lead"] = .text("10 min")
    let imported = try book.imported()
    #expect(imported.missing == [])
    #expect(imported.edits.count == 1)
    let edited = try #require(imported.register)
    #expect(edited.activities[0].needs.map { $0.lead.seconds } == [300, 600])
    #expect(edited.activities[0].needs.map { $0.name?.text } == [nil, "power"])
  }

  @Test("A part with a key can be given another one, and keeps what has no column")
  mutating func partKey() throws {
    book["Hits", 2, "Asset or activity"] = .text("A-1")
    #expect(
      try book.imported().editTexts == [
        "R-001 hits[S-1]: hits ref='S-1' probability='0.5' → nothing",
        "R-001 hits[A-1]: nothing → hits ref='A-1' probability='0.5'",
        "R-001 hits[]: S-1, S-2 → A-1, S-2",
      ])
  }

  @Test("Scales, matrix and categories of the register are rows too")
  mutating func criteria() throws {
    book["Likelihood scale", 3, "Name"] = .text("Conceivable")
    book["Matrix", 2, "Impact 2"] = .text("High")
    book.add("Risk categories", ["Name": .text("People")])
    book["Impact scales", 5, "Name"] = .text("Fatal")
    let imported = try book.imported()
    let criteria = try #require(imported.register?.criteria)
    #expect(imported.findingTexts == [])
    #expect(criteria.likelihood?.levels.map(\.name.text) == ["Rare", "Conceivable", "Frequent"])
    #expect(criteria.matrix?.rows[0].ratings.map { Int($0.rank) } == [1, 2])
    #expect(criteria.categories.map(\.id.text) == ["rc-1", "rc-2"])
    #expect(criteria.impacts[1].levels.map(\.name.text) == ["Slight", "Fatal"])
  }

  @Test("Fields of the register itself are rows of its sheet")
  mutating func head() throws {
    let sheet = book.sheet("Register")
    func row(_ key: String) -> Int {
      book.tables.tables[sheet].rows.firstIndex { $0[0] == .text("register:" + key) } ?? -1
    }
    book.tables.tables[sheet].rows[row("title")][2] = .text("St Brigid's")
    book.tables.tables[sheet].rows[row("criteria/bands")][2] = .text("4 h\n2 d")
    book.tables.tables[sheet].rows[row("approval/on")][2] = .text("2026-11-24")
    #expect(
      Set(try book.imported().editTexts) == [
        "register title: 'Test' → 'St Brigid's'",
        "register criteria/bands: 'PT4H P1D' → 'PT4H P2D'",
        "register approval: nothing → approval on='2026-11-24'",
      ])
  }

  @Test("Rows and cells that hold nothing, or what nobody asked for, are passed over")
  mutating func blank() throws {
    book.add("Risks", ["Title": .text("  ")])
    book.add("Hits", [:])
    book.add("Risks", ["Current rating": .text("2 High")])
    book.tables.tables.append(.init(name: "My notes", rows: [[.text("call Bob")]]))
    let imported = try book.imported()
    #expect(imported.edits == [])
    #expect(
      imported.findingTexts == ["My notes: the sheet is none of a register's, and was left alone"])
  }
}
